"""Where hardly any decision has all of the words, those that have what tells most are found, and it is said."""

import datetime as dt
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
        ('damp landlord "mould"', {1}),  # what is quoted must be there, be it one word
        ('damp boiler "mould" "cellar"', set()),
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


@pytest.mark.parametrize(
    "text", ["damp mould", "damp", "nowhere", "damp OR boiler", "nowhere neither", "can I complain about a dragon", ""]
)
def test_where_something_has_all_or_nothing_has_any_it_stays_so(reader: IndexReader, text: str) -> None:
    assert not found(reader, text).has_most


def test_a_word_that_none_has_is_taken_for_what_it_was_meant_to_be(engine: Engine, tmp_path: Path) -> None:
    texts = [*["a broken boiler in the kitchen"] * 3, *["a stair and a blue gate"] * 3, *["a gate and a fence"] * 20]
    reader = indexed(engine, tmp_path, [document(n, text=text) for n, text in enumerate(texts, 1)])
    answer = found(reader, "boyler on my landing")
    assert (set(answer.decision_ids), answer.has_most) == ({1, 2, 3}, True)
    assert [str(one) for one in answer.mistyped] == ["“boyler” was taken for “boiler”."]
    assert found(reader, "boyler on my landing", sort="newest").mistyped == answer.mistyped
    assert set(ids(reader, "bluegate landing")) == {4, 5, 6}
    for text in ('"boyler" landing', "boyler", "kitchin gete", "boilers landing", "heron landing"):
        assert answer.mistyped[0] not in found(reader, text).mistyped
    three_less = reader.without([1, 2])
    assert ids(three_less, "boyler on my landing") == ()  # too few are left to say what was meant


def test_how_many_or_how_long_need_not_be_there(reader: IndexReader) -> None:
    assert ids(reader, "damp boiler 2") == ids(reader, "damp boiler") != ()


def test_filters_counts_walks_and_reasons_agree(reader: IndexReader) -> None:
    request = SearchRequest(text="damp mould boiler", outcomes=("upheld",))
    answer = found(reader, request.text, outcomes=("upheld",))
    total, chunks = reader.walk(request, parse(request.text), 10)
    assert answer.counts["outcome"]["upheld"] == answer.total == total == 3
    assert [one for chunk in chunks for one in chunk] == list(answer.decision_ids)
    assert all(reader.explain(request, parse(request.text), one) for one in answer.decision_ids)
    assert ids(reader, request.text, outcomes=("not-upheld",)) == ()
    assert ids(reader, "damp mould", outcomes=("not-upheld",)) == ()


def test_in_order_of_date_only_what_has_enough_of_the_words_is_found(engine: Engine, tmp_path: Path) -> None:
    texts = ["damp mould", "damp boiler", *["damp"] * 20, *["boiler"] * 20, *["gate"] * 80]
    days = (dt.date(2020, 1, 1) + dt.timedelta(days=number) for number in range(len(texts)))
    made = [document(n, text=text, decided_on=day) for n, (text, day) in enumerate(zip(texts, days, strict=True), 1)]
    reader = indexed(engine, tmp_path, made)
    text = "damp mould boiler"
    assert (found(reader, text).total, set(ids(reader, text)[:2])) == (42, {1, 2})
    answer = found(reader, text, sort="newest")
    assert (answer.decision_ids, answer.total, answer.has_most) == ((2, 1), 2, True)
    assert answer.counts["outcome"] == {"upheld": 2}
    assert answer.note == (
        "No decision has all of these words. In order of date only those are listed that have at least 2 of “mould”, "
        "“boiler” and “damp”."
    )
    for sort in ("oldest", "added"):
        assert set(ids(reader, text, sort=sort)) == {1, 2}
    assert found(reader, text, sort="newest", found_by="relevance").total == 42
    assert ids(reader, text, found_by="newest") == (1, 2)
    total, chunks = reader.walk(SearchRequest(text=text, sort="oldest"), parse(text), 10)
    assert (total, list(chunks)) == (2, [(1, 2)])


def test_of_a_long_list_in_order_of_date_the_rarest_words_are_wanted(engine: Engine, tmp_path: Path) -> None:
    texts = [*["school child"] * 31, *["school autism"] * 3, *["child autism"] * 3, *["gate"] * 80]
    reader = indexed(engine, tmp_path, [document(n, text=text) for n, text in enumerate(texts, 1)])
    answer = found(reader, "autism school child", sort="newest")
    assert (answer.total, set(answer.decision_ids)) == (6, set(range(32, 38)))
    assert "at least 2 of “autism”, “school” and “child”, among them “autism”." in (answer.note or "")
    assert found(reader, "autism school child").total == 37


def test_what_is_looked_for_stays_the_same_on_all_pages_of_a_list(engine: Engine, tmp_path: Path) -> None:
    texts = ["damp mould", *["damp"] * 4, *["mould"] * 4, *["gate"] * 10]
    made = [document(n, text=text, entered=1) for n, text in enumerate(texts, 1)]
    later = [document(100 + n, text="a gate", entered=2) for n in range(50)]  # so that others tell more than before
    before, after = indexed(engine, tmp_path / "a", made), indexed(engine, tmp_path / "b", [*made, *later])
    for sort in ("relevance", "newest"):
        first = found(before, "damp mould gate house", sort=sort)
        assert found(after, "damp mould gate house", sort=sort, at=1).total == first.total
        assert found(after, "damp mould gate house", sort=sort, at=1).note == first.note


def test_what_nearly_all_have_is_not_listed_for_what_none_has(engine: Engine, tmp_path: Path) -> None:
    documents = [document(n, text="the power to decide" if n < 210 else "a gate") for n in range(1, 211)]
    reader = indexed(engine, tmp_path, documents)
    assert found(reader, "power attorney").total == 0
    assert found(reader, "power attorney gate").decision_ids == (210,)
    few = reader.without(list(range(1, 100)))
    assert found(few, "power attorney").total == 110


def test_words_are_counted_to_tell_a_sentence_not_the_terms_they_make(engine: Engine, tmp_path: Path) -> None:
    texts = ["housing benefit and they want it back", *["housing benefit was overpaid"] * 9, *["a gate"] * 20]
    reader = indexed(engine, tmp_path, [document(n, text=text) for n, text in enumerate(texts, 1)])
    assert found(reader, "want housing-benefit back").total == 1
    assert found(reader, "they want housing-benefit back").total == 10


def test_another_index_can_look_for_the_very_same(engine: Engine, tmp_path: Path) -> None:
    documents = [document(n, text="damp mould" if n < 13 else "a gate") for n in range(1, 21)]
    whole = indexed(engine, tmp_path / "whole", documents)
    few = indexed(engine, tmp_path / "few", [document(20, text="damp")])
    query = parse("damp mould")
    assert few.walk(SearchRequest(), query, 10)[0] == 1  # by itself it would take one word for most
    assert few.walk(SearchRequest(), whole.settle(SearchRequest(), query), 10)[0] == 0
    assert few.find(SearchRequest(), whole.settle(SearchRequest(), parse("damp cellar"))).total == 1
