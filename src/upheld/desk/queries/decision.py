"""Decisions of the register in any state, as lists of the desk show them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from upheld.register.models import Decision, DecisionOrganisation
from upheld.register.models.decision import EMBARGOED

_COLUMNS = (
    "pk", "uid", "reference", "state", "state_reason", "document_type", "outcome", "category__name",
    "subcategory__name", "decided_on", "held_until", "state_at", "changed_at",
)  # fmt: skip
_SLICE = 500


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision as it stands, without its text."""

    pk: int
    uid: str
    reference: str
    state: str
    reason: str
    document_type: str
    outcome: str | None
    category: str
    subcategory: str | None
    decided_on: dt.date | None
    held_until: dt.date | None
    state_at: dt.datetime
    changed_at: dt.datetime
    organisations: tuple[str, ...]


def read_decisions(chosen: "QuerySet[Decision]") -> tuple[Standing, ...]:
    """What lists show of these decisions, in their order."""
    rows: list[tuple[Any, ...]] = list(chosen.values_list(*_COLUMNS))
    names = _names([row[0] for row in rows])
    fields = ((*row, names[row[0]]) for row in rows)
    return tuple(Standing(*values) for values in fields)


def list_coming(first: dt.date, last: dt.date) -> tuple[Standing, ...]:
    """The decisions that wait for a day from `first` to `last`, by day and reference."""
    waiting = Decision.objects.filter(state=EMBARGOED, held_until__range=(first, last))
    return read_decisions(waiting.order_by("held_until", "reference_key"))


def count_coming(first: dt.date, last: dt.date) -> dict[dt.date, int]:
    """How many decisions come out on each day from `first` to `last`; days without any are left out."""
    waiting = Decision.objects.filter(state=EMBARGOED, held_until__range=(first, last))
    rows = waiting.values_list("held_until").annotate(count=Count("pk")).order_by("held_until")
    return {day: count for day, count in rows if day is not None}


def find_by_uid(uids: Sequence[str]) -> tuple[Standing, ...]:
    """Those of the decisions that exist, in the order given."""
    found = {one.uid: one for one in read_decisions(Decision.objects.filter(uid__in=list(uids)[:_SLICE]))}
    return tuple(found[uid] for uid in dict.fromkeys(uids) if uid in found)


def _names(ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The bodies of each decision, as it prints them."""
    found: dict[int, list[str]] = defaultdict(list)
    for start in range(0, len(ids), _SLICE):
        rows = DecisionOrganisation.objects.filter(decision_id__in=ids[start : start + _SLICE])
        for pk, name in rows.order_by("decision_id", "position").values_list("decision_id", "name"):
            found[pk].append(name)
    return defaultdict(tuple, {pk: tuple(names) for pk, names in found.items()})
