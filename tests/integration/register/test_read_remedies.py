"""Remedies read from a text: shown and given away with it, never kept, and gone again when the file comes back."""

import io
import json

import pytest

from tests.build.decision import published, record
from upheld.register.commands.export import _write
from upheld.register.content import prepare, read_facts
from upheld.register.models import Version
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
