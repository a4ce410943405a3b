"""What programs read from a decision's text: the law and the decisions it names, and where these words lead."""

from dataclasses import dataclass

from upheld.analysis.citations import DecisionCitation, read_citations
from upheld.analysis.law import LawCitation, read_law
from upheld.public.pages.cited_law import law_address
from upheld.public.pages.how_to_read import term_addresses
from upheld.public.pages.links import Linker, Target
from upheld.public.pages.related import named_citations
from upheld.public.queries.citations import Cited, list_cited
from upheld.register.content import Facts
from upheld.register.models import Decision
from upheld.scheme import get_scheme


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The law that a text cites, the places where it names decisions, and those of them that the register shows."""

    law: tuple[LawCitation, ...]
    places: tuple[DecisionCitation, ...]
    decisions: tuple[Cited, ...]


def read_mentioned(decision: Decision, facts: Facts) -> Mentioned:
    """What the decision's text mentions, and the references that its source names beside the text."""
    summary, pattern = decision.version.summary or "", get_scheme().pattern
    printed = (facts.reference, *facts.also_known_as)
    own = [f"{one.key}{one.suffix}" for text in printed if (one := pattern.parse_printed(text))]
    places = read_citations(summary, facts.sections, pattern, own=own)
    decisions = list_cited((*places, *named_citations(decision.related, pattern)))
    return Mentioned(read_law(summary, facts.sections), places, decisions)


def make_linker(mentioned: Mentioned) -> Linker:
    """Leads from words to decisions that the register shows, to laws by their whole name, and to explained words."""
    hrefs = {one.key: one.listed.href for one in mentioned.decisions}
    decisions = {
        one.passage.text[one.start : one.end]: Target(href, "decision")
        for one in mentioned.places
        if (href := hrefs.get(one.reference.key + one.reference.suffix))
    }
    laws = {one.text: Target(law_address(one), "law") for one in mentioned.law}
    titles = {one.title: Target(f"/law/{one.slug}", "law") for one in mentioned.law}
    return Linker(titles | laws | decisions, term_addresses(get_scheme().terms))
