"""What became of a list of references: which lead to a decision, and what is said of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.reference_lists import ReferenceList
from upheld.public.queries.referred import Referred, list_letters, look_up
from upheld.register.models import Decision
from upheld.ui.site import Link

_MOST_UNREAD = 20


@dataclass(frozen=True, slots=True)
class UnknownReference:
    """A reference that the register does not hold; `near` are those that differ from it by their letter only."""

    reference: str
    near: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReferenceReport:
    """`summary` says how many of the references lead to a decision; the rest is about those that do not.

    `withdrawn` and `held` lead to their notices. `unread` are pieces of what was pasted that are no references, and
    `more_unread` says how many more there are. `notes` say what was given twice.
    """

    summary: str
    unknown: tuple[UnknownReference, ...]
    withdrawn: tuple[Link, ...]
    held: tuple[Link, ...]
    unread: tuple[str, ...]
    more_unread: int
    notes: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything in the list leads to a decision of its own."""
        return not (self.unknown or self.withdrawn or self.held or self.unread or self.notes)


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The decisions that can be read, each once, in the order of the list; and the report."""

    decisions: tuple[Decision, ...]
    report: ReferenceReport


def look_up_list(listed: ReferenceList) -> LookedUp:
    """What the register says of the list today."""
    found = look_up(listed.references)
    shown = [one.decision for one in found if one.decision and one.is_shown]
    decisions = tuple({one.pk: one for one in shown}.values())
    kept_back = [one for one in found if one.decision and not one.is_shown and not one.is_withdrawn]
    report = ReferenceReport(
        summary=_summary(len(shown), len(found)),
        unknown=_unknown([one for one in found if one.decision is None]),
        withdrawn=tuple(_notice(one) for one in found if one.is_withdrawn),
        held=tuple(_notice(one) for one in kept_back),
        unread=listed.unread[:_MOST_UNREAD],
        more_unread=max(0, len(listed.unread) - _MOST_UNREAD),
        notes=_notes(listed.repeated, len(shown) - len(decisions)),
    )
    return LookedUp(decisions, report)


def _unknown(found: Sequence[Referred]) -> tuple[UnknownReference, ...]:
    letters = list_letters([one.reference for one in found])
    return tuple(
        UnknownReference(
            one.reference.printed,
            tuple(Link(near.reference, near.get_absolute_url()) for near in letters.get(one.reference.key, ())),
        )
        for one in found
    )


def _notice(one: Referred) -> Link:
    return Link(one.reference.printed, f"/decisions/{one.reference.slug}")


def _summary(shown: int, asked: int) -> str:
    if asked == 1:
        return "The reference was found" if shown else "The reference was not found"
    if shown == asked:
        return f"All {asked:,} references were found" if asked > 2 else "Both references were found"
    return f"{shown:,} of {asked:,} references were found" if shown else f"None of the {asked:,} references was found"


def _notes(repeated: int, same: int) -> tuple[str, ...]:
    again = "One reference stands in your list more than once." if repeated == 1 else ""
    if repeated > 1:
        again = f"{repeated:,} references in your list are repeats."
    joint = "Some of the references lead to the same decision: a report can carry several." if same else ""
    return tuple(filter(None, (again, joint)))
