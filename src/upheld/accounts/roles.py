"""What each role may do, as data. docs/reference/roles.md shows the same table and is held to it by a test."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Permission:
    """One thing that somebody may or may not do. `changes` says that it changes what readers or editors see."""

    slug: str
    label: str
    changes: bool = True


@dataclass(frozen=True)
class Role:
    """What a person is in this register, in a word and a sentence."""

    slug: str
    label: str
    sentence: str
    permissions: frozenset[str]


PERMISSIONS: dict[str, Permission] = {
    one.slug: one
    for one in (
        Permission("see", "See the desk: drafts, held decisions, reports and history", changes=False),
        Permission("prepare", "Take in files, check and edit drafts, answer findings, prepare corrections"),
        Permission("approve", "Approve what somebody else has prepared"),
        Permission("hold", "Take a decision out of sight at once, and release it"),
        Permission("redact", "Erase words from a decision, everywhere"),
        Permission("batch", "Approve many drafts that have no findings together"),
        Permission("withdraw", "Withdraw a published decision, and restore it"),
        Permission("never", "Agree that a decision is never to be published"),
        Permission("retention", "Let decisions go when their time has come"),
        Permission("synonyms", "Change which words a search takes to mean the same"),
        Permission("journal", "Read the journal and check that it is whole", changes=False),
        Permission("people", "Invite people, change their roles, deactivate them"),
    )
}

_EDITOR = frozenset({"see", "prepare", "hold", "synonyms"})
_APPROVER = _EDITOR | {"approve", "redact", "batch"}
_MANAGER = _APPROVER | {"withdraw", "never", "retention", "journal"}

ROLES: dict[str, Role] = {
    one.slug: one
    for one in (
        Role("reader", "Reader", "Reads the desk and changes nothing.", frozenset({"see"})),
        Role("editor", "Editor", "Prepares decisions, and can hold one at once.", _EDITOR),
        Role("approver", "Approver", "Approves what others prepared, and can redact.", _APPROVER),
        Role("manager", "Manager", "Decides what is withdrawn, let go or never published.", _MANAGER),
        Role(
            "administrator",
            "Administrator",
            "Looks after people, and can hold a decision in an emergency; publishes nothing.",
            frozenset({"see", "hold", "journal", "people"}),
        ),
    )
}
ADMINISTRATOR = "administrator"


def role_may(role: str, permission: str) -> bool:
    """Whether people of the role may do it. Raises KeyError for a permission or a role that does not exist."""
    return PERMISSIONS[permission].slug in ROLES[role].permissions


def roles_with(permission: str) -> tuple[Role, ...]:
    """The roles that may do it, from the least to the most."""
    return tuple(role for role in ROLES.values() if role_may(role.slug, permission))


def changes_something(role: str) -> bool:
    """Whether people of the role can change anything at all: then they need a second factor even to look."""
    return any(PERMISSIONS[slug].changes for slug in ROLES[role].permissions)
