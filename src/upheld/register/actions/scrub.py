"""Takes words out of the names of bodies that only one decision is about."""

import datetime as dt
import re

from django.db.models import Q

from upheld.journal.actions.append import NewEntry, append
from upheld.register.actions.recognise import free_slug
from upheld.register.models import Decision, DecisionOrganisation, FormerAddress, Organisation, OrganisationName
from upheld.register.names import name_key


def scrub_organisations(
    decision: Decision, pattern: re.Pattern[str], replacement: str, *, by: str, at: dt.datetime
) -> None:
    """Renames the decision's bodies whose names hold the words, unless another decision is about them too.

    This is for the name, address and former names of the body itself; the printed name is the decision's.
    """
    theirs = Q(decisions__decision=decision) | Q(decisions=None)  # an earlier version's body may have none left
    for organisation in Organisation.objects.filter(theirs, known=False).distinct():
        if _is_only_of(organisation, decision) and _holds(organisation, pattern):
            _scrub(organisation, pattern, replacement)
            append([NewEntry("organisation.renamed", "organisation", organisation.pk)], by=by, at=at)


def _holds(organisation: Organisation, pattern: re.Pattern[str]) -> bool:
    names = [organisation.name, *organisation.names.values_list("name", flat=True)]
    return any(pattern.search(name) for name in names)


def _is_only_of(organisation: Organisation, decision: Decision) -> bool:
    others = DecisionOrganisation.objects.filter(organisation=organisation).exclude(decision=decision)
    return not others.exists()


def _scrub(organisation: Organisation, pattern: re.Pattern[str], replacement: str) -> None:
    names = {pattern.sub(replacement, name) for name in organisation.names.values_list("name", flat=True)}
    organisation.names.all().delete()
    FormerAddress.objects.filter(organisation=organisation).delete()
    organisation.name = pattern.sub(replacement, organisation.name)
    organisation.slug = free_slug(organisation.name)
    organisation.save(update_fields=["name", "slug"])
    for name in {name_key(name): name for name in (organisation.name, *names)}.values():
        OrganisationName.objects.create(organisation=organisation, name=name, key=name_key(name))
