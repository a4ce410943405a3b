"""Interchange JSON Lines: what is taken, and what each bad line is told."""

import json
from typing import Any

import pytest

from tests.build.page import found, records, refusals

BASE: dict[str, Any] = {
    "reference": "21 000 001", "document_type": "Statement", "outcome": "Upheld", "organisations": [{"name": "A"}],
    "category": "Housing", "decided_on": "2022-04-05", "summary": "Café",
}  # fmt: skip
LINE = json.dumps(BASE, ensure_ascii=False)


def line(**values: Any) -> str:
    """A line with other values; ... takes a key out."""
    return json.dumps({key: value for key, value in (BASE | values).items() if value is not ...})


@pytest.mark.parametrize(
    "text",
    [LINE, f"\ufeff{LINE}", f"\n{LINE}\r\n\r\n", f"[{LINE}]", f"[\n{LINE}\n]", json.dumps(BASE, indent=2)],
)
def test_one_decision_is_read(text: str) -> None:
    [record] = records(text)
    assert (record.reference, record.summary, record.organisations[0].name) == ("21 000 001", "Café", "A")
    assert "sections" not in record.model_fields_set


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (LINE[:50], "not whole JSON"),
        (line(foo=1), "foo is not a key"),
        (line(summary=...), "summary is missing"),
        (line(outcome=...), "outcome is missing"),
        (line(decided_on="2022-02-31"), "decided_on must be a day"),
        (line(decided_on="1649116800"), "decided_on must be a day"),
        (line(decided_on=1649116800), "decided_on must be a day"),
        (line(published_on="5 April 2022"), "published_on must be a day"),
        (line(outcome=5), "outcome must be text"),
        (line(organisations=[{"name": ""}]), "organisations.0.name is empty"),
        (line(organisations="A"), "organisations must be a list"),
        (LINE[:-1] + ', "summary": "y"}', "“summary” stands twice"),
        (line(organisations=[{"name": "A"}]).replace('"name": "A"', '"name": "A", "name": "B"'), "“name” stands twice"),
        ("[1]", "not a JSON object"),
        ("null", "not a JSON object"),
        ('{"end": {"decisions": 2', "not whole JSON"),
        ('{"about": {}, "reference": "21 000 003"}', "document_type is missing"),
        ('"text"', "not a JSON object"),
        ("{" * 5_000, "not whole JSON"),
        (LINE[:-1] + ', "sections": ' + "[" * 100_000, "not whole JSON"),
        (LINE[:20] + "\0" + LINE[20:], "NUL"),
        (line(summary="x").replace('"x"', '"\\ud800"'), "not whole JSON"),
        (line(sections=[{"blocks": [{"number": 7, "text": ""}]}]).replace("7", "9" * 5_000), "not whole JSON"),
        (LINE.replace("Café", "x" * 9_000_000), "longer than 8 MB"),
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_rest_goes_in(bad: str, says: str) -> None:
    everything = found(f"{LINE}\n{bad}\n{line(reference='21 000 002')}\n", file="x.jsonl")
    [refusal] = refusals(everything)
    assert says in refusal.reason
    assert str(refusal).startswith("x.jsonl, line 2: ")
    assert len(everything) == 3


def test_a_refusal_names_the_decision_where_it_can() -> None:
    assert refusals(found(line(foo=1)))[0].reference == "21 000 001"


def test_another_encoding_is_said() -> None:
    everything = found(LINE.encode() + b"\n" + LINE.encode("latin-1") + b"\n")
    assert "not UTF-8" in refusals(everything)[0].reason
    assert len(everything) == 2


def test_an_array_cut_short_gives_what_is_whole() -> None:
    everything = found(f"[\n{LINE},\n{LINE[:40]}")
    assert len(everything) == 2
    assert refusals(everything)[0].place.line == 3


def test_a_first_line_of_rubbish_does_not_hide_the_format() -> None:
    assert [refusal.place.line for refusal in refusals(found(f'nce": "x"}}\n{LINE}\n'))] == [1]


@pytest.mark.parametrize(("text", "count"), [("[", 1), (f"[{LINE}", 2), (f"[{LINE},", 2)])
def test_an_array_without_end_is_said(text: str, count: int) -> None:
    everything = found(text)
    assert len(everything) == count
    assert "cut off" in refusals(everything)[0].reason
