"""What of people is found does not fall below what it was; and the material that measures it is what it says."""

import re

import pytest

from tests.evaluation.identifiers.later import later, later_ordinary
from tests.evaluation.identifiers.ordinary import documents, ordinary, words_in
from tests.evaluation.identifiers.planted import FOLDER, HALVES, names, planted, sections
from tests.evaluation.identifiers.report import large_group
from tests.evaluation.identifiers.score import crossed, false_findings, judge_all, slips_told, tallies
from upheld.analysis.identifiers import NOTHING_KNOWN

FLOORS = {
    "development": {"structured": 0.995, "names": 0.985, "known by context": 0.97},
    "held-out": {"structured": 0.995, "names": 0.98, "known by context": 0.98},
}
LATER_FLOORS = {"structured": 0.995, "names": 0.98, "known by context": 0.95}
"""A little under what is found today: raise them as the finder learns."""


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


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES)
def test_what_is_found_does_not_fall(half: str) -> None:
    found = tallies(judge_all(planted(half), NOTHING_KNOWN), large_group)
    short = {name: found[name].recall for name, floor in FLOORS[half].items() if found[name].recall < floor}
    assert not short


def test_what_is_found_of_the_third_set_does_not_fall() -> None:
    found = tallies(judge_all(later(), NOTHING_KNOWN), large_group)
    assert sum(tally.cases for tally in found.values()) > 400
    assert not {name: found[name].recall for name, floor in LATER_FLOORS.items() if found[name].recall < floor}


def test_false_findings_in_text_full_of_capitals_do_not_rise() -> None:
    result = false_findings(later_ordinary(), NOTHING_KNOWN)
    assert result.aliases > 110
    assert result.aliases_flagged == 0
    assert result.per_thousand < 6


@pytest.mark.slow
def test_false_findings_do_not_rise() -> None:
    cold, warm = false_findings(ordinary(), NOTHING_KNOWN), crossed(ordinary())
    assert cold.per_thousand < 1
    assert warm.per_thousand < 1
    assert cold.alias_rate < 0.13
    assert false_findings(documents(), NOTHING_KNOWN).per_thousand < 1.2


@pytest.mark.slow
def test_nearly_all_slips_with_aliases_are_told() -> None:
    missed, there = slips_told(NOTHING_KNOWN)
    assert len(missed) <= 1, missed
    assert there >= 18


def _lines(half: str, file: str) -> set[str]:
    """Lines, leaving out those that are little more than the hole in them."""
    found = {line for lines in sections(FOLDER / half / file).values() for line in lines}
    return {line for line in found if len(re.sub(r"^[^:]*:: |\{\w*\}|\W", "", line)) > 8}
