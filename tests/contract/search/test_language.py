"""What each part of a query finds and counts, on every engine, held to a plain reading of the same decisions."""

import datetime as dt
import random
import typing
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build.document import document, indexed
from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.backends.tantivy.most import ENOUGH
from upheld.search.documents import SearchDocument
from upheld.search.engine import Engine, IndexReader
from upheld.search.language.query import Query
from upheld.search.language.tree import (
    All,
    Any,
    Chosen,
    Decided,
    Near,
    Node,
    Not,
    Paid,
    Phrase,
    Prefix,
    Within,
    Word,
)
from upheld.search.requests import FACETS, SearchRequest
from upheld.search.sections import SLUGS

# No two of these share a stem. Those that are found stand in the complaint too: near is what is near in one of the two.
FOUND = ("heron", "pier", "ladder", "meadow", "lantern", "harbour")
AGREED = ("kettle", "walnut", "thimble", "saddle")
SUMMED = ("otter", "orchard", "harvest")
OUTCOMES = ("upheld", "not-upheld", None)
KINDS = ("apology", "training")


def _made(number: int, dice: random.Random) -> SearchDocument:
    def some(count: int) -> str:
        return " ".join(dice.choices(FOUND, k=count))

    agreed = (("agreed-action", " ".join(dice.choices(AGREED, k=3))),) if number % 3 else ()
    return document(
        number,
        summary=" ".join(dice.choices(SUMMED, k=2)),
        sections=(("found", some(9)), ("complaint", some(3)), *agreed),
        text="",
        outcome=OUTCOMES[number % 3],
        category=("housing", "planning")[number % 2],
        organisations=("alderford", "elmwick")[: number % 3],
        decided_on=dt.date(2020 + number % 4, 1 + number % 12, 5) if number % 7 else None,
        remedies=KINDS[: number % 3],
        paid=number * 500 if number % 4 else None,
        keys=(f"{21_000_000 + number}",),
        references=(f"{21_000_000 + number}",),
        entered=number,
    )


DOCUMENTS = [_made(number, random.Random(number)) for number in range(1, 81)]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> IndexReader:
    """All documents in one index, shared: nothing here writes."""
    return indexed(TantivyEngine(), tmp_path_factory.mktemp("language"), DOCUMENTS)


def _texts(one: SearchDocument, section: str = "") -> Iterator[list[str]]:
    if section in ("", "summary"):
        yield one.summary.split()
    yield from (text.split() for kind, text in one.sections if section in ("", kind))
    if not section:
        yield [*one.category_names, *one.references]


def _is_near(words: Sequence[str], text: list[str], distance: int) -> bool:
    """Each near each of the others. Side by side is near enough, however many words there are."""
    wanted = list(dict.fromkeys(words))
    places = {one: [at for at, word in enumerate(text) if word == one] for one in wanted}
    least = max(distance, len(wanted) - 1)
    return all(
        any(abs(at - there) <= least for at, there in product(places[one], places[other]))
        for one, other in combinations(wanted, 2)
    )


def _holds(node: Node, one: SearchDocument, section: str = "") -> bool:  # noqa: C901, PLR0911 - one line for each part
    match node:
        case Word(word):
            return any(word in text for text in _texts(one, section))
        case Prefix(start):
            return any(word.startswith(start) for text in _texts(one, section) for word in text)
        case Phrase(words):
            return any(
                list(words) == text[at : at + len(words)] for text in _texts(one, section) for at in range(len(text))
            )
        case Near(words, distance):
            return any(_is_near(words, text, distance) for text in _texts(one, section))
        case Chosen(name, values):
            return bool(set(values) & set(VALUES[name](one)))
        case Paid(least, most):
            return one.paid is not None and (least or 0) <= one.paid <= (most if most is not None else one.paid)
        case Decided(first, last):
            day = one.decided_on
            return day is not None and (first or day) <= day <= (last or day)
        case Within(kind, part):
            there = kind == "summary" or kind in dict(one.sections)
            return there and (part is None or _holds(part, one, kind))
        case Not(part):
            return not _holds(part, one, section)
        case All(parts):
            return all(_holds(part, one, section) for part in parts)
        case Any(parts):
            return any(_holds(part, one, section) for part in parts)
    raise AssertionError(node)


VALUES: dict[str, Callable[[SearchDocument], tuple[str | None, ...]]] = {
    "outcome": lambda one: (one.outcome,),
    "type": lambda one: (one.document_type,),
    "category": lambda one: (one.category,),
    "subcategory": lambda one: (f"{one.category}/{one.subcategory}",),
    "organisation": lambda one: one.organisations,
    "kind": lambda one: one.kinds,
    "remedy": lambda one: one.remedies,
    "references": lambda one: one.keys,
}


def _pairs(words: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.tuples(st.sampled_from(words), st.sampled_from(words)).filter(lambda pair: pair[0] != pair[1])


SEVERAL = st.lists(st.sampled_from(FOUND), min_size=3, max_size=4, unique=True).map(tuple)
WORDS = st.sampled_from([*FOUND, *AGREED, *SUMMED]).map(Word)
LEAVES = st.one_of(
    WORDS,
    st.sampled_from(["her", "har", "ladd", "ott", "zeb"]).map(Prefix),
    _pairs(FOUND).map(Phrase),
    st.builds(Near, _pairs(FOUND) | SEVERAL, st.integers(1, 6)),
    st.builds(Chosen, st.just("outcome"), st.just(("upheld",)) | st.just(("upheld", "not-upheld"))),
    st.builds(Chosen, st.just("references"), st.just(("21000004", "21000005", "29999999"))),
    st.builds(Chosen, st.just("remedy"), st.just(("training",))),
    st.builds(Paid, st.none() | st.integers(0, 20_000), st.none() | st.integers(10_000, 40_000)),
    st.builds(Decided, st.none() | st.just(dt.date(2021, 1, 1)), st.none() | st.just(dt.date(2022, 12, 31))),
    st.just(Within("agreed-action", None)),
    st.builds(Within, st.just("agreed-action"), st.sampled_from(AGREED).map(Word) | st.just(Prefix("wal"))),
    st.builds(
        Within, st.just("agreed-action"), _pairs(AGREED).map(Phrase) | st.builds(Near, _pairs(AGREED), st.just(2))
    ),
    st.builds(
        Within,
        st.sampled_from(["found", "complaint"]),
        _pairs(FOUND).map(Phrase) | st.builds(Near, _pairs(FOUND), st.just(2)),
    ),
    st.builds(Within, st.just("summary"), _pairs(SUMMED).map(Phrase) | st.builds(Not, WORDS)),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Any(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=6,
)
REQUESTS = st.builds(
    SearchRequest,
    outcomes=st.sampled_from([(), ("upheld",), ("upheld", "not-upheld")]),
    categories=st.sampled_from([(), ("housing",)]),
    organisations=st.sampled_from([(), ("elmwick",)]),
    remedies=st.sampled_from([(), ("apology",)]),
    decided_from=st.none() | st.just(dt.date(2021, 6, 1)),
    at=st.none() | st.just(50),
    sort=st.sampled_from(["relevance", "newest", "oldest", "added"]),
    counts=st.just((*FACETS, "remedy")),
    years=st.just(True),
)


def _passes(one: SearchDocument, request: SearchRequest, without: str = "") -> bool:
    chosen = {name: values for name, values in request.filters.items() if values and name != without}
    return (
        all(set(values) & set(VALUES[name](one)) for name, values in chosen.items())
        and (request.decided_from is None or (one.decided_on is not None and one.decided_on >= request.decided_from))
        and (request.at is None or one.entered <= request.at)
    )


@settings(max_examples=60)
@given(tree=st.none() | TREES, request=REQUESTS)
def test_results_counts_and_walks_agree_with_a_plain_reading(
    reader: IndexReader, tree: Node | None, request: SearchRequest
) -> None:
    answer = reader.find(request, Query(meaning=tree))
    matching = [one for one in DOCUMENTS if tree is None or _holds(tree, one)]
    expected = [one for one in matching if _passes(one, request)]
    if answer.has_most:
        assert len([one for one in matching if request.at is None or one.entered <= request.at]) < ENOUGH
        return
    total, chunks = reader.walk(request, Query(meaning=tree), 7)
    walked = [one for chunk in chunks for one in chunk]
    assert answer.total == total == len(expected)
    assert sorted(walked) == [one.decision_id for one in expected]
    assert list(answer.decision_ids) == walked[:10]
    for name in request.counts:
        counted = Counter(
            value for one in matching if _passes(one, request, name) for value in VALUES[name](one) if value
        )
        assert answer.counts[name] == counted, name
    years = Counter((str(one.decided_on.year), one.outcome or "") for one in expected if one.decided_on)
    assert {(year, outcome): n for year, counts in answer.years.items() for outcome, n in counts.items()} == years


def test_words_near_one_another_are_found_in_any_order_and_no_further_apart(engine: Engine, tmp_path: Path) -> None:
    texts = ["heron pier", "pier heron", "heron one two pier", "pier one two heron", "heron one two three pier"]
    reader = indexed(engine, tmp_path, [document(n, text=text, summary="") for n, text in enumerate(texts, 1)])
    for distance, expected in ((1, {1, 2}), (2, {1, 2}), (3, {1, 2, 3, 4}), (4, {1, 2, 3, 4, 5})):
        near = Query(meaning=Near(("heron", "pier"), distance))
        assert set(reader.find(SearchRequest(), near).decision_ids) == expected
    assert reader.find(SearchRequest(), Query(meaning=Near(("heron", "herons"), 5))).total == 5


@pytest.mark.parametrize("section", SLUGS)
def test_a_phrase_in_a_section_stands_in_that_section(engine: Engine, tmp_path: Path, section: str) -> None:
    other = "found" if section != "found" else "considered"
    there = "The wheelie bin is late."
    elsewhere = "The bin, which is no wheelie."
    made = [
        document(n, summary="None.", sections=((section, text), (other, "A wheelie bin stood in Weir Street.")))
        for n, text in enumerate((there, elsewhere, f"{there} {there}"), 1)
    ]
    reader = indexed(engine, tmp_path, made)
    for part, expected in ((Phrase(("wheelie", "bin")), {1, 3}), (Near(("bin", "wheelie"), 5), {1, 2, 3})):
        answer = reader.find(SearchRequest(), Query(meaning=Within(section, part)))
        assert (set(answer.decision_ids), answer.total, answer.note) == (expected, len(expected), None)
    assert reader.find(SearchRequest(), Query(meaning=Within(section, Not(Phrase(("wheelie", "bin")))))).total == 1


@pytest.mark.parametrize("place", ["text", "summary", "sections", "references", "organisation_names", "category_names"])
def test_a_phrase_is_found_in_every_part_of_a_decision(engine: Engine, tmp_path: Path, place: str) -> None:
    values = {"text": "a wheelie bin", "summary": "a wheelie bin", "sections": (("law", "a wheelie bin"),)}
    made: dict[str, typing.Any] = {place: values.get(place, ("other", "a wheelie bin"))}
    reader = indexed(engine, tmp_path, [document(1, **made), document(2, text="a bin, wheelie", summary="")])
    for phrase in (Phrase(("wheelie", "bin")), Near(("wheelie", "bin"), 1)):
        assert 1 in reader.find(SearchRequest(), Query(meaning=phrase)).decision_ids
    assert reader.find(SearchRequest(), Query(meaning=Phrase(("wheelie", "bin")))).total == 1


@pytest.mark.parametrize("kinds", [("complaint", "found"), ("found", "found"), ("", ""), ("summary", "summary")])
def test_a_phrase_ends_where_its_section_ends(engine: Engine, tmp_path: Path, kinds: tuple[str, str]) -> None:
    sections = tuple(zip(kinds, ("They lost a wheelie", "bin rounds were late"), strict=True))
    reader = indexed(engine, tmp_path, [document(1, summary="", text="", sections=sections)])
    assert reader.find(SearchRequest(), Query(meaning=Phrase(("wheelie", "bin")))).total == 0
    assert reader.find(SearchRequest(), Query(meaning=Near(("wheelie", "bin"), 1))).total == 0
    assert reader.find(SearchRequest(), Query(meaning=Phrase(("bin", "rounds")))).total == 1
    assert reader.find(SearchRequest(), Query(meaning=All((Word("wheelie"), Word("bin"))))).total == 1


def test_of_several_words_each_is_near_each_however_results_are_ordered(engine: Engine, tmp_path: Path) -> None:
    often = "asked ".join([""] * 40)
    texts = ["did one two asked three four is", "did asked is", f"{often} did one two three asked four is {often}"]
    made = [document(n, summary="", sections=(("law", text),)) for n, text in enumerate(texts, 1)]
    reader = indexed(engine, tmp_path, made)
    for distance, expected in ((2, {2}), (5, {2}), (6, {1, 2, 3})):
        near = Near(("did", "asked", "is"), distance)
        for part in (near, Within("law", near)):
            for sort in ("relevance", "newest"):
                answer = reader.find(SearchRequest(sort=sort, counts=("outcome",)), Query(meaning=part))
                assert set(answer.decision_ids) == expected
                assert answer.total == answer.counts["outcome"]["upheld"] == len(expected)
