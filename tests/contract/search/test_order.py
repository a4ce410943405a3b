"""The order of results, on every engine."""

import datetime as dt
import random
from pathlib import Path

import pytest

from tests.build.document import document, found, ids, indexed
from upheld.search.engine import Engine
from upheld.search.language.parsing import parse
from upheld.search.requests import SearchRequest


def test_newest_and_oldest_break_ties_by_reference_and_put_no_date_last(engine: Engine, tmp_path: Path) -> None:
    rows = [
        (1, "2022-04-05", "21000002"),
        (2, "2022-04-05", "21000001"),
        (3, "2022-04-05", "21000001a"),
        (4, None, "21000009"),
        (5, None, "21000008"),
        (6, "1899-12-31", "21000005"),
        (7, "2023-01-01", "09000001"),
    ]
    documents = [
        document(n, decided_on=dt.date.fromisoformat(day) if day else None, reference_key=key) for n, day, key in rows
    ]
    random.shuffle(documents)
    reader = indexed(engine, tmp_path, documents)
    assert ids(reader, sort="newest") == (7, 1, 3, 2, 6, 4, 5)
    assert ids(reader, sort="oldest") == (6, 2, 3, 1, 7, 5, 4)


def test_newly_added_comes_first(engine: Engine, tmp_path: Path) -> None:
    at = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    hours = [1, 3, 2, 2]
    documents = [document(n, added_at=at + dt.timedelta(hours=hour)) for n, hour in enumerate(hours, start=1)]
    assert ids(indexed(engine, tmp_path, documents), sort="added") == (2, 4, 3, 1)


def test_without_words_relevance_is_newest(engine: Engine, tmp_path: Path) -> None:
    days = [dt.date(2020, 1, 1), dt.date(2022, 1, 1), dt.date(2021, 1, 1)]
    reader = indexed(engine, tmp_path, [document(n, decided_on=day) for n, day in enumerate(days, start=1)])
    assert ids(reader, sort="relevance") == (2, 3, 1)


def test_a_word_weighs_most_in_the_body_then_the_summary_then_the_subject_then_the_complaint(
    engine: Engine, tmp_path: Path
) -> None:
    filler = " ".join(f"word{n}" for n in range(200))
    plain = {"summary": "Nothing here of note today.", "text": f"{filler} heron"}
    documents = [document(n, **(plain | {"text": filler})) for n in range(10, 30)]
    documents += [
        document(1, **plain),
        document(2, **(plain | {"summary": "Nothing heron of note today.", "text": filler})),
        document(3, **(plain | {"text": filler, "category_names": ("Housing", "Heron")})),
        document(4, **(plain | {"text": filler, "organisation_names": ("Heron Borough Council",)})),
        document(5, **(plain | {"text": filler, "sections": (("complaint", "A heron was lost."),)})),
    ]
    assert ids(indexed(engine, tmp_path, documents), "heron") == (4, 2, 3, 5, 1)


def test_of_two_alike_the_newer_comes_first(engine: Engine, tmp_path: Path) -> None:
    days = [dt.date(2012, 1, 1), dt.date(2122, 1, 1), dt.date(2017, 1, 1), dt.date(1974, 1, 1), dt.date(2121, 1, 1)]
    reader = indexed(engine, tmp_path, [document(n, decided_on=day) for n, day in enumerate(days, start=1)])
    assert ids(reader, "papers") == (2, 5, 3, 1, 4)
    told = [reader.explain(SearchRequest(), parse("papers"), n) for n in (4, 2)]
    assert [one.parts[1].value for one in told if one] == [pytest.approx(0.77, abs=0.01), pytest.approx(3.37, abs=0.01)]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "added"])
def test_pages_show_everything_once_in_an_order_that_does_not_hang_on_how_it_was_written(
    engine: Engine, tmp_path: Path, sort: str
) -> None:
    documents = [document(n) for n in range(1, 61)]
    shown = []
    for attempt in range(2):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        random.shuffle(documents)
        engine.create(folder)
        with engine.open_writer(folder, 32, bulk=False) as writer:
            for start in range(0, 60, 20):
                writer.put(documents[start : start + 20])
                writer.commit()
        reader = engine.open_reader(folder)
        pages = [ids(reader, "papers", sort=sort, page=page) for page in range(1, 8)]
        shown.append([one for page in pages for one in page])
    assert shown[0] == shown[1]
    assert sorted(shown[0]) == list(range(1, 61))


def test_the_total_is_exact_whatever_the_page(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(engine, tmp_path, [document(n) for n in range(1, 24)])
    for sort in ("relevance", "newest"):
        assert [found(reader, "papers", sort=sort, page=page).total for page in (1, 3, 9)] == [23, 23, 23]
        assert [len(ids(reader, "papers", sort=sort, page=page)) for page in (1, 3, 9)] == [10, 3, 0]
