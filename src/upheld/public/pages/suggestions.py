"""Suggestions as one types: what the page's script is given."""

from collections.abc import Sequence

from upheld.public.addresses import with_query
from upheld.public.pages.laws import PATH as LAW
from upheld.search import Suggestion

_KINDS = {
    "organisation": "Organisation",
    "subject": "Subject",
    "law": "Law",
    "decision": "Decision",
    "words": "Words",
}


def make_suggestions(found: Sequence[Suggestion]) -> list[dict[str, str]]:
    """Each with its kind in words, what it is called, what is said of it, what it writes, and where it leads."""
    return [
        {"kind": _KINDS[one.kind], "label": one.label, "note": one.note, "text": one.text, "href": _href(one)}
        for one in found
    ]


def _href(one: Suggestion) -> str:
    if one.kind == "law":
        return f"{LAW}/{one.path}"
    return one.path or with_query("/search", {"q": one.text})
