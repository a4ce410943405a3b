"""What happens to the register over five years, step by step, each at its time."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from upheld.demo.aftermath import list_followed, list_satisfied, satisfied_at
from upheld.demo.bodies import (
    BODIES,
    BRAND_OF,
    FORMER_BRAND,
    MERGED_ON,
    NEW_NAME,
    OLD_NAME,
    RENAMED_ON,
    REORGANISED,
    DemoBody,
)
from upheld.demo.cases import Case, list_cases
from upheld.demo.changes import Change, list_changes
from upheld.demo.days import FIRST_DAY, moment
from upheld.demo.records import values_of
from upheld.register.actions.add_organisations import Body, add_organisations
from upheld.register.actions.correct import Correction
from upheld.register.actions.describe import describe
from upheld.register.actions.follow_up import follow_up
from upheld.register.actions.merge_organisations import merge_organisations
from upheld.register.actions.move_category import move_category
from upheld.register.actions.publish import publish
from upheld.register.actions.rename_organisation import rename_organisation
from upheld.register.actions.satisfy import satisfy
from upheld.register.models import Category, Decision, Organisation
from upheld.register.queries.record import get_record
from upheld.register.records import DecisionRecord

BEGINS = moment(FIRST_DAY, 7)
OLD_SHELF, NEW_SHELF, SHELVED_ON = "Waste and recycling", "Refuse and recycling", dt.date(2022, 7, 6)
_SYSTEM = "demo"
_LISTS, _EDITORS = "records desk", "publications desk"


@dataclass(frozen=True)
class Step:
    """One thing done to the register at one time."""

    at: dt.datetime
    do: Callable[[dt.datetime], object]


def list_steps() -> list[Step]:
    """Every step after the declaration, in order of time."""
    cases = list_cases()
    values = {case.reference: values_of(case) for case in cases}
    changes = list_changes(cases, values)
    first = {change.reference: change.first for change in changes if change.first is not None}
    steps = [*_of_bodies(), *_publications(cases, values | first), *_changes(changes), *_pointers(cases), _shelf()]
    steps += _aftermath(cases, frozenset(change.reference for change in changes))
    return sorted(steps, key=lambda step: step.at)


def record_of(values: dict[str, Any]) -> DecisionRecord:
    """The values as a record."""
    return DecisionRecord.model_validate_json(json.dumps(values))


def get_id(reference: str) -> int:
    """The id of the decision that prints this reference."""
    return Decision.objects.only("pk").get(reference=reference).pk


def _of_bodies() -> Iterator[Step]:
    def list_bodies(at: dt.datetime) -> None:
        there = [body for body in BODIES if body.start_on is None or body.start_on <= at.date()]
        add_organisations([_listed(body, at.date()) for body in there], by=_LISTS, at=at)

    def rename(at: dt.datetime) -> None:
        rename_organisation(Organisation.objects.get(name=OLD_NAME).pk, NEW_NAME, by=_LISTS, at=at)

    def merge(at: dt.datetime) -> None:
        former, present = (Organisation.objects.get(name=name).pk for name in (FORMER_BRAND, BRAND_OF))
        merge_organisations(former, present, by=_LISTS, at=at)

    yield Step(moment(FIRST_DAY, 8), list_bodies)
    yield Step(moment(REORGANISED, 8), list_bodies)
    yield Step(moment(RENAMED_ON, 8), rename)
    yield Step(moment(MERGED_ON, 8), merge)


def _listed(body: DemoBody, day: dt.date) -> Body:
    ended = body.end_on is not None and body.end_on < day
    return Body(
        name=body.name,
        codes=((_SYSTEM, body.code),),
        other_names=body.other_names,
        kind=body.kind,
        start_on=body.start_on,
        end_on=body.end_on if ended else None,
        successor=body.successor if ended else "",
    )


def _publications(cases: Sequence[Case], values: dict[str, dict[str, Any]]) -> Iterator[Step]:
    """One batch each Wednesday."""
    by_day: dict[dt.date, list[DecisionRecord]] = defaultdict(list)
    for case in cases:
        by_day[case.published_on].append(record_of(_shelved(values[case.reference], case)))
    for day, records in by_day.items():
        yield Step(moment(day), partial(_publish, records))


def _publish(records: Sequence[DecisionRecord], at: dt.datetime) -> None:
    publish(records, by=_EDITORS, at=at)


def _shelved(values: dict[str, Any], case: Case) -> dict[str, Any]:
    """Before it was renamed, a subcategory had its older name."""
    if case.published_on < SHELVED_ON and values.get("subcategory") == NEW_SHELF:
        return values | {"subcategory": OLD_SHELF}
    return values


def _shelf() -> Step:
    def rename(at: dt.datetime) -> None:
        move_category(Category.objects.get(name=OLD_SHELF).pk, name=NEW_SHELF, by=_LISTS, at=at)

    return Step(moment(SHELVED_ON, 8), rename)


def _changes(changes: Iterable[Change]) -> Iterator[Step]:
    for change in changes:
        yield Step(change.at, partial(_change, change))


def _change(change: Change, at: dt.datetime) -> None:
    change.do(get_id(change.reference), at)


def _pointers(cases: Sequence[Case]) -> Iterator[Step]:
    """When a report comes out, the decision it goes back to is made to point to it."""
    days = {case.reference: case.published_on for case in cases}
    followed = list_followed(cases)
    for report in [case for case in cases if case.report and case.related and case not in followed][:4]:
        day = max(report.published_on, days[report.related[0]])
        yield Step(moment(day, 15), partial(_point, report))


def _aftermath(cases: Sequence[Case], changed: frozenset[str]) -> Iterator[Step]:
    days = {case.reference: case.published_on for case in cases}
    for case, on in list_satisfied(cases, changed):
        yield Step(satisfied_at(case, on), partial(_satisfy, case.reference, on))
    for report in list_followed(cases):
        day = max(report.published_on, days[report.related[0]])
        yield Step(moment(day, 15), partial(_follow_up, report))


def _satisfy(reference: str, on: dt.date, at: dt.datetime) -> None:
    satisfy([get_id(reference)], on, by=_EDITORS, at=at)


def _follow_up(report: Case, at: dt.datetime) -> None:
    follow_up(get_id(report.related[0]), get_id(report.reference), by=_EDITORS, at=at)


def _point(report: Case, at: dt.datetime) -> None:
    decision = Decision.objects.get(reference=report.related[0])
    record = get_record(decision.pk)
    related = (*record.related, report.reference)
    fresh = Correction(decision.pk, decision.version_number, record.model_copy(update={"related": related}))
    describe([fresh], by=_EDITORS, at=at)
