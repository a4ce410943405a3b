"""The index follows the register."""

from pathlib import Path

from tests.build.decision import published
from upheld.journal.queries.entry import get_head
from upheld.search import SearchFollower, SearchRequest, SearchResults, search


def look(folder: Path, text: str = "") -> SearchResults:
    """What a fresh worker finds."""
    from upheld.search.live import _live_index

    _live_index.cache_clear()
    return search(SearchRequest(text=text), folder=folder)


def test_a_published_decision_is_found(follower: SearchFollower, folder: Path) -> None:
    decision = published(summary="A heron was disturbed.")
    follower.follow(get_head())
    results = look(folder, "herons")
    assert results.decision_ids == (decision.pk,)
    assert results.cursor == get_head() == follower.cursor()
