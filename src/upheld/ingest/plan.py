"""What an import does with each decision: one pure function, which --dry-run prints and the import carries out."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

PUBLISH, HOLD, DRAFT, UNCHANGED, CORRECT, DESCRIBE, CONFLICT, REFUSE = (
    "published", "held", "drafted", "unchanged", "corrected", "described", "conflict", "refused",
)  # fmt: skip
RESULTS = (PUBLISH, HOLD, DRAFT, CORRECT, DESCRIBE, UNCHANGED, CONFLICT, REFUSE)
NOT_IN = frozenset({CONFLICT, REFUSE})
READY, FINDINGS, INCOMPLETE = STANDINGS = ("ready", "with_findings", "incomplete")
TAKEN = frozenset({PUBLISH, HOLD, DRAFT, CORRECT, DESCRIBE})

Values = Mapping[str, Hashable]

_SENTENCES = {
    "withdrawn": "is withdrawn here; it was left so",
    "held": "is held here; it was left so",
    "redacted": "was redacted here, and the source differs; it was left as it is",
    "corrected-here": "was corrected here, and the source has the older content; it was left as it is",
    "twice": "stands twice with different content; the first is at {place}",
    "reference-taken": "has a reference that another decision of the register has: {other}",
    "new-category": "belongs to a category that the register does not have, and --no-new-categories was given",
    "no-decision-date": "has no decision date, so the day of its publication cannot be told",
    "register": "{other}",
    "never": "is never to be published: {other}",
    "waits": "waits as a draft at the desk, and would have to be withdrawn there first; it was left so",
    "worked-on": "waits as a draft that somebody is working on, and the source differs; it was left as it is",
    "details": "brings details in which something shows who a person is: {other}; examine the source",
    "demo": "is an invented decision of a demo register, and this register is not one",
}


class Step(NamedTuple):
    """What becomes of one entry: the result, the reason's code, the keys that change, the day it waits for.

    `draft` says of one that was drafted how it stands: ready, with findings, or incomplete.
    """

    result: str
    reason: str = ""
    changed: tuple[str, ...] = ()
    detail: str = ""
    until: date | None = None
    draft: str = ""

    @property
    def sentence(self) -> str:
        """The reason for a person."""
        return _SENTENCES[self.reason].format(place=self.detail, other=self.detail) if self.reason else ""


def reason_words(code: str) -> str:
    """The reason of a result in words that name no place and no other decision; the code in words if it is not ours."""
    sentence = _SENTENCES.get(code, "").partition(":")[0].partition("; the first")[0]
    return sentence if sentence and "{" not in sentence else code.replace("-", " ")


@dataclass(frozen=True)
class Incoming:
    """What a source says of a decision: only keys it carries, what is empty left out."""

    values: Values
    details: Values
    demo: bool = False


@dataclass(frozen=True)
class Known:
    """What the register has of a decision. `values` is None when its content is the same as what comes in.

    `earlier` are the contents of earlier versions, if the decision was ever corrected by hand.
    """

    decision_id: int
    state: str
    redacted: bool
    values: Values | None
    details: Values
    earlier: tuple[Values, ...] = ()


@dataclass(frozen=True)
class Seen:
    """The same reference earlier in this run: where, and whether what stands there says the same."""

    place: str
    same: bool


@dataclass(frozen=True)
class Waiting:
    """A draft with the entry's reference: whether it says the same, and whether it is as an import brought it."""

    same: bool
    untouched: bool


@dataclass(frozen=True)
class Facts:
    """All that the decision about one entry depends on.

    `owner` has the entry's reference; `strangers` are references of the entry that belong to other decisions.
    `drafting`: what comes in waits for approval. `never` says why a case is never published, `found` what was found in
    the details that would be filled in.
    """

    owner: Known | None = None
    strangers: tuple[str, ...] = ()
    seen: Seen | None = None
    place_is_known: bool = True
    new_places_allowed: bool = True
    day_can_be_told: bool = True
    held_until: date | None = None
    demo_allowed: bool = True
    drafting: bool = False
    waiting: Waiting | None = None
    never: str = ""
    found: str = ""


def plan(incoming: Incoming, facts: Facts) -> Step:
    """What becomes of the entry."""
    if facts.seen:
        return Step(UNCHANGED) if facts.seen.same else Step(REFUSE, "twice", detail=facts.seen.place)
    if incoming.demo and (facts.drafting or not facts.demo_allowed):
        return Step(REFUSE, "demo")
    if facts.never:
        return Step(REFUSE, "never", detail=facts.never)
    if facts.strangers:
        return Step(REFUSE, "reference-taken", detail=", ".join(facts.strangers))
    step = _plan_new(facts) if facts.owner is None else _plan_known(incoming, facts.owner, facts)
    return _at_the_gate(step, facts)


def _at_the_gate(step: Step, facts: Facts) -> Step:
    """What becomes of it where a draft waits already, or where everything has to wait as one."""
    if step.result not in {PUBLISH, HOLD, CORRECT}:
        found = facts.drafting and facts.found and step.result == DESCRIBE
        return Step(REFUSE, "details", detail=facts.found) if found else step
    if facts.waiting and not facts.drafting:
        return Step(CONFLICT, "waits")
    if facts.waiting and facts.waiting.same:
        return Step(UNCHANGED)
    if facts.waiting and not facts.waiting.untouched:
        return Step(CONFLICT, "worked-on", step.changed)
    return Step(DRAFT, changed=step.changed) if facts.drafting else step


def _plan_new(facts: Facts) -> Step:
    if not facts.place_is_known and not facts.new_places_allowed:
        return Step(REFUSE, "new-category")
    if not facts.day_can_be_told and not facts.drafting:
        return Step(REFUSE, "no-decision-date")
    return Step(HOLD, until=facts.held_until) if facts.held_until else Step(PUBLISH)


def _plan_known(incoming: Incoming, known: Known, facts: Facts) -> Step:
    if known.state in {"withdrawn", "held"}:
        return Step(CONFLICT, known.state)
    changed = _differences(incoming.values, known.values)
    details = _differences(incoming.details, known.details)
    if known.redacted and (changed or details):
        return Step(CONFLICT, "redacted", (*changed, *details))
    if any(incoming.values[key] == earlier.get(key) for earlier in known.earlier for key in changed):
        return Step(CONFLICT, "corrected-here", changed)
    if changed and not facts.place_is_known and not facts.new_places_allowed:
        return Step(REFUSE, "new-category")
    if changed:
        return Step(CORRECT, changed=(*changed, *details))
    return Step(DESCRIBE, changed=details) if details else Step(UNCHANGED)


def _differences(given: Values, kept: Values | None) -> tuple[str, ...]:
    """The keys that are given and differ. What is not given is no difference: absence never erases."""
    return () if kept is None else tuple(key for key, value in given.items() if value != kept.get(key))
