"""What became of decisions later: the day on which all was put right, or the report that followed."""

import datetime as dt
from collections.abc import Iterator, Sequence

from upheld.demo.cases import AGREED, RECOMMENDED, Case
from upheld.demo.days import moment

_LAST = dt.date(2026, 11, 11)
_SATISFIED = 0.6


def list_satisfied(cases: Sequence[Case], changed: frozenset[str]) -> Iterator[tuple[Case, dt.date]]:
    """The cases whose remedies were carried out, with the day, leaving out those that were changed otherwise."""
    for case in cases:
        rng = case.random("aftermath")
        on = case.decided_on + dt.timedelta(days=rng.randint(45, 200))
        is_due = case.ending == AGREED and max(on, case.published_on) < _LAST
        if is_due and case.reference not in changed and rng.random() < _SATISFIED:
            yield case, on


def satisfied_at(case: Case, on: dt.date) -> dt.datetime:
    """When it was recorded: on the day, or when the decision had come out."""
    return moment(max(on, case.published_on), 16)


def list_followed(cases: Sequence[Case]) -> list[Case]:
    """Reports that follow an earlier decision of the same body, because it had not done what was recommended."""
    reports = [case for case in cases if case.report and case.related]
    return sorted(reports, key=lambda case: case.ending != RECOMMENDED)[:3]
