"""Help in the desk: the states of a decision, what each role may do, and keys."""

from dataclasses import dataclass

from upheld.accounts.roles import PERMISSIONS, ROLES, Permission, Role, role_may
from upheld.desk.frame import HOME
from upheld.editorial.rules import STATES, State
from upheld.ui.site import Head


@dataclass(frozen=True)
class Key:
    """A key and what it does."""

    key: str
    does: str


@dataclass(frozen=True)
class Allowed:
    """A permission, and for each role in order whether its people have it."""

    permission: Permission
    roles: tuple[tuple[Role, bool], ...]


KEYS = (
    ("On every page", (Key("/", "Go to the search field"), Key("?", "Open this page"))),
    (
        "Where findings are checked",
        (
            Key("n", "Go to the next finding"),
            Key("p", "Go to the finding before"),
            Key("r", "Replace the words"),
            Key("x", "Say that they are not personal"),
            Key("e", "Say that they are necessary"),
        ),
    ),
)


@dataclass(frozen=True)
class Help:
    """Everything the page shows; `role` is the reader's own."""

    role: str
    states: tuple[State, ...]
    roles: tuple[Role, ...]
    matrix: tuple[Allowed, ...]
    keys: tuple[tuple[str, tuple[Key, ...]], ...] = KEYS


def make_help(role: str) -> Help:
    """The page for somebody of this role."""
    roles = tuple(ROLES.values())
    matrix = (
        Allowed(one, tuple((role, role_may(role.slug, one.slug)) for role in roles)) for one in PERMISSIONS.values()
    )
    return Help(role, tuple(STATES.values()), roles, tuple(matrix))


def help_head() -> Head:
    """What the page says of itself."""
    return Head("Help: states, roles and keys", trail=(HOME,))
