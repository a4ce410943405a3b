"""What the pages of organisations read."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Func, IntegerField, OuterRef, Subquery

from upheld.public.queries.part import Part
from upheld.public.queries.rows import read_day, select
from upheld.register.models import Decision, DecisionOrganisation, Organisation, OrganisationName
from upheld.register.models.decision import PUBLISHED
from upheld.register.names import name_key


@dataclass(frozen=True, slots=True)
class ListedBody:
    """An organisation in the list of all: its published decisions, its other names, and what became of it.

    `key` is by what it is sorted; `keys` are those of all its names.
    """

    name: str
    slug: str
    key: str
    ended_on: dt.date | None
    successor: str | None
    number: int
    others: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """What one decision of a body counts under: its outcome, the id of its category, its day."""

    outcome: str | None
    category: int
    decided_on: dt.date | None


def list_bodies() -> tuple[ListedBody, ...]:
    """Every organisation that has published decisions or a successor, by name."""
    names: dict[int, list[tuple[str, str]]] = {}
    for pk, name, key in OrganisationName.objects.order_by("name").values_list("organisation_id", "name", "key"):
        names.setdefault(pk, []).append((name, key))
    hidden = _count_hidden()
    rows = Organisation.objects.annotate(number=_decisions_of()).order_by()
    columns = ("pk", "number", "successor__name", "name", "slug", "end_on")
    bodies = [
        _listed(names.get(pk, ()), (number or 0) - hidden[pk], successor, *body)
        for pk, number, successor, *body in rows.values_list(*columns)
        if successor or (number or 0) > hidden[pk]
    ]
    return tuple(sorted(bodies, key=lambda body: body.key))


def list_facets(organisation_id: int) -> tuple[Facet, ...]:
    """Outcome, category and day of each published decision of the body."""
    where, values = Part(organisation=organisation_id).sql()
    statement = f"SELECT outcome, category_id, decided_on FROM register_decision WHERE {where}"  # noqa: S608 - words of ours
    return tuple(Facet(outcome, category, read_day(day)) for outcome, category, day in select(statement, values))


def list_names(organisation_id: int) -> tuple[str, ...]:
    """Every name of the body."""
    rows = OrganisationName.objects.filter(organisation=organisation_id).order_by("name")
    return tuple(rows.values_list("name", flat=True))


def list_predecessors(organisation_id: int) -> tuple[Organisation, ...]:
    """The bodies whose work this one took over."""
    return tuple(Organisation.objects.filter(successor=organisation_id).order_by("name"))


def _decisions_of() -> Subquery:
    """A count over part of an index for each body; one over all bodies at once would take many times as long."""
    own = DecisionOrganisation.objects.filter(organisation=OuterRef("pk")).order_by()
    distinct = Func(F("decision"), function="COUNT", template="COUNT(DISTINCT %(expressions)s)")
    return Subquery(own.annotate(number=distinct).values("number"), output_field=IntegerField())


def _count_hidden() -> Counter[int]:
    """How many decisions of each body are not published: few, and found by the index of what is not public."""
    hidden = Decision.objects.exclude(state=PUBLISHED).values("pk")
    rows = DecisionOrganisation.objects.filter(decision__in=hidden).values("organisation")
    return Counter(dict(rows.annotate(number=Count("decision", distinct=True)).values_list("organisation", "number")))


def _listed(names: Sequence[tuple[str, str]], number: int, successor: str | None, *body: Any) -> ListedBody:
    name, slug, ended_on = body
    own = name_key(name)
    others = tuple(other for other, key in names if key != own)
    return ListedBody(name, slug, own, ended_on, successor, number, others, (own, *(key for _, key in names)))
