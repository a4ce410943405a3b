"""A decision and its history, for a person at a terminal and for a program."""

import datetime as dt
import json
import textwrap
from collections.abc import Iterator, Sequence

from upheld.analysis.document import Block
from upheld.analysis.paragraphs import list_paragraphs
from upheld.analysis.remedies import account_for_sums
from upheld.analysis.remedy import Remedy
from upheld.journal.models import Entry
from upheld.lib.dates import date_in_zone, format_date
from upheld.register.content import Facts
from upheld.register.differences import fact_words, remedy_words, said_by
from upheld.register.models import Decision, Version
from upheld.register.queries.further_report import list_followed
from upheld.register.reading import shown_remedies
from upheld.register.rules import EMBARGOED, HELD, PUBLISHED, WITHDRAWN
from upheld.scheme import get_scheme

_WIDTH = 100
_STATES = {
    PUBLISHED: "published",
    HELD: "held: shown to nobody",
    WITHDRAWN: "withdrawn: its address says so, with date and reason",
    EMBARGOED: "waits for its day: shown to nobody",
}


def show_lines(decision: Decision, version: Version) -> Iterator[str]:
    """What the decision is, what this version of it says, and what happened to it."""
    yield f"{decision.reference} {', '.join(said_by(version).facts.organisations) if version.content else ''}".rstrip()
    yield from _table(_standing(decision))
    if version.content is None:
        yield from ("", f"Version {version.number} was erased.")
    else:
        yield from _said(version, is_present=version.number == decision.version_number)
    yield from ("", "Versions")
    yield from _table([_version(one) for one in decision.versions.order_by("number")])
    yield from ("", "Journal")
    yield from _table([_entry(one) for one in _entries(decision)])


def text_lines(version: Version) -> Iterator[str]:
    """The text of a version, wrapped, each paragraph behind its address."""
    if version.content is None:
        return
    sections = said_by(version).facts.sections
    yield from ("", "Text")
    shown = -1
    for paragraph in list_paragraphs(sections):
        if paragraph.section != shown:
            shown = paragraph.section
            yield from ("", f"  {sections[shown].heading or '(no heading)'}", "")
        yield from _block(paragraph.block, paragraph.address, 2)


def show_data(decision: Decision, version: Version) -> dict[str, object]:
    """The same for a program. `said` is null when the version was erased."""
    said = {**json.loads(version.content), "summary": version.summary} if version.content is not None else None
    return {
        "reference": decision.reference,
        "state": decision.state,
        "reason": decision.state_reason,
        "address": decision.get_absolute_url(),
        "version": version.number,
        "said": said,
        "remedies": [one.model_dump(mode="json", by_alias=True) for one in _remedies(version)],
        "sums_left_out": [{"sum": one, "at": at, "reason": reason} for one, at, reason in _left_out(version)],
        "published_on": decision.published_on.isoformat() if decision.published_on else None,
        "satisfied_on": decision.satisfied_on.isoformat() if decision.satisfied_on else None,
        "further_reports": [one.printed for one in decision.further_reports.order_by("pk")],
        "follows": [one.reference for one in list_followed(decision)],
        "versions": [_version_data(one) for one in decision.versions.order_by("number")],
        "journal": [_entry_data(one) for one in _entries(decision)],
    }


def _standing(decision: Decision) -> list[tuple[str, ...]]:
    further = ", ".join(one.printed for one in decision.further_reports.order_by("pk"))
    rows = [
        ("State", _state(decision)),
        ("Address", decision.get_absolute_url()),
        ("Published", format_date(decision.published_on) if decision.published_on else ""),
        ("Added here", _moment(decision.added_at)),
        ("Source", decision.source_url),
        ("Related", ", ".join(decision.related)),
        ("Satisfied on", format_date(decision.satisfied_on) if decision.satisfied_on else ""),
        ("Further reports", further),
        ("Follows", ", ".join(one.reference for one in list_followed(decision))),
        ("Redacted", "yes" if decision.redacted else ""),
    ]
    return [row for row in rows if row[1]]


def _state(decision: Decision) -> str:
    reason = get_scheme().reason(decision.state_reason)
    day = f"until {format_date(decision.held_until)}" if decision.held_until and decision.state == EMBARGOED else ""
    since = f"since {_moment(decision.state_at)}" if decision.state != PUBLISHED else ""
    why = reason.label if reason and decision.state != PUBLISHED else ""
    return "; ".join(filter(None, (_STATES[decision.state], day or since, why)))


def _said(version: Version, *, is_present: bool) -> Iterator[str]:
    said = said_by(version)
    yield from ("", f"Version {version.number}{'' if is_present else ', which was replaced'}, says")
    yield from _table([row for row in fact_words(said.facts).items() if row[1]])
    yield from ("", "Summary", *_wrapped(said.summary or "(none)", 2))
    remedies = _remedies(version)
    yield from ("", f"What was put right{_how_known(said.facts, found=bool(remedies))}")
    yield from (line for one in remedies for line in _wrapped(f"{one.at or '-'}: {remedy_words(one)}", 2, hanging=4))
    if left_out := _left_out(version):
        yield from ("", "Sums of money that are no remedy")
        yield from _table(left_out)


def _how_known(facts: Facts, *, found: bool) -> str:
    if facts.remedies:
        return ", as the source gives it"
    return ", read from the text" if found else ": nothing was read from the text"


def _remedies(version: Version) -> Sequence[Remedy]:
    said = said_by(version) if version.content is not None else None
    return shown_remedies(said.facts, said.summary) if said else ()


def _left_out(version: Version) -> list[tuple[str, ...]]:
    """Sums in the text that are no remedy: the sum, where it stands, and why."""
    if version.content is None:
        return []
    said = said_by(version)
    sums = account_for_sums(said.summary, said.facts.sections, said.facts.document_type)
    return [(one.printed, one.at, one.reason) for one in sums if one.remedy is None]


def _version(version: Version) -> tuple[str, ...]:
    reason = get_scheme().reason(version.reason)
    what = "erased" if version.content is None else (version.content_hash or "")[:12]
    by = "import" if version.by_import else ""
    why = reason.label if reason else version.reason
    return str(version.number), _moment(version.made_at), version.change, what, by, why


def _version_data(version: Version) -> dict[str, object]:
    return {
        "number": version.number,
        "made_at": version.made_at.isoformat(),
        "change": version.change,
        "reason": version.reason,
        "by_import": version.by_import,
        "content_hash": version.content_hash,
        "erased_at": version.erased_at.isoformat() if version.erased_at else None,
    }


def _entries(decision: Decision) -> list[Entry]:
    return list(Entry.objects.filter(subject="decision", subject_id=decision.pk).order_by("number"))


def _entry(entry: Entry) -> tuple[str, ...]:
    data = ", ".join(f"{key} {value}" for key, value in entry.data.items())
    version = f"version {entry.version}" if entry.version else ""
    rest = ", ".join(filter(None, (version, entry.reason, data)))
    return str(entry.number), _moment(entry.at), entry.kind, f"by {entry.by}", rest


def _entry_data(entry: Entry) -> dict[str, object]:
    values = {"number": entry.number, "at": entry.at.isoformat(), "kind": entry.kind, "by": entry.by}
    return {**values, "version": entry.version, "reason": entry.reason, "data": entry.data}


def _moment(at: dt.datetime) -> str:
    zone = get_scheme().timezone
    return f"{format_date(date_in_zone(at, zone))}, {at.astimezone(zone):%H:%M}"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Columns as wide as they need, the last wrapped."""
    if not rows:
        return
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
    for row in rows:
        lead = "  " + "".join(f"{cell:<{width}}  " for cell, width in zip(row, widths, strict=False))
        wrapped = textwrap.wrap(row[-1], max(40, _WIDTH - len(lead)), break_long_words=False, break_on_hyphens=False)
        yield (lead + (wrapped[0] if wrapped else "")).rstrip()
        yield from (" " * len(lead) + line for line in wrapped[1:])


def _wrapped(text: str, indent: int, hanging: int | None = None) -> Iterator[str]:
    lead, rest = " " * indent, " " * (hanging if hanging is not None else indent)
    for part in text.splitlines() or [""]:
        found = textwrap.wrap(part, _WIDTH, initial_indent=lead, subsequent_indent=rest, break_long_words=False)
        yield from found or [""]


def _block(block: Block, mark: str, indent: int) -> Iterator[str]:
    lead = f"{mark}: " if mark else ""
    if block.text:
        yield from _wrapped(lead + block.text, indent, hanging=indent + 4)
    for row in block.table.rows if block.table else ():
        yield from _wrapped(" | ".join(row), indent + 4)
    for item in block.items:
        inner = item if isinstance(item, Block) else Block(text=item)
        printed = inner.printed or (f"{inner.number}." if inner.number is not None else "•")
        yield from _block(inner.model_copy(update={"text": f"{printed} {inner.text}"}), "", indent + 4)
