"""The query language: any string gives a small tree of what was typed, with what is wrong with it, or a sentence."""

import datetime as dt
import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from upheld.lib.text import narrow
from upheld.search.errors import QueryError
from upheld.search.language.limits import MAX_CHARACTERS, MAX_PHRASE, MAX_TERMS, MAX_WORD_BYTES
from upheld.search.language.parsing import parse
from upheld.search.language.query import Query
from upheld.search.language.shaping import terms_in
from upheld.search.language.tree import All, Field, Near, Node, Not, Phrase, Prefix, Word
from upheld.search.language.tree import Any as Either
from upheld.search.language.writing import to_text

PIECES = st.sampled_from(
    [
        '"', "“", "'", "’", "(", ")", "NOT", "OR", "AND", "the", "-", "--", "*", "**", "é", "\x00", "\ud800", "🙂", "ש",
        " ", " ", " ", "~5", "~99", "council:", "paid:", "decided:", "foo:", "counsil:", "ref:", "21 017 299", "in:",
        ">500", "..", "2022", "word", "educ*", "ab*", "co-op", "x" * 70, "\u00ad", "\u200d", "ᄀ", "ᅡ", "https://",
        "SEN", "：", "yesterday", "last year", "<1000", " and <", ">2020",
        " to ", " or ", "after ", "|", " !", "=", '-"', '"it is"', '"a b"~3', "[", "\u2212", "–", "\n", "\u00a0",
    ]
)  # fmt: skip


def words(*texts: str) -> All:
    return All(tuple(map(Word, texts)))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("  \t ", None),
        ("special needs", words("special", "needs")),
        ("needs needs", All((Word("needs"), Word("needs")))),
        ('"special needs" bus', All((Phrase(("special", "needs")), Word("bus")))),
        ("“special needs” bus", All((Phrase(("special", "needs")), Word("bus")))),
        ('"bus"', Phrase(("bus",))),
        ("co-operate", Phrase(("co", "operate"))),
        ("B&B", Phrase(("B", "B"))),
        ("fish&2 chips", All((Word("fish"), Word("2"), Word("chips")))),
        ("21-017-299", Phrase(("21", "017", "299"))),
        ("3.5", Phrase(("3", "5"))),
        ("and/or", words("and", "or")),
        ("children’s O'Brien Mr X's parents'", words("children", "OBrien", "Mr", "X", "parents")),
        ('"it is of the"', Phrase(("it", "is", "of", "the"))),
        ('it "is" -"of"', All((Word("it"), Word("is"), Not(Phrase(("of",)))))),
        ('-"it is of the"', Not(Phrase(("it", "is", "of", "the")))),
        ("a\x00b \ud800 c", words("a", "b", "c")),
        ("damp OR mould", Either((Word("damp"), Word("mould")))),
        ("damp or mould", words("damp", "or", "mould")),
        ("damp AND mould", words("damp", "mould")),
        (
            "\u202edamp\u202c mo\u200euld council:\u200eleeds",
            All((*words("damp", "mould").parts, Field("council", "\u200eleeds"))),
        ),
        ("did NOT reply", words("did", "NOT", "reply")),
        ("we WERE NOT told", words("we", "WERE", "NOT", "told")),
        ("DID NOT REPLY", words("DID", "NOT", "REPLY")),
        ("decided:2022-2024", Field("decided", "2022-2024")),
        ("decided:>=2022-06 bus", All((Field("decided", ">=2022-06"), Word("bus")))),
        ("decided:<5/4/2022", Field("decided", "<5/4/2022")),
        ("damp flat OR mould", Either((words("damp", "flat"), Word("mould")))),
        ("damp (flat OR house)", All((Word("damp"), Either((Word("flat"), Word("house")))))),
        ("flat -damp", All((Word("flat"), Not(Word("damp"))))),
        ("flat - damp -- x", words("flat", "damp", "x")),
        ('-"blue badge"', Not(Phrase(("blue", "badge")))),
        ("-(damp mould)", Not(words("damp", "mould"))),
        ("-(-damp)", Not(Not(Word("damp")))),
        ("educat*", Prefix("educat")),
        ("**bold** * item", words("bold", "item")),
        ('"charge letter"~5', Near(("charge", "letter"), 5)),
        ("Council:leeds,", Field("council", "leeds")),
        ("organisation:leeds", Field("council", "leeds")),
        ('council:"St Alder\'s"', Field("council", "St Alder's")),
        ("-council:leeds", Not(Field("council", "leeds"))),
        ("council:(leeds OR kent)", Either((Field("council", "leeds"), Field("council", "kent")))),
        ("paid:>£1,500", Field("paid", ">£1,500")),
        (
            "paid:100..500 decided:2022-04..2022-06",
            All((Field("paid", "100..500"), Field("decided", "2022-04..2022-06"))),
        ),
        ("ref:21 017 299 noise", All((Field("ref", "21 017 299"), Word("noise")))),
        ("ref:(21017299, 19 018 519c)", Field("ref", "21017299, 19 018 519c")),
        ("(in:found damp) flat", All((All((Field("in", "found"), Word("damp"))), Word("flat")))),
        ("note: the council at 10:30", words("note", "the", "council", "at", "10", "30")),
        ("asked the council: leeds they said", words("asked", "the", "council", "leeds", "they", "said")),
        ("did not reply :( or care ;-)", words("did", "not", "reply", "or", "care")),
        ("ｄａｍｐ （ｆｌａｔ　ＯＲ　ｈｏｕｓｅ）", All((Word("damp"), Either((Word("flat"), Word("house")))))),
        ("ref:٢١ ٠١٧ ٢٩٩ noise", All((Field("ref", "21 017 299"), Word("noise")))),
        ("paid:>٥٠٠", Field("paid", ">500")),
        ("ｃｏｕｎｃｉｌ：ｌｅｅｄｓ －damp", All((Field("council", "leeds"), Not(Word("damp"))))),
        ("council:'north leeds' damp", All((Field("council", "north leeds"), Word("damp")))),
        ("paid:>\u00a0£1,000 damp", All((Field("paid", "> £1,000"), Word("damp")))),
        ("paid:500 to 1000 to move", All((Field("paid", "500 to 1000"), *words("to", "move").parts))),
        ("paid:over £1k -2000", All((Field("paid", "over £1k"), Not(Word("2000"))))),
        ("paid:500 OR more", Either((Field("paid", "500"), Word("more")))),
        ("paid:>500 to move", All((Field("paid", ">500"), *words("to", "move").parts))),
        ("paid:<5000 since 2020", All((Field("paid", "<5000"), *words("since", "2020").parts))),
        ('paid:">500" <1000', All((Field("paid", ">500"), Word("1000")))),
        ("paid:500 under 2 roofs", All((Field("paid", "500"), *words("under", "2", "roofs").parts))),
        ("paid:(>500 <1000)", All((Field("paid", ">500"), Field("paid", "<1000")))),
        ("decided:2022 yesterday I", All((Field("decided", "2022"), *words("yesterday", "I").parts))),
        ("decided:since April 2022, damp", All((Field("decided", "since April 2022"), Word("damp")))),
        ("decided:2022 – 2024 damp", All((Field("decided", "2022 – 2024"), Word("damp")))),
        ('decided:"2022" to 2024', All((Field("decided", "2022"), *words("to", "2024").parts))),
        ("https://a.example/b", All((Word("https"), Phrase(("a", "example")), Word("b")))),
    ],
)
def test_what_is_understood(text: str, tree: Node | None) -> None:
    query = parse(text)
    assert (query.tree, query.problems) == (tree, ())
    assert tree is None or parse(to_text(tree)).tree == tree


@pytest.mark.parametrize(
    ("text", "place", "message", "written"),
    [
        ('damp "special needs', (5, 6), "no partner", 'damp "special needs"'),
        ("(damp OR mould", (0, 1), "not closed", "damp OR mould"),
        ("damp ) mould", (5, 6), "closes nothing", "damp mould"),
        ("damp () mould", (5, 7), "nothing between", "damp mould"),
        ("damp OR", (5, 7), "one is missing", "damp"),
        ("OR damp", (0, 2), "one is missing", "damp"),
        ("damp OR OR mould", (5, 7), "one is missing", "damp OR mould"),
        ("damp -", (5, 6), "Nothing follows", "damp"),
        ("damp NOT mould", (5, 8), "minus sign", "damp -mould"),
        ("counsil:leeds damp", (0, 8), "Did you mean council:", "council:leeds damp"),
        ("foo:bar damp", (0, 4), "no field foo:", "foo bar damp"),
        ('council:"" damp', (0, 10), "Say what to look for", "damp"),
        ("damp council:( )", (5, 16), "Say what to look for", "damp"),
        ("(damp council:())", (6, 16), "Say what to look for", "damp"),
        ("council:(", (0, 9), "Say what to look for", "council"),
        ("paid:lots damp", (0, 9), "a sum in pounds", "damp"),
        ("decided:2022-13 damp", (0, 15), "a year, a month or a day", "damp"),
        ("ab* damp", (0, 3), "at least 3 letters", "ab damp"),
        ("*amp damp", (0, 1), "end of a word", "amp damp"),
        ("damp* mou*ld", (6, 10), "end of a word", "damp* mou* ld"),
        ('"a letter"~50', (0, 13), "at most 20", '"a letter"~20'),
        ('"a letter"~', (0, 11), "how many words", '"a letter"~5'),
        (f"bus {'x' * 61}", (4, 65), "very long word", "bus"),
        ("paid:lots", (0, 9), "a sum in pounds", "lots"),
        ("decided:someday", (0, 15), "a year, a month", "someday"),
        ("decided:yesterday", (0, 17), "changes from day to day", "yesterday"),
        ("damp decided:last year", (5, 22), "changes from day to day", "damp"),
        ('date:"nobody knows"', (0, 19), "a year, a month", "nobody knows"),
        ('paid:lots "damp (mould OR -', (0, 9), "a sum in pounds", "damp mould"),
        ('damp "flat OR mould', (5, 6), "no partner", "damp flat OR mould"),
        (
            'she said "we will not pay you a penny more',
            (9, 10),
            "no partner",
            "she said we will not pay you a penny more",
        ),
        ('6" pipe', (1, 2), "no partner", "6 pipe"),
        ("damp “flat ", (5, 6), "no partner", "damp flat"),
        ("council: leeds", (0, 14), "with a colon and no space", "council:leeds"),
        ("damp paid: >£500 mould", (5, 16), "with a colon and no space", "damp paid:>£500 mould"),
        ("paid>500 damp", (0, 8), "with a colon", "paid:>500 damp"),
        ("damp decided = 2022", (5, 19), "with a colon", "damp decided:2022"),
        ("amount:>500", (0, 7), "Did you mean paid:", "paid:>500"),
        ("since:2022 damp", (0, 6), "Did you mean decided:>=", "decided:>=2022 damp"),
        ("flat –damp", (5, 6), "minus sign", "flat -damp"),
        ("flat !damp", (5, 6), "minus sign", "flat -damp"),
        ("damp | mould", (5, 6), "write OR", "damp OR mould"),
        ('late "blue badg*"', (5, 17), "no sign", "late blue badg*"),
        ('"damp OR mould" flat', (0, 15), "Within quotes OR", "damp OR mould flat"),
        ('"damp flat" ~5', (12, 14), "straight behind", '"damp flat"~5'),
        ("“special needs ", (0, 1), "no partner", "“special needs”"),
        ("paid:>500 <1000", (0, 15), "Only “>500” was read", "paid:500..1000"),
        ("damp paid:>£500 and <£1,000 flat", (5, 27), "two dots", 'damp paid:"£500..£1,000" flat'),
        ("damp NEAR/5 mould flat", (0, 17), "in quotes, with ~", '"damp mould"~5 flat'),
        ("flat damp w/3 mould", (5, 19), "in quotes, with ~", 'flat "damp mould"~3'),
        ("paid:>500<1000 damp", (0, 14), "two dots", "paid:500..1000 damp"),
        ("decided:>2020,<=2022", (0, 20), "two dots", "decided:2021..2022"),
        ("paid:<1000 >= 500", (0, 17), "two dots", "paid:500..1000"),
        ("paid:over 500 but less than 1.5k", (0, 32), "two dots", "paid:500..1.5k"),
        ("paid>500 <1000", (0, 8), "with a colon", "paid:500..1000"),
        ("decided:>2020 <2023", (0, 19), "two dots", "decided:2021..2022"),
        ("decided:>=2020-04, <=2022-06 damp", (0, 28), "two dots", "decided:2020-04..2022-06 damp"),
        ("decided:since 2020 before 5/4/2022", (0, 34), "two dots", "decided:2020-01-01..2022-04-04"),
        ("-decided:>2020 AND <2022", (1, 24), "two dots", "-decided:2021"),
        ("paid:>500 >1000", (0, 15), "The rest was passed over", "paid:>500"),
        ("decided:<2020 >2023 damp", (0, 19), "was passed over", 'decided:"<2020" damp'),
    ],
)
def test_what_is_not_understood_is_shown_with_its_place_and_what_to_write(
    text: str, place: tuple[int, int], message: str, written: str
) -> None:
    query = parse(text)
    problem = query.problems[0]
    assert (problem.start, problem.end) == place
    assert message in problem.message
    assert query.tree is not None
    assert parse(written).problems == ()
    is_other = parse(written).tree != query.tree
    assert (problem.suggestion, query.plainer) == ((written, "") if is_other else ("", written))


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("decided:yesterday", "decided:2026-02-28"),
        ("decided: today", "decided:2026-03-01"),
        ("decided:last year damp", "decided:2025 damp"),
        ('decided:"Last Month"', "decided:2026-02"),
        ("decided:this year", "decided:2026"),
        ("decided:last week", "decided:2026-02-16..2026-02-22"),
        ("decided:since last year", 'decided:"since 2025"'),
        ("decided:>yesterday", "decided:>2026-02-28"),
        ("decided:(last year OR 2022)", "decided:(2025 OR 2022)"),
        ("decided:last six months", "decided:>=2025-09-01"),
        ("decided:the past 10 days", "decided:>=2026-02-19"),
        ("decided:2020 to today", 'decided:"2020 to 2026-03-01"'),
        ("paid:last year", ""),
        ("decided:last year..last week", ""),
    ],
)
def test_days_named_from_today_are_offered_by_their_dates(text: str, dated: str) -> None:
    query = parse(text, today=dt.date(2026, 3, 1))
    assert query.problems[0].suggestion == dated
    assert not dated or parse(dated).problems == ()


@pytest.mark.parametrize("text", ["(" * 10_000, "NOT " * 10_000, "word " * 10_000, "x" * 501])
def test_too_long_says_how_long_it_may_be(text: str) -> None:
    with pytest.raises(QueryError, match="use at most 500"):
        parse(text)


@pytest.mark.parametrize("text", ['"', "((((", "🙂", "''", "-", "* ?", "\x00", "\ud800", "(" * 500, '-"' * 250, "()"])
def test_nothing_to_look_for_says_what_to_type(text: str) -> None:
    with pytest.raises(QueryError, match="holds no word"):
        parse(text)
    with pytest.raises(QueryError, match="very long word"):
        parse("x" * 400)


def test_brackets_too_deep_are_left_out_and_said_so() -> None:
    for text in ("(" * 11 + "a" + ")" * 11 + " b -c", "(" * 200 + "a b -c" + ")" * 200):
        query = parse(text)
        assert query.tree == All((Word("a"), Word("b"), Not(Word("c"))))
        assert "too many brackets" in query.problems[0].message
        assert (query.plainer, query.problems[0].suggestion) == ("a b -c", "")


def test_more_words_than_the_limit_are_left_out_and_said_so() -> None:
    typed = [f"w{n}" for n in range(MAX_TERMS + 5)]
    query = parse("(" + " ".join(typed) + ")")
    assert query.tree == words(*typed[:MAX_TERMS])
    assert query.problems[0].message == "Only the first 32 words were used."
    assert query.plainer == " ".join(typed[:MAX_TERMS])


def test_a_long_phrase_is_cut_and_said_so() -> None:
    query = parse('"' + " ".join(f"w{n}" for n in range(MAX_PHRASE + 5)) + '"')
    assert query.tree == Phrase(tuple(f"w{n}" for n in range(MAX_PHRASE)))
    assert query.problems[0].message == "Only the first 12 words of a phrase were used."


def test_what_belongs_together_is_said_where_it_is_not_plain() -> None:
    assert "(housing benefit) OR (council tax)" in parse("housing benefit OR council tax").notes[0]
    assert "in capitals: damp OR mould" in parse("damp or mould").notes[0]
    assert parse("is it damp or mould in my flat").notes == ()
    assert parse("(housing benefit) OR tax").notes == parse("benefit OR tax").notes == ()


def test_marks_leave_out_what_is_ruled_out_and_very_common_words_unless_there_are_no_others() -> None:
    assert parse("the complaints of children -damp").words == ("complaint", "children")
    assert parse("to be").words == ("to", "be")


@example('"damp OR flat" paid:>500 <1000')
@example("decided:(last year OR 2022) decided:yesterday")
@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_any_string_gives_a_bounded_tree_of_what_was_typed_or_a_sentence(text: str) -> None:
    started = time.process_time()
    query = parsed(text)
    assert time.process_time() - started < 10  # unbounded, it would be minutes
    if isinstance(query, str):
        assert query.startswith(("Your search", "A very long"))
        return
    assert (query.tree is None) == (not text.strip())
    if query.tree is None:
        return
    assert terms_in(query.tree) <= MAX_TERMS
    assert_typed(query.tree, narrow(unicodedata.normalize("NFC", text)))
    written = to_text(query.tree)
    if len(written) <= MAX_CHARACTERS:
        again = parse(written)
        assert (again.tree, again.meaning) == (query.tree, query.meaning)
        assert all("Within quotes" in problem.message for problem in again.problems)  # of a phrase that holds “OR”
    for problem in query.problems:
        assert 0 <= problem.start <= problem.end <= len(query.text)
        assert not problem.suggestion or parse(problem.suggestion).problems == ()
        assert not problem.suggestion or parse(problem.suggestion).meaning != query.meaning
    assert not query.plainer or (parse(query.plainer).meaning, parse(query.plainer).problems) == (query.meaning, ())


def parsed(text: str) -> Query | str:
    try:
        return parse(text, today=dt.date(2026, 3, 1))
    except QueryError as error:
        return str(error)


def assert_typed(node: Node, text: str) -> None:
    """The tree holds no word, operator or field that was not typed."""
    if isinstance(node, All | Either):
        assert isinstance(node, All) or "OR" in text
        for part in node.parts:
            assert_typed(part, text)
    elif isinstance(node, Not):
        assert "-" in text or "\u2212" in text
        assert_typed(node.part, text)
    elif isinstance(node, Field):
        assert ":" in text
        assert node.value in " ".join(text.split())
    elif isinstance(node, Word | Prefix):
        assert_word(node.text, text)
        assert isinstance(node, Word) or "*" in text
    elif isinstance(node, Phrase | Near):
        assert isinstance(node, Phrase) or "~" in text
        for word in node.words:
            assert_word(word, text)


def assert_word(word: str, text: str) -> None:
    letters = re.sub(r"['’‘ʼʹ´`′＇‛\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]", "", text)
    assert word in unicodedata.normalize("NFC", letters)
    assert 0 < len(word.encode()) <= MAX_WORD_BYTES
    assert word.isalnum()
