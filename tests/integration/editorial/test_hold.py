"""Holds and reviews: each keeps a decision out of sight, and both must end before it can be read again."""

import pytest

from tests.build.decision import NOON, published, record, reference
from tests.build.person import make_person
from upheld.editorial.actions.gate import take_in_published
from upheld.editorial.actions.hold import hold, release
from upheld.editorial.actions.open_review import close_review, hold_reviewed, open_review
from upheld.editorial.actions.withdraw import restore, withdraw
from upheld.editorial.models import Notice, OpenReview, Outgoing
from upheld.journal.models import Entry
from upheld.register.actions.publish import publish
from upheld.register.content import prepare
from upheld.register.models import Decision
from upheld.register.rules import RefusedError
from upheld.scheme import get_scheme

pytestmark = pytest.mark.django_db


def state_of(decision: Decision) -> str:
    return Decision.objects.get(pk=decision.pk).state


def kinds() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("kind", flat=True))


def test_one_person_holds_and_the_others_are_told() -> None:
    decision, ada, bea = published(), make_person("approver"), make_person("manager")
    reader, left = make_person("reader"), make_person("approver")
    left.is_active = False
    left.save()
    hold([decision.pk], by=ada.email, at=NOON)
    assert state_of(decision) == "held"
    told = set(Notice.objects.values_list("person", "kind", "subject_id"))
    assert told == {(bea.email, "decision.held", decision.pk)}
    assert set(Outgoing.objects.values_list("to", flat=True)) == {bea.email}
    assert reader.email not in str(list(Outgoing.objects.values()))


def test_a_refused_hold_tells_nobody() -> None:
    first, second = published("21 000 001"), published("21 000 002")
    make_person("manager")
    withdraw([second.pk], by="a", at=NOON)
    before = Entry.objects.count()
    with pytest.raises(RefusedError, match="21 000 002 is withdrawn"):
        hold([first.pk, second.pk], by="a", at=NOON)
    assert (state_of(first), Entry.objects.count(), Notice.objects.count()) == ("published", before, 0)


@pytest.mark.parametrize("kind", ["review", "court"])
def test_an_open_review_holds_and_its_end_releases_with_the_same_dates(kind: str) -> None:
    decision = published()
    review = open_review(reference(), kind, by="ada", at=NOON)
    held = Decision.objects.get(pk=decision.pk)
    assert (held.state, held.state_reason, held.decided_on) == ("held", kind, decision.decided_on)
    with pytest.raises(RefusedError, match="close the review"):
        release([decision.pk], by="ada", at=NOON)
    assert close_review(review.pk, by="bea", at=NOON)
    back = Decision.objects.get(pk=decision.pk)
    assert (back.state, back.decided_on, back.published_on) == ("published", decision.decided_on, decision.published_on)
    with pytest.raises(RefusedError, match="closed"):
        close_review(review.pk, by="bea", at=NOON)


def test_a_hold_there_before_the_review_outlives_it() -> None:
    decision = published()
    hold([decision.pk], by="ada", at=NOON)
    review = open_review(reference(), "review", by="ada", at=NOON)
    assert not OpenReview.objects.get().held_by_it
    assert not close_review(review.pk, by="ada", at=NOON)
    assert state_of(decision) == "held"
    release([decision.pk], by="ada", at=NOON)
    assert state_of(decision) == "published"


def test_a_hold_added_during_a_review_outlives_it() -> None:
    decision = published()
    review = open_review(reference(), "review", by="ada", at=NOON)
    hold([decision.pk], by="bea", at=NOON)
    with pytest.raises(RefusedError, match="held already"):
        hold([decision.pk], by="bea", at=NOON)
    assert not close_review(review.pk, by="ada", at=NOON)
    assert state_of(decision) == "held"
    release([decision.pk], by="ada", at=NOON)
    assert state_of(decision) == "published"


def test_a_hold_released_during_a_review_ends_with_it() -> None:
    decision = published()
    hold([decision.pk], by="ada", at=NOON)
    review = open_review(reference(), "review", by="ada", at=NOON)
    assert release([decision.pk], by="ada", at=NOON) == ("21 000 001",)
    assert state_of(decision) == "held"
    assert close_review(review.pk, by="ada", at=NOON)
    assert state_of(decision) == "published"


def test_two_reviews_must_both_end() -> None:
    decision = published()
    one = open_review(reference(), "review", by="ada", at=NOON)
    two = open_review(reference(), "court", by="ada", at=NOON)
    with pytest.raises(RefusedError, match="open already"):
        open_review(reference(), "court", by="ada", at=NOON)
    assert not close_review(one.pk, by="ada", at=NOON)
    assert close_review(two.pk, by="ada", at=NOON)
    assert state_of(decision) == "published"


def test_what_is_withdrawn_is_not_restored_during_a_review() -> None:
    decision = published()
    withdraw([decision.pk], by="ada", at=NOON)
    review = open_review(reference(), "court", by="ada", at=NOON)
    assert state_of(decision) == "withdrawn"
    with pytest.raises(RefusedError, match="while a review is open"):
        restore([decision.pk], by="ada", at=NOON)
    assert not close_review(review.pk, by="ada", at=NOON)
    restore([decision.pk], by="ada", at=NOON)
    assert state_of(decision) == "published"


def test_what_somebody_held_when_it_was_withdrawn_is_held_again_when_it_is_restored() -> None:
    decision = published()
    hold([decision.pk], by="ada", at=NOON, reason="identity")
    withdraw([decision.pk], by="ben", at=NOON)
    restore([decision.pk], by="ben", at=NOON)
    assert state_of(decision) == "held"
    release([decision.pk], by="ada", at=NOON)
    withdraw([decision.pk], by="ben", at=NOON)
    restore([decision.pk], by="ben", at=NOON)
    assert state_of(decision) == "published"


def test_a_case_under_review_is_not_shown_for_a_moment_when_it_was_public_elsewhere() -> None:
    open_review(reference("21 000 009"), "review", by="ada", at=NOON)
    content = prepare(record("21 000 009"), get_scheme())
    take_in_published([content], by="import", at=NOON, already_public="https://example.org")
    assert Decision.objects.get().state == "held"


def test_a_case_under_review_is_held_when_it_is_taken_in() -> None:
    review = open_review(reference("21 000 009"), "review", by="ada", at=NOON)
    assert hold_reviewed(by="the follower", at=NOON) == 0
    publish([record("21 000 009")], by="import", at=NOON)
    assert hold_reviewed(by="the follower", at=NOON) == 1
    decision = Decision.objects.get()
    assert decision.state == "held"
    assert close_review(review.pk, by="ada", at=NOON)
    assert state_of(decision) == "published"
    assert kinds()[-2:] == ["review.closed", "decision.released"]
