"""People, as they are looked for."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from upheld.accounts.models import Person
from upheld.accounts.roles import ADMINISTRATOR
from upheld.accounts.rules import Facts


def get_person(person_id: int) -> Person | None:
    """The person with this id, `has_factor` saying whether a second factor is set up."""
    return _with_factor().filter(pk=person_id).first()


def find_person(email: str) -> Person | None:
    """The person with this e-mail address, in any spelling of its case."""
    return _with_factor().filter(email=email.strip().lower()).first()


def list_people() -> list[Person]:
    """Everybody: the active first, then by name."""
    return list(_with_factor().order_by("-is_active", "name", "pk"))


def count_administrators() -> int:
    """How many people can look after people now."""
    return Person.objects.filter(role=ADMINISTRATOR, is_active=True).count()


def facts_of(person: Person, by: str) -> Facts:
    """What decides whether `by` may do something to the person."""
    return Facts(
        is_self=by.strip().lower() == person.email,
        is_administrator=person.role == ADMINISTRATOR,
        is_active=person.is_active,
        administrators=count_administrators(),
    )


def _with_factor() -> QuerySet[Person]:
    factors = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return Person.objects.annotate(has_factor=Exists(factors))
