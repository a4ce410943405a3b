"""What is found, on every engine."""

import datetime as dt
from pathlib import Path

import pytest

from tests.build.document import document, found, ids, indexed
from upheld.search.engine import Engine


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("the children's home", "childrens"),
        ("the children’s home", "children's"),
        ("the childrens home", "children’s"),
        ("Mr X’s complaint", "Mr X"),
        ("Mr O’Brien wrote", "obrien"),
        ("the café was noisy", "cafe"),
        ("the cafe was noisy", "CAFÉ"),
        ("Müller, Łukasz and Strauß", "muller lukasz strauss"),
        ("she complained twice", "complaining"),
        ("the councils agreed", "council's"),
        ("a co-operative tenant", "co-operative"),
        ("a co‑operative tenant", "co-operative"),
        ("it cost £1,250.50", "1,250.50"),
        ("under section 117 of the Act", "SECTION 117"),
    ],
)
def test_a_word_is_found_however_it_is_written(engine: Engine, tmp_path: Path, text: str, query: str) -> None:
    reader = indexed(engine, tmp_path, [document(1, text=text), document(2, summary="Nothing.", organisation_names=())])
    assert ids(reader, query) == (1,)


def test_all_words_must_be_there_in_any_of_the_places(engine: Engine, tmp_path: Path) -> None:
    wanted = document(
        1,
        summary="A ramp was late.",
        text="The lift broke.",
        organisation_names=("Elmwick Council",),
        category_names=("Transport", "Parking"),
    )
    reader = indexed(engine, tmp_path, [wanted, document(2, text="The lift and the ramp.")])
    assert ids(reader, "ramp lift elmwick parking") == (1,)
    assert sorted(ids(reader, "ramp lift")) == [1, 2]
    assert found(reader, "ramp lift zebra").has_most  # which is said


def test_words_in_quotes_must_stand_side_by_side(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(
        engine,
        tmp_path,
        [
            document(1, text="special educational needs"),
            document(2, text="needs that are special and educational"),
            document(3, text="special educational", summary="Needs"),
        ],
    )
    assert ids(reader, '"special educational need"') == (1,)
    assert ids(reader, "“special educational needs”") == (1,)
    assert len(ids(reader, "special educational needs")) == 3


@pytest.mark.parametrize("query", ["21 000 007", '"21 000 007"', "21-000-007", "21000007"])
def test_a_reference_is_found_as_a_word(engine: Engine, tmp_path: Path, query: str) -> None:
    reader = indexed(engine, tmp_path, [document(7), document(8)])
    assert ids(reader, query) == (7,)


def test_filters_narrow_and_their_values_are_alternatives(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(
        engine,
        tmp_path,
        [
            document(1),
            document(2, outcome="not-upheld"),
            document(3, outcome=None, document_type="report"),
            document(4, organisations=("elmwick", "oakham"), kinds=("county", "district")),
            document(5, category="planning", subcategory="other"),
            document(6, subcategory="other"),
            document(7, subcategory=None),
        ],
    )
    assert set(ids(reader, outcomes=("upheld", "not-upheld"))) == {1, 2, 4, 5, 6, 7}
    assert ids(reader, outcomes=("not-upheld",)) == (2,)
    assert ids(reader, types=("report",)) == (3,)
    assert ids(reader, organisations=("oakham",)) == (4,)
    assert ids(reader, kinds=("county",), outcomes=("upheld",)) == (4,)
    assert ids(reader, kinds=("county",), outcomes=("not-upheld",)) == ()
    assert ids(reader, categories=("planning",)) == (5,)
    assert set(ids(reader, subcategories=("other",))) == {5, 6}
    assert ids(reader, subcategories=("housing/other",)) == (6,)
    assert ids(reader, outcomes=("no such outcome",)) == ()


def test_dates_include_both_ends_and_leave_out_what_has_none(engine: Engine, tmp_path: Path) -> None:
    days = [dt.date(2021, 12, 31), dt.date(2022, 1, 1), dt.date(2022, 12, 31), dt.date(2023, 1, 1), None]
    reader = indexed(engine, tmp_path, [document(n, decided_on=day) for n, day in enumerate(days, start=1)])
    assert ids(reader, decided_from=dt.date(2022, 1, 1), decided_to=dt.date(2022, 12, 31)) == (3, 2)
    assert set(ids(reader, decided_from=dt.date(2022, 12, 31))) == {3, 4}
    assert set(ids(reader, decided_to=dt.date(2022, 1, 1))) == {1, 2}
    assert len(ids(reader)) == 5


def test_each_filter_counts_with_all_the_others(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(
        engine,
        tmp_path,
        [
            document(1, text="lift"),
            document(2, text="lift", outcome="not-upheld"),
            document(3, text="lift", outcome="not-upheld", document_type="report"),
            document(4, text="ramp", outcome=None, subcategory=None),
            document(5, text="lift", organisations=("elmwick", "oakham"), kinds=("county",)),
        ],
    )
    counts = found(reader, "lift", outcomes=("not-upheld",), types=("statement",)).counts
    assert counts["outcome"] == {"upheld": 2, "not-upheld": 1}
    assert counts["type"] == {"statement": 1, "report": 1}
    assert counts["organisation"] == {"alderford-borough-council": 1}
    everything = found(reader).counts
    assert everything["outcome"] == {"upheld": 2, "not-upheld": 2}
    assert everything["category"] == {"housing": 5}
    assert everything["subcategory"] == {"housing/homelessness": 4}
    assert everything["organisation"] == {"alderford-borough-council": 4, "elmwick": 1, "oakham": 1}
    assert everything["kind"] == {"district": 4, "county": 1}


def test_the_index_keeps_no_text(engine: Engine, tmp_path: Path) -> None:
    sentence = "The quick heron hid beneath the wooden pier"
    indexed(engine, tmp_path, [document(1, text=sentence, summary=sentence)])
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"quick heron" not in kept
    assert b"wooden pier" not in kept


CARE = {"laws": ("care-act-2014", "care-act-2014/9", "care-act-2014/18"), "law_titles": ("act|Care Act 2014",)}


def test_decisions_are_found_by_the_law_they_cite_and_its_provisions(engine: Engine, tmp_path: Path) -> None:
    other = {"laws": ("care-act-2014", "children-act-1989/9", "children-act-1989")}
    reader = indexed(engine, tmp_path, [document(1, **CARE), document(2, **other), document(3)])
    assert sorted(ids(reader, laws=("care-act-2014",))) == [1, 2]
    assert ids(reader, laws=("care-act-2014/9",)) == (1,)
    assert ids(reader, laws=("care-act-2014",), outcomes=("not-upheld",)) == ()


def test_laws_and_provisions_are_counted_only_when_asked(engine: Engine, tmp_path: Path) -> None:
    titles = ("act|Care Act 2014", "act|Children Act 1989")
    second = document(2, laws=("care-act-2014", "care-act-2014/9", "children-act-1989"), law_titles=titles)
    reader = indexed(engine, tmp_path, [document(1, **CARE), second])
    counts = found(reader, laws=("care-act-2014",), counts=("outcome", "law", "provision")).counts
    assert counts["law"] == {"act|Care Act 2014": 2, "act|Children Act 1989": 1}
    assert counts["provision"]["care-act-2014/9"] == 2
    assert counts["provision"]["care-act-2014/18"] == 1
    assert counts["outcome"] == {"upheld": 2}
    assert set(found(reader).counts) == {"outcome", "type", "category", "subcategory", "organisation", "kind"}
    assert found(reader, counts=()).counts == {}


def test_decisions_are_found_by_the_decision_they_cite(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(engine, tmp_path, [document(1, cites=("21000003", "19018519c")), document(2, cites=("19018519",))])
    assert ids(reader, cites=("21000003",)) == (1,)
    assert ids(reader, cites=("19018519c",)) == (1,)
    assert ids(reader, cites=("19018519c", "19018519"), sort="oldest", counts=()) == (1, 2)
    assert ids(reader, cites=("21000004",)) == ()
