"""The demo's words and cases: invented, whole, varied, and the same every time."""

import calendar
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from upheld.analysis.remedy import Remedy
from upheld.demo.bodies import BODIES
from upheld.demo.cases import list_cases
from upheld.demo.records import values_of
from upheld.register.content import prepare
from upheld.register.names import name_key
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

pytestmark = pytest.mark.slow

AUTHORITIES = Path(__file__).resolve().parents[3] / "../shared/data/local-authorities.csv"
# Every capitalised word that may stand inside a sentence, names of bodies and months aside: statutes, institutions.
KNOWN = frozenset(
    [
        "Council",
        "Provider",
        "Care",
        "Trust",
        "School",
        "Authority",
        "Board",
        "Ombudsman",
        "Act",
        "Acts",
        "Government",
        "Local",
        "Regulations",
        "Children",
        "Adoption",
        "Education",
        "Housing",
        "Land",
        "Highways",
        "Traffic",
        "Management",
        "Road",
        "Regulation",
        "Planning",
        "Inspectorate",
        "Town",
        "Country",
        "Environmental",
        "Protection",
        "Health",
        "Social",
        "Security",
        "Child",
        "Support",
        "Pensions",
        "Finance",
        "Council’s",
        "Provider’s",
        "Trust’s",
        "Authority’s",
        "Board’s",
        "School’s",
        "National",
        "Service",
        "NHS",
        "England",
        "High",
        "Court",
        "Code",
        "Appeal",
        "Admission",
        "Valuation",
        "Tribunal",
        "Special",
        "Educational",
        "Needs",
        "Disability",
        "Families",
        "Chronically",
        "Sick",
        "Disabled",
        "Persons",
        "Representations",
        "Procedure",
        "Tax",
        "Administration",
        "Enforcement",
        "Grants",
        "Construction",
        "Regeneration",
        "Regulated",
        "Activities",
        "Mental",
        "Drainage",
        "Sundays",
        "Investigator’s",
        "Ombudsman’s",
        "Appeals",
    ]
)
TITLED = re.compile(r"\b(?:Mr|Mrs|Miss|Ms|Mx) (\S+)")


@cache
def all_values() -> tuple[dict[str, Any], ...]:
    return tuple(values_of(case) for case in list_cases())


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key in ("heading", "text", "blocks", "items", "table", "rows"):
            yield from texts(value.get(key))
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def all_texts() -> Iterator[tuple[str, str]]:
    for values in all_values():
        for text in (values["summary"], *texts(values.get("sections"))):
            yield values["reference"], text


@pytest.mark.slow
def test_the_cases_are_the_same_every_time() -> None:
    assert [values_of(case) for case in list_cases()] == list(all_values())
    assert all_values()[0]["reference"] == "98 001 001"


def test_every_word_of_the_scheme_is_used() -> None:
    scheme, values = get_scheme(), all_values()
    shelves = {(form.name, name) for form in scheme.categories for name in form.subcategories}
    assert shelves <= {(one["category"], one.get("subcategory")) for one in values}
    assert {one["outcome"] for one in values} == {outcome.name for outcome in scheme.outcomes}
    assert {one["document_type"] for one in values} == {kind.name for kind in scheme.document_types}
    kinds = {remedy["kind"] for one in values for remedy in one.get("remedies", [])}
    assert kinds == set(get_args(Remedy.model_fields["kind"].annotation)) - {"other"}


@pytest.mark.slow
def test_every_decision_is_one_the_register_takes() -> None:
    contents = [prepare(DecisionRecord.model_validate_json(json.dumps(one)), get_scheme()) for one in all_values()]
    keys = [(own.key, own.suffix) for content in contents for own in (content.reference, *content.others)]
    assert len(keys) == len(set(keys))
    assert 1_150 <= len(contents) <= 1_250


@pytest.mark.slow
def test_no_phrase_is_left_unfilled() -> None:
    unfilled = re.compile(r"[{}]|\b[A-Z]{4,}\b|  |\.\.|,,|;\.|\bNone\b")
    assert [(reference, text) for reference, text in all_texts() if unfilled.search(text)] == []


def test_they_is_never_singular() -> None:
    singular = re.compile(r"\b[Tt]hey (?:is|was|has|\w+(?<!s)s)\b")
    assert [(reference, text) for reference, text in all_texts() if singular.search(text)] == []


def test_people_are_letters_and_never_a() -> None:
    found = Counter(name.rstrip(".,;:’s)") for _, text in all_texts() for name in TITLED.findall(text))
    assert all(re.fullmatch(r"[B-Z]", name) for name in found), found
    assert len(found) >= 20


def test_no_capitalised_word_is_a_name() -> None:
    bodies = {word for body in BODIES for word in re.findall(r"[A-Z]\w+", body.name)}
    months = set(calendar.month_name)
    inside = re.compile(r"(?<=[a-z,;(’] )[A-Z][a-zA-Z’]+")
    seen = {word for _, text in all_texts() for word in inside.findall(TITLED.sub("", text))}
    assert {word for word in seen if len(word.removesuffix("’s")) > 1} - KNOWN - bodies - months == set()


def test_summaries_vary() -> None:
    summaries = [one["summary"] for one in all_values()]
    assert len(set(summaries)) > 0.98 * len(summaries)
    openings = Counter(" ".join(re.sub(TITLED, "X", text).split()[:5]) for text in summaries)
    assert len(openings) > 100


def test_decisions_are_made_on_working_days_with_their_seasons() -> None:
    days = [case.decided_on for case in list_cases()]
    assert all(day.weekday() < 5 for day in days)
    assert not [day for day in days if (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)]
    months = Counter(day.month for day in days)
    assert months[8] < months[3]
    assert all(case.published_on > case.decided_on > case.received_on for case in list_cases())


def test_sums_in_the_text_are_the_sums_of_the_remedies() -> None:
    for values in all_values():
        for remedy in values.get("remedies", []):
            if "pence" in remedy:
                assert f"£{remedy['pence'] // 100:,}" in values["summary"]


@pytest.mark.skipif(not AUTHORITIES.is_file(), reason="../shared/data/local-authorities.csv is not here")
def test_no_body_bears_the_name_of_a_real_one() -> None:
    with AUTHORITIES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    columns = ("official-name", "nice-name", "alt-names")
    real = {word for row in rows for column in columns for word in name_key(row[column]).split() if len(word) > 5}
    ordinary = {"council", "borough", "county", "district", "metropolitan", "london", "authority"}
    ours = {word for body in BODIES for word in name_key(body.name).split() if len(word) > 5}
    assert ours & (real - ordinary) == set()
