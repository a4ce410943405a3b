"""Decisions as interchange records."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

from upheld.register.content import Facts, read_facts
from upheld.register.models import Category, Decision, DecisionOrganisation, Version
from upheld.register.models.decision import IS_PUBLIC
from upheld.register.queries.further_report import list_further_reports
from upheld.register.queries.reading import get_kept, get_remedies
from upheld.register.reading import with_read_remedies
from upheld.register.records import DecisionRecord, OrganisationName
from upheld.scheme import get_scheme

_BATCH = 500


class ErasedError(RuntimeError):
    """The present version of a decision has no text: the register is damaged."""


def get_record(decision_id: int) -> DecisionRecord:
    """The decision as it stands, in any state, with the names, codes and slugs of its bodies."""
    return next(_records([decision_id]))


def get_records(ids: Sequence[int]) -> dict[int, DecisionRecord]:
    """The decisions as they stand, in any state, by id."""
    return dict(zip(ids, _records(ids), strict=True))


def get_version_record(decision: Decision, version: Version) -> DecisionRecord:
    """A version that has its text as a record: an earlier one with the names it had, without codes and matches.

    Remedies that the source did not give are read from the text, and marked so.
    """
    facts = read_facts(version.content or "")
    shown = {"remedies": get_remedies(version, facts)}
    if version.number == decision.version_number:
        return get_record(decision.pk).model_copy(update=shown)
    names = tuple(OrganisationName(name=name) for name in facts.organisations)
    places = (facts.category, facts.subcategory)
    return _record(decision, version, facts, names, places).model_copy(update=shown)


def list_records() -> Iterator[DecisionRecord]:
    """Every published decision, in order of reference, a batch in memory at a time."""
    return chain.from_iterable(map(_records, _batches()))


def list_given_away() -> Iterator[DecisionRecord]:
    """The same as they are given away: with the remedies that were read from their texts."""
    return (record for ids in _batches() for _, record in list_public(ids))


def _batches() -> Iterator[list[int]]:
    last = ""
    while True:
        rows = Decision.objects.filter(IS_PUBLIC, reference_key__gt=last).order_by("reference_key")
        batch = list(rows.values_list("pk", "reference_key")[:_BATCH])
        if not batch:
            return
        yield [pk for pk, _ in batch]
        last = batch[-1][1]


def list_public(ids: Sequence[int]) -> Iterator[tuple[Decision, DecisionRecord]]:
    """Those of the decisions that are published at this moment, in the order of `ids`, each as it is given away.

    A record is never of another version than its decision. The places of decisions are loaded. Remedies that the source
    did not give are read from the text.
    """
    rows = Decision.objects.select_related("version", "category", "subcategory__parent").filter(IS_PUBLIC)
    decisions = rows.in_bulk(list(ids))
    present = [decisions[pk] for pk in ids if pk in decisions]
    kept = get_kept({one.pk: one.version.content_hash for one in present})
    for one, record in zip(present, _records_of(present), strict=True):
        yield one, with_read_remedies(record, kept.get(one.pk))


def _records(ids: Sequence[int]) -> Iterator[DecisionRecord]:
    decisions = Decision.objects.select_related("version").in_bulk(list(ids))
    return _records_of([decisions[pk] for pk in ids])


def _records_of(decisions: Sequence[Decision]) -> Iterator[DecisionRecord]:
    """The records of decisions that have their versions with them."""
    ids = [decision.pk for decision in decisions]
    bodies: dict[int, list[OrganisationName]] = defaultdict(list)
    rows = DecisionOrganisation.objects.filter(decision_id__in=ids).order_by("decision_id", "position")
    for pk, name, code, slug in rows.values_list("decision_id", "name", "code", "organisation__slug"):
        bodies[pk].append(OrganisationName(name=name, code=code or None, body=slug))
    categories = dict(Category.objects.values_list("pk", "name"))
    further = list_further_reports(ids)
    for decision in decisions:
        pk, version = decision.pk, decision.version
        if version.content is None or version.summary is None:
            raise ErasedError(f"{decision.reference}: the text of its present version is gone")
        below = categories[decision.subcategory_id] if decision.subcategory_id else None
        places = (categories[decision.category_id], below)
        record = _record(decision, version, read_facts(version.content), tuple(bodies[pk]), places)
        yield record.model_copy(update={"further_reports": further[pk]}) if further.get(pk) else record


def _record(
    decision: Decision,
    version: Version,
    facts: Facts,
    bodies: tuple[OrganisationName, ...],
    places: tuple[str, str | None],
) -> DecisionRecord:
    scheme = get_scheme()
    kind = scheme.document_type(facts.document_type)
    outcome = scheme.outcome(facts.outcome) if facts.outcome else None
    values: dict[str, Any] = {
        "reference": facts.reference,
        "document_type": kind.name if kind else facts.document_type,
        "outcome": outcome.name if outcome else facts.outcome,
        "organisations": bodies,
        "category": places[0],
        "subcategory": places[1],
        "decided_on": date.fromisoformat(facts.decided_on) if facts.decided_on else None,
        "summary": version.summary or "",
        **_given(decision, facts),
    }
    return DecisionRecord.model_construct(_fields_set=set(values), **values)


def _given(decision: Decision, facts: Facts) -> dict[str, object]:
    """The optional keys that have a value."""
    values = {
        "published_on": decision.published_on,
        "sections": facts.sections,
        "remedies": facts.remedies,
        "related": tuple(decision.related),
        "also_known_as": facts.also_known_as,
        "source_url": decision.source_url,
        "satisfied_on": decision.satisfied_on,
    }
    return {key: value for key, value in values.items() if value}
