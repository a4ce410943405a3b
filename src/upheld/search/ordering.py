"""In which order results come."""

from upheld.search.language.shaping import has_words
from upheld.search.language.tree import Node
from upheld.search.requests import SearchRequest, Sort


def order_of(request: SearchRequest, node: Node | None) -> Sort:
    """The order of what the request and this meaning find: where no word says what is relevant, the newest first."""
    return "newest" if request.sort == "relevance" and not has_words(node) else request.sort
