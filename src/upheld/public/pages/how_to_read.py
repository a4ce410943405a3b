"""How to read a decision: its parts, kinds of document, outcomes, and the words it uses."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.scheme import DocumentType, Outcome, Term, get_scheme
from upheld.ui.site import HOME, Head, Link

ADDRESS = "/how-to-read-a-decision"


@dataclass(frozen=True, slots=True)
class HowToReadPage:
    """The scheme's words explained. `ombudsman` as sentences say it: `the Ombudsman`."""

    ombudsman: str
    outcomes: tuple[Outcome, ...]
    document_types: tuple[DocumentType, ...]
    terms: tuple[Term, ...]
    reference_example: str
    contents: tuple[Link, ...]


def make_how_to_read() -> HowToReadPage:
    """The page; words stand in the order of the alphabet."""
    scheme = get_scheme()
    terms = tuple(sorted(scheme.terms, key=lambda term: term.name.lower()))
    parts = [Link("The parts of a decision", "#parts"), Link("Kinds of document", "#documents")]
    parts += [Link("What the outcomes mean", "#outcomes"), *([Link("Words from A to Z", "#words")] if terms else [])]
    return HowToReadPage(
        ombudsman=scheme.short_name,
        outcomes=scheme.outcomes,
        document_types=scheme.document_types,
        terms=terms,
        reference_example=scheme.reference.example,
        contents=(*parts, Link("Pointing at a paragraph, and citing", "#citing")),
    )


def how_to_read_head() -> Head:
    """What the page says of itself."""
    return Head("How to read a decision", "What the parts, outcomes and words of a decision mean.", ADDRESS, (HOME,))


def outcome_address(outcome: Outcome) -> str:
    """Where an outcome is explained."""
    return f"{ADDRESS}#outcome-{outcome.slug}"


def document_address(kind: DocumentType) -> str:
    """Where a kind of document is explained."""
    return f"{ADDRESS}#document-{kind.slug}"


def term_addresses(terms: Sequence[Term]) -> dict[str, str]:
    """Where the words that texts lead from are explained, by the word in lower case."""
    return {
        word.lower(): f"{ADDRESS}#word-{term.slug}" for term in terms if term.linked for word in (term.name, *term.also)
    }
