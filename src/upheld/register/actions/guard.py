"""Reads decisions to be changed, and changes them only if nobody else did meanwhile."""

from collections.abc import Sequence
from typing import Any

from upheld.register.models import Decision
from upheld.register.rules import OvertakenError, RefusedError, blocker_for

_SLICE = 500


class NoSuchDecisionError(LookupError):
    """There is no decision with this id."""


def get_decisions(ids: Sequence[int]) -> list[Decision]:
    """The decisions with these ids, in their order, with their present version."""
    found: dict[int, Decision] = {}
    for start in range(0, len(ids), _SLICE):
        rows = Decision.objects.select_related("version", "category", "subcategory__parent")
        found |= {decision.pk: decision for decision in rows.filter(pk__in=ids[start : start + _SLICE])}
    if missing := [str(number) for number in ids if number not in found]:
        raise NoSuchDecisionError(f"The register has no decision with the id {', '.join(missing[:5])}")
    return [found[number] for number in ids]


def refuse_unless(action: str, decisions: Sequence[Decision]) -> None:
    """Raises RefusedError with every decision to which `action` may not be done."""
    blockers = (
        blocker_for(action, reference=one.reference, state=one.state, was_public=one.was_public) for one in decisions
    )
    found = tuple(blocker for blocker in blockers if blocker)
    if found:
        raise RefusedError(found)


def change(decision: Decision, expected_version: int, **values: Any) -> None:
    """Updates the row if it still is in the state and at the version that was read. Raises OvertakenError if not."""
    rows = Decision.objects.filter(pk=decision.pk, state=decision.state, version_number=expected_version)
    if rows.update(**values) != 1:
        raise OvertakenError(decision.reference)
