"""The names of a whole document: each where it stands, then everywhere else."""

from collections.abc import Iterator

from upheld.analysis.identifiers.candidate import Candidate
from upheld.analysis.identifiers.finding import Known
from upheld.analysis.identifiers.names.people import find_people
from upheld.analysis.identifiers.names.words import list_runs

INSTEAD = "Mr X, Mrs Y, Child C"


def find_names(text: str, known: Known) -> Iterator[Candidate]:
    """Every name of a person in the text."""
    for run in list_runs(text):
        for person in find_people(text, run, known):
            yield Candidate(person.start, person.end, "name", person.sure, person.why, INSTEAD)
