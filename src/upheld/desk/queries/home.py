"""What the home page of the desk shows, read in a few queries whatever the number of drafts."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from upheld.accounts.models import Person
from upheld.desk.queries.decision import Standing, count_coming, list_coming, read_decisions
from upheld.editorial.models import Draft, OpenReview
from upheld.editorial.queries.examination import Waiting, count_waiting_findings, list_waiting
from upheld.editorial.queries.holds import list_all_reviews
from upheld.editorial.queries.needs import OpenReport, Told, list_open_reports, list_told
from upheld.editorial.queries.queue import DraftFilters, list_drafts
from upheld.ingest.queries.run import TroubledRun, list_troubled
from upheld.journal.queries.entry import count_since
from upheld.lib.dates import date_in_zone
from upheld.register.models import Decision
from upheld.register.models.decision import HELD
from upheld.scheme import get_scheme

MOST, MOST_URGENT = 5, 50
T = TypeVar("T")
WEEK, AHEAD = dt.timedelta(days=7), 14


@dataclass(frozen=True)
class Some(Generic[T]):
    """The first few of so many."""

    count: int
    first: Sequence[T] = ()


@dataclass(frozen=True)
class HomeFacts:
    """All of it, as it is now for one person."""

    today: dt.date
    reports: Some[OpenReport]
    told: Some[Told]
    held: Some[Standing]
    held_drafts: Some[Draft]
    draft_findings: Some[Draft]
    published_findings: Some[Waiting]
    for_approval: Some[Draft]
    returned: Some[Draft]
    due: Some[Standing]
    runs: Some[TroubledRun]
    reviews: Some[OpenReview]
    coming: Mapping[dt.date, int]
    week: Mapping[str, int]
    conflicts: int
    drafts: Mapping[str, int] = field(default_factory=dict)
    """How many drafts there are by state."""


def get_home(person: Person, at: dt.datetime) -> HomeFacts:
    """What waits for the person, what comes out, and what happened in the last seven days."""
    today = date_in_zone(at, get_scheme().timezone)
    held = Decision.objects.filter(state=HELD)
    runs = list_troubled(at - WEEK, at)
    reviews = list_all_reviews()
    every = list_drafts(DraftFilters(), size=1)
    coming = count_coming(today, today + dt.timedelta(days=AHEAD))
    return HomeFacts(
        today=today,
        reports=Some(*list_open_reports(MOST_URGENT)),
        told=Some(*list_told(person.email, MOST_URGENT)),
        held=Some(held.count(), read_decisions(held.order_by("-state_at", "-pk")[:MOST])),
        held_drafts=_drafts(DraftFilters(states=("held",))),
        draft_findings=_drafts(DraftFilters(blocker="open-findings")),
        published_findings=Some(count_waiting_findings()[0], list_waiting(MOST)),
        for_approval=_drafts(DraftFilters(for_approval=person.email, states=("ready",))),
        returned=_drafts(DraftFilters(mine=person.email, states=("returned",))),
        due=Some(coming.get(today, 0), list_coming(today, today)[:MOST] if coming.get(today) else ()),
        runs=Some(len(runs), runs[:MOST]),
        reviews=Some(len(reviews), reviews[:MOST]),
        coming=coming,
        week=count_since(at - WEEK),
        conflicts=sum(run.conflicts for run in runs),
        drafts=every.counts,
    )


def _drafts(filters: DraftFilters) -> Some[Draft]:
    page = list_drafts(filters, size=MOST)
    states = filters.states or ("draft", "checking", "ready", "returned", "held")
    return Some(sum(page.counts.get(state, 0) for state in states), page.drafts)
