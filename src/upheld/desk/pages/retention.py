"""How long decisions are published: what goes soon, what went."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.editorial.queries.retention import NOTICE_DAYS, Due, Gone
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A document type and for how many years it is published; None is for good."""

    name: str
    years: int | None


@dataclass(frozen=True, slots=True)
class DueRow:
    """A decision whose time ends: `is_over` where it has."""

    id: int
    href: str
    reference: str
    kind: str
    on: dt.date
    is_over: bool


@dataclass(frozen=True, slots=True)
class GoneRow:
    """A decision that went: reference, date of the decision, type, when, by whom."""

    href: str
    reference: str
    kind: str
    decided_on: dt.date | None
    at: dt.datetime
    by: str


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """The page. `withdraws`: whether this register lets decisions go at all; `lets_go`: whether this person may."""

    withdraws: bool
    lets_go: bool
    notice_days: int
    types: tuple[TypeRow, ...]
    due: tuple[DueRow, ...]
    over: int
    gone: tuple[GoneRow, ...]
    faults: tuple[Fault, ...]


def make_retention(
    due: Sequence[Due], gone: Sequence[Gone], today: dt.date, *, lets_go: bool, faults: Sequence[Fault] = ()
) -> RetentionPage:
    """The page."""
    rows = tuple(
        DueRow(one.decision.pk, f"/desk/decisions/{one.decision.uid}", one.decision.reference,
               _kind(one.decision.document_type), one.on, one.on <= today)
        for one in due
    )  # fmt: skip
    return RetentionPage(
        withdraws=get_scheme().retention == "withdraw",
        lets_go=lets_go,
        notice_days=NOTICE_DAYS,
        types=tuple(TypeRow(one.name, one.retention_years) for one in get_scheme().document_types),
        due=rows,
        over=sum(one.is_over for one in rows),
        gone=tuple(map(_gone, gone)),
        faults=tuple(faults),
    )


def retention_head() -> Head:
    """What the page says of itself."""
    return Head("How long decisions are published", trail=(Link("Desk", "/desk/"),))


def _gone(one: Gone) -> GoneRow:
    decision = one.decision
    href = f"/desk/decisions/{decision.uid}"
    return GoneRow(href, decision.reference, _kind(decision.document_type), decision.decided_on, one.at, one.by)


def _kind(slug: str) -> str:
    kind = get_scheme().document_type(slug)
    return kind.name if kind else slug
