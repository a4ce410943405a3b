"""Takes decisions into the register: published at once, or held until their day where an embargo binds."""

import datetime as dt
import json
import secrets
from collections.abc import Sequence

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.rows import adapted, insert_rows
from upheld.register.actions.compliance import insert_further_reports
from upheld.register.actions.place import Places, place_categories
from upheld.register.actions.recognise import recognise_organisations
from upheld.register.actions.stay_official import stay_official
from upheld.register.content import Content, prepare
from upheld.register.models import Decision, DecisionOrganisation, DecisionReference, Version
from upheld.register.models.version import FIRST
from upheld.register.queries.ids import next_id
from upheld.register.queries.reference import list_taken
from upheld.register.records import DecisionRecord
from upheld.register.rules import EMBARGOED, Blocker, RefusedError
from upheld.register.timing import Timing, time_of
from upheld.scheme import Scheme, get_scheme

_DECISION = (
    "id", "uid", "reference", "reference_key", "document_type", "outcome", "category_id", "subcategory_id",
    "decided_on", "published_on", "added_at", "changed_at", "state", "state_reason", "state_at", "held_until",
    "redacted", "source_url", "related", "satisfied_on", "version_id", "version_number",
)  # fmt: skip
VERSION_COLUMNS = (
    "id",
    "decision_id",
    "number",
    "change",
    "reason",
    "made_at",
    "by_import",
    "content_hash",
    "summary",
    "content",
)


def publish(
    records: Sequence[DecisionRecord | Content],
    *,
    by: str,
    at: dt.datetime,
    by_import: bool = False,
    already_public: bool = False,
    not_before: dt.date | None = None,
) -> int:
    """Takes the records, or what was prepared of them, in as new decisions, all or none. Gives the journal's head.

    `already_public` is the one way round the embargo of an official register: for what was public elsewhere before.
    `not_before` is a day chosen for them; where the embargo asks for a later one, that counts.
    Raises RefusedError with every reason, or ContentError when a record does not fit the scheme.
    """
    scheme = get_scheme()
    contents = [one if isinstance(one, Content) else prepare(one, scheme) for one in records]
    with writing():
        stay_official(scheme, by=by, at=at)
        timings = _check(contents, scheme, at, already_public=already_public, not_before=not_before)
        entries = _insert(contents, timings, at, by_import=by_import, by=by)
        return append(entries, by=by, at=at)


def _check(
    contents: Sequence[Content], scheme: Scheme, at: dt.datetime, *, already_public: bool, not_before: dt.date | None
) -> list[Timing]:
    blockers = _taken(contents)
    timings = []
    for content in contents:
        timing = time_of(content, scheme, at, already_public=already_public, not_before=not_before)
        if timing is None:
            message = "has no decision date, so its day of publication cannot be told; give the date"
            blockers.append(Blocker(content.reference.printed, "no-decision-date", message))
        else:
            timings.append(timing)
    if blockers:
        raise RefusedError(tuple(blockers))
    return timings


def _taken(contents: Sequence[Content]) -> list[Blocker]:
    own = [(reference, content) for content in contents for reference in (content.reference, *content.others)]
    taken = list_taken([reference for reference, _ in own])
    seen: set[tuple[str, str]] = set()
    blockers = []
    for reference, content in own:
        key = (reference.key, reference.suffix)
        if key in seen:
            message = f"shares the reference {reference.printed} with another decision given with it"
            blockers.append(Blocker(content.reference.printed, "reference-twice", message))
        elif key in taken:
            message = f"is in the register already (reference {reference.printed})"
            blockers.append(Blocker(content.reference.printed, "reference-taken", message))
        seen.add(key)
    return blockers


def _insert(
    contents: Sequence[Content], timings: Sequence[Timing], at: dt.datetime, *, by_import: bool, by: str
) -> list[NewEntry]:
    places = place_categories([content.record for content in contents], by=by, at=at)
    bodies = recognise_organisations(
        [name for content in contents for name in content.record.organisations], by=by, at=at
    )
    first_decision, first_version = next_id(Decision), next_id(Version)
    ids = range(first_decision, first_decision + len(contents))
    rows = zip(contents, timings, strict=True)
    now = adapted(at)
    insert_rows(Version, VERSION_COLUMNS, (
        (first_version + n, first_decision + n, 1, FIRST, "", now, by_import, one.digest, one.record.summary, one.facts)
        for n, one in enumerate(contents)
    ))  # fmt: skip
    insert_rows(Decision, _DECISION, _decision_rows(list(rows), places, first_decision, first_version, at))
    insert_references(list(zip(ids, contents, strict=True)))
    insert_organisations(list(zip(ids, contents, strict=True)), bodies)
    insert_further_reports([(pk, one.further) for pk, one in zip(ids, contents, strict=True) if one.further], at=at)
    return [_entry(number, timing) for number, timing in zip(ids, timings, strict=True)]


def _decision_rows(
    rows: Sequence[tuple[Content, Timing]], places: Places, first_decision: int, first_version: int, at: dt.datetime
) -> list[tuple[object, ...]]:
    now = adapted(at)
    return [
        (
            first_decision + n, new_uid(), content.reference.printed, content.reference.key + content.reference.suffix,
            content.document_type, content.outcome, *places.of(content.record), adapted(content.record.decided_on),
            adapted(timing.published_on), now, now, timing.state, "", now, adapted(timing.held_until), False,
            content.record.source_url or "", related_json(content.record), adapted(content.record.satisfied_on),
            first_version + n, 1,
        )
        for n, (content, timing) in enumerate(rows)
    ]  # fmt: skip


def _entry(decision_id: int, timing: Timing) -> NewEntry:
    kind = "decision.embargoed" if timing.state == EMBARGOED else "decision.published"
    return NewEntry(kind, "decision", decision_id, version=1)


def new_uid() -> str:
    """A new opaque id: 12 characters, 60 random bits."""
    return secrets.token_hex(8)[:15]


def related_json(record: DecisionRecord) -> str:
    """The related references as the database keeps them."""
    return json.dumps(list(record.related), ensure_ascii=False)


def insert_references(pairs: Sequence[tuple[int, Content]]) -> None:
    """Writes every reference of the decisions, the preferred one marked."""
    insert_rows(DecisionReference, ("decision_id", "printed", "key", "suffix", "preferred"), (
        (decision_id, reference.printed, reference.key, reference.suffix, reference is content.reference)
        for decision_id, content in pairs
        for reference in (content.reference, *content.others)
    ))  # fmt: skip


def insert_organisations(pairs: Sequence[tuple[int, Content]], bodies: Sequence[int]) -> None:
    """Writes the organisations of the decisions; `bodies` are their ids, in the order of all names."""
    ids = iter(bodies)
    insert_rows(DecisionOrganisation, ("decision_id", "position", "name", "code", "organisation_id"), (
        (decision_id, position, name.name, name.code or "", next(ids))
        for decision_id, content in pairs
        for position, name in enumerate(content.record.organisations)
    ))  # fmt: skip
