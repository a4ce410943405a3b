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

    `middle` is empty where there are too few to say.
    """

    name: str
    count: int
    middle: tuple[str, str] | tuple[()]


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of `total` decisions.

    `none` of them had no payment agreed or made for the complainant; `unstated` had only payments whose sum the text
    does not give, or gives by the week or the month. `notes` say what outcomes include.
    """

    total: int
    outcomes: tuple[OutcomeCount, ...]
    notes: tuple[str, ...]
    sums: tuple[Sums, ...]
    none: int
    unstated: int


def make_figures(cases: Sequence[tuple[str | None, Sequence[Remedy]]]) -> Figures | None:
    """The figures of decisions, each given by its outcome and remedies; None where they are too few."""
    if len(cases) < FEWEST:
        return None
    paid = [[one for one in remedies if _is_paid(one)] for _, remedies in cases]
    stated = [[one for one in remedies if one.pence and one.per is None] for remedies in paid]
    return Figures(
        total=len(cases),
        outcomes=_outcomes([outcome for outcome, _ in cases]),
        notes=tuple(one.includes for one in get_scheme().outcomes if one.includes),
        sums=tuple(_sums(name, [_sum(one, kind) for one in stated]) for kind, name in _SORTS),
        none=sum(not remedies for remedies in paid),
        unstated=sum(bool(given) and not known for given, known in zip(paid, stated, strict=True)),
    )


def _is_paid(remedy: Remedy) -> bool:
    """Whether money was agreed or paid to the person who complained."""
    return remedy.status in _PAID and remedy.for_complainant and any(remedy.kind == kind for kind, _ in _SORTS)


def _outcomes(slugs: Sequence[str | None]) -> tuple[OutcomeCount, ...]:
    known = get_scheme().outcomes
    counts = tuple(OutcomeCount(one, one.name, slugs.count(one.slug)) for one in known)
    rest = len(slugs) - sum(one.count for one in counts)
    return (*counts, OutcomeCount(None, NOT_STATED, rest)) if rest else counts


def _sum(remedies: Iterable[Remedy], kind: Kind) -> int:
    return sum(one.pence or 0 for one in remedies if one.kind == kind)


def _sums(name: str, totals: Sequence[int]) -> Sums:
    paid = sorted(total for total in totals if total)
    if len(paid) < FEWEST_SUMS:
        return Sums(name, len(paid), ())
    lower, _, upper = quantiles(paid, n=4, method="inclusive")
    return Sums(name, len(paid), (_pounds(lower), _pounds(upper)))


def _pounds(pence: float) -> str:
    return f"£{round(pence / 100):,}"
