"""Hold, release, withdraw, restore: effect, journal entry, and a refusal leaves no trace."""

from collections.abc import Callable

import pytest

from tests.build.decision import NOON, published
from upheld.journal.models import Entry
from upheld.register.actions.hold import hold, release
from upheld.register.actions.move_state import ReasonError
from upheld.register.actions.withdraw import restore, withdraw
from upheld.register.models import Decision
from upheld.register.queries.record import list_records
from upheld.register.rules import RefusedError

pytestmark = pytest.mark.django_db


def state_of(decision: Decision) -> str:
    return Decision.objects.get(pk=decision.pk).state


@pytest.mark.parametrize(
    ("there", "back", "state", "kinds"),
    [
        (hold, release, "held", ["decision.held", "decision.released"]),
        (withdraw, restore, "withdrawn", ["decision.withdrawn", "decision.restored"]),
    ],
)
def test_there_and_back(there: Callable[..., int], back: Callable[..., int], state: str, kinds: list[str]) -> None:
    decision = published()
    there([decision.pk], by="editor", at=NOON)
    assert state_of(decision) == state
    assert list(list_records()) == []
    back([decision.pk], by="editor", at=NOON)
    assert state_of(decision) == "published"
    assert [one.reference for one in list_records()] == ["21 000 001"]
    entries = Entry.objects.filter(subject="decision", subject_id=decision.pk).order_by("number")
    assert [entry.kind for entry in entries][1:] == kinds


def test_one_that_may_not_be_held_refuses_the_batch() -> None:
    first, second = published("21 000 001"), published("21 000 002")
    withdraw([second.pk], by="editor", at=NOON)
    before = Entry.objects.count()
    with pytest.raises(RefusedError, match="21 000 002 is withdrawn"):
        hold([first.pk, second.pk], by="editor", at=NOON)
    assert state_of(first) == "published"
    assert Entry.objects.count() == before


def test_a_reason_that_is_not_on_the_list_is_refused() -> None:
    decision = published()
    with pytest.raises(ReasonError, match="choose one of: identity"):
        withdraw([decision.pk], by="editor", at=NOON, reason="because Mrs B asked")
    assert state_of(decision) == "published"
