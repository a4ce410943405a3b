"""What of people is found does not fall below what it was; and the material that measures it is what it says."""

import re

from tests.evaluation.identifiers.ordinary import ordinary, words_in
from tests.evaluation.identifiers.planted import FOLDER, HALVES, names, planted, sections


def test_there_are_enough_cases_in_each_half() -> None:
    assert all(len(planted(half)) > 1_500 for half in HALVES)
    assert words_in(ordinary()) > 15_000
    assert sum(len(list(text.aliases())) for text in ordinary()) > 300


def test_every_case_says_where_what_was_planted_stands() -> None:
    for case in (*planted("development"), *planted("held-out")):
        assert case.spans
        assert all(case.parts[one.part].text[one.start : one.end].strip() for one in case.spans), case.shown
        assert len({part.where for part in case.parts}) == len(case.parts), case.shown


def test_no_carrier_no_name_and_no_value_is_in_both_halves() -> None:
    for file in ("names-carriers.txt", "forms-carriers.txt", "forms.txt"):
        one, other = (_lines(half, file) for half in HALVES)
        assert not one & other, file
    given, surnames = (
        [{getattr(name, part) for name in names(half)} for half in HALVES] for part in ("given", "surname")
    )
    assert not given[0] & given[1]
    assert not surnames[0] & surnames[1]


def _lines(half: str, file: str) -> set[str]:
    """Lines, leaving out those that are little more than the hole in them."""
    found = {line for lines in sections(FOLDER / half / file).values() for line in lines}
    return {line for line in found if len(re.sub(r"^[^:]*:: |\{\w*\}|\W", "", line)) > 8}
