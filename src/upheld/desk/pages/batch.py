"""A batch: drafts that are clean are approved together, those with findings one by one."""

import datetime as dt
from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from upheld.desk.components import DeskRow, Fault
from upheld.desk.frame import HOME
from upheld.desk.pages.rows import row_of_draft
from upheld.editorial.actions.approve import Result
from upheld.editorial.models import Draft
from upheld.lib.dates import format_date
from upheld.register.rules import embargo_day
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link

BATCH = Link("Batch", "/desk/batch")
_MOST_DAYS = 5  # named one by one


@dataclass(frozen=True)
class OnDay:
    """How many appear on a day, or at once."""

    words: str
    count: int


@dataclass(frozen=True)
class Batch:
    """What waits for approval: `clean` can be approved together, `single` one by one, `own` only by somebody else."""

    clean: tuple[DeskRow, ...]
    single: tuple[DeskRow, ...]
    own: tuple[DeskRow, ...]
    own_count: int
    unready: int
    days: tuple[OnDay, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def total(self) -> int:
        """How many are ready."""
        return len(self.clean) + len(self.single) + self.own_count


@dataclass(frozen=True)
class Confirm:
    """What the person is about to approve; `seen` are the drafts with the revisions that are shown."""

    rows: tuple[DeskRow, ...]
    days: tuple[OnDay, ...]
    seen: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of one: `href` is its decision, or the draft that waits on, with why."""

    reference: str
    href: str
    words: str


@dataclass(frozen=True)
class BatchResult:
    """What became of each."""

    approved: tuple[Outcome, ...]
    refused: tuple[Outcome, ...]


def make_batch(
    clean: Sequence[Draft],
    every: Sequence[Draft],
    own: Sequence[Draft],
    own_count: int,
    unready: int,
    *,
    today: dt.date,
    names: Mapping[str, str],
    fault: Fault | None = None,
) -> Batch:
    """The page. `every` is what the person could approve, `clean` those of it that never had a finding."""
    together = {draft.pk for draft in clean}
    return Batch(
        clean=_rows(clean, today, names),
        single=_rows([draft for draft in every if draft.pk not in together], today, names),
        own=_rows(own, today, names),
        own_count=own_count,
        unready=unready,
        days=_days(clean, today),
        faults=(fault,) if fault else (),
    )


def make_confirm(drafts: Sequence[Draft], today: dt.date, names: Mapping[str, str]) -> Confirm:
    """The page on which the person confirms."""
    seen = tuple(f"{draft.uid}:{draft.revision}" for draft in drafts)
    return Confirm(_rows(drafts, today, names), _days(drafts, today), seen)


def make_result(results: Iterable[Result]) -> list[tuple[str, str, str, bool]]:
    """What became of each, as a session keeps it: reference, address, words, whether it is approved."""
    return [_kept(one) for one in results]


def read_result(kept: Iterable[Sequence[object]]) -> BatchResult:
    """The page of results."""
    outcomes = [(Outcome(str(name), str(href), str(words)), bool(done)) for name, href, words, done in kept]
    return BatchResult(tuple(one for one, done in outcomes if done), tuple(one for one, done in outcomes if not done))


def batch_head() -> Head:
    """What the page says of itself."""
    return Head("Approve a batch", trail=(HOME,))


def confirm_head(page: Confirm) -> Head:
    """What the page of confirmation says of itself."""
    return Head(f"Approve {len(page.rows):,} together", trail=(HOME, BATCH))


def result_head(page: BatchResult) -> Head:
    """What the page of results says of itself."""
    count = len(page.approved)
    return Head(f"{count:,} approved" if count else "Nothing was approved", trail=(HOME, BATCH))


def appears_on(draft: Draft, today: dt.date) -> dt.date | None:
    """The day on which the draft would appear, approved today; None for at once."""
    kind = get_scheme().document_type(draft.document_type)
    days = [draft.not_before] if draft.not_before else []
    if get_scheme().official and kind and draft.decided_on and not draft.decision_id:
        days.append(embargo_day(draft.decided_on, kind.delay_days, None))
    day = max(days, default=today)
    return day if day > today else None


def _rows(drafts: Iterable[Draft], today: dt.date, names: Mapping[str, str]) -> tuple[DeskRow, ...]:
    return tuple(_row(draft, appears_on(draft, today), names) for draft in drafts)


def _row(draft: Draft, day: dt.date | None, names: Mapping[str, str]) -> DeskRow:
    row = row_of_draft(draft, names)
    at_once = "Appears at once" if not draft.decision_id else "Correction, appears at once"
    return replace(row, day=day, day_label="Appears", note=row.note if day else at_once)


def _days(drafts: Iterable[Draft], today: dt.date) -> tuple[OnDay, ...]:
    tally = Tally(appears_on(draft, today) for draft in drafts)
    at_once = (OnDay("at once", tally.pop(None)),) if None in tally else ()
    later = sorted((day, count) for day, count in tally.items() if day)
    if len(later) <= _MOST_DAYS:
        return (*at_once, *(OnDay(f"on {format_date(day)}", count) for day, count in later))
    between = f"on {len(later)} days from {format_date(later[0][0])} to {format_date(later[-1][0])}"
    return (*at_once, OnDay(between, sum(count for _, count in later)))


def _kept(one: Result) -> tuple[str, str, str, bool]:
    if one.decision is None:
        return one.reference, f"/desk/drafts/{one.uid}", one.why_not, False
    day = one.decision.held_until
    words = f"Appears on {format_date(day)}" if day else "Published"
    return one.reference, f"/desk/decisions/{one.decision.uid}", words, True
