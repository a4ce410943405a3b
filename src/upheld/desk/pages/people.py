"""What the pages about people show."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.accounts.models import Person
from upheld.accounts.roles import PERMISSIONS, ROLES, Role, roles_with
from upheld.accounts.rules import Facts, deactivation_blocker, link_blocker, reset_blocker, role_blocker
from upheld.desk.components import Fault


@dataclass(frozen=True)
class PersonRow:
    """One person in the list of all."""

    href: str
    name: str
    email: str
    role: str
    is_active: bool
    has_factor: bool
    has_password: bool
    signed_in_at: dt.datetime | None


@dataclass(frozen=True)
class MatrixRow:
    """One permission and the roles that have it, from the least to the most."""

    label: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class PeoplePage:
    """Everybody, and what each role may do."""

    people: tuple[PersonRow, ...]
    matrix: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class RoleChoice:
    """A role that can be chosen."""

    slug: str
    label: str
    sentence: str
    is_chosen: bool


@dataclass(frozen=True)
class InvitePage:
    """The form for a new person, with what was typed."""

    name: str
    email: str
    roles: tuple[RoleChoice, ...]
    faults: tuple[Fault, ...] = ()

    def fault(self, field: str) -> str:
        """What is wrong with a field."""
        return next((one.text for one in self.faults if one.field == field), "")


@dataclass(frozen=True)
class PersonPage:
    """One person and what can be done; each `…_blocker` says why something cannot."""

    row: PersonRow
    invited_at: dt.datetime
    roles: tuple[RoleChoice, ...]
    role_blocker: str
    deactivation_blocker: str
    reset_blocker: str
    link_blocker: str


@dataclass(frozen=True)
class LinkPage:
    """A link to set a password, shown once: whether it was sent by mail too, and how long it works."""

    name: str
    email: str
    link: str
    life: str
    is_sent: bool
    person_href: str


def make_people(people: Sequence[Person]) -> PeoplePage:
    """The list of everybody."""
    return PeoplePage(tuple(map(make_row, people)), make_matrix())


def make_matrix() -> tuple[MatrixRow, ...]:
    """Permissions against roles."""
    return tuple(
        MatrixRow(one.label, tuple(role.label for role in roles_with(one.slug))) for one in PERMISSIONS.values()
    )


def make_row(person: Person) -> PersonRow:
    """A person as listed. They come from `queries.person`, which knows whether they have a second factor."""
    return PersonRow(
        href=person.get_absolute_url(),
        name=person.name,
        email=person.email,
        role=ROLES[person.role].label,
        is_active=person.is_active,
        has_factor=bool(getattr(person, "has_factor", False)),
        has_password=person.has_usable_password(),
        signed_in_at=person.last_login,
    )


def make_person_page(person: Person, facts: Facts) -> PersonPage:
    """One person, and what somebody may do to them."""
    return PersonPage(
        row=make_row(person),
        invited_at=person.invited_at,
        roles=make_choices(person.role),
        role_blocker=role_blocker(facts, stays_administrator=False),
        deactivation_blocker=deactivation_blocker(facts),
        reset_blocker=reset_blocker(facts),
        link_blocker=link_blocker(facts),
    )


def make_choices(chosen: str) -> tuple[RoleChoice, ...]:
    """The roles, one of them chosen."""
    return tuple(_choice(role, chosen) for role in ROLES.values())


def _choice(role: Role, chosen: str) -> RoleChoice:
    return RoleChoice(role.slug, role.label, role.sentence, role.slug == chosen)
