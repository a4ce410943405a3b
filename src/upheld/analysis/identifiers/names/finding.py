"""The names of a whole document: each where it stands, then everywhere else."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from upheld.analysis.identifiers.candidate import Candidate
from upheld.analysis.identifiers.document import Document
from upheld.analysis.identifiers.finding import Known
from upheld.analysis.identifiers.names.citations import list_citations
from upheld.analysis.identifiers.names.echoes import INSTEAD, find_echoes
from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of
from upheld.analysis.identifiers.names.lowered import find_lowered
from upheld.analysis.identifiers.names.marked import find_marked, find_placed
from upheld.analysis.identifiers.names.outside import find_outside
from upheld.analysis.identifiers.names.people import find_people
from upheld.analysis.identifiers.names.scanned import find_scanned
from upheld.analysis.identifiers.names.scene import Scene, bodies_of
from upheld.analysis.identifiers.names.words import Run, list_runs

_SCRIPTS = (
    r"[\u0370-\u03ff\u0400-\u052f\u0530-\u06ff\u0900-\u0fff\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}"
)
_OTHER_SCRIPT = re.compile(rf"{_SCRIPTS}(?:[ ·]{_SCRIPTS}){{0,3}}")
_TURNED_ROUND = re.compile(
    r"(?:\A|(?<=[\n\x00])|(?<=: ))[ \u2022*-]*(?P<surname>(?:(?:van|der|de|la|von|al|el|"
    r"O')[ -]?)*[^\W\d_a-z][\w'-]+), (?P<given>[^\W\d_a-z][\w'-]+)"
    r"(?: [A-Z]\.?)?(?=[.;]?[ ]*(?:\Z|[\n\x00(]))"
)
_LISTED_AFTER = re.compile(r"(?:, (?:and |or )?| and | & | or |/|\n)\Z")
_LISTED_BEFORE = re.compile(r", (?:and |or )?| and | & | or |/|\n")


def find_names(document: Document, known: Known, forms: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every name of a person; `forms` has e-mail addresses, whose names are looked for as well."""
    text = document.text
    runs = list(list_runs(text))
    names = [_name(*one) for one in _first_sight(document, runs, known)]
    names += [_name(*one) for one in _listed(text, runs, names)]
    names += [_name(*one) for one in _turned_round(text, names)]
    names = list(_outside_citations(text, _united(names)))
    yield from names
    echoes = find_echoes(text, [*names, *(one for one in forms if one.kind == "email")])
    yield from _outside_citations(text, _beside(names, echoes))


def _name(start: int, end: int, sure: float, why: str) -> Candidate:
    return Candidate(start, end, "name", sure, why, INSTEAD)


def _united(names: Iterable[Candidate]) -> Iterator[Candidate]:
    """Names that overlap as one."""
    last: Candidate | None = None
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if last and name.start < last.end:
            surest = max(last, name, key=lambda one: one.sure)
            last = _name(last.start, max(last.end, name.end), surest.sure, surest.why)
            continue
        if last:
            yield last
        last = name
    if last:
        yield last


def _first_sight(document: Document, runs: Sequence[Run], known: Known) -> Iterator[tuple[int, int, float, str]]:
    text = document.text
    scene = Scene(text, known, bodies_of(text, runs, document.bodies))
    for run in runs:
        for person in find_people(scene, run):
            yield person.start, person.end, person.sure, person.why
    yield from find_marked(text)
    yield from find_placed(text, runs)
    yield from find_lowered(text, known)
    yield from find_scanned(text)
    for piece, first, last in document.outside():
        yield from find_outside(text, piece, first, last, known)
    if not text.isascii():
        for found in _OTHER_SCRIPT.finditer(text):
            yield (*found.span(), 0.7, "Words in another script are often names.")


def _listed(text: str, runs: Sequence[Run], names: Sequence[Candidate]) -> Iterator[tuple[int, int, float, str]]:
    """Names that are words, in a list with other names: `Tariq, Grace and Will`."""
    starts, ends = {name.start for name in names}, {name.end for name in names}
    for run in runs:
        word = run[0]
        if len(run) == 1 and word.is_any(Sort.NAME_WORD) and word.start not in starts:
            before = _LISTED_AFTER.search(text, max(0, word.start - 6), word.start)
            after = _LISTED_BEFORE.match(text, word.full_end)
            if (before and before.start() in ends) or (after and after.end() in starts):
                yield word.start, word.end, 0.75, "It stands in a list of names."


def _beside(names: Sequence[Candidate], echoes: Iterable[Candidate]) -> Iterator[Candidate]:
    """The echoes that are not the names themselves."""
    spans = sorted({(name.start, name.end) for name in names})
    for echo in echoes:
        at = bisect_right(spans, (echo.start, len(spans) and spans[-1][1])) - 1
        if at < 0 or spans[at][1] <= echo.start:
            yield echo


def _turned_round(text: str, names: Sequence[Candidate]) -> Iterator[tuple[int, int, float, str]]:
    """`Parish, Ray` and `Ouyang, Jun` in a cell or line of their own: the other half of a name."""
    found_at = {name.start for name in names} | {name.end for name in names}
    for found in _TURNED_ROUND.finditer(text):
        surname = sorts_of(found["surname"])
        if (
            surname & Sort.ENGLISH
            and not surname & (Sort.SURNAME_WORD | Sort.NAME_WORD)
            and " " not in found["surname"]
        ):
            continue
        if found.start("surname") in found_at or found.start("given") in found_at or _both_are_names(found):
            yield (
                found.start("surname"),
                found.end("given"),
                0.8,
                "It stands as surnames and given names do in lists.",
            )


def _both_are_names(found: re.Match[str]) -> bool:
    given, surname = sorts_of(found["given"]), sorts_of(found["surname"])
    return bool(given & (Sort.NAME_WORD | Sort.GIVEN) and surname & (Sort.SURNAME_WORD | Sort.SURNAME))


def _outside_citations(text: str, names: Iterable[Candidate]) -> Iterator[Candidate]:
    citations = sorted(list_citations(text)) if " v" in text else []
    for name in names:
        at = bisect_right(citations, (name.start, len(text))) - 1
        if at < 0 or citations[at][1] <= name.start:
            yield name
