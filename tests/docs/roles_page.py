"""The reference page of roles, made from the roles and from what each view of the desk requires.

`DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python -m tests.docs.roles_page` writes it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/roles.md"
_INTRODUCTION = """# Roles

Every person of the desk has one role. What a role may do is data (`src/upheld/accounts/roles.py`); this page is made
from it, and from what each address of the desk requires. [People and roles](../how-to/people-and-roles.md) says how
people are invited and looked after.

Whoever can change anything needs a second step (a passkey, an authenticator app or a recovery code), even to look.
Readers may set one up, and are then asked for it too.
"""
_ADDRESSES = """## What each address requires

*Anyone* means before signing in; such a page asks for what it needs itself. *Signed in* means a person's own account,
where the second step is set up. `{…}` stands for a part that differs.
"""


@dataclass(frozen=True)
class Route:
    """An address of the desk, the view behind it, and the permission that the view requires."""

    path: str
    pattern: URLPattern
    permission: str


def list_routes() -> list[Route]:
    """Every address of the desk."""
    from upheld.accounts.requirements import permission_of

    found = _walk(get_resolver().url_patterns, "/")
    return [Route(path, one, permission_of(one.callback)) for path, one in found if path.startswith("/desk/")]


def render() -> str:
    """The page."""
    from upheld.accounts.roles import ROLES

    roles = [f"| {role.label} | {role.sentence} |" for role in ROLES.values()]
    parts = [_INTRODUCTION, "| role | |\n|---|---|", *roles, "", _matrix(), "", _ADDRESSES, _addresses(), ""]
    return "\n".join(parts)


def _matrix() -> str:
    from upheld.accounts.roles import PERMISSIONS, ROLES, role_may

    head = f"| permission | | {' | '.join(role.label for role in ROLES.values())} |"
    rows = [
        f"| `{one.slug}` | {one.label} | {' | '.join('yes' if role_may(role, one.slug) else '' for role in ROLES)} |"
        for one in PERMISSIONS.values()
    ]
    return "\n".join([head, f"|---|---|{'---|' * len(ROLES)}", *rows])


def _addresses() -> str:
    from upheld.accounts.requirements import ANYONE, SIGNED_IN

    said = {ANYONE: "anyone", SIGNED_IN: "signed in"}
    rows = sorted(f"| `{one.path}` | {said.get(one.permission) or f'`{one.permission}`'} |" for one in list_routes())
    return "\n".join(["| address | requires |", "|---|---|", *rows])


def _walk(patterns: list[URLPattern | URLResolver], lead: str) -> Iterator[tuple[str, URLPattern]]:
    for one in patterns:
        here = lead + _spelt(str(one.pattern))
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, here)
        else:
            yield here, one


def _spelt(route: str) -> str:
    """The route as people read it: `<int:pk>` and `(?P<key>…)` are `{pk}` and `{key}`."""
    plain = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"{\1}", route)
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", plain).strip("^$")


if __name__ == "__main__":
    import django

    django.setup()
    PAGE.write_text(render(), encoding="utf-8")
