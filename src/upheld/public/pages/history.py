"""The life of a decision: its versions, and what became of it, the newest first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from upheld.lib.dates import date_in_zone
from upheld.public.queries.compliance import Compliance, Followed
from upheld.public.queries.decision import VersionLine
from upheld.register.models import Decision
from upheld.register.models.version import FIRST, MAJOR, MINOR, REDACTED
from upheld.scheme import get_scheme
from upheld.ui.site import Link

_CHANGES = {FIRST: "First published here", MINOR: "Small correction", MAJOR: "Corrected", REDACTED: "Words removed"}
Standing = Literal["present", "earlier", "erased", ""]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened. `on` is None where no day is known; `reason` is the scheme's for the public, or nothing.

    Of a version: its `number`, how it stands, where it is read (`href`, an earlier one that still exists) and where
    what it changed is shown (`changes`). Of a report before or after: the `link` to it.
    """

    on: dt.date | None
    what: str
    reason: str = ""
    number: int | None = None
    standing: Standing = ""
    href: str | None = None
    changes: str | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class History:
    """`lines` in order of time, the newest first. `latest` is what changed last, None if nothing ever did.

    `satisfied_on`, `further` (reports that followed this decision) and `earlier` (what this report followed) are what
    became of it, for the head of the page.
    """

    lines: tuple[HistoryLine, ...]
    latest: HistoryLine | None
    satisfied_on: dt.date | None
    further: tuple[Link, ...]
    earlier: tuple[Link, ...]


def make_history(decision: Decision, versions: Sequence[VersionLine], compliance: Compliance) -> History:
    """The history of a published decision; `versions` are all of them, the newest first."""
    made = [_version_line(decision, line, versions[place + 1 : place + 2]) for place, line in enumerate(versions)]
    lines = [*_afterwards(compliance), *made, *_before(compliance)]
    return History(
        lines=tuple(sorted(lines, key=_day, reverse=True)),
        latest=made[0] if len(made) > 1 else None,
        satisfied_on=compliance.satisfied_on,
        further=tuple(_link(one) for one in compliance.further),
        earlier=tuple(_link(Followed(one.reference, one)) for one in compliance.earlier),
    )


def may_compare(line: VersionLine, before: VersionLine) -> bool:
    """Whether what a version changed may be shown: never what was taken away to protect somebody, or where it stood."""
    protects = {reason.slug for reason in get_scheme().reasons_for("redact")}
    hidden = line.is_erased or before.is_erased or line.change == REDACTED or line.reason in protects
    return not hidden


def change_words(line: VersionLine) -> str:
    """What a version changed, in words."""
    return _CHANGES.get(line.change, line.change)


def reason_words(slug: str) -> str:
    """A reason as the public is given it; nothing when there is none."""
    reason = get_scheme().reason(slug)
    return reason.label if reason else ""


def day_of(instant: dt.datetime) -> dt.date:
    """The day of an instant where the scheme is."""
    return date_in_zone(instant, get_scheme().timezone)


def _version_line(decision: Decision, line: VersionLine, before: Sequence[VersionLine]) -> HistoryLine:
    address, is_present = f"{decision.get_absolute_url()}/v/{line.number}", line.number == decision.version_number
    shown = bool(before) and may_compare(line, before[0])
    return HistoryLine(
        on=day_of(line.made_at),
        what=change_words(line),
        reason=reason_words(line.reason),
        number=line.number,
        standing="present" if is_present else "erased" if line.is_erased else "earlier",
        href=None if is_present or line.is_erased else address,
        changes=f"{address}/changes" if shown else None,
    )


def _afterwards(compliance: Compliance) -> list[HistoryLine]:
    further = [
        HistoryLine(_out_on(one.decision), "A further report followed", link=_link(one)) for one in compliance.further
    ]
    if compliance.satisfied_on is None:
        return further
    return [HistoryLine(compliance.satisfied_on, "The Ombudsman was satisfied with the response"), *further]


def _before(compliance: Compliance) -> list[HistoryLine]:
    return [
        HistoryLine(_out_on(one), "This report followed", link=_link(Followed(one.reference, one)))
        for one in compliance.earlier
    ]


def _day(line: HistoryLine) -> tuple[dt.date, int]:
    """What has no day comes last of all that came after; versions of one day stay in order."""
    return line.on or dt.date.max, line.number or 0


def _out_on(decision: Decision | None) -> dt.date | None:
    return (decision.published_on or decision.decided_on) if decision else None


def _link(followed: Followed) -> Link:
    return Link(followed.reference, followed.decision.get_absolute_url() if followed.decision else None)
