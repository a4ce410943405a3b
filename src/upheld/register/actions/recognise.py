"""Finds the bodies that decisions name, and makes those that are new."""

import datetime as dt
from collections.abc import Sequence
from itertools import count

from upheld.journal.actions.append import NewEntry, append
from upheld.lib.slugs import slugify
from upheld.register.models import FormerAddress, Organisation, OrganisationName
from upheld.register.names import name_key
from upheld.register.queries.organisation import match_bodies
from upheld.register.records import OrganisationName as PrintedName


def recognise_organisations(names: Sequence[PrintedName], *, by: str, at: dt.datetime) -> list[int]:
    """The id of the body each name means, in order, inside `writing()`. New bodies are added to the register."""
    known = match_bodies(names)
    fresh: dict[str, int] = {}
    for name, body in known.items():
        if body is None:
            key = name_key(name.name)
            fresh[key] = known[name] = fresh.get(key) or add_body(name.name, by=by, at=at)
    return [body for name in names if (body := known[name]) is not None]


def add_body(name: str, *, by: str, at: dt.datetime) -> int:
    """Adds a body by its name alone, with an address of its own."""
    organisation = Organisation.objects.create(name=name, slug=free_slug(name))
    OrganisationName.objects.create(organisation=organisation, name=name, key=name_key(name))
    append([NewEntry("organisation.added", "organisation", organisation.pk)], by=by, at=at)
    return organisation.pk


def free_slug(name: str) -> str:
    """A slug for the name that no body has, nor ever had."""
    base = slugify(name)[:180] or "organisation"
    slugs = Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    paths = FormerAddress.objects.filter(path__startswith=f"/organisations/{base}").values_list("path", flat=True)
    taken = {*slugs, *(path.rpartition("/")[2] for path in paths)}
    numbered = (f"{base}-{number}" for number in count(2))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)
