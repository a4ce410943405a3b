"""Corrections: a new version, the old one kept, and nobody overtaken."""

import datetime as dt

import pytest

from tests.build.decision import NOON, published, record
from upheld.journal.models import Entry
from upheld.register.actions.correct import Correction, NothingChangedError, correct
from upheld.register.actions.describe import describe
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision, Version
from upheld.register.queries.record import get_record
from upheld.register.rules import OvertakenError, RefusedError

pytestmark = pytest.mark.django_db


def test_a_correction_makes_a_version_and_moves_the_decision() -> None:
    decision = published()
    fresh = record(summary="Another text.", subcategory="Allocations", also_known_as=("21 000 777",))
    correct([Correction(decision.pk, 1, fresh, "major", "accuracy")], by="editor", at=NOON)
    now = Decision.objects.select_related("category", "subcategory__parent").get()
    assert now.get_absolute_url() == "/decisions/housing/allocations/21-000-001"
    assert get_record(decision.pk).also_known_as == ("21 000 777",)
    versions = list(Version.objects.order_by("number").values_list("number", "change", "reason", "summary"))
    assert versions[0][3] == decision.version.summary
    assert versions[1] == (2, "major", "accuracy", "Another text.")
    assert Entry.objects.order_by("-number")[0].kind == "decision.corrected"


def test_the_second_of_two_editors_is_told() -> None:
    decision = published()
    correct([Correction(decision.pk, 1, record(summary="First."))], by="editor", at=NOON)
    with pytest.raises(OvertakenError, match="look at it again"):
        correct([Correction(decision.pk, 1, record(summary="Second."))], by="other", at=NOON)
    assert get_record(decision.pk).summary == "First."
    assert Version.objects.count() == 2


def test_refusals_leave_no_trace() -> None:
    decision, other = published(), published("21 000 002")
    before = Entry.objects.count()
    with pytest.raises(NothingChangedError):
        correct([Correction(decision.pk, 1, record())], by="editor", at=NOON)
    with pytest.raises(RefusedError, match="another decision has that reference"):
        correct([Correction(decision.pk, 1, record(also_known_as=(other.reference,)))], by="editor", at=NOON)
    assert (Entry.objects.count(), Version.objects.count()) == (before, 2)
    withdraw([decision.pk], by="editor", at=NOON)
    with pytest.raises(RefusedError, match="restore it first"):
        correct([Correction(decision.pk, 1, record(summary="New."))], by="editor", at=NOON)


def test_details_are_filled_in_without_a_version_and_never_emptied() -> None:
    decision = published(source_url="https://example.org/21-000-001")
    describe([Correction(decision.pk, 1, record(published_on=dt.date(2022, 5, 17)))], by="editor", at=NOON)
    now = get_record(decision.pk)
    assert now.published_on is not None
    assert now.source_url == "https://example.org/21-000-001"
    assert Version.objects.count() == 1
