"""Drafts for tests, made through actions, every word invented."""

import datetime as dt
from typing import Any

from tests.build.decision import NOON, record
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.send import send_for_check
from upheld.editorial.actions.start_draft import start_draft
from upheld.editorial.models import Draft
from upheld.register.models import Decision
from upheld.register.records import DecisionRecord

WRITER, CHECKER, CHIEF = "wren@ombudsman.example", "finch@ombudsman.example", "heron@ombudsman.example"
CLEAN = "Mrs B complained that the Council lost her papers. The Council was at fault."
_DIGITS = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
PERSONAL = "Mrs B wrote to Tobias Quill on 07700 900123 about the papers. The Council was at fault."


def text(reference: str = "21 000 001", **values: Any) -> DecisionRecord:
    """A record in which nothing is found. `values` are interchange keys."""
    return record(reference, **{"sections": [_section(reference)]} | values)


def draft(reference: str = "21 000 001", *, by: str = WRITER, at: dt.datetime = NOON, **values: Any) -> Draft:
    """A draft somebody has written."""
    return start_draft(text(reference, **values), by=by, at=at, source="form")


def checking(reference: str = "21 000 001", *, at: dt.datetime = NOON, **values: Any) -> Draft:
    """A draft that is being checked, because something was found in it."""
    one = draft(reference, at=at, **{"summary": PERSONAL} | values)
    return send_for_check(one.uid, one.revision, by=WRITER, at=at)


def ready(reference: str = "21 000 001", *, by: str = WRITER, at: dt.datetime = NOON, **values: Any) -> Draft:
    """A draft that waits for the approval of a second person."""
    one = draft(reference, by=by, at=at, **values)
    return send_for_check(one.uid, one.revision, by=by, at=at)


def correction(decision: Decision, *, by: str = WRITER, at: dt.datetime = NOON, **values: Any) -> Draft:
    """A correction of a decision, ready unless `values` say otherwise."""
    fresh = text(decision.reference, **{"summary": "Mrs B complained that the Council lost her letters."} | values)
    one = start_draft(fresh, by=by, at=at, source="form", decision=decision)
    return send_for_check(one.uid, one.revision, by=by, at=at)


def edited(one: Draft, *, by: str = WRITER, at: dt.datetime = NOON, **values: Any) -> Draft:
    """The draft with another text."""
    reference = values.pop("reference", one.reference)
    return edit_draft(one.uid, one.revision, text(reference, **values), by=by, at=at)


def _section(reference: str) -> dict[str, object]:
    """A text of the reference's own: no two drafts say the same."""
    digits = " ".join(_DIGITS[int(digit)] for digit in reference if digit.isdigit())
    said = f"Mrs B sent her papers to the Council. It could not find {digits} of them."
    return {"heading": "The complaint", "blocks": [{"number": 1, "text": said}]}
