"""The columns of a table of results, each with what it means: written by the files, explained by the dictionary."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings

from upheld.analysis.remedy import Remedy
from upheld.lib.dates import format_date
from upheld.lib.slugs import slugify
from upheld.public.exports.row import Row
from upheld.public.pages.remedies import make_remedy
from upheld.scheme import get_scheme

Cell = str | int | float | dt.date | None
SEPARATOR = "; "
STATUSES = {"agreed": "agreed", "recommended": "recommended", "done": "already done", "not-made": "not made"}
_VERSION, _REGISTER, _READ = "The decision.", "This register.", "Read from the decision’s text by a program."


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` stands above it, `meaning` and `values` explain it, `source` says where it is from.

    `cell` gives its value for a row; None is an empty cell.
    """

    heading: str
    meaning: str
    values: str
    source: str
    cell: Callable[[Row], Cell]
    width: int = 16

    @property
    def anchor(self) -> str:
        """Its place in the dictionary: `document-type`."""
        return slugify(self.heading)


def _joined(values: Sequence[str | None]) -> str:
    return SEPARATOR.join(value for value in values if value)


def _day(day: dt.date | None) -> str | None:
    return format_date(day) if day else None


def _moment(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _outcome(row: Row) -> str | None:
    found = get_scheme().outcome(row.record.outcome) if row.record.outcome else None
    return found.slug if found else None


def _type(row: Row) -> str | None:
    found = get_scheme().document_type(row.record.document_type)
    return found.slug if found else None


def _place(row: Row) -> str:
    return row.decision.get_absolute_url().removeprefix("/decisions/").rpartition("/")[0]


def _remedies(row: Row) -> str:
    return _joined([_remedy(one) for one in row.record.remedies])


def _remedy(remedy: Remedy) -> str:
    line = make_remedy(remedy)
    said = ", ".join(filter(None, (STATUSES[remedy.status], line.terms)))
    return f"{line.before}{line.sum}{line.after} ({said})"


def _paid(row: Row) -> float | None:
    """Pounds in plain sums, agreed or done for the complainant."""
    sums = [
        one.pence
        for one in row.record.remedies
        if one.pence and one.per is None and one.status in ("agreed", "done") and one.for_complainant
    ]
    return sum(sums) / 100 if sums else None


def _known_by(row: Row) -> str | None:
    if not row.record.remedies:
        return None
    return "read from the text" if any(one.read for one in row.record.remedies) else "given by the source"


_DAY = "A day, 2022-04-05."
_LIST = "Text; several are separated by a semicolon."
_SLUG = "Lower-case words with hyphens, as in addresses of this site."

COLUMNS: tuple[Column, ...] = (
    Column(
        "Reference", "The reference of the decision.", "As the Ombudsman prints it.", _VERSION,
        lambda row: row.decision.reference, 12,
    ),
    Column(
        "Other references", "Other references of the same decision.", _LIST, _VERSION,
        lambda row: _joined(row.record.also_known_as),
    ),
    Column(
        "Organisations", "The organisations complained about, the principal one first.",
        "Names as the decision prints them, separated by semicolons; empty where it names none.", _VERSION,
        lambda row: _joined([one.name for one in row.record.organisations]), 32,
    ),
    Column(
        "Organisation slugs", "Which organisations of this register those names were matched to.",
        f"{_SLUG} Empty in an earlier version of a decision.", _REGISTER,
        lambda row: _joined([one.body for one in row.record.organisations]), 24,
    ),
    Column(
        "Document type", "What kind of document it is.", "A label of the scheme.", _VERSION,
        lambda row: row.record.document_type, 14,
    ),
    Column("Document type slug", "The same for programs.", _SLUG, _VERSION, _type, 14),
    Column(
        "Outcome", "What the Ombudsman decided. “Not upheld” also counts investigations that were discontinued.",
        "A label of the scheme; empty where the source gives none.", _VERSION, lambda row: row.record.outcome, 26,
    ),
    Column("Outcome slug", "The same for programs.", _SLUG, _VERSION, _outcome, 20),
    Column("Subject", "The category of the decision.", "Text.", _VERSION, lambda row: row.record.category, 26),
    Column(
        "Narrower subject", "The subcategory, if there is one.", "Text.", _VERSION,
        lambda row: row.record.subcategory, 26,
    ),
    Column("Subject slugs", "Where the decision stands today.", "housing/homelessness", _REGISTER, _place, 26),
    Column(
        "Decided on", "The day of the decision.", f"{_DAY} Empty where it is not known.", _VERSION,
        lambda row: row.record.decided_on, 12,
    ),
    Column(
        "Decided on, in words", "The same for people.", "5 April 2022", _VERSION,
        lambda row: _day(row.record.decided_on), 18,
    ),
    Column(
        "Published on", "The day on which the Ombudsman published it.", f"{_DAY} Empty where it is not known.",
        "The source it was taken from.", lambda row: row.record.published_on, 12,
    ),
    Column(
        "Added at", "When it came into this register.", "An instant in UTC, 2026-03-02T12:00:00Z.", _REGISTER,
        lambda row: _moment(row.decision.added_at), 20,
    ),
    Column(
        "Version", "Which version of the decision this row is of. A correction makes a new one.",
        "A whole number, from 1.", _REGISTER, lambda row: row.version.number, 8,
    ),
    Column(
        "Version since", "When this register took that version in.", "An instant in UTC.", _REGISTER,
        lambda row: _moment(row.version.made_at), 20,
    ),
    Column("Summary", "The summary of the decision, whole.", "Text.", _VERSION, lambda row: row.record.summary, 60),
    Column(
        "Remedies", "What was to be put right, one act after another, each with its status.",
        "Text, separated by semicolons; empty where nothing was found.", _READ, _remedies, 40,
    ),
    Column(
        "Agreed or paid in pounds",
        "All plain sums together that were agreed for, or already paid to, the person who complained. "
        "Sums by the month or week, sums only recommended, and sums for others are not in it.",
        "A number, 350.00; empty where there is no such sum.", _READ, _paid, 12,
    ),
    Column(
        "Remedies known by", "How the remedies are known.", "given by the source, or read from the text", _REGISTER,
        _known_by, 18,
    ),
    Column(
        "Satisfied on", "The day on which the Ombudsman was satisfied with what the organisation did.",
        f"{_DAY} Empty where it is not known.", "The source, or the register’s editors.",
        lambda row: row.record.satisfied_on, 12,
    ),
    Column(
        "Further reports", "Reports that followed because an organisation did not put things right.",
        "References, separated by semicolons.", "The source, or the register’s editors.",
        lambda row: _joined(row.record.further_reports),
    ),
    Column(
        "Related", "References that the source names beside it.", "References, separated by semicolons.",
        "The source it was taken from.", lambda row: _joined(row.record.related),
    ),
    Column(
        "Address", "Where this version of the decision can be read.", "An address of this site.", _REGISTER,
        lambda row: f"{settings.PUBLIC_URL}{row.path}", 50,
    ),
    Column(
        "Source address", "Where it was taken from.", "An address, where one is known.", "The source.",
        lambda row: row.record.source_url, 30,
    ),
    Column(
        "Content hash", "The SHA-256 by which this register knows the version: it changes when the decision does.",
        "64 hexadecimal digits.", _REGISTER, lambda row: row.version.content_hash, 20,
    ),
)  # fmt: skip


def cells(row: Row) -> list[Cell]:
    """The cells of a row, in the order of the columns."""
    return [column.cell(row) for column in COLUMNS]
