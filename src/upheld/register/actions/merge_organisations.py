"""Makes one body of two that turn out to be the same."""

import datetime as dt

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions.rename_organisation import keep_address
from upheld.register.models import DecisionOrganisation, FormerAddress, Organisation, OrganisationName


class SameOrganisationError(ValueError):
    """A body cannot be merged into itself."""


def merge_organisations(from_id: int, into_id: int, *, by: str, at: dt.datetime) -> int:
    """Moves decisions, names, codes and addresses of `from_id` to `into_id`. Gives the journal's head afterwards."""
    if from_id == into_id:
        raise SameOrganisationError("Name two different organisations")
    with writing():
        source, target = Organisation.objects.get(pk=from_id), Organisation.objects.get(pk=into_id)
        return append([join_organisations(source, target)], by=by, at=at)


def join_organisations(source: Organisation, target: Organisation) -> NewEntry:
    """Moves everything of `source` to `target` and removes it, inside `writing()`. Gives the entry to be appended."""
    entry = NewEntry("organisation.merged", "organisation", target.pk, data={"from": source.pk})
    keep_address(source)
    FormerAddress.objects.filter(organisation=source).update(organisation=target)
    DecisionOrganisation.objects.filter(organisation=source).update(organisation=target)
    _move_names(source, target)
    source.codes.update(organisation=target)
    source.predecessors.exclude(pk=target.pk).update(successor=target)
    source.delete()
    return entry


def _move_names(source: Organisation, target: Organisation) -> None:
    theirs = set(OrganisationName.objects.filter(organisation=target).values_list("key", flat=True))
    source.names.exclude(key__in=theirs).update(organisation=target)
