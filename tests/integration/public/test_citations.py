"""Decisions that name one another."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tests.build.decision import NOON, published
from upheld.analysis.citations import read_citations
from upheld.public.queries.citations import list_cited, list_citing, list_same_case
from upheld.register.actions.hold import hold
from upheld.register.actions.withdraw import withdraw
from upheld.register.content import read_facts
from upheld.register.models import Decision
from upheld.scheme import get_scheme

pytestmark = pytest.mark.django_db
Index = Callable[[], None]


def naming(*others: str, **values: Any) -> dict[str, Any]:
    words = " and ".join(others)
    return {"sections": [{"blocks": [{"number": 1, "text": f"We said so in case {words}."}]}], **values}


def cited_in(decision: Decision) -> list[tuple[str, tuple[str, ...]]]:
    facts = read_facts(decision.version.content or "")
    found = read_citations(decision.version.summary or "", facts.sections, get_scheme().pattern)
    return [(one.listed.reference, one.at) for one in list_cited(found)]


def references(decision: Decision) -> list[str]:
    return [one.reference for one in list_citing(decision).decisions]


def test_a_decision_named_in_the_text_is_listed_with_its_paragraph() -> None:
    published("21 000 002")
    first = published("21 000 001", **naming("21-000-002", "21 000 009"))
    assert cited_in(first) == [("21 000 002", ("p1",))]


def test_a_held_decision_is_not_listed_among_those_named() -> None:
    second = published("21 000 002")
    first = published("21 000 001", **naming("21 000 002"))
    hold([second.pk], by="editor", at=NOON)
    assert cited_in(first) == []


def test_decisions_that_name_one_are_listed_newest_first(index: Index) -> None:
    wanted = published("21 000 001", summary="Our own reference is 21 000 001.")
    published("21 000 002", **naming("21000001", decided_on=dt.date(2021, 1, 1)))
    published("21 000 003", **naming("21 000 001", "21 000 002", decided_on=dt.date(2023, 1, 1)))
    index()
    assert references(wanted) == ["21 000 003", "21 000 002"]
    citing = list_citing(wanted)
    assert (citing.total, citing.is_ready, citing.reads.startswith("search=")) == (2, True, True)


def test_a_withdrawn_decision_no_longer_names_any_even_before_the_index_knows(index: Index) -> None:
    wanted = published("21 000 001")
    second = published("21 000 002", **naming("21 000 001"))
    index()
    withdraw([second.pk], by="editor", at=NOON)
    assert references(wanted) == []
    assert list_citing(wanted).total == 0


def test_while_the_index_is_made_nothing_is_known_and_no_page_is_kept(tmp_path: Any, settings: Any) -> None:
    settings.DATA_DIR = tmp_path
    citing = list_citing(published("21 000 001"))
    assert (citing.decisions, citing.is_ready, citing.reads) == ((), False, "search=-1")


def test_other_letters_of_a_number_are_the_same_case() -> None:
    first = published("21 000 001a")
    second = published("21 000 001b")
    published("21 000 002")
    hidden = published("21 000 001c")
    hold([hidden.pk], by="editor", at=NOON)
    assert [one.reference for one in list_same_case(first)] == ["21 000 001b"]
    assert [one.reference for one in list_same_case(second)] == ["21 000 001a"]
