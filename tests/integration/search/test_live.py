"""Web workers search on while the index is written, replaced and lost."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.build.document import document
from upheld.search import IndexNotReadyError, QueryError, SearchRequest, search
from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.backends.tantivy.reader import TantivyReader
from upheld.search.engine import BrokenIndexError
from upheld.search.generations import Generation, Generations
from upheld.search.live import LiveIndex
from upheld.search.out_of_sight import NOTHING

ENGINE = TantivyEngine()


def put(generation: Generation, first: int, count: int, cursor: int) -> None:
    with ENGINE.open_writer(generation.folder, 32, bulk=False) as writer:
        writer.put(document(n) for n in range(first, first + count))
        writer.commit()
    generation.write_cursor(cursor)


def made(folder: Path, count: int = 20, cursor: int = 1) -> Generation:
    generations = Generations(folder)
    fresh = generations.begin()
    ENGINE.create(fresh.folder)
    put(fresh, 1, count, cursor)
    fresh.write_fingerprint(ENGINE.fingerprint)
    generations.go_live(fresh)
    return fresh


def total(folder: Path) -> int:
    return search(SearchRequest(), folder=folder).total


@pytest.mark.django_db
def test_a_commit_and_a_new_generation_show_at_the_next_search(tmp_path: Path) -> None:
    first = made(tmp_path)
    assert total(tmp_path) == 20
    put(first, 100, 1, cursor=2)
    results = search(SearchRequest(), folder=tmp_path)
    assert (results.total, results.cursor) == (21, 2)
    made(tmp_path, count=5, cursor=3)
    results = search(SearchRequest(), folder=tmp_path)
    assert (results.total, results.cursor) == (5, 3)
    assert not first.folder.exists()


@pytest.mark.django_db
def test_an_index_of_which_much_is_mapped_is_opened_afresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveIndex(made(tmp_path).folder.parents[1], ENGINE)
    reader, cursor = live.current()
    assert live.current() == (reader, cursor)
    monkeypatch.setattr("upheld.search.mapped._MANY", -1)
    fresh, same_cursor = live.current()
    assert fresh is not reader
    assert (fresh.size(), same_cursor) == (reader.size(), cursor)


@pytest.mark.slow
@pytest.mark.parametrize("many", [1 << 26, -1], ids=["", "opened afresh each time"])
def test_searches_go_on_while_generations_are_swapped_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr("upheld.search.mapped._MANY", many)
    monkeypatch.setattr("upheld.search.out_of_sight.get_chain_head", lambda: NOTHING)  # the test's alone has a database
    made(tmp_path)
    stop = threading.Event()

    def search_on() -> list[int]:
        answers = []
        while not stop.is_set():
            answers.append(search(SearchRequest(outcomes=("upheld",)), folder=tmp_path).total)
        return answers

    with ThreadPoolExecutor(3) as pool:
        searches = [pool.submit(search_on) for _ in range(3)]
        for round_ in range(10):
            put(made(tmp_path), 100, 5, cursor=round_)
        stop.set()
    answers = [one for done in searches for one in done.result()]
    assert set(answers) <= {20, 25}
    assert len(answers) > 10


@pytest.mark.django_db
def test_a_search_that_fails_in_the_engine_is_said_so_and_asks_for_no_new_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path)
    find = TantivyReader.find

    def fails_for_words(self: TantivyReader, request: SearchRequest, query: object) -> object:
        if request.text:
            raise BrokenIndexError("panic")
        return find(self, request, query)

    monkeypatch.setattr(TantivyReader, "find", fails_for_words)
    with pytest.raises(QueryError, match="try other words"):
        search(SearchRequest(text="papers"), folder=tmp_path)
    assert Generations(tmp_path).wanted() is None


@pytest.mark.django_db
def test_an_index_that_fails_every_search_is_asked_to_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path)

    def fails(self: TantivyReader, request: SearchRequest, query: object) -> object:
        raise BrokenIndexError("panic")

    monkeypatch.setattr(TantivyReader, "find", fails)
    with pytest.raises(IndexNotReadyError):
        search(SearchRequest(text="papers"), folder=tmp_path)
    assert Generations(tmp_path).wanted() is not None


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"page": 0}, "numbered from 1"),
        ({"page": 1_001}, "first 10,000 results"),
        ({"page": 10**30}, "first 10,000 results"),
        ({"page_size": 0}, "1 to 100"),
        ({"page_size": 101}, "1 to 100"),
        ({"sort": "random"}, "sorted by relevance"),
        ({"outcomes": ("x",) * 51}, "At most 50"),
    ],
)
def test_a_request_outside_the_limits_says_what_the_limit_is(
    tmp_path: Path, values: dict[str, object], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        search(SearchRequest(**values), folder=tmp_path)


@pytest.mark.django_db
def test_the_last_page_that_may_be_asked_for_is_answered(tmp_path: Path) -> None:
    made(tmp_path)
    assert search(SearchRequest(page=1_000), folder=tmp_path).decision_ids == ()


@pytest.mark.django_db
def test_one_search_gives_words_time_and_problems(tmp_path: Path) -> None:
    made(tmp_path)
    results = search(SearchRequest(text="the papers " + "x" * 80), folder=tmp_path)
    assert results.words == ("paper",)
    assert [problem.message for problem in results.query.problems] == ["A very long word was left out."]
    assert 0 < results.engine_ms < 5_000
