"""Why a search finds a decision and puts it where it stands, or why it does not find it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.desk.frame import HOME
from upheld.register.models import Decision
from upheld.register.models.decision import EMBARGOED, HELD, WITHDRAWN
from upheld.search import Explanation, SearchResults
from upheld.search.conditions import MOST_PLACES, WITHIN, Condition
from upheld.ui.site import Head, Link

_STATES = {
    HELD: "It is held, so no search finds it.",
    WITHDRAWN: "It is withdrawn, so no search finds it.",
    EMBARGOED: "It waits for its day, so no search finds it yet.",
}
_NAMES = {
    "": "Words in the decision",
    **dict.fromkeys(("outcome", "outcomes"), "Outcome"),
    **dict.fromkeys(("type", "types"), "Document type"),
    **dict.fromkeys(("category", "categories"), "Category"),
    "subcategories": "Subcategory",
    **dict.fromkeys(("council", "organisations"), "Organisation"),
    "kinds": "Kind of organisation",
    **dict.fromkeys(("remedy", "remedies"), "What was put right"),
    **dict.fromkeys(("law", "laws"), "Law"),
    "ref": "Reference",
    "paid": "Sum paid to the complainant",
    "in": "Section of the decision",
    WITHIN: "Words in a section of the decision",
    "cites": "Decision that it cites",
    "decided": "Date of decision",
}
"""Filters and fields of a query, as the desk calls them."""


@dataclass(frozen=True, slots=True)
class Line:
    """What counted for the place, how much (in words), and what that is made of."""

    label: str
    value: str
    parts: "tuple[Line, ...]" = ()


@dataclass(frozen=True, slots=True)
class Met:
    """A part of the search, and whether the decision meets it."""

    what: str
    text: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """What came of it: `verdict` in one sentence, `why` in some more; `scores` where words decide the order."""

    decision: Link
    verdict: str
    why: tuple[str, ...]
    conditions: tuple[Met, ...]
    scores: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ExplainPage:
    """The form as it was filled in, and the answer to it, if one was asked for."""

    query: str
    reference: str
    faults: tuple[Fault, ...]
    explained: Explained | None


def make_explain(
    query: str, reference: str, faults: Sequence[Fault] = (), explained: Explained | None = None
) -> ExplainPage:
    """The page."""
    return ExplainPage(query, reference, tuple(faults), explained)


def make_out_of_sight(decision: Decision) -> Explained:
    """Of a decision that no search may find."""
    return Explained(_link(decision), _STATES[decision.state], (), (), ())


def make_found(
    decision: Decision,
    conditions: Sequence[Condition],
    *,
    place: int | None,
    results: SearchResults,
    score: Explanation | None,
) -> Explained:
    """Of a decision that the search finds at this place."""
    where = f"at place {place:,}" if place else f"after the first {MOST_PLACES:,}"
    verdict = f"The search finds it, {where} of {results.total:,}."
    order = () if score else ("The list is in order of days, so words do not count for its place.",)
    return Explained(_link(decision), verdict, (*_read_as(results), *order), _met(conditions), _lines(score))


def make_not_found(
    decision: Decision, conditions: Sequence[Condition], *, is_indexed: bool, results: SearchResults
) -> Explained:
    """Of a decision that the search does not find."""
    missing = [one for one in conditions if not one.holds]
    if not is_indexed:
        verdict = "The index does not have it yet; what was published just now takes a moment."
    elif missing:
        verdict = "The search does not find it: " + "; ".join(map(_missing, missing)) + "."
    else:
        verdict = "Each part holds by itself, but not all together: in the same section, or side by side."
    return Explained(_link(decision), verdict, tuple(_read_as(results)), _met(conditions), ())


def explain_head() -> Head:
    """What the page says of itself."""
    return Head("Why is it found, or not?", trail=(HOME,))


def _missing(one: Condition) -> str:
    if one.is_filter:
        return f"the filter “{_NAMES[one.name]}” ({one.text}) leaves it out"
    if one.text.startswith("-"):
        return f"“{one.text}” leaves it out"
    if one.name == WITHIN:
        return f"it does not meet “{one.text}”"
    words = one.text.strip('"')
    return f"it does not have “{words}”"


def _read_as(results: SearchResults) -> Iterator[str]:
    for one in results.query.synonyms:
        yield f"“{one.typed}” was also looked for as {', '.join(f'“{other}”' for other in one.others)}."
    for problem in results.query.problems:
        yield f"Not understood: {problem.message}"
    if results.note:
        yield results.note
    yield from map(str, results.mistyped)


def _met(conditions: Sequence[Condition]) -> tuple[Met, ...]:
    return tuple(Met(_NAMES[one.name], one.text, one.holds) for one in conditions)


def _lines(score: Explanation | None) -> tuple[Line, ...]:
    return (_line(score),) if score else ()


def _line(one: Explanation) -> Line:
    return Line(one.label, f"{one.value:.2f}", tuple(map(_line, one.parts)))


def _link(decision: Decision) -> Link:
    return Link(f"Decision {decision.reference}", f"/desk/decisions/{decision.uid}")
