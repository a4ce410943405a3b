"""Acts on many drafts and decisions: looked at before, then done one by one, so that one keeps no other back."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from upheld.desk.pages.bulk import Act, Outlook
from upheld.desk.pages.rows import row_of
from upheld.desk.queries.decision import Standing, find_by_uid
from upheld.desk.queries.found import Hit
from upheld.editorial import rules
from upheld.editorial.actions.hold import hold, release
from upheld.editorial.actions.hold_draft import hold_draft, release_draft
from upheld.editorial.actions.send import ReturnError, return_draft, send_for_check
from upheld.editorial.models import Draft
from upheld.editorial.queries.queue import list_by_uid
from upheld.register import rules as register
from upheld.register.actions.guard import NoSuchDecisionError
from upheld.register.actions.move_state import ReasonError

_REFUSALS = (
    rules.NotPossibleError, rules.NotYoursError, rules.OvertakenError, rules.NoSuchDraftError, register.RefusedError,
    register.OvertakenError, NoSuchDecisionError, ReasonError, ReturnError,
)  # fmt: skip
_OF_DRAFTS = frozenset({"send", "return"})


@dataclass(frozen=True)
class Order:
    """Who does it and when, and why: a reason of the scheme's, a note, or neither."""

    by: str
    at: dt.datetime
    reason: str = ""
    note: str = ""


def read_keys(keys: Iterable[str]) -> tuple[Hit, ...]:
    """What the keys `draft:…` and `decision:…` stand for; what is gone by now is left out."""
    given = list(keys)
    drafts = list_by_uid([key.removeprefix("draft:") for key in given if key.startswith("draft:")])
    decisions = find_by_uid([key.removeprefix("decision:") for key in given if key.startswith("decision:")])
    return (*drafts, *decisions)


def look_ahead(act: Act, hits: Iterable[Hit]) -> tuple[Outlook, ...]:
    """What the act would do with each."""
    return tuple(Outlook(row_of(hit), _why_not(act, hit)) for hit in hits)


def do(act: Act, hits: Iterable[Hit], order: Order) -> tuple[Outlook, ...]:
    """What became of each. Those of which `look_ahead` says why not are not tried."""
    return tuple(_do_one(act, hit, order) for hit in hits)


def _why_not(act: Act, hit: Hit) -> str:
    if isinstance(hit, Standing):
        if act.slug in _OF_DRAFTS:
            return "It is in the register, and no draft"
        blocker = register.blocker_for(act.slug, reference="It", state=hit.state)
        return str(blocker or "")
    return str(rules.move_blocker(act.slug, hit.state) or "")


def _do_one(act: Act, hit: Hit, order: Order) -> Outlook:
    row = row_of(hit)
    if why_not := _why_not(act, hit):
        return Outlook(row, why_not)
    try:
        told = _DO[act.slug](hit, order)
    except _REFUSALS as error:
        return Outlook(row, str(error))
    return Outlook(row, note=told)


def _send(hit: Hit, order: Order) -> str:
    assert isinstance(hit, Draft)  # noqa: S101 - _why_not has refused all else
    sent = send_for_check(hit.uid, hit.revision, by=order.by, at=order.at)
    return "It is ready: nothing keeps it back but an approval" if sent.state == rules.READY else ""


def _return(hit: Hit, order: Order) -> str:
    assert isinstance(hit, Draft)  # noqa: S101 - _why_not has refused all else
    reasons = [order.reason] if order.reason else []
    return_draft(hit.uid, hit.revision, reasons, order.note, by=order.by, at=order.at)
    return ""


def _hold(hit: Hit, order: Order) -> str:
    if isinstance(hit, Standing):
        hold([hit.pk], by=order.by, at=order.at, reason=order.reason)
    else:
        hold_draft(hit.uid, order.reason, by=order.by, at=order.at)
    return ""


def _release(hit: Hit, order: Order) -> str:
    if not isinstance(hit, Standing):
        release_draft(hit.uid, order.reason, by=order.by, at=order.at)
        return ""
    kept = release([hit.pk], by=order.by, at=order.at, reason=order.reason)
    return "It stays held until the open review is closed" if kept else ""


_DO: dict[str, Callable[[Hit, Order], str]] = {"send": _send, "return": _return, "hold": _hold, "release": _release}
