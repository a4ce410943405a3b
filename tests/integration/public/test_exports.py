"""Every search as a file: whole, checked, and made again as of a number of the journal."""

import csv
import datetime as dt
import hashlib
import io
import json
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.test import Client

from tests.build.decision import NOON, published, record
from upheld.journal.queries.entry import get_head
from upheld.lib.clock import now
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.publish import publish
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
Index = Callable[[], None]


def publish_some() -> None:
    published("21 000 001", summary="A heron was lost.", decided_on=dt.date(2021, 4, 5))
    published("21 000 002", summary="=HYPERLINK(heron)", outcome="Not upheld", decided_on=dt.date(2022, 4, 5))
    published("21 000 003", summary="Two herons\nwere lost.", category="Education", subcategory="Other")
    published("21 000 004", summary="A bittern.", document_type="Report")


def get(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return response.getvalue()


def lines(client: Client, query: str) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any]]:
    about, *rows, end = [json.loads(line) for line in get(client, f"/search.jsonl?{query}").splitlines()]
    return about["about"], rows, end["end"]


def as_said(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What the rows say, without what says today which version and whose body it is."""
    kept = [{key: one[key] for key in one if key not in ("superseded", "version")} for one in rows]
    return {one["reference"]: one | {"organisations": [each["name"] for each in one["organisations"]]} for one in kept}


def checksum(rows: list[tuple[str, int, str]]) -> str:
    """As the dictionary tells receivers to work it out."""
    sums = (int(hashlib.sha256(f"{a} {b} {c}".encode()).hexdigest(), 16) for a, b, c in rows)
    return f"{sum(sums) % 2**256:064x}"


def test_every_format_holds_the_same_rows_in_the_order_of_the_page(client: Client, index: Index) -> None:
    publish_some()
    index()
    query = "q=heron&sort=oldest"
    about, rows, end = lines(client, query)
    assert [one["reference"] for one in rows] == ["21 000 001", "21 000 002", "21 000 003"]
    whole = json.loads(get(client, f"/search.json?{query}"))
    assert (whole["decisions"], whole["end"]) == (rows, end)
    table = list(csv.DictReader(io.StringIO(get(client, f"/search.csv?{query}").decode("utf-8-sig"))))
    assert [one["Reference"] for one in table] == [one["reference"] for one in rows]
    assert [one["Summary"] for one in table] == ["A heron was lost.", "'=HYPERLINK(heron)", "Two herons\nwere lost."]
    assert table[0]["Outcome"] == "Upheld" and table[1]["Outcome slug"] == "not-upheld"
    assert (table[0]["Decided on"], table[0]["Decided on, in words"]) == ("2021-04-05", "5 April 2021")
    book = openpyxl.load_workbook(io.BytesIO(get(client, f"/search.xlsx?{query}")))
    cells = list(book["Decisions"].values)
    assert [row[0] for row in cells[1:]] == [one["reference"] for one in rows]
    assert cells[2][cells[0].index("Summary")] == "=HYPERLINK(heron)"
    assert cells[1][cells[0].index("Decided on")] == dt.datetime(2021, 4, 5)
    given = [(one["reference"], one["version"]["number"], one["version"]["content_hash"]) for one in rows]
    assert about["checksum"] == end["checksum"] == checksum(given)
    assert about["checksum"] == dict(list(book["About"].values)[1:])["Checksum"]
    assert about["checksum"] == checksum([(a["Reference"], int(a["Version"]), a["Content hash"]) for a in table])
    assert (about["decisions"], about["decided"]) == (3, {"from": "2021-04-05", "to": "2022-04-05"})


def test_an_export_can_be_made_again_as_of_its_number(client: Client, index: Index) -> None:
    publish_some()
    index()
    at = get_head()
    about, rows, end = lines(client, "q=heron&sort=relevance")
    first, second = (Decision.objects.get(reference=f"21 000 00{n}") for n in (1, 2))
    publish([record("21 000 009", summary="A later heron.")], by="editor", at=now())
    correct(
        [Correction(first.pk, 1, record("21 000 001", summary="A stork.", decided_on=dt.date(2021, 4, 5)))],
        by="e",
        at=now(),
    )
    bittern = record("21 000 004", summary="A heron after all.", document_type="Report")
    correct([Correction(Decision.objects.get(reference="21 000 004").pk, 1, bittern)], by="e", at=now())
    index()
    again, others, ended = lines(client, f"q=heron&sort=relevance&at={at}")
    assert as_said(others) == as_said(rows)
    assert (again["checksum"], again["journal_number"], ended) == (about["checksum"], at, end)
    assert {one["reference"] for one in lines(client, "q=heron")[1]} == {
        "21 000 002",
        "21 000 003",
        "21 000 004",
        "21 000 009",
    }
    withdraw([second.pk], by="editor", at=NOON)
    redact(first.pk, ["heron"], "bird", by="editor", at=now())
    for _ in range(2):  # before the index knows, and after
        _, left, ended = lines(client, f"q=heron&at={at}")
        assert [one["reference"] for one in left] == ["21 000 003"]
        assert ended["removed_since"] == ["21 000 001", "21 000 002"]
        assert b"heron was lost" not in get(client, f"/search.csv?q=heron&at={at}")
        index()
    said = json.loads(get(client, f"/search.about.json?q=heron&at={at}"))
    assert (said["decisions"], said["checksum"], said["removed_since"]) == (
        1,
        ended["checksum"],
        ended["removed_since"],
    )
