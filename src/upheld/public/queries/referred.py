"""What the register says of references that a reader lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.references import Reference
from upheld.register.models import Decision, DecisionReference
from upheld.register.models.decision import PUBLISHED, WITHDRAWN

_MOST = 200


@dataclass(frozen=True, slots=True)
class Referred:
    """A reference and the decision that it leads to; None where readers are told of none."""

    reference: Reference
    decision: Decision | None

    @property
    def is_shown(self) -> bool:
        """Whether the decision can be read."""
        return self.decision is not None and self.decision.state == PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        """Whether the decision was withdrawn."""
        return self.decision is not None and self.decision.state == WITHDRAWN


def look_up(references: Sequence[Reference]) -> tuple[Referred, ...]:
    """Each reference with its decision. One that waits, or was never public, is as good as unknown."""
    rows = DecisionReference.objects.filter(key__in={one.key for one in references})
    rows = rows.select_related("decision__category", "decision__subcategory__parent")
    known = {(row.key, row.suffix): row.decision for row in rows if may_be_named(row.decision)}
    return tuple(Referred(one, known.get((one.key, one.suffix))) for one in references)


def may_be_named(found: Decision) -> bool:
    """Whether readers may learn that it exists: one that never was public is as good as unknown."""
    return found.state in {PUBLISHED, WITHDRAWN} or found.was_public


def list_letters(references: Sequence[Reference]) -> dict[str, list[Decision]]:
    """The published decisions whose number is that of one of these references, whatever their letter, by number."""
    rows = DecisionReference.objects.filter(key__in={one.key for one in references}, decision__state=PUBLISHED)
    found: dict[str, list[Decision]] = {}
    for row in rows.select_related("decision__category", "decision__subcategory__parent").order_by("suffix")[:_MOST]:
        found.setdefault(row.key, []).append(row.decision)
    return found
