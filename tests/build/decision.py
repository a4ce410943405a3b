"""Decisions for tests, made through actions, every word invented."""

import datetime as dt
from typing import Any

from upheld.analysis.references import Reference
from upheld.lib.clock import now
from upheld.register.actions.publish import publish
from upheld.register.models import Decision
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def record(reference: str = "21 000 001", **values: Any) -> DecisionRecord:
    """A record of an invented decision; `values` are interchange keys."""
    base = {
        "reference": reference,
        "document_type": "Statement",
        "outcome": "Upheld",
        "organisations": [{"name": "Alderford Borough Council"}],
        "category": "Housing",
        "subcategory": "Homelessness",
        "decided_on": dt.date(2022, 4, 5),
        "summary": "Mrs B complained that the Council lost her papers. The Council was at fault.",
    }
    return DecisionRecord.model_validate(base | values)


def published(reference: str = "21 000 001", **values: Any) -> Decision:
    """A published decision."""
    publish([record(reference, **values)], by="editor", at=now())
    return Decision.objects.select_related("version", "category", "subcategory__parent").get(reference=reference)


def reference(text: str = "21 000 001") -> Reference:
    """A reference as the scheme reads it."""
    found = get_scheme().pattern.parse(text)
    assert found, text
    return found
