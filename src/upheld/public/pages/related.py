"""Other decisions that belong to one: of the same case, cited by it, citing it, named by its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.citations import DecisionCitation
from upheld.analysis.passages import Passage
from upheld.analysis.references import ReferencePattern
from upheld.lib.dates import format_date
from upheld.public.items import name_organisations
from upheld.public.pages.cited_law import place_links
from upheld.public.queries.citations import Cited, Citing
from upheld.public.queries.listing import Listed
from upheld.scheme import get_scheme
from upheld.ui.site import Link

SIMILAR_NOTE = "A program found these by the words of the complaint."
NAMED = ""
"""The place of a reference that the source names beside its text."""


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A decision: its page, None as address where the register has none; `facts` on it; where the text names it.

    `reference` is as it stands in the words of the link, so that no line breaks within it.
    """

    link: Link
    facts: str = ""
    places: tuple[Link, ...] = ()
    reference: str = ""


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """Decisions that are related in one way. `note` says what is not shown, or nothing."""

    heading: str
    lines: tuple[RelatedLine, ...]
    note: str = ""


def named_citations(printed: Sequence[str], pattern: ReferencePattern) -> tuple[DecisionCitation, ...]:
    """The references that a source names beside its text, so that they are looked up with those in the text."""
    found = ((text, pattern.parse_printed(text)) for text in printed)
    return tuple(DecisionCitation(one, Passage(NAMED, text), 0, len(text)) for text, one in found if one)


def make_related(
    same_case: Sequence[Listed],
    cited: Sequence[Cited],
    citing: Citing,
    printed: Sequence[str],
    similar: Sequence[Listed] = (),
) -> tuple[RelatedGroup, ...]:
    """The groups that are not empty; `printed` are the references that the source names beside its text."""
    in_text = [one for one in cited if any(one.at)]
    groups = (
        RelatedGroup("Decisions on the same case", tuple(_line(one) for one in same_case)),
        RelatedGroup("Decisions that this one cites", tuple(_line(one.listed, one.at) for one in in_text)),
        RelatedGroup("Decisions that cite this one", tuple(map(_line, citing.decisions)), _rest(citing)),
        RelatedGroup("Related decisions", _named(printed, cited)),
        RelatedGroup("Similar decisions", tuple(map(_line, similar)), SIMILAR_NOTE if similar else ""),
    )
    return tuple(group for group in groups if group.lines)


def _named(printed: Sequence[str], cited: Sequence[Cited]) -> tuple[RelatedLine, ...]:
    """Those the source names beside the text; one that the register does not have stands without a link."""
    pattern, known = get_scheme().pattern, {one.key: one for one in cited}
    lines = []
    for text in printed:
        reference = pattern.parse_printed(text)
        found = known.get(reference.key + reference.suffix) if reference else None
        if found is None:
            lines.append(RelatedLine(Link(text), reference=text if reference else ""))
        elif not any(found.at):
            lines.append(_line(found.listed))
    return tuple(lines)


def _line(listed: Listed, at: Sequence[str] = ()) -> RelatedLine:
    outcome = get_scheme().outcome(listed.outcome) if listed.outcome else None
    day = format_date(listed.decided_on) if listed.decided_on else ""
    title = f"{name_organisations(listed.organisations)} ({listed.reference})"
    facts = ", ".join(filter(None, (outcome.name if outcome else "", day)))
    return RelatedLine(Link(title, listed.href), facts, place_links([one for one in at if one]), listed.reference)


def _rest(citing: Citing) -> str:
    rest = citing.total - len(citing.decisions)
    return f"and {rest:,} more" if rest > 0 else ""
