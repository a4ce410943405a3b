"""The label block of a decision: what it is, of whom, about what, and when."""

import datetime as dt

from upheld.public.items import document_type
from upheld.register.content import Facts
from upheld.register.models import Decision
from upheld.scheme import get_scheme
from upheld.ui.components import Row
from upheld.ui.site import Link


def label_block(decision: Decision, facts: Facts) -> tuple[Row, ...]:
    """Labels and values: what `facts` say, the decision's place, and the days."""
    scheme = get_scheme()
    decided = dt.date.fromisoformat(facts.decided_on) if facts.decided_on else None
    references = (facts.reference, *facts.also_known_as)
    return (
        Row("Category", links=_places(decision), is_path=True),
        Row("Decision", outcome=scheme.outcome(facts.outcome) if facts.outcome else None, text=_no_outcome(facts)),
        Row("Decision date", day=decided, text="" if decided else "Not stated"),
        *([Row("Published", day=decision.published_on)] if decision.published_on else []),
        Row("Document", text=_document(facts)),
        Row("References" if facts.also_known_as else "Reference", text=", ".join(references), parts=references),
    )


def _places(decision: Decision) -> tuple[Link, ...]:
    places = (decision.category, decision.subcategory)
    return tuple(Link(place.name, place.get_absolute_url()) for place in places if place)


def _document(facts: Facts) -> str:
    kind = document_type(facts.document_type)
    return kind.label or kind.name


def _no_outcome(facts: Facts) -> str:
    return "" if facts.outcome else "Not stated"
