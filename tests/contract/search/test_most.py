"""Where hardly any decision has all of the words, those that have what tells most are found, and it is said."""

from pathlib import Path

import pytest

from tests.build.document import document, found, ids, indexed
from upheld.search.engine import Engine, IndexReader
from upheld.search.language.parsing import parse
from upheld.search.requests import SearchRequest

TEXTS = {1: "damp and mould in the kitchen", 2: "a damp cellar", 3: "mould on the stair, and a broken boiler"}


@pytest.fixture
def reader(engine: Engine, tmp_path: Path) -> IndexReader:
    others = [document(number, text="Nothing of that kind, it was a gate.") for number in range(4, 13)]
    return indexed(engine, tmp_path, [*(document(number, text=text) for number, text in TEXTS.items()), *others])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("damp mould boiler", {1, 2, 3}),  # two of three, and one
        ("landlord ignores damp", {2, 1}),  # what nothing has is left aside
        ("damp boiler", {1, 2, 3}),  # one of two
        ("council damp boiler", {1, 2, 3}),  # nearly all have the first
        ("damp boiler -kitchen", {2, 3}),  # what is ruled out stays so
        ('"broken boiler" cellar damp', set()),  # nothing has the phrase and any other
        ("they never fixed my mould and nobody listened", {1, 3}),  # what tells is one word
        ("how much for a cellar", {2}),
        ("gate landlord nowhere", set(range(4, 13))),  # nearly all have it, and nothing tells more
        ("damp-proof", {1, 2}),  # one of two that were joined
    ],
)
def test_what_has_most_of_the_words_is_found(reader: IndexReader, text: str, wanted: set[int]) -> None:
    answer = found(reader, text)
    assert set(answer.decision_ids) == wanted
    assert answer.has_most == bool(wanted)
    assert ("No decision has all of these words." in (answer.note or "")) == bool(wanted)


def test_of_a_sentence_what_a_few_happen_to_have_all_of_is_not_all(engine: Engine, tmp_path: Path) -> None:
    texts = ["they took it and left the mould there", "mould on the wall of a kitchen", "it was a gate, they said"]
    documents = [document(number, text=text) for number, text in enumerate([*texts, *texts[2:] * 9], start=1)]
    small = indexed(engine, tmp_path, documents)
    answer = found(small, "they left the mould")
    assert (answer.decision_ids, answer.note) == ((1,), None)
    answer = found(small, "they left it and the mould")
    assert (answer.decision_ids, answer.has_most) == ((1, 2), True)
    assert answer.note == "Few decisions have all of these words. The others have some of them."
    assert found(small, "they left it and the mould", outcomes=("upheld",)).total == 2
    assert small.explain(SearchRequest(), parse("they left it and the mould"), 2)


@pytest.mark.parametrize("text", ["damp mould", "damp", "nowhere", "damp OR boiler", "nowhere neither", ""])
def test_where_something_has_all_or_nothing_has_any_it_stays_so(reader: IndexReader, text: str) -> None:
    assert not found(reader, text).has_most


def test_filters_counts_walks_and_reasons_agree(reader: IndexReader) -> None:
    request = SearchRequest(text="damp mould boiler", outcomes=("upheld",))
    answer = found(reader, request.text, outcomes=("upheld",))
    total, chunks = reader.walk(request, parse(request.text), 10)
    assert answer.counts["outcome"]["upheld"] == answer.total == total == 3
    assert [one for chunk in chunks for one in chunk] == list(answer.decision_ids)
    assert all(reader.explain(request, parse(request.text), one) for one in answer.decision_ids)
    assert ids(reader, request.text, outcomes=("not-upheld",)) == ()
    assert ids(reader, "damp mould", outcomes=("not-upheld",)) == ()
