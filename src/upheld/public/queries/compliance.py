"""What became of a decision, as far as the public may know."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.references import Reference
from upheld.public.queries.decision import list_published
from upheld.register.models import Decision
from upheld.register.queries.further_report import has_further_report, list_followed, list_further_reports
from upheld.scheme import get_scheme


@dataclass(frozen=True, slots=True)
class Followed:
    """A decision named by its reference; `decision` is None where the register does not have it."""

    reference: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Compliance:
    """When all was put right, the reports that followed because it was not, and what this one followed itself."""

    satisfied_on: dt.date | None
    further: tuple[Followed, ...]
    earlier: tuple[Decision, ...]


def get_compliance(decision: Decision) -> Compliance:
    """What became of the decision."""
    if not has_further_report(decision.pk):
        return Compliance(decision.satisfied_on, (), ())
    further = list_further_reports([decision.pk]).get(decision.pk, ())
    return Compliance(decision.satisfied_on, _followed(further), list_followed(decision))


def _followed(printed: Sequence[str]) -> tuple[Followed, ...]:
    references: dict[str, Reference | None] = {text: get_scheme().pattern.parse_printed(text) for text in printed}
    known = list_published([one for one in references.values() if one])
    found = {text: known.get((one.key, one.suffix)) for text, one in references.items() if one}
    return tuple(Followed(text, found.get(text)) for text in printed)
