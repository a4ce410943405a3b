"""What came of decisions, in counts: outcomes side by side, and the sums that were paid. Never a rate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles

from upheld.analysis.remedy import Kind, Remedy
from upheld.public.pages.organisation import NOT_STATED
from upheld.scheme import Outcome, get_scheme

FEWEST = 10
"""Of fewer decisions no figures are given."""
FEWEST_SUMS = 8
"""Of fewer sums nothing is said but how many there are."""
_PAID = ("agreed", "done")
_SORTS: tuple[tuple[Kind, str], ...] = (
    ("symbolic-payment", "A payment for distress, or for time and trouble"),
    ("quantifiable-loss", "Money given back, or paid for what was lost"),
    ("loss-of-service", "A payment for a service that was missed"),
)


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """One outcome and how many decisions have it; `outcome` is None where none was stated."""

    outcome: Outcome | None
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Sums:
    """One sort of payment: in how many decisions, and between which sums the middle half of them lie, in words.

    `middle` is empty where there are too few to say. `unstated` more have such a payment, and the text does not give
    its sum, or gives it by the week or the month.
    """

    name: str
    count: int
    middle: tuple[str, str] | tuple[()]
    unstated: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of `total` decisions.

    `none` of them had no payment agreed or made for the complainant. `notes` say what outcomes include.
    """

    total: int
    outcomes: tuple[OutcomeCount, ...]
    notes: tuple[str, ...]
    sums: tuple[Sums, ...]
    none: int


def make_figures(cases: Sequence[tuple[str | None, Sequence[Remedy]]]) -> Figures | None:
    """The figures of decisions, each given by its outcome and remedies; None where they are too few."""
    if len(cases) < FEWEST:
        return None
    paid = [[one for one in remedies if _is_paid(one)] for _, remedies in cases]
    return Figures(
        total=len(cases),
        outcomes=_outcomes([outcome for outcome, _ in cases]),
        notes=tuple(one.includes for one in get_scheme().outcomes if one.includes),
        sums=tuple(_sums(name, [_sum(one, kind) for one in paid]) for kind, name in _SORTS),
        none=sum(not remedies for remedies in paid),
    )


def _is_paid(remedy: Remedy) -> bool:
    """Whether money was agreed or paid to the person who complained."""
    return remedy.status in _PAID and remedy.for_complainant and any(remedy.kind == kind for kind, _ in _SORTS)


def _outcomes(slugs: Sequence[str | None]) -> tuple[OutcomeCount, ...]:
    known = get_scheme().outcomes
    counts = tuple(OutcomeCount(one, one.name, slugs.count(one.slug)) for one in known)
    rest = len(slugs) - sum(one.count for one in counts)
    return (*counts, OutcomeCount(None, NOT_STATED, rest)) if rest else counts


def _sum(remedies: Iterable[Remedy], kind: Kind) -> int | None:
    """What was paid of this kind, in pence: 0 where no sum of it is given, None where there is nothing of it."""
    of_kind = [one for one in remedies if one.kind == kind]
    return sum(one.pence or 0 for one in of_kind if one.per is None) if of_kind else None


def _sums(name: str, totals: Sequence[int | None]) -> Sums:
    paid, unstated = sorted(total for total in totals if total), totals.count(0)
    if len(paid) < FEWEST_SUMS:
        return Sums(name, len(paid), (), unstated)
    lower, _, upper = quantiles(paid, n=4, method="inclusive")
    return Sums(name, len(paid), (_pounds(lower), _pounds(upper)), unstated)


def _pounds(pence: float) -> str:
    return f"£{round(pence / 100):,}"
