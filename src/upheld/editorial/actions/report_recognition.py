"""Takes what a reader wrote who recognised somebody, and what the desk does with it."""

import datetime as dt
import secrets

from upheld.editorial.actions.tell import tell
from upheld.editorial.models import RecognitionReport
from upheld.editorial.queries.colleagues import list_who_may_hold
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.dates import date_in_zone
from upheld.lib.text import clean
from upheld.register.actions.guard import get_decisions
from upheld.register.models.decision import PUBLISHED
from upheld.register.rules import Blocker, RefusedError
from upheld.scheme import get_scheme

OPEN, CLOSED = "open", "closed"
WHO = {"me": "Me", "child": "My child", "known": "Someone I know", "other": "Someone else"}
RESULTS = {"held": "The decision was held", "redacted": "Words were removed", "no-change": "No change"}
LONGEST, LONGEST_CONTACT = 2_000, 320
ALARMS_AN_HOUR, MOST_OF_ONE, MOST_AN_HOUR = 5, 50, 1_000  # an hour: of one decision, of one, of all together
READER = "a reader"


class TooManyReportsError(RuntimeError):
    """So many reports came within an hour that no more are taken for now."""


def report_recognition(decision_id: int, who: str, text: str, contact: str, *, by: str, at: dt.datetime) -> str:
    """Keeps the report at the desk and alarms everybody who can hold the decision. Gives the report's uid.

    Nothing is kept of who sent it but what they wrote. Within an hour only the first for one decision alarm people, and
    so many are kept of one that a flood about it does not keep out what is said of another.
    Raises RefusedError, UncleanTextError or TooManyReportsError.
    """
    scheme = get_scheme()
    with writing():
        [decision] = get_decisions([decision_id])
        if decision.state != PUBLISHED:
            raise RefusedError((Blocker(decision.reference, "report-not-shown", "is not shown at present"),))
        recent = RecognitionReport.objects.filter(received_at__gt=at - dt.timedelta(hours=1))
        of_this = recent.filter(decision=decision).count()
        if of_this >= MOST_OF_ONE or recent.count() >= MOST_AN_HOUR:
            raise TooManyReportsError
        alarms = of_this < ALARMS_AN_HOUR
        report = RecognitionReport.objects.create(
            uid=secrets.token_hex(8)[:15], decision=decision, who=who, text=clean(text).strip()[:LONGEST],
            contact=clean(contact).strip()[:LONGEST_CONTACT], received_at=at, state=OPEN,
            answer_by=add_working_days(date_in_zone(at, scheme.timezone), scheme.recognition.working_days),
        )  # fmt: skip
        append([_entry("report.received", report)], by=by, at=at)
        if alarms:
            tell(list_who_may_hold(), "report.received", [report.pk], by=by, at=at, subject="report")
    return report.uid


def close_report(report_id: int, result: str, note: str = "", *, by: str, at: dt.datetime) -> None:
    """Closes it with what came of it; its words are deleted when the scheme's time has passed.

    Raises RefusedError when somebody else closed it already, or when nothing is changed without a reason.
    """
    days = dt.timedelta(days=get_scheme().recognition.keep_days)
    with writing():
        report = RecognitionReport.objects.select_related("decision").get(pk=report_id)
        if result == "no-change" and not note.strip():
            raise RefusedError((Blocker(report.decision.reference, "report-reason", "stays as it is: say why"),))
        values = {"state": CLOSED, "result": result, "note": clean(note).strip(), "closed_at": at, "closed_by": by}
        values["delete_on"] = date_in_zone(at, get_scheme().timezone) + days
        if RecognitionReport.objects.filter(pk=report_id, state=OPEN).update(**values) != 1:
            raise RefusedError((Blocker(report.decision.reference, "report-closed", "has this report closed already"),))
        append([_entry("report.closed", report, result)], by=by, at=at)


def delete_words(report_id: int, *, by: str, at: dt.datetime) -> None:
    """Deletes what was written in a closed report, at once. Raises RefusedError while it is open."""
    with writing():
        report = RecognitionReport.objects.select_related("decision").get(pk=report_id)
        if report.state == OPEN:
            message = "has this report open: close it first, so that its answer is not forgotten"
            raise RefusedError((Blocker(report.decision.reference, "report-open", message),))
        _delete([report], by=by, at=at)


def delete_due_words(*, by: str, at: dt.datetime) -> int:
    """Deletes the words of the closed reports whose time has passed. Gives of how many."""
    today = date_in_zone(at, get_scheme().timezone)
    due = RecognitionReport.objects.filter(state=CLOSED, delete_on__lte=today, words_deleted_at=None)
    if not due.exists():
        return 0
    with writing():
        reports = list(due[:500])
        _delete(reports, by=by, at=at)
    return len(reports)


def add_working_days(day: dt.date, number: int) -> dt.date:
    """The day so many working days later; Saturdays and Sundays are none."""
    while number > 0:
        day += dt.timedelta(days=1)
        number -= day.weekday() < 5
    return day


def _delete(reports: list[RecognitionReport], *, by: str, at: dt.datetime) -> None:
    rows = RecognitionReport.objects.filter(pk__in=[one.pk for one in reports], words_deleted_at=None)
    rows.update(text="", contact="", note="", words_deleted_at=at)
    append([_entry("report.words-deleted", one) for one in reports], by=by, at=at)


def _entry(kind: str, report: RecognitionReport, reason: str = "") -> NewEntry:
    return NewEntry(kind, "report", report.pk, reason=reason, data={"decision": report.decision_id})
