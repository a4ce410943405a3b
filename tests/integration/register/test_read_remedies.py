"""Remedies read from a text: shown and given away with it, kept without its words, no part of a version."""

import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.build.decision import NOON, published, record
from upheld.register import reading
from upheld.register.actions import keep_readings as keeping
from upheld.register.actions.keep_readings import keep_readings, mend_readings
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.commands.export import _write
from upheld.register.content import prepare, read_facts
from upheld.register.models import Reading, Version
from upheld.register.queries.reading import list_disagreeing
from upheld.register.queries.record import get_record
from upheld.register.reading import shown_remedies, with_read_remedies
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

pytestmark = pytest.mark.django_db

TEXT = "Within one month the Council will apologise to Mrs B and refund the £60."
SECTIONS = [
    {"heading": "The complaint", "blocks": [{"number": 1, "text": "Mrs B complains she was charged £60."}]},
    {
        "heading": "Agreed action",
        "blocks": [{"number": 2, "text": TEXT}],
    },
]
READ = [
    {
        "kind": "apology", "status": "agreed", "for": "complainant", "within_days": 30, "read": True, "at": "p2",
        "text": TEXT,
    },
    {
        "kind": "quantifiable-loss", "status": "agreed", "pence": 6000, "for": "complainant", "within_days": 30,
        "read": True, "at": "p2", "text": TEXT,
    },
]  # fmt: skip
GIVEN = [{"kind": "training", "status": "done", "text": "It trained its staff."}]


def exported() -> list[dict[str, object]]:
    """What `upheld export` writes."""
    stream = io.BytesIO()
    _write(stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.slow
def test_export_holds_what_was_read_with_its_place_and_the_version_does_not() -> None:
    published(sections=SECTIONS)

    assert exported()[0]["remedies"] == READ
    assert "remedies" not in json.loads(Version.objects.get().content or "")


def test_remedies_of_the_source_are_shown_alone() -> None:
    decision = published(sections=SECTIONS, remedies=GIVEN)

    assert exported()[0]["remedies"] == GIVEN
    facts = read_facts(decision.version.content or "")
    assert [one.kind for one in shown_remedies(facts, decision.version.summary or "")] == ["training"]


def test_import_of_an_export_is_the_identity() -> None:
    decision = published(sections=SECTIONS)
    line = with_read_remedies(get_record(decision.pk)).line()

    again = prepare(DecisionRecord.model_validate_json(line), get_scheme())

    assert again.digest == decision.version.content_hash
    assert again.record.remedies == ()
    assert with_read_remedies(again.record).line() == line


def test_decision_without_remedies_is_exported_as_it_is() -> None:
    published(summary="Mr C complained about a road. We found no fault.")

    assert "remedies" not in exported()[0]


def test_summary_is_read_where_there_is_no_text() -> None:
    made = record(summary="There was fault. The Council has agreed to pay Mr D £75 for his trouble.")

    assert [(one.pence, one.at) for one in with_read_remedies(made).remedies] == [(7500, "summary")]


def kept() -> str:
    """All that is kept of what was read."""
    return "".join(one.remedies for one in Reading.objects.all())


def test_what_was_read_is_kept_without_words_and_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    decision = published(sections=SECTIONS)
    published("21 000 002", sections=SECTIONS, remedies=GIVEN)
    keep_readings([decision.pk, decision.pk + 1])
    assert "6000" in kept()
    assert "Council" not in kept()
    monkeypatch.setattr(reading, "read_remedies", lambda *_: pytest.fail("read again"))
    assert [one["remedies"] for one in exported()] == [READ, GIVEN]
    keep_readings([decision.pk])


def test_keeping_what_was_read_of_one_text_looks_through_no_table() -> None:
    decision = published(sections=SECTIONS)
    with CaptureQueriesContext(connection) as asked, connection.cursor() as cursor:
        keep_readings([decision.pk])
        selects = [one["sql"] for one in asked.captured_queries if one["sql"].startswith("SELECT")]
        plans = [row[-1] for sql in selects for row in cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    assert any(plan.startswith("SEARCH") for plan in plans)
    assert [plan for plan in plans if plan.startswith("SCAN")] == []


def test_a_redacted_sum_is_kept_nowhere_even_if_it_was_just_read(monkeypatch: pytest.MonkeyPatch) -> None:
    decision = published(sections=SECTIONS)
    keep_readings([decision.pk])
    Reading.objects.all().delete()
    late = list(keeping._read([decision.pk]))  # another process has read the text and not kept it yet
    keep_readings([decision.pk])
    redact(decision.pk, ["£60"], "a sum", by="editor", at=NOON)
    assert kept() == ""
    keeping._keep(late)
    assert kept() == ""
    keep_readings([decision.pk])
    assert "apology" in kept()
    assert "6000" not in kept()


def test_another_reader_or_another_text_is_read_anew_and_what_is_left_over_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    decision = published(sections=SECTIONS)
    keep_readings([decision.pk])
    assert list(list_disagreeing()) == []
    monkeypatch.setattr(reading, "REVISION", "another reader")
    assert list(list_disagreeing()) == ["21 000 001"]
    monkeypatch.setattr(reading, "read_remedies", lambda *_: ())
    assert "remedies" not in exported()[0]
    assert mend_readings() == 1
    assert (kept(), list(list_disagreeing())) == ("[]", [])
    withdraw([decision.pk], by="editor", at=NOON)
    assert list(list_disagreeing()) == ["21 000 001"]
    assert mend_readings() == 1
    assert Reading.objects.count() == 0
