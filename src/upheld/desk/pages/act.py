"""Hold, release, withdraw and restore: what readers, lists and search engines will show, before it is done."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.desk.publicly import as_shown
from upheld.desk.queries.one_decision import Around
from upheld.editorial.actions.open_review import KINDS
from upheld.editorial.queries.holds import find_hold
from upheld.lib.dates import format_date
from upheld.register.models import Decision
from upheld.register.models.decision import EMBARGOED, HELD, PUBLISHED, WITHDRAWN
from upheld.register.rules import blocker_for
from upheld.scheme import get_scheme
from upheld.ui.shown import Shown
from upheld.ui.site import Head, Link

TITLES = {"hold": "Hold", "release": "Release", "withdraw": "Withdraw", "restore": "Restore"}
_BUTTONS = {"hold": "Hold now", "release": "Release now", "withdraw": "Withdraw now", "restore": "Publish it again now"}
_FILES = "Its files (JSON, Markdown, text, PDF, Word), its versions, their files and its chapters answer the same."


@dataclass(frozen=True, slots=True)
class ActPage:
    """What an act will do. `then` is None where nothing changes for readers; `why_not` says that it cannot be done."""

    action: str
    reference: str
    button: str
    is_grave: bool
    why_not: str
    then: Shown | None
    then_words: str
    places: tuple[Link, ...]
    places_words: str
    besides: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]
    chosen: str
    faults: tuple[Fault, ...]
    back: str
    here: str


def make_act(
    decision: Decision, action: str, around: Around, at: dt.datetime, today: dt.date, *, chosen: str = "",
    faults: Sequence[Fault] = (),
) -> ActPage:  # fmt: skip
    """The page. `chosen` is the reason's slug."""
    here = f"/desk/decisions/{decision.uid}"
    reasons = tuple((one.slug, one.label) for one in get_scheme().reasons_for(action))
    target = target_of(decision, action, around, today)
    is_public = decision.state == PUBLISHED
    changes = (target == PUBLISHED) != is_public or WITHDRAWN in (target, decision.state)
    return ActPage(
        action=action,
        reference=decision.reference,
        button=_BUTTONS[action],
        is_grave=action in ("hold", "withdraw"),
        why_not=_why_not(decision, action, around),
        then=as_shown(decision, target, chosen or reasons[0][0], at) if changes else None,
        then_words=_words(decision, target),
        places=tuple(_places(decision, around)) if is_public or target == PUBLISHED else (),
        places_words="It goes from" if is_public else "It comes back to",
        besides=tuple(_besides(decision, action, target)),
        reasons=reasons,
        chosen=chosen or reasons[0][0],
        faults=tuple(faults),
        back=here,
        here=f"{here}/{action}",
    )


def act_head(decision: Decision, action: str) -> Head:
    """What the page says of itself."""
    here = Link(decision.reference, f"/desk/decisions/{decision.uid}")
    return Head(f"{TITLES[action]} {decision.reference}", trail=(Link("Desk", "/desk/"), here))


def target_of(decision: Decision, action: str, around: Around, today: dt.date) -> str:
    """The state that the act leads to."""
    if action == "release":
        if around.reviews:
            return HELD
        waits = decision.held_until is not None and decision.held_until > today
        return EMBARGOED if waits else PUBLISHED
    if action == "restore":
        return HELD if find_hold(decision.pk) else PUBLISHED
    return {"hold": HELD, "withdraw": WITHDRAWN}[action]


def _why_not(decision: Decision, action: str, around: Around) -> str:
    if action == "hold" and decision.state == HELD and around.hold is None:
        return ""
    if action in ("release", "restore") and around.reviews and around.hold is None:
        return f"{KINDS[around.reviews[0].kind]} is open. It ends with the review; close that first."
    blocker = blocker_for(action, reference="It", state=decision.state, was_public=decision.was_public)
    return f"{blocker}." if blocker else ""


def _words(decision: Decision, target: str) -> str:
    if target == EMBARGOED and decision.held_until:
        return (
            f"It waits for {format_date(decision.held_until)}, and appears then by itself. Until then nobody sees it."
        )
    return "For readers nothing changes: they cannot read it before or after."


def _places(decision: Decision, around: Around) -> Iterator[Link]:
    """Every list of which the decision is a part, by its address."""
    for place in (decision.subcategory, decision.category):
        if place:
            yield Link(f"the list of {place.name}, with its count", place.get_absolute_url())
    for body in around.bodies:
        yield Link(f"the page of {body.organisation.name}, with its counts", body.organisation.get_absolute_url())
    yield Link("the home page, where it is among the latest", "/")
    yield Link("every search, and the counts beside it", f"/search?q={decision.reference.replace(' ', '+')}")
    yield Link("the pages of the law it cites, and links from other decisions", "/law")
    yield Link("the sitemap", "/sitemap.xml")
    yield Link("upheld export", None)


def _besides(decision: Decision, action: str, target: str) -> Iterator[str]:
    if PUBLISHED in (decision.state, target):
        yield _FILES
    if decision.state == PUBLISHED:
        yield "No copy is kept: what browsers and shared caches hold is asked for anew at each use."
        yield "What search engines and archives elsewhere have copied is theirs: ask them to take it away too."
    if action == "hold":
        yield "Other approvers, managers and administrators are told at once, by a notice and by mail."
        yield "The text and its dates stay as they are. Releasing puts it back where it was."
    if action == "withdraw":
        yield "The text stays at the desk. Erase words with Redact, if they must go for good."
