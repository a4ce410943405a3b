"""The home page of the desk: what needs somebody now, what comes out when, and the last seven days."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from upheld.accounts.models import Person
from upheld.accounts.requirements import may
from upheld.desk.components import Counter
from upheld.desk.pages.rows import row_of_decision, row_of_draft
from upheld.desk.queries.decision import Standing
from upheld.desk.queries.home import AHEAD, MOST, HomeFacts
from upheld.editorial.models import Draft, OpenReview
from upheld.editorial.queries.examination import Waiting
from upheld.editorial.queries.needs import OpenReport, Told
from upheld.ingest.queries.run import TroubledRun
from upheld.lib.dates import date_in_zone, format_date
from upheld.scheme import get_scheme
from upheld.ui.filters import plural
from upheld.ui.site import Head, Link

_ACTS = {
    "decision.held": "was held",
    "decision.redacted": "was redacted",
    "decision.withdrawn": "was withdrawn",
    "decision.released": "was released",
}

_ALSO = (
    ("hold", Link("Reports from readers", "/desk/reports")),
    ("hold", Link("Reviews", "/desk/reviews")),
    ("retention", Link("Retention", "/desk/retention")),
    ("see", Link("Saved views", "/desk/views")),
)


@dataclass(frozen=True)
class Line:
    """One thing that waits: where it is, what it is called, and a few words."""

    href: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class Need:
    """Things of one kind that wait: how many, the first of them, and where all are. `is_urgent` ones come first."""

    title: str
    lines: tuple[Line, ...]
    href: str
    count: int
    is_urgent: bool = False
    advice: str = ""

    @property
    def more(self) -> int:
        """How many there are besides those shown."""
        return max(0, self.count - len(self.lines))


@dataclass(frozen=True)
class Coming:
    """A day of the next fortnight on which something appears."""

    day: dt.date
    count: int
    href: str


@dataclass(frozen=True)
class Home:
    """All that the page shows. `quiet` names what there is none of."""

    name: str
    needs: tuple[Need, ...]
    quiet: tuple[str, ...]
    coming: tuple[Coming, ...]
    ahead: int
    week: tuple[Counter, ...]
    drafts: int
    takes_in: bool
    also: tuple[Link, ...]


def make_home(facts: HomeFacts, person: Person, names: Mapping[str, str]) -> Home:
    """The page for the person."""
    needs = _needs(facts, person, _of_drafts(names))
    return Home(
        name=person.name,
        needs=tuple(need for need in needs if need.count),
        quiet=tuple(need.title for need in needs if not need.count),
        coming=tuple(Coming(day, count, f"/desk/calendar/{day}") for day, count in sorted(facts.coming.items())),
        ahead=AHEAD,
        week=_week(facts),
        drafts=sum(facts.drafts.get(state, 0) for state in ("draft", "checking", "ready", "returned", "held")),
        takes_in=may(person, "prepare"),
        also=tuple(link for permission, link in _ALSO if may(person, permission)),
    )


def home_head() -> Head:
    """What the page says of itself."""
    return Head("What needs you now")


def _needs(facts: HomeFacts, person: Person, draft: Callable[[Draft], Line]) -> list[Need]:
    """Everything that can wait, in the order in which it is to be looked at."""
    held = facts.held.count + facts.held_drafts.count
    both = (*facts.held.first, *facts.held_drafts.first)[:MOST]
    needs = [
        _need("Reports that somebody can be recognised", facts.reports.count, facts.reports.first, _report(facts.today),
              "", is_urgent=True, advice="Hold first, then look: a hold can be released again.",
              permission="hold", person=person),
        _need("Emergencies you were told of", facts.told.count, facts.told.first, _told, "", is_urgent=True),
        _need("Held", held, both, _held, "/desk/find?state=held"),
        _need("Published decisions with findings to look at", facts.published_findings.count,
              facts.published_findings.first, _published, "/desk/find?state=published&blocker=open-findings"),
        _need("Drafts with findings to answer", facts.draft_findings.count, facts.draft_findings.first, _finding,
              "/desk/find?blocker=open-findings"),
        _need("Waiting for your approval", facts.for_approval.count, facts.for_approval.first, draft,
              "/desk/find?approve=me", permission="approve", person=person),
        _need("Returned to you", facts.returned.count, facts.returned.first, draft,
              "/desk/find?state=returned&person=me", permission="prepare", person=person),
        _need("Appearing today", facts.due.count, facts.due.first, _decision, f"/desk/calendar/{facts.today}"),
        _need("Imports that failed or left something out", facts.runs.count, facts.runs.first, _run, ""),
        _need("Reviews that are open", facts.reviews.count, facts.reviews.first, _review, "/desk/reviews",
              permission="hold", person=person),
    ]  # fmt: skip
    return [need for need in needs if need is not None]


def _need(
    title: str,
    count: int,
    things: Sequence[object],
    line: Callable[..., Line],
    href: str,
    *,
    is_urgent: bool = False,
    advice: str = "",
    permission: str = "see",
    person: Person | None = None,
) -> Need | None:
    """None for what is no concern of the person's."""
    if person is not None and not may(person, permission):
        return None
    return Need(title, tuple(map(line, things)), href, count, is_urgent, advice)


def _report(today: dt.date) -> Callable[[OpenReport], Line]:
    def line(one: OpenReport) -> Line:
        late = " (that day has passed)" if one.answer_by < today else ""
        note = f"received {_day(one.received_at)}, answer by {format_date(one.answer_by)}{late}"
        return Line(f"/desk/reports/{one.uid}", one.reference, note)

    return line


def _told(one: Told) -> Line:
    return Line(
        f"/desk/decisions/{one.decision_uid}", f"{one.reference} {_ACTS.get(one.kind, 'was changed')}", _day(one.at)
    )


def _decision(one: Standing) -> Line:
    row = row_of_decision(one)
    since = f"{row.note}, since {_day(one.state_at)}" if one.state == "held" else ", ".join(row.facts)
    return Line(row.href, f"{row.title} ({row.reference})", since.removeprefix(", "))


def _held(one: Standing | Draft) -> Line:
    if isinstance(one, Standing):
        return _decision(one)
    row = row_of_draft(one)
    return Line(row.href, f"{row.title} ({row.reference})", f"a draft, since {_day(one.state_at)}")


def _published(one: Waiting) -> Line:
    return Line(
        f"/desk/decisions/{one.uid}/findings", f"{one.organisation} ({one.reference})", plural(one.open, "finding")
    )


def _finding(one: Draft) -> Line:
    row = row_of_draft(one)
    return Line(row.href, f"{row.title} ({row.reference})", plural(one.open_findings, "finding"))


def _of_drafts(names: Mapping[str, str]) -> Callable[[Draft], Line]:
    def line(one: Draft) -> Line:
        row = row_of_draft(one, names)
        return Line(row.href, f"{row.title} ({row.reference})", f"prepared by {row.by}, since {_day(one.state_at)}")

    return line


def _run(one: TroubledRun) -> Line:
    parts = ["" if one.ended else "did not end", f"{one.conflicts:,} in conflict" if one.conflicts else "",
             f"{one.refused:,} refused" if one.refused else ""]  # fmt: skip
    return Line(f"/desk/imports/{one.pk}", f"Import of {_day(one.started_at)}", ", ".join(filter(None, parts)))


def _review(one: OpenReview) -> Line:
    kind = "judicial review" if one.kind == "court" else "review"
    return Line("/desk/reviews", f"{one.reference}: {kind}", f"open since {_day(one.opened_at)}")


def _week(facts: HomeFacts) -> tuple[Counter, ...]:
    """What the journal and the imports tell of the last seven days."""
    told = (
        ("Drafts begun", ("draft.started",), "/desk/find"),
        ("Approved", ("draft.approved",), "/desk/calendar"),
        ("Published", ("decision.published",), "/desk/find?state=published"),
        ("Held", ("decision.held", "draft.held"), "/desk/find?state=held"),
        ("Returned", ("draft.returned",), "/desk/find?state=returned"),
        ("Redacted", ("decision.redacted",), "/desk/find"),
        ("Withdrawn", ("decision.withdrawn",), "/desk/find?state=withdrawn"),
    )
    counted = (Counter(label, sum(facts.week.get(kind, 0) for kind in kinds), href) for label, kinds, href in told)
    return (*counted, Counter("In conflict at an import", facts.conflicts, ""))


def _day(at: dt.datetime) -> str:
    return format_date(date_in_zone(at, get_scheme().timezone))
