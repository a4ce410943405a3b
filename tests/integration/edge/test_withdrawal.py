"""The page cache before the real site: what is withdrawn is gone at once, also while the index lags."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler

from tests.build.decision import published
from tests.build.site import Answered, ask
from upheld.edge.cache import PageCache
from upheld.edge.watch import Watch
from upheld.journal.queries.entry import get_head
from upheld.lib.clock import now
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision
from upheld.search import SearchFollower

pytestmark = pytest.mark.django_db
WORDS = "q=lost+papers"


class Reader:
    """Asks the site through the page cache, and counts how often Django was asked."""

    def __init__(self, follower: SearchFollower) -> None:
        self.made = 0
        self.follower = follower
        self.watch = Watch(get_head, {follower.name: follower.cursor})
        self.app = PageCache(self._django(), self.watch, most_bytes=1_000_000)

    def get(self, path: str, query: str = "") -> Answered:
        return ask(self.app, path, query, host="127.0.0.1")

    def follow(self) -> None:
        self.follower.follow(get_head())
        self.watch.look()

    def _django(self) -> Callable[..., Any]:
        handler = WSGIHandler()

        def counted(environ: Any, start_response: Any) -> Any:
            self.made += 1
            return handler(environ, start_response)

        return counted


@pytest.fixture
def reader(tmp_path: Path, settings: Any) -> Reader:
    settings.DATA_DIR = tmp_path
    return Reader(SearchFollower(tmp_path / "index"))


@pytest.fixture
def decision() -> Decision:
    return published("21 000 001")


def test_a_page_is_made_once_until_the_register_moves(reader: Reader, decision: Decision) -> None:
    reader.follow()  # who cites a decision, the index says: without it the page is not kept
    address = decision.get_absolute_url()
    first, second = reader.get(address), reader.get(address)
    assert first == second
    assert b"lost her papers" in first.body
    assert reader.made == 1
    published("21 000 002")
    reader.watch.look()
    reader.get(address)
    assert reader.made == 2


def test_withdrawn_while_nobody_follows_it_is_gone_from_page_lists_and_counts(
    reader: Reader, decision: Decision
) -> None:
    published("21 000 002")
    address = decision.get_absolute_url()
    reader.follow()
    assert reader.get(address).status == 200
    found = reader.get("/search", WORDS).body
    assert address.encode() in found
    assert b"2 decisions for" in found

    withdraw([decision.id], reason="accuracy", by="editor", at=now())
    reader.watch.look()
    assert reader.get(address).status == 410
    assert address.encode() not in reader.get(address.rpartition("/")[0]).body

    for _ in range(2):
        lagging = reader.get("/search", WORDS).body
        assert address.encode() not in lagging
        assert b"1 decision for" in lagging
    reader.follow()
    assert b"1 decision for" in reader.get("/search", WORDS).body


def test_words_that_were_redacted_find_nothing_whatever_the_index_knows(reader: Reader, decision: Decision) -> None:
    reader.follow()
    redact(decision.pk, ["papers"], "[removed]", by="editor", at=now())
    reader.watch.look()
    address = decision.get_absolute_url().encode()
    assert address not in reader.get("/search", "q=papers").body
    assert address not in reader.get("/search", "q=lost").body  # only the old words are known
    reader.follower.repair([decision.pk])  # it lets go of them, and its cursor waits for new files
    assert address not in reader.get("/search", "q=papers").body
    assert address in reader.get("/search", "q=lost").body


def test_a_search_is_kept_until_the_index_moves(reader: Reader, decision: Decision) -> None:
    reader.follow()
    first, second = reader.get("/search", WORDS), reader.get("/search", WORDS)
    assert first == second
    assert reader.made == 1
    published("21 000 002")
    reader.follow()
    assert b"21 000 002" in reader.get("/search", WORDS).body


def test_a_search_made_from_a_lagging_index_is_not_taken_for_current(reader: Reader, decision: Decision) -> None:
    reader.follow()
    published("21 000 002")
    reader.watch.look()
    assert b"21 000 002" not in reader.get("/search", WORDS).body
    reader.follow()
    assert b"21 000 002" in reader.get("/search", WORDS).body
