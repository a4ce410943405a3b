"""Gives decisions new content: a new version each, the earlier ones kept."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.dates import date_in_zone
from upheld.lib.rows import adapted, insert_rows
from upheld.register.actions.compliance import keep_compliance
from upheld.register.actions.guard import change, get_decisions, refuse_unless
from upheld.register.actions.place import place_categories
from upheld.register.actions.publish import VERSION_COLUMNS, insert_organisations, insert_references
from upheld.register.actions.recognise import recognise_organisations
from upheld.register.actions.stay_official import stay_official
from upheld.register.content import Content, ContentError, prepare
from upheld.register.models import Decision, DecisionOrganisation, DecisionReference, Version
from upheld.register.models.version import MINOR
from upheld.register.queries.ids import next_id
from upheld.register.queries.reference import list_taken
from upheld.register.records import DecisionRecord
from upheld.register.rules import EMBARGOED, Blocker, RefusedError, embargo_day
from upheld.scheme import Scheme, get_scheme


@dataclass(frozen=True)
class Correction:
    """New content for a decision that stands at `expected_version`. `change` is minor, major or redacted."""

    decision_id: int
    expected_version: int
    record: DecisionRecord
    change: str = MINOR
    reason: str = "accuracy"


class NothingChangedError(ValueError):
    """A correction says the same as the decision already does."""


def correct(corrections: Sequence[Correction], *, by: str, at: dt.datetime, by_import: bool = False) -> int:
    """Makes a new version of each, all or none. Gives the journal's head afterwards.

    Raises RefusedError, OvertakenError when a decision is no longer at the version expected, ContentError when a
    record does not fit the scheme, NothingChangedError when it changes nothing.
    """
    scheme = get_scheme()
    contents = [prepare(correction.record, scheme) for correction in corrections]
    with writing():
        stay_official(scheme, by=by, at=at)
        decisions = get_decisions([correction.decision_id for correction in corrections])
        refuse_unless("correct", decisions)
        refuse_other_references(list(zip(decisions, contents, strict=True)))
        pairs = list(zip(decisions, contents, corrections, strict=True))
        write_versions(pairs, scheme, at=at, by=by, by_import=by_import)
        entries = [_entry(correction) for correction in corrections]
        entries += keep_compliance([(decision, content.record) for decision, content, _ in pairs], at=at)
        return append(entries, by=by, at=at)


def write_versions(
    parts: Sequence[tuple[Decision, Content, Correction]], scheme: Scheme, *, by: str, at: dt.datetime, by_import: bool
) -> None:
    """Writes the versions and makes them the present ones, inside `writing()`."""
    first, now = next_id(Version), adapted(at)
    for decision, content, _ in parts:
        if decision.version.content_hash == content.digest:
            raise NothingChangedError(f"{decision.reference} says the same already")
    insert_rows(Version, VERSION_COLUMNS, (
        (first + n, decision.pk, decision.version_number + 1, correction.change, correction.reason, now, by_import,
         content.digest, content.record.summary, content.facts)
        for n, (decision, content, correction) in enumerate(parts)
    ))  # fmt: skip
    contents = [content for _, content, _ in parts]
    places = place_categories([content.record for content in contents], by=by, at=at)
    for n, (decision, content, correction) in enumerate(parts):
        category, subcategory = places.of(content.record)
        change(
            decision, correction.expected_version,
            version_id=first + n, version_number=correction.expected_version + 1, changed_at=at,
            document_type=content.document_type, outcome=content.outcome, category_id=category,
            subcategory_id=subcategory, decided_on=content.record.decided_on,
            **_embargo(decision, content, scheme, at), **detail_values(content.record),
        )  # fmt: skip
    _replace_parts([(decision.pk, content) for decision, content, _ in parts], by=by, at=at)


def detail_values(record: DecisionRecord) -> dict[str, object]:
    """The details that a record gives: what it leaves out or leaves empty is not erased."""
    values: dict[str, object] = {
        "published_on": record.published_on,
        "source_url": record.source_url,
        "related": list(record.related),
        "satisfied_on": record.satisfied_on,
    }
    return {key: value for key, value in values.items() if value}


def refuse_other_references(pairs: Sequence[tuple[Decision, Content]]) -> None:
    """Refuses content under another preferred reference, or with a reference that another decision has."""
    taken = list_taken([other for _, content in pairs for other in (content.reference, *content.others)])
    blockers = []
    for decision, content in pairs:
        if content.reference.key + content.reference.suffix != decision.reference_key:
            raise ContentError(f"{decision.reference} cannot take the reference {content.reference.printed}")
        for other in content.others:
            if taken.get((other.key, other.suffix), decision.pk) != decision.pk:
                message = f"cannot also be {other.printed}: another decision has that reference"
                blockers.append(Blocker(decision.reference, "reference-taken", message))
    if blockers:
        raise RefusedError(tuple(blockers))


def _embargo(decision: Decision, content: Content, scheme: Scheme, at: dt.datetime) -> dict[str, object]:
    """A decision that waits, and is given another date, waits until the day that follows from it."""
    kind = scheme.document_type(content.document_type)
    if decision.held_until is None or kind is None or content.record.decided_on is None:
        return {}
    given = content.record.published_on or decision.published_on  # a day chosen for it stays chosen
    day = embargo_day(content.record.decided_on, kind.delay_days, given)
    if decision.state == EMBARGOED and day <= date_in_zone(at, scheme.timezone):
        day = date_in_zone(at, scheme.timezone)  # the follower publishes it at its next look
    return {"held_until": day}


def _replace_parts(pairs: Sequence[tuple[int, Content]], *, by: str, at: dt.datetime) -> None:
    ids = [decision_id for decision_id, _ in pairs]
    DecisionReference.objects.filter(decision_id__in=ids).delete()
    DecisionOrganisation.objects.filter(decision_id__in=ids).delete()
    insert_references(pairs)
    names = [name for _, content in pairs for name in content.record.organisations]
    insert_organisations(pairs, recognise_organisations(names, by=by, at=at))


def _entry(correction: Correction) -> NewEntry:
    number = correction.expected_version + 1
    return NewEntry("decision.corrected", "decision", correction.decision_id, number, correction.reason)
