"""Pages by places, on every engine: nothing twice, nothing left out, whatever is published or withdrawn meanwhile."""

import datetime as dt
import random
from itertools import pairwise
from pathlib import Path

import pytest

from tests.build.document import document, found, ids, indexed
from upheld.search.documents import SearchDocument
from upheld.search.engine import Engine, IndexReader
from upheld.search.errors import QueryError
from upheld.search.places import MOST_SEEN

SORTS = ("relevance", "newest", "oldest", "added")
QUICK_AND_SLOW = ("relevance", "newest", *(pytest.param(sort, marks=pytest.mark.slow) for sort in SORTS[2:]))
WORDS = ("papers", "heron", "pier", "meadow", "lantern")


def _made(number: int, entered: int) -> SearchDocument:
    dice = random.Random(number)
    return document(
        number,
        text=" ".join(dice.choices(WORDS, k=dice.randrange(3, 40))),
        decided_on=dt.date(2020, 1, 1) + dt.timedelta(days=dice.randrange(6)),
        reference_key=f"P{dice.randrange(3)}-000000001",  # many of one day share the end of their reference
        entered=entered,
    )


def _write(engine: Engine, folder: Path, put: list[SearchDocument], drop: list[int], reader: IndexReader) -> None:
    with engine.open_writer(folder, 32, bulk=False) as writer:
        writer.put(put)
        writer.drop(drop)
        writer.commit()
    reader.refresh()


@pytest.mark.slow
@pytest.mark.parametrize("sort", QUICK_AND_SLOW)
def test_pages_neither_repeat_nor_skip_while_others_come_and_go(engine: Engine, tmp_path: Path, sort: str) -> None:
    reader = indexed(engine, tmp_path, [_made(n, entered=1) for n in range(1, 61)])
    request = {"sort": sort, "at": 1, "page_size": 7}
    whole = ids(reader, "papers", sort=sort, page_size=100)
    gone: set[int] = set()
    shown: list[int] = []
    answer = found(reader, "papers", **request)
    for turn in range(1, 20):
        shown += answer.decision_ids
        if not answer.next:
            break
        left = [one for one in whole if one not in {*shown, *gone}]
        leaving = [left[-1], shown[0]] if turn % 2 and left else []
        gone |= set(leaving)
        fresh = [_made(100 * turn + n, entered=2) for n in range(20)]
        _write(engine, tmp_path, fresh, leaving, reader)
        answer = found(reader, "papers", **request, after=answer.next)
    assert len(shown) == len(set(shown))
    assert set(whole) - gone <= set(shown) <= set(whole)
    assert not gone & set(shown[-7:])


@pytest.mark.parametrize("sort", QUICK_AND_SLOW)
def test_the_page_before_is_the_page_one_came_from(engine: Engine, tmp_path: Path, sort: str) -> None:
    reader = indexed(engine, tmp_path, [_made(n, entered=1) for n in range(1, 31)])
    pages = [found(reader, "papers", sort=sort)]
    while pages[-1].next:
        pages.append(found(reader, "papers", sort=sort, after=pages[-1].next))
    assert [one for page in pages for one in page.decision_ids] == list(ids(reader, "papers", sort=sort, page_size=100))
    assert not pages[0].previous
    for earlier, later in pairwise(pages):
        assert found(reader, "papers", sort=sort, before=later.previous).decision_ids == earlier.decision_ids
    second = found(reader, "papers", sort=sort, page=2)
    assert second.decision_ids == pages[1].decision_ids
    assert found(reader, "papers", sort=sort, after=second.next).decision_ids == pages[2].decision_ids
    assert {page.total for page in pages} == {len([one for page in pages for one in page.decision_ids])}


@pytest.mark.slow
def test_a_long_list_by_relevance_goes_on_after_what_its_places_can_hold(engine: Engine, tmp_path: Path) -> None:
    many = MOST_SEEN + 150
    reader = indexed(engine, tmp_path, [_made(n, entered=1) for n in range(1, many + 1)])
    expected = list(ids(reader, "heron", page_size=100))
    answer = found(reader, "heron", page_size=50)
    shown: list[int] = []
    for turn in range(20):
        shown += answer.decision_ids
        if not answer.next:
            break
        _write(engine, tmp_path, [_made(1000 * (turn + 1), entered=2)], [], reader)
        answer = found(reader, "heron", page_size=50, after=answer.next, at=1)
    total = found(reader, "heron", at=1).total
    assert shown[:100] == expected
    assert len(shown) == len(set(shown)) == total
    assert answer.previous


@pytest.mark.parametrize("place", ["x", "AAAA", "no place", "é", "A" * 5_000, "AAECAwQ"])
def test_a_place_that_is_none_is_refused_with_a_sentence(engine: Engine, tmp_path: Path, place: str) -> None:
    reader = indexed(engine, tmp_path, [document(1)])
    for sort in SORTS:
        for name in ("after", "before"):
            with pytest.raises(QueryError, match="first page"):
                found(reader, "papers", sort=sort, **{name: place})


def test_a_place_in_another_order_is_refused(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(engine, tmp_path, [document(n) for n in range(1, 31)])
    places = {sort: found(reader, "papers", sort=sort).next for sort in SORTS}
    for sort, other in pairwise(SORTS):
        with pytest.raises(QueryError, match="first page"):
            found(reader, "papers", sort=sort, after=places[other])
