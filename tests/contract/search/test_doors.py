"""Walks, similar decisions, words and explanations, on every engine."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.build.document import document, indexed
from upheld.search.backends.tantivy import likeness as ways
from upheld.search.engine import Engine, Held, IndexReader
from upheld.search.language.parsing import parse
from upheld.search.language.query import Query
from upheld.search.requests import SearchRequest
from upheld.search.results import Explanation, Likeness

COMPLAINTS = {
    1: "Mrs B complained that the boiler in her flat leaked water for six weeks.",
    2: "Mr D complained that water leaked through the ceiling from a broken boiler.",
    3: "Miss F complained that the school gave her son no place on the bus.",
    4: "Mr K complained about noise from a dog next door at night.",
}


@pytest.fixture
def reader(engine: Engine, tmp_path: Path) -> IndexReader:
    """Four decisions about different things."""
    days = [dt.date(2010 + 4 * n, 1, 1) for n in range(4)]
    return indexed(
        engine,
        tmp_path,
        [
            document(n, summary="", sections=(("complaint", text),), text="", decided_on=days[n - 1])
            for n, text in COMPLAINTS.items()
        ],
    )


def test_a_walk_is_of_one_moment_and_in_the_order_asked_for(
    engine: Engine, tmp_path: Path, reader: IndexReader
) -> None:
    total, chunks = reader.walk(SearchRequest(sort="newest"), Query(), 3)
    with engine.open_writer(tmp_path, 32, bulk=False) as writer:
        writer.put([document(9)])
        writer.drop([1, 2])
        writer.commit()
    reader.refresh()
    assert (total, list(chunks)) == (4, [(4, 3, 2), (1,)])
    assert list(reader.walk(SearchRequest(sort="oldest"), Query(), 3)[1]) == [(3, 4, 9)]
    total, chunks = reader.walk(SearchRequest(text="dog"), parse("dog"), 500)
    assert (total, list(chunks)) == (1, [(4,)])
    assert list(reader.walk(SearchRequest(text="zebra"), parse("zebra"), 500)[1]) == []


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_similar_decisions_are_found_by_either_way_and_when_one_fails(
    reader: IndexReader, monkeypatch: pytest.MonkeyPatch, *, own: bool, fails: bool
) -> None:
    def panic(*_: Any) -> None:
        raise type("PanicException", (BaseException,), {})("document frequency beyond documents")

    monkeypatch.setattr(ways, "OUR_OWN_LIKENESS", own)
    if fails:
        monkeypatch.setattr(ways, "our_likeness" if own else "engines_likeness", panic)
    found = reader.more_like(Likeness("My boiler leaked water everywhere"), limit=2)
    assert {one.decision_id for one in found} == {1, 2}
    assert found[0].score >= found[1].score > 0
    found = reader.more_like(Likeness("My boiler leaked water"), limit=2, without=(1,))
    assert [one.decision_id for one in found] == [2]
    if own and not fails:
        for weights, first in (({"boiler": 1.0, "dog": 0.1}, {1, 2}), ({"boiler": 0.1, "dog": 1.0}, {4})):
            assert reader.more_like(Likeness("boiler dog", weights=weights), limit=1)[0].decision_id in first
    assert reader.more_like(Likeness(""), limit=5) == ()
    assert reader.more_like(Likeness("xyzzy"), limit=5) == ()


def test_words_are_those_of_decisions_that_are_there(engine: Engine, tmp_path: Path, reader: IndexReader) -> None:
    assert reader.count_words(["Boiler", "boilers", "complained", "zebra"]) == {
        "Boiler": 2, "boilers": 0, "complained": 4, "zebra": 0,
    }  # fmt: skip
    assert reader.count_forms(["boilers", "complain", "zebra"]) == {"boilers": 2, "complain": 4, "zebra": 0}
    assert [list(reader.list_meant(word)) for word in ("complaned", "boild", "complaint")] == [["complained"], [], []]
    assert list(reader.list_vocabulary("com", 1)) == [("complained", 4)]
    assert ("dog", 1) in reader.list_vocabulary("", 1_000)
    assert list(reader.list_vocabulary("!", 5)) == []
    with engine.open_writer(tmp_path, 32, bulk=False) as writer:
        writer.drop([4])
        writer.commit()
    reader.refresh()
    assert reader.count_words(["dog", "complained"]) == {"dog": 0, "complained": 3}
    assert reader.count_forms(["dogs", "complains"]) == {"dogs": 0, "complains": 3}
    assert list(reader.list_vocabulary("dog", 5)) == []
    assert list(reader.list_vocabulary("com", 5)) == [("complained", 3)]
    assert reader.held() == Held(3, dt.date(2010, 1, 1), dt.date(2018, 1, 1))


def test_a_word_of_what_is_gone_is_not_named_though_another_form_of_it_is_there(engine: Engine, tmp_path: Path) -> None:
    gone = [document(number, text="The marchantsons spoke.") for number in (1, 2, 3)]
    there = [document(number, text="In Marchantson Road a boiler") for number in (4, 5, 6)]
    reader = indexed(engine, tmp_path, [*gone, *there])
    assert list(reader.list_meant("marchantsosn")) == ["marchantsons"]
    hidden = reader.without([1, 2, 3])
    with engine.open_writer(tmp_path, 32, bulk=False) as writer:
        writer.drop([1, 2, 3])
        writer.commit()
    for one in (hidden, reader):
        assert list(one.list_meant("marchantsosn")) != ["marchantsons"]
        taken = one.find(SearchRequest(text="marchantsosn boiler"), parse("marchantsosn boiler")).mistyped
        assert all("marchantsons" not in mistyped.others for mistyped in taken)
        reader.refresh()


def test_an_explanation_adds_up_to_the_score_and_says_where_a_word_stands(engine: Engine, tmp_path: Path) -> None:
    there = document(1, summary="The heron", text="the heron and the pier", document_type="report")
    reader = indexed(engine, tmp_path, [there, document(2, summary="Other", text="heron")])
    request = SearchRequest(text="heron pier")
    told = reader.explain(request, parse("heron pier"), 1)
    assert told is not None
    asked, standing = told.parts
    assert [part.label for part in asked.parts] == ["“heron”", "“pier”"]
    assert any("in the summary" in part.label for part in asked.parts[0].parts)
    assert told.value == pytest.approx(asked.value * standing.value)
    assert asked.value == pytest.approx(_sum(asked), rel=1e-4)
    assert reader.explain(request, parse("heron pier"), 2) is None
    assert reader.explain(request, parse("heron pier"), 99) is None


def _sum(one: Explanation) -> float:
    return sum(part.value for part in one.parts)
