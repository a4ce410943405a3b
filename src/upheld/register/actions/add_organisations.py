"""Takes in a list of bodies: names, kinds, codes, dates, successors."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.slugs import slugify
from upheld.register.actions.merge_organisations import join_organisations
from upheld.register.actions.recognise import free_slug
from upheld.register.models import Organisation, OrganisationCode, OrganisationName
from upheld.register.names import name_key


@dataclass(frozen=True)
class Body:
    """A body as a list gives it. `codes` are (system, code), the first identifies it; `successor` is such a code."""

    name: str
    codes: tuple[tuple[str, str], ...]
    other_names: tuple[str, ...] = ()
    kind: str = ""
    start_on: dt.date | None = None
    end_on: dt.date | None = None
    successor: str = ""


@dataclass
class Added:
    """What became of a list: names of bodies added, changed, and how many were as they are."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0


def add_organisations(bodies: Sequence[Body], *, by: str, at: dt.datetime) -> Added:
    """Adds the bodies, or brings those known by their first code up to date. A second time changes nothing."""
    done = Added()
    own = _keys_of_one(bodies)
    with writing():
        entries = [entry for body in bodies for entry in _take_in(body, own, done)]
        entries += [entry for body in bodies for entry in _link(body)]
        if entries:
            append(entries, by=by, at=at)
    return done


def _keys_of_one(bodies: Sequence[Body]) -> frozenset[str]:
    """The keys of names by which only one body of the list goes."""
    counted = Counter(key for body in bodies for key in {name_key(name) for name in (body.name, *body.other_names)})
    return frozenset(key for key, count in counted.items() if count == 1)


def _take_in(body: Body, own: frozenset[str], done: Added) -> list[NewEntry]:
    entries = _join(body, own)
    organisation, kind = _find(body, own), "organisation.updated"
    before = _state(organisation) if organisation else None
    if organisation is None:
        kind, organisation = (
            "organisation.added",
            Organisation.objects.create(name=body.name, slug=free_slug(body.name)),
        )
    _write(organisation, body)
    if before == _state(organisation):
        done.unchanged += not entries
        return entries
    (done.updated if before else done.added).append(body.name)
    return [*entries, NewEntry(kind, "organisation", organisation.pk)]


def _find(body: Body, own: frozenset[str]) -> Organisation | None:
    """By its first code; else the body, so far known from decisions only, that has an equal name."""
    system, code = body.codes[0]
    known = OrganisationCode.objects.select_related("organisation").filter(system=system, code=code).first()
    return known.organisation if known else next(iter(_from_decisions(body, own)), None)


def _from_decisions(body: Body, own: frozenset[str]) -> Sequence[Organisation]:
    """The bodies known from decisions only that go by a name which in the list is this body's alone."""
    keys = {name_key(name) for name in (body.name, *body.other_names)} & own
    return list(Organisation.objects.filter(known=False, names__key__in=keys).distinct().order_by("pk"))


def _join(body: Body, own: frozenset[str]) -> list[NewEntry]:
    """Makes one of the bodies that decisions gave several of this body's names."""
    target = _find(body, own)
    others = [other for other in _from_decisions(body, own) if target and other.pk != target.pk]
    return [join_organisations(other, target) for other in others if target]


def _write(organisation: Organisation, body: Body) -> None:
    organisation.kind, organisation.kind_name = slugify(body.kind), body.kind
    organisation.start_on, organisation.end_on, organisation.known = body.start_on, body.end_on, True
    organisation.save()
    has = set(organisation.names.values_list("key", flat=True))
    names = {name_key(name): name for name in reversed((body.name, *body.other_names)) if name_key(name)}
    rows = [OrganisationName(organisation=organisation, name=n, key=k) for k, n in names.items() if k not in has]
    OrganisationName.objects.bulk_create(rows)
    for system, code in body.codes:
        OrganisationCode.objects.get_or_create(system=system, code=code, defaults={"organisation": organisation})


def _link(body: Body) -> list[NewEntry]:
    """Links an abolished body to its successor, now that both are there."""
    system, code = body.codes[0]
    successor = OrganisationCode.objects.filter(system=system, code=body.successor).first() if body.successor else None
    if successor is None:
        return []
    own = OrganisationCode.objects.get(system=system, code=code)
    rows = Organisation.objects.filter(pk=own.organisation_id).exclude(successor_id=successor.organisation_id)
    changed = rows.exclude(pk=successor.organisation_id).update(successor_id=successor.organisation_id)
    return [NewEntry("organisation.updated", "organisation", own.organisation_id)] if changed else []


def _state(organisation: Organisation) -> tuple[object, ...]:
    """All that a list can change, for comparing."""
    row = Organisation.objects.values_list("kind", "kind_name", "start_on", "end_on", "known").get(pk=organisation.pk)
    names = tuple(organisation.names.order_by("key").values_list("key", flat=True))
    return (*row, names, tuple(organisation.codes.order_by("system", "code").values_list("system", "code")))
