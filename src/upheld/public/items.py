"""Decisions as the components show them."""

from collections.abc import Sequence

from upheld.public.queries.listing import Listed
from upheld.scheme import DocumentType, get_scheme
from upheld.ui.components import DecisionItem, Pieces, plain


def make_item(listed: Listed, summary: Pieces | None = None) -> DecisionItem:
    """The entry of a list; `summary` is given where words in it are marked."""
    scheme = get_scheme()
    return DecisionItem(
        organisation=name_organisations(listed.organisations),
        reference=listed.reference,
        href=listed.href,
        document_type=document_type(listed.document_type),
        outcome=scheme.outcome(listed.outcome) if listed.outcome else None,
        subject=place_name(listed.subcategory, listed.category) if listed.subcategory else listed.category,
        decided_on=listed.decided_on,
        summary=plain(listed.summary) if summary is None else summary,
    )


def name_organisations(names: Sequence[str]) -> str:
    """The bodies of a decision in words; the scheme's own words where it names none."""
    if not names:
        return get_scheme().texts.empty_reference
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and {len(names) - 2} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def place_name(name: str, parent: str) -> str:
    """A subcategory's name; with its category where it says nothing alone: `Other: Children's care services`."""
    return f"{name}: {parent}" if name.lower() == "other" else name


def document_type(slug: str) -> DocumentType:
    """The scheme's document type. One that the scheme no longer has goes by its slug."""
    found = get_scheme().document_type(slug)
    return found or DocumentType(slug=slug, name=slug.replace("-", " ").capitalize(), plural=slug, delay_days=0)
