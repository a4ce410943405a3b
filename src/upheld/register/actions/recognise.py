"""Finds the bodies that decisions name, and makes those that are new."""

import datetime as dt
from collections.abc import Sequence

from upheld.journal.actions.append import NewEntry, append
from upheld.lib.slugs import slugify
from upheld.register.models import Organisation, OrganisationName
from upheld.register.names import name_key
from upheld.register.queries.organisation import match_bodies
from upheld.register.records import OrganisationName as PrintedName


def recognise_organisations(names: Sequence[PrintedName], *, by: str, at: dt.datetime) -> list[int]:
    """The id of the body each name means, in order, inside `writing()`. New bodies are added to the register."""
    known = match_bodies(names)
    for name in names:
        if known.get(name) is None:
            fresh = known.get(PrintedName(name=name.name)) or _made_before(name, known)
            known[name] = fresh or add_body(name.name, by=by, at=at)
    return [body for name in names if (body := known[name]) is not None]


def add_body(name: str, *, by: str, at: dt.datetime) -> int:
    """Adds a body by its name alone, with an address of its own."""
    organisation = Organisation.objects.create(name=name, slug=free_slug(name))
    OrganisationName.objects.create(organisation=organisation, name=name, key=name_key(name))
    append([NewEntry("organisation.added", "organisation", organisation.pk)], by=by, at=at)
    return organisation.pk


def free_slug(name: str) -> str:
    """A slug for the name that no body has, nor ever had."""
    from upheld.register.models import FormerAddress

    base = slugify(name)[:180] or "organisation"
    for slug in [base, *(f"{base}-{number}" for number in range(2, 1000))]:
        former = FormerAddress.objects.filter(path=f"/organisations/{slug}").exists()
        if not former and not Organisation.objects.filter(slug=slug).exists():
            return slug
    raise ValueError(f"There are too many organisations called “{name}”")


def _made_before(name: PrintedName, known: dict[PrintedName, int | None]) -> int | None:
    """The body that an equal name of the same batch was given."""
    key = name_key(name.name)
    return next((body for other, body in known.items() if body and name_key(other.name) == key), None)
