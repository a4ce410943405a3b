"""Readers' reports that somebody can be recognised: the list, and one with its decision."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.editorial.actions.report_recognition import OPEN, RESULTS, WHO
from upheld.editorial.models import RecognitionReport
from upheld.register.models import Decision
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the list: without its words."""

    href: str
    reference: str
    who: str
    received_at: dt.datetime
    answer_by: dt.date
    state: str
    is_late: bool
    result: str


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """The open ones, the first to be answered first, and those closed last."""

    waiting: tuple[ReportRow, ...]
    closed: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report. `words` is None where they are deleted."""

    row: ReportRow
    words: str | None
    contact: str
    note: str
    closed_by: str
    closed_at: dt.datetime | None
    delete_on: dt.date | None
    decision: Link
    state: str
    summary: str
    text: str
    acts: tuple[Link, ...]
    results: tuple[tuple[str, str], ...]
    chosen: str
    keep_days: int
    faults: tuple[Fault, ...]
    here: str


def make_reports(
    waiting: Sequence[RecognitionReport], closed: Sequence[RecognitionReport], today: dt.date
) -> ReportsPage:
    """The list."""
    return ReportsPage(tuple(_row(one, today) for one in waiting), tuple(_row(one, today) for one in closed))


def make_report(
    report: RecognitionReport, today: dt.date, *, redacts: bool, chosen: str = "", faults: Sequence[Fault] = ()
) -> ReportPage:
    """The page of one; `redacts`: whether this person may."""
    decision = report.decision
    is_open = report.state == OPEN
    return ReportPage(
        row=_row(report, today),
        words=None if report.words_deleted_at else report.text,
        contact=report.contact,
        note=report.note,
        closed_by=report.closed_by,
        closed_at=report.closed_at,
        delete_on=report.delete_on if not report.words_deleted_at else None,
        decision=Link(f"Decision {decision.reference}", f"/desk/decisions/{decision.uid}"),
        state=decision.state,
        summary=decision.version.summary or "",
        text=f"/desk/decisions/{decision.uid}/text",
        acts=tuple(_acts(decision, redacts=redacts)) if is_open else (),
        results=tuple(RESULTS.items()),
        chosen=chosen or ("held" if decision.state == "held" else "no-change"),
        keep_days=get_scheme().recognition.keep_days,
        faults=tuple(faults),
        here=report.get_absolute_url(),
    )


def reports_head() -> Head:
    """What the list says of itself."""
    return Head("Someone can be recognised: readers' reports", trail=(Link("Desk", "/desk/"),))


def report_head(report: RecognitionReport) -> Head:
    """What the page of one says of itself."""
    trail = (Link("Desk", "/desk/"), Link("Readers' reports", "/desk/reports"))
    return Head(f"Someone can be recognised in {report.decision.reference}", trail=trail)


def _row(report: RecognitionReport, today: dt.date) -> ReportRow:
    is_late = report.state == OPEN and report.answer_by < today
    return ReportRow(
        report.get_absolute_url(), report.decision.reference, WHO.get(report.who, ""), report.received_at,
        report.answer_by, report.state, is_late, RESULTS.get(report.result, ""),
    )  # fmt: skip


def _acts(decision: Decision, *, redacts: bool) -> list[Link]:
    here = f"/desk/decisions/{decision.uid}"
    acts = [Link("Hold now", f"{here}/hold?reason=identity")] if decision.state in ("published", "embargoed") else []
    return [*acts, *([Link("Redact words", f"{here}/redact")] if redacts else [])]
