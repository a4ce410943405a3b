"""Ten thousand drafts: the first page of the list, with its counts, is there at once."""

import datetime as dt
from functools import partial

import pytest

from tests.build.decision import NOON
from tests.build.draft import text
from tests.build.effort import effort
from upheld.editorial.models import Draft, DraftRevision
from upheld.editorial.queries.queue import DraftFilters, count_waiting, list_drafts
from upheld.editorial.records import as_draft, lined, shown_columns

MANY = 10_000
STATES = ("draft", "checking", "ready", "returned")
SECONDS = 0.2


@pytest.fixture
def _many() -> None:
    """Written at once: their number is the matter here, not how they came."""
    rows, texts, first = [], [], as_draft(text("21 000 000"))
    for number in range(MANY):
        record = first.model_copy(update={"reference": f"21 {number // 1000:03d} {number % 1000:03d}"})
        at = NOON + dt.timedelta(minutes=number)
        common = {"prepared_by": "a@x.example", "source": "import", "created_at": at, "changed_at": at, "state_at": at}
        own = {"uid": f"draft{number}", "state": STATES[number % 4], "editors": lined(["a@x.example"])}
        rows.append(Draft(**common, **own, **shown_columns(record)))
        texts.append(record.line())
    Draft.objects.bulk_create(rows, 500)
    pairs = zip(rows, texts, strict=True)
    DraftRevision.objects.bulk_create(
        (DraftRevision(draft=row, number=1, record=kept, by="a@x.example", at=NOON) for row, kept in pairs), 500
    )


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.usefixtures("_many")
def test_the_first_page_of_ten_thousand_drafts_is_quick() -> None:
    for filters in (DraftFilters(), DraftFilters(states=("ready",)), DraftFilters(for_approval="b@x.example")):
        assert effort(partial(_list, filters), 5) < SECONDS, filters
    assert count_waiting("b@x.example")["for-approval"] == MANY // 4


def _list(filters: DraftFilters) -> None:
    page = list_drafts(filters)
    assert len(page.drafts) == 50
    assert page.after
