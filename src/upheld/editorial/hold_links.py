"""Links that do one thing: hold one decision, for the person they were sent to, for three days."""

from dataclasses import dataclass

from django.core import signing

from upheld.register.models import Decision

HOURS = 72
_SALT = "upheld.editorial.hold"


class SpentLinkError(ValueError):
    """A link is not ours, too old, or the decision has moved since it was sent."""


@dataclass(frozen=True)
class HoldLink:
    """Who may hold which decision; `since` is when the decision came into the state in which the link found it."""

    person_id: int
    uid: str
    since: int


def sign_hold(person_id: int, decision: Decision) -> str:
    """The last part of the link's address."""
    return signing.dumps([person_id, decision.uid, _since(decision)], salt=_SALT, compress=True)


def read_hold(signed: str) -> HoldLink:
    """What a link says. Raises SpentLinkError."""
    try:
        person_id, uid, since = signing.loads(signed, salt=_SALT, max_age=HOURS * 3600)
    except (signing.BadSignature, ValueError) as error:
        raise SpentLinkError(f"This link works for {HOURS} hours. Sign in to the desk to hold the decision") from error
    return HoldLink(int(person_id), str(uid), int(since))


def is_fresh(link: HoldLink, decision: Decision) -> bool:
    """Whether the decision is still as it was when the link was sent: a link does not hold it a second time."""
    return link.since == _since(decision)


def _since(decision: Decision) -> int:
    return int(decision.state_at.timestamp())
