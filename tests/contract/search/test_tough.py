"""Whatever is typed or put into the address, every engine answers or says what is wrong, and lives on."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build.document import document, found, ids, indexed
from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.engine import Engine, IndexReader
from upheld.search.errors import QueryError
from upheld.search.language.query import Query
from upheld.search.language.tree import Phrase, Within
from upheld.search.places import Keyset, Seen, write_place
from upheld.search.requests import SearchRequest

TOUGH = [
    "(" * 10_000,
    "NOT " * 10_000,
    "word " * 10_000,
    "x" * 100_000,
    "(" * 499,
    "NOT " * 120,
    "a " * 250,
    '"' * 499,
    '"a" ' * 124,
    "🙂 👩‍👩‍👧",
    "\u05e9\u05dc\u05d5\u05dd \u200f\u202e\u05e2\u05d5\u05dc\u05dd",
    "مرحبا",
    "a\x00b",
    "\x00",
    "\ud800 lone",
    '"',
    "'",
    "“”",
    '""',
    "summary:fault decision:[1 TO 9]",
    "/.*.*.*/",
    "*",
    "?a*",
    "fault^9 ~2",
    "--" * 200,
    "1.2.3.4.5.6.7.8.9",
    "ﬁne ǅ ẞ İ ı K",
    "\u0301" * 300,
    "e" + "\u0301" * 400,
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> IndexReader:
    """A small index, shared: nothing here writes."""
    return indexed(TantivyEngine(), tmp_path_factory.mktemp("tough"), [document(n) for n in range(1, 30)])


@pytest.mark.parametrize("text", TOUGH, ids=range(len(TOUGH)))
def test_a_tough_string_gives_results_or_a_sentence(reader: IndexReader, text: str) -> None:
    with contextlib.suppress(QueryError):
        assert found(reader, text).total >= 0
    assert len(ids(reader, "papers")) == 10


@given(text=st.text(max_size=600))
def test_any_string_gives_results_or_a_sentence(reader: IndexReader, text: str) -> None:
    with contextlib.suppress(QueryError):
        assert found(reader, text).total >= 0


@given(value=st.text(max_size=80), sort=st.sampled_from(["relevance", "newest", "oldest", "added"]))
def test_any_filter_value_gives_results(reader: IndexReader, value: str, sort: str) -> None:
    names = ("outcomes", "types", "categories", "subcategories", "organisations", "kinds", "remedies", "references")
    for name in names:
        assert found(reader, "papers", sort=sort, **{name: (value,)}).total == 0


WHOLE = st.integers(0, (1 << 64) - 1)


@given(numbers=st.lists(WHOLE, min_size=2, max_size=8), sort=st.sampled_from(["relevance", "newest", "oldest"]))
def test_any_place_gives_a_page_or_a_sentence(reader: IndexReader, numbers: list[int], sort: str) -> None:
    seen, keyset = Seen(numbers[0], tuple(numbers[1:])), Keyset(sort, numbers[0], numbers[1])
    place = write_place(seen if sort == "relevance" else keyset)
    for name in ("after", "before"):
        with contextlib.suppress(QueryError):
            assert found(reader, "papers", sort=sort, **{name: place}, at=numbers[0]).total <= 29


@pytest.mark.parametrize("value", ["\ud800", "\x00", "x" * 100_000, "/", "//", ""])
def test_a_tough_filter_value_finds_nothing(engine: Engine, tmp_path: Path, value: str) -> None:
    small = indexed(engine, tmp_path, [document(1)])
    assert found(small, subcategories=(value,), outcomes=(value,)).total == 0


def test_a_phrase_in_too_many_decisions_becomes_its_words_and_says_so(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("upheld.search.backends.tantivy.affording.MOST_PHRASE_CANDIDATES", 2)
    texts = ["lost papers", "papers lost", "lost the papers", "lost heron"]
    small = indexed(engine, tmp_path, [document(n, text=text, summary="") for n, text in enumerate(texts, start=1)])
    answer = found(small, '"lost papers"')
    assert (answer.total, answer.note) == (3, "The words of “lost papers” are too common to be looked for as a phrase.")
    answer = found(small, '"lost heron"')
    assert (answer.decision_ids, answer.note) == ((4,), None)
    answer = found(small, '"lost papers" lost heron')  # looked for only where the rarest of them stands
    assert (answer.total, answer.note) == (0, None)


def test_a_phrase_is_too_common_only_where_it_is_looked_for(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("upheld.search.backends.tantivy.affording.MOST_PHRASE_CANDIDATES", 2)
    agreed = {1: (("agreed-action", "pay for lost papers"),), 2: (("agreed-action", "papers that were lost"),)}
    often = ("complaint", "They lost papers.")
    made = [document(n, summary="", sections=(*agreed.get(n, ()), often)) for n in range(1, 6)]
    small = indexed(engine, tmp_path, made)
    common = "The words of “lost papers” are too common to be looked for as a phrase."
    for section, expected in (("agreed-action", ({1}, None)), ("complaint", ({1, 2, 3, 4, 5}, common))):
        answer = small.find(SearchRequest(), Query(meaning=Within(section, Phrase(("lost", "papers")))))
        assert (set(answer.decision_ids), answer.note) == expected
