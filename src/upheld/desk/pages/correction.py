"""Beginning a correction."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.register.models import Decision
from upheld.register.models.version import MAJOR, MINOR
from upheld.register.rules import blocker_for
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link

_CHANGES = (
    (MINOR, "A small one", "Spelling, layout, a detail: readers see the date and the reason."),
    (MAJOR, "One that changes what it says", "Readers are told at the head of the page that it was corrected."),
)


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """What is asked before a correction begins."""

    reference: str
    version: int
    why_not: str
    changes: tuple[tuple[str, str, str], ...]
    change: str
    reasons: tuple[tuple[str, str], ...]
    reason: str
    faults: tuple[Fault, ...]
    here: str
    back: str


def make_correction(decision: Decision, change: str, reason: str, faults: Sequence[Fault]) -> CorrectionPage:
    """The page."""
    here = f"/desk/decisions/{decision.uid}"
    blocker = blocker_for("correct", reference="It", state=decision.state)
    return CorrectionPage(
        reference=decision.reference,
        version=decision.version_number + 1,
        why_not=f"{blocker}." if blocker else "",
        changes=_CHANGES,
        change=change,
        reasons=tuple((one.slug, one.label) for one in get_scheme().reasons_for("correct")),
        reason=reason,
        faults=tuple(faults),
        here=f"{here}/correct",
        back=here,
    )


def correction_head(decision: Decision) -> Head:
    """What the page says of itself."""
    here = Link(decision.reference, f"/desk/decisions/{decision.uid}")
    return Head(f"Correct {decision.reference}", trail=(Link("Desk", "/desk/"), here))
