"""A correction of what stands beside the text only: it is filled in, without a new version."""

import datetime as dt

import pytest

from tests.build.decision import NOON, published
from tests.build.draft import CHECKER, WRITER
from upheld.editorial.actions.answer_finding import answer_finding
from upheld.editorial.actions.approve import approve
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.send import send_for_check
from upheld.editorial.actions.start_draft import start_draft
from upheld.editorial.models import Draft, DraftRevision
from upheld.editorial.queries.draft import get_draft
from upheld.editorial.rules import NotPublishableError, OvertakenError
from upheld.journal.models import Entry
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.describe import describe
from upheld.register.models import Decision
from upheld.register.queries.record import get_record

pytestmark = pytest.mark.django_db
ADDRESS = "https://ombudsman.example/decisions/21-000-001"
LATER = NOON + dt.timedelta(hours=1)


def described(decision: Decision, **values: object) -> Draft:
    """A correction, ready, that changes only what `values` say."""
    text = get_record(decision.pk)
    one = start_draft(text, by=WRITER, at=NOON, source="form", decision=decision)
    one = edit_draft(one.uid, one.revision, text.model_copy(update=values), by=WRITER, at=NOON)
    for found in get_draft(one.uid, at=NOON).findings:
        answer_finding(one.uid, one.revision, found.finding.fingerprint, "not-personal", "", by=WRITER, at=NOON)
    return send_for_check(one.uid, one.revision, by=WRITER, at=NOON)


def test_a_new_source_is_filled_in_without_a_new_version() -> None:
    decision = published()
    one = described(decision, source_url=ADDRESS, related=("21 000 002",))
    assert one.state == "ready"
    after = approve(one.uid, one.revision, by=CHECKER, at=LATER)
    assert (after.pk, after.version_number, after.state) == (decision.pk, 1, "published")
    assert (after.source_url, after.related) == (ADDRESS, ["21 000 002"])
    assert after.published_on == decision.published_on
    assert not DraftRevision.objects.exists()
    kinds = list(Entry.objects.order_by("-pk").values_list("kind", flat=True)[:2])
    assert set(kinds) == {"decision.described", "draft.approved"}


def test_the_same_details_again_change_nothing() -> None:
    decision = published()
    describe([Correction(decision.pk, 1, get_record(decision.pk).model_copy(update={"source_url": ADDRESS}))],
             by=CHECKER, at=NOON)  # fmt: skip
    one = start_draft(get_record(decision.pk), by=WRITER, at=NOON, source="form", decision=Decision.objects.get())
    assert "unchanged" in [blocker.code for blocker in get_draft(one.uid, at=NOON).blockers]


def test_whoever_prepared_it_does_not_approve_it_and_a_newer_version_keeps_it_back() -> None:
    decision = published()
    one = described(decision, source_url=ADDRESS)
    with pytest.raises(Exception, match="somebody else has to approve"):
        approve(one.uid, one.revision, by=WRITER, at=LATER)
    text = get_record(decision.pk).model_copy(update={"summary": "Mrs B complained again. The Council was at fault."})
    correct([Correction(decision.pk, 1, text)], by=CHECKER, at=LATER)
    with pytest.raises((NotPublishableError, OvertakenError)):
        approve(one.uid, one.revision, by=CHECKER, at=LATER)
    assert Decision.objects.get().source_url != ADDRESS
