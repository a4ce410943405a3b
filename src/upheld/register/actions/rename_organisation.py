"""Gives a body another name; its old name and address go on leading to it."""

import datetime as dt

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.text import clean
from upheld.register.actions.recognise import free_slug
from upheld.register.models import FormerAddress, Organisation, OrganisationName
from upheld.register.names import name_key


class BadNameError(ValueError):
    """A name cannot be given to a body."""


def rename_organisation(organisation_id: int, name: str, *, by: str, at: dt.datetime) -> int:
    """Renames the body. Decisions keep the name they print. Gives the journal's head afterwards.

    Raises BadNameError or UncleanTextError.
    """
    fresh = " ".join(clean(name).split())
    if not name_key(fresh):
        raise BadNameError("A name needs at least one letter or digit")
    with writing():
        organisation = Organisation.objects.get(pk=organisation_id)
        keep_address(organisation)
        organisation.name, organisation.slug = fresh, free_slug(fresh)
        organisation.save(update_fields=["name", "slug"])
        OrganisationName.objects.update_or_create(
            organisation=organisation, key=name_key(fresh), defaults={"name": fresh}
        )
        return append([NewEntry("organisation.renamed", "organisation", organisation.pk)], by=by, at=at)


def keep_address(organisation: Organisation) -> None:
    """The body's present address leads to it for ever, inside `writing()`."""
    FormerAddress.objects.update_or_create(
        path=organisation.get_absolute_url(), defaults={"organisation": organisation, "category": None}
    )
