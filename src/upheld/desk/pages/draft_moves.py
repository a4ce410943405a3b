"""What can be done with a draft by this person, and for what is usual next but cannot be done, why not."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from upheld.accounts.models import Person
from upheld.accounts.requirements import may
from upheld.accounts.roles import ROLES, roles_with
from upheld.editorial.queries.draft import DraftView, PossibleMove

ADDRESSES = {
    "send": "send", "ready": "ready", "approve": "approve", "return": "return", "schedule": "day", "hold": "hold",
    "release": "release", "propose-never": "never", "agree-never": "never", "delete": "delete",
}  # fmt: skip
_LABELS = {
    "send": "Send for checking", "ready": "Look again whether it is ready", "approve": "Approve it",
    "return": "Return with reasons", "schedule": "Choose a day", "hold": "Hold it", "release": "Release it",
    "propose-never": "Propose never to publish it", "agree-never": "Never to be published: agree or refuse",
    "delete": "Delete this draft",
}  # fmt: skip
_NEXT = {"draft": "send", "returned": "send", "checking": "approve", "ready": "approve", "held": "release"}
_AT_ONCE = {"send", "ready"}


@dataclass(frozen=True, slots=True)
class MoveShown:
    """A move. `href` leads to where it is made; `is_direct` says that a button there does it at once.

    `why_not` is the sentence in its place where it cannot be made now.
    """

    label: str
    href: str
    is_direct: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class MovesShown:
    """What comes next, and what else can be done."""

    next: MoveShown | None
    others: tuple[MoveShown, ...]


NO_MOVES = MovesShown(None, ())


def make_moves(view: DraftView, person: Person | AnonymousUser) -> MovesShown:
    """The moves that this person may make."""
    name = person.email if isinstance(person, Person) else ""
    moves = {one.move.slug: one for one in view.moves(name) if one.move.slug in ADDRESSES}
    first = _NEXT.get(view.state, "")
    others = [
        _shown(view, slug)
        for slug, one in moves.items()
        if slug not in {first, "ready"} and one.blocker is None and may(person, one.move.permission)
    ]
    following = _next(view, moves[first], person) if first in moves else None
    return MovesShown(following, tuple(dict.fromkeys(others)))


def _next(view: DraftView, move: PossibleMove, person: Person | AnonymousUser) -> MoveShown:
    shown = _shown(view, move.move.slug)
    if move.blocker is not None:
        sentence = _why_not(view, move)
        return MoveShown(shown.label, "", is_direct=False, why_not=sentence)
    if not may(person, move.move.permission):
        who = " or ".join(role.label.lower() for role in roles_with(move.move.permission))
        own = ROLES[person.role].label.lower() if isinstance(person, Person) and person.role in ROLES else ""
        lead = f"You sign in as {own}. " if own else ""
        return MoveShown(shown.label, "", is_direct=False, why_not=f"{lead}The next step is for somebody else: {who}.")
    return shown


def _why_not(view: DraftView, move: PossibleMove) -> str:
    stops = sum(blocker.stops for blocker in view.blockers)
    if move.move.slug == "approve" and view.state == "checking" and stops:
        count = "One thing keeps" if stops == 1 else f"{stops} things keep"
        return f"{count} it back: see the list. It is ready by itself when nothing does."
    return f"{move.blocker}." if move.blocker else ""


def _shown(view: DraftView, slug: str) -> MoveShown:
    return MoveShown(_LABELS[slug], f"/desk/drafts/{view.uid}/{ADDRESSES[slug]}", slug in _AT_ONCE)
