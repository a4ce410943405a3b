"""The page of the query language has every operator, field and limit, and its examples are understood."""

import re
from pathlib import Path

import pytest

from upheld.search.language import limits
from upheld.search.language.fields import FIELDS
from upheld.search.language.parsing import GRAMMAR, parse
from upheld.search.language.synonyms import MAX_GROUPS, MAX_MEMBER_WORDS, MAX_MEMBERS, MAX_TEXT, read_groups
from upheld.search.language.tree import Near, Node, Phrase, Prefix, Word
from upheld.search.language.values import read_decided, read_paid

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/search.md").read_text(encoding="utf-8")


SOUND = {"leeds", "kent", "upheld", ">500", "care", "care act", "care act 2014"}


def section(heading: str) -> str:
    return PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def rows(heading: str) -> list[list[str]]:
    lines = [line for line in section(heading).splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in lines]


@pytest.mark.parametrize("row", rows("What is typed"))
def test_each_example_is_understood(row: list[str]) -> None:
    query = parse(row[0].strip("`"))
    assert query.tree is not None
    assert query.problems == ()


@pytest.mark.parametrize("row", rows("What is told"))
def test_each_slip_is_told(row: list[str]) -> None:
    told = zip(*(re.findall(r"`([^`]+)`", cell.replace("\\|", "|")) for cell in row), strict=False)
    for typed, written in told:
        query = parse(typed, lambda one: one.value in SOUND)
        assert query.notes or query.problems[0].suggestion == written or "without quotes" in row[1], typed


def test_each_operator_has_an_example() -> None:
    trees = str([parse(row[0].strip("`")).tree for row in rows("What is typed")])
    kinds: tuple[type[Node], ...] = (Word, Phrase, Prefix, Near)
    assert [
        kind for kind in (*(one.__name__ for one in kinds), "Field", "Not", "All", "Any") if f"{kind}(" not in trees
    ] == []


def test_the_fields_are_those_of_the_language() -> None:
    named = {row[0].strip("`"): tuple(re.findall(r"`(\w+)`", row[1])) for row in rows("Fields")}
    assert named == {kind.name: kind.also for kind in FIELDS}


def test_the_values_are_understood() -> None:
    values = {row[0].strip("`"): re.findall(r"`([^`]+)`", row[2]) for row in rows("Fields")}
    assert all(read_paid(value) for value in values["paid"])
    assert all(read_decided(value.strip('"')) for value in values["decided"] if value[0] not in ".<>")


def test_the_limits_are_those_of_the_language() -> None:
    assert [int(row[1]) for row in rows("Limits")] == [
        limits.MAX_CHARACTERS, limits.MAX_TERMS, limits.MAX_FIELDS, limits.MAX_DEPTH, limits.MIN_PREFIX,
        limits.MAX_PHRASE, limits.MAX_DISTANCE, limits.MAX_WORD_BYTES,
    ]  # fmt: skip
    text = section("Words that mean the same")
    for number in (f"2 to {MAX_MEMBERS} names", f"{MAX_MEMBER_WORDS} words", f"{MAX_GROUPS:,} groups", f"{MAX_TEXT:,}"):
        assert number in text


def test_the_grammar_is_that_of_the_parser() -> None:
    rules = [line.strip() for line in GRAMMAR.splitlines() if line.strip() and "%" not in line]
    assert section("The grammar").split("```")[1].split("\n")[1:-1] == rules


def test_the_example_of_a_list_has_no_fault() -> None:
    groups, faults = read_groups(section("Words that mean the same").split("```")[1])
    assert (len(groups), faults) == (3, ())
