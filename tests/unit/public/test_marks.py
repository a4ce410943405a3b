"""The words of a search, marked in the text of a decision."""

import re
from typing import Any

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.public.pages.chapter import make_chapter
from upheld.public.pages.marked_chapter import mark_chapter
from upheld.public.pages.marks import MOST, Places, Searched, go_through_sections, section_kinds
from upheld.search.language.query import Query, Synonym
from upheld.search.language.tree import All, Phrase, Within, Word
from upheld.search.marking import Marker
from upheld.ui.filters import runs as as_html
from upheld.ui.text import Paragraph, Run, Runs, TextItem, TextSection, TextTable, plain_runs

PLAN = Query(text="care plan", meaning=All((Word("care"), Word("plan"))))


def searched(query: Query = PLAN) -> Searched:
    return Searched(query, Marker(query))


def marked(given: Runs, query: Query = PLAN) -> str:
    """The runs as a page shows them, marked."""
    places = Places(Marker(query))
    places.find(given, ())
    return str(as_html(places.marking()(given, ())))


def without_ways(html: str) -> str:
    return re.sub(r'<span class="hop">.*?</a></span>|<span class="hop"> <span[^>]*>[^<]*</span></span>', "", html)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((Run("A plan & <b>"),), 'A <mark id="match-1">plan</mark> &amp; &lt;b&gt;'),
        ((Run("care plan"),), '<mark id="match-1">care plan</mark>'),
        ((Run("care. Plans"),), '<mark id="match-1">care</mark>. <mark>Plans</mark>'),
        ((Run("care is a plan"),), '<mark id="match-1">care</mark> is a <mark id="match-2">plan</mark>'),
        (
            (Run("The "), Run("Care of Plans Act", "/care", "law"), Run(" is")),
            'The <a class="ref ref--law" href="/care"><mark id="match-1">Care</mark> of <mark>Plans</mark> Act</a> is',
        ),
        (
            (Run("a care"), Run(" plan", "/x", "term")),
            'a <mark id="match-1">care</mark><a class="ref ref--term" href="/x"><mark> plan</mark></a>',
        ),
    ],
)  # fmt: skip
def test_marks_words_and_leaves_links_whole(given: Runs, expected: str) -> None:
    assert without_ways(marked(given)) == expected


def test_every_match_leads_to_the_one_before_and_after() -> None:
    page: Any = lxml.html.fragments_fromstring(f"<p>{marked((Run('care, a plan, no care'),))}</p>")[0]
    hops = page.find_class("hop")
    assert [hop.find_class("hop__at")[0].text for hop in hops] == ["Match 1 of 3", "Match 2 of 3", "Match 3 of 3"]
    ways = [[(link.get("href"), link.text_content()) for link in hop.iter("a")] for hop in hops]
    assert ways == [
        [("#match-2", "Next match")],
        [("#match-1", "Previous match"), ("#match-3", "Next match")],
        [("#match-2", "Previous match"), ("#match-1", "First match")],
    ]


TEXTS = st.text(alphabet="careplan.-’<&\u0301 \n", max_size=12) | st.sampled_from(
    ["care", "care plan", "a plan of care"]
)


@given(st.lists(st.builds(Run, TEXTS, st.sampled_from(["", "/x"])), max_size=5).map(tuple))
def test_without_marks_the_text_is_what_it_was(given: Runs) -> None:
    html = without_ways(marked(given))
    assert re.sub(r"</?mark[^>]*>", "", html) == re.sub(r"</?mark[^>]*>", "", str(as_html(given)))
    ids = re.findall(r'id="(match-\d+)"', html)
    assert ids == [f"match-{number}" for number in range(1, len(ids) + 1)]


def test_marks_a_bounded_number_and_counts_them_all() -> None:
    given = (Run("care; x " * (MOST + 7)),)
    html = marked(given)
    assert html.count("<mark") == html.count('class="hop"') == MOST
    assert f"Match {MOST} of {MOST + 7}" in html
    assert f"#match-{MOST + 1}" not in html


def _section(heading: str, *texts: str, depth: int = 2) -> TextSection:
    paragraphs = (Paragraph(f"p{at}", f"Paragraph {at}", plain_runs(text)) for at, text in enumerate(texts, 1))
    return TextSection(heading, heading.lower(), tuple(paragraphs), depth)


def test_marks_headings_lists_and_tables_in_the_order_of_the_page() -> None:
    table = TextTable("care", plain_runs("Care costs"), ("Plan", "x"), ((plain_runs("the care"), plain_runs("b")),))
    items = (TextItem(plain_runs("a care"), items=(TextItem(plain_runs("a plan")),)),)
    given = TextSection("Care", "care", (Paragraph("p1", "", (), items=items, table=table),))
    places = Places(Marker(PLAN))
    go_through_sections([given], [None], places.find)
    (section,) = go_through_sections([given], [None], places.marking())
    shown = section.paragraphs[0].table
    assert shown is not None
    parts = [section.shown, as_html(shown.caption), shown.head[0], as_html(shown.rows[0][0])]
    parts += [as_html(section.paragraphs[0].items[0].runs), as_html(section.paragraphs[0].items[0].items[0].runs)]
    assert [re.findall(r"match-(\d+)\">", part)[0] for part in parts] == ["1", "2", "3", "4", "5", "6"]
    assert section.heading == "Care"
    assert shown.name == "care"


def test_what_is_asked_of_a_section_is_marked_in_it_only() -> None:
    sections = (_section("The complaint", "A plan."), _section("Agreed action", "A plan."))
    places = Places(Marker(Query(meaning=Within("agreed-action", Word("plan")))))
    go_through_sections(sections, section_kinds(sections), places.find)
    first, second = go_through_sections(sections, section_kinds(sections), places.marking())
    assert "<mark" not in as_html(first.paragraphs[0].runs)
    assert "<mark" in as_html(second.paragraphs[0].runs)


def test_a_chapter_says_where_else_matches_are() -> None:
    sections = (
        _section("Care", "A care plan."), _section("Law", "Nothing."), _section("Plan", "A plan.", "A plan, and care."),
    )  # fmt: skip
    page = make_chapter("Alderford (1)", "1", "/d", sections, 1)
    assert page is not None
    query = Query(text="care plan", meaning=PLAN.meaning, synonyms=(Synonym("plan", ("support plan",)),))
    made = mark_chapter(page, sections, searched(query), "/d")
    assert made.marks is not None
    assert (made.marks.total, made.marks.further, made.marks.meant) == (1, 3, ("support plan",))
    assert [(one.text, one.href) for one in made.marks.elsewhere] == [
        ("3. Plan (3)", "/d/chapter/3?q=care+plan#match-1")
    ]
    assert made.marks.plain.href == "/d/chapter/1"
    assert made.after is not None
    assert made.after.href == "/d/chapter/2?q=care+plan"
    html = as_html(made.sections[0].paragraphs[0].runs)
    shown: Any = lxml.html.fromstring(html)
    assert "Next match in chapter 3" in shown.text_content()
    phrase = mark_chapter(page, sections, searched(Query(text="x", meaning=Phrase(("no", "such")))), "/d")
    assert phrase.marks is not None
    assert (phrase.marks.total, phrase.marks.elsewhere) == (0, ())
