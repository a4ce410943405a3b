"""Lists of drafts: what each filter gives, page by page."""

import datetime as dt

import pytest

from tests.build import draft as build
from tests.build.decision import NOON, published
from tests.build.draft import CHECKER, PERSONAL, WRITER
from upheld.editorial.actions.hold_draft import hold_draft
from upheld.editorial.actions.replace_words import replace_words
from upheld.editorial.actions.schedule import schedule
from upheld.editorial.queries.queue import DraftFilters, count_waiting, list_clean, list_drafts, list_scheduled

pytestmark = pytest.mark.django_db


def references(**filters: object) -> list[str]:
    return [one.reference[-3:] for one in list_drafts(DraftFilters(**filters)).drafts]  # type: ignore[arg-type]


@pytest.fixture
def _drafts() -> None:
    """One of each: written, being checked, ready (twice, one by the checker), held, a correction."""
    for number, make in enumerate((build.draft, build.checking, build.ready), 1):
        make(f"21 000 00{number}", at=NOON + dt.timedelta(minutes=number))
    build.ready("21 000 004", by=CHECKER, organisations=[{"name": "Brackenholt Council"}], category="Planning")
    hold_draft(build.draft("21 000 005").uid, by=CHECKER, at=NOON + dt.timedelta(hours=1))
    build.correction(published("21 000 006"))


@pytest.mark.usefixtures("_drafts")
def test_each_filter_gives_what_it_says() -> None:
    assert sorted(references()) == ["001", "002", "003", "004", "005", "006"]
    assert references(states=("checking",)) == ["002"]
    assert references(states=("held", "draft")) == ["001", "005"]
    assert references(mine=CHECKER) == ["004"]
    assert references(for_approval=CHECKER) == ["006", "003"]
    assert references(blocker="open-findings") == ["002"]
    assert references(blocker="held") == ["005"]
    assert references(corrections=True) == ["006"]
    assert references(category="Planning") == ["004"]
    assert references(organisation="Brackenholt Council") == ["004"]


FOUND = {
    "21-000-002": ["002"],
    "ref. 21000002": ["002"],
    "brackenholt": ["004"],
    "Tobias papers": ["002"],
    "find five": ["005"],
    "“no such words”": [],
    "%": [],
    "\\": [],
    '"': [],
}


@pytest.mark.usefixtures("_drafts")
def test_drafts_are_found_by_what_they_show_and_say() -> None:
    assert {q: references(q=q) for q in FOUND} == FOUND


def test_words_that_were_replaced_are_not_found_any_more() -> None:
    one = build.checking(summary=PERSONAL)
    replace_words(one.uid, 1, "Tobias Quill", "Mr X", by=WRITER, at=NOON)
    assert references(q="Quill") == []
    assert references(q="phone") == []
    assert references(q="07700") == ["001"]


@pytest.mark.usefixtures("_drafts")
def test_counts_are_of_every_state_whatever_is_shown() -> None:
    page = list_drafts(DraftFilters(states=("held",)))
    assert page.counts == {"draft": 1, "checking": 1, "ready": 3, "held": 1}
    assert page.total == 6
    assert count_waiting(WRITER)["for-approval"] == 1


@pytest.mark.usefixtures("_drafts")
def test_pages_follow_each_other_without_gap_or_repeat() -> None:
    for newest in (False, True):
        filters, after, seen = DraftFilters(newest_first=newest), "", []
        while True:
            page = list_drafts(filters, after, size=2)
            seen += [one.reference for one in page.drafts]
            after = page.after
            if not after:
                break
        assert len(seen) == len(set(seen)) == 6
        assert seen == [one.reference for one in list_drafts(filters).drafts]
    for strange in ("x", "!!!", "MjAyNg", "é"):
        assert len(list_drafts(None, strange).drafts) == 6


@pytest.mark.usefixtures("_drafts")
def test_a_batch_has_what_is_clean_and_not_by_the_person() -> None:
    assert [one.reference for one in list_clean(CHECKER)] == ["21 000 006", "21 000 003"]
    assert [one.reference for one in list_clean(WRITER)] == ["21 000 004"]


def test_days_that_were_chosen_are_found() -> None:
    schedule(build.ready().uid, dt.date(2026, 4, 10), by=WRITER, at=NOON)
    assert [one.reference for one in list_scheduled(dt.date(2026, 4, 1), dt.date(2026, 4, 30))] == ["21 000 001"]
    assert not list_scheduled(dt.date(2026, 5, 1), dt.date(2026, 5, 30))
