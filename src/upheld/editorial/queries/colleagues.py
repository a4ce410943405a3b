"""The people who must hear of something."""

from collections.abc import Sequence

from upheld.accounts.models import Person
from upheld.accounts.roles import roles_with

_TOLD = ("approver", "manager", "administrator")


def list_to_tell(by: str) -> Sequence[Person]:
    """The people who hear of an emergency hold or a redaction: approvers, managers, administrators; not the actor."""
    return _active(_TOLD, by)


def list_who_may_hold(by: str = "") -> Sequence[Person]:
    """The people who can hold a decision, `by` left out."""
    return _active([role.slug for role in roles_with("hold")], by)


def _active(roles: Sequence[str], but: str) -> Sequence[Person]:
    return list(Person.objects.filter(is_active=True, role__in=roles).exclude(email__iexact=but.strip()).order_by("pk"))
