"""A decision read with the words of a search, at its address with `?q=` behind it."""

from urllib.parse import urlencode

import pytest

from tests.build.decision import published
from tests.build.long_report import long_sections
from tests.build.reader import Reader
from upheld.lib.clock import now
from upheld.register.actions.withdraw import withdraw

pytestmark = pytest.mark.django_db

ADDRESS = "/decisions/housing/homelessness/21-000-001"
SECTIONS = [
    {"heading": "The complaint about noise", "blocks": [{"number": 1, "text": "Mrs B complained of noise at night."}]},
    {"heading": "What I found", "blocks": [{"number": 2, "text": "We looked into noises:", "items": ["all night"]}]},
]  # fmt: skip


def test_what_was_searched_for_is_marked(reader: Reader) -> None:
    published(sections=SECTIONS)
    seen = reader.get(f"{ADDRESS}?q=noise+night")
    assert seen.status == 200
    assert seen.all("//mark") == ["noise", "noise", "night", "noises", "night"]
    assert seen.all("//h2[@id='marks-title']") == ["5 matches for “noise night”"]
    links = seen.links("//*[@aria-labelledby='marks-title']")
    assert links == {"First match": "#match-1", "Show without marks": ADDRESS}
    assert seen.all("//link[@rel='canonical']/@href")[0].endswith(ADDRESS)
    assert "noindex" in seen.header("X-Robots-Tag")
    ids = seen.page.xpath("//*/@id")
    assert len(ids) == len(set(ids))
    assert {link for link in seen.page.xpath("//main//a/@href") if link.startswith("#match")} <= {
        f"#{one}" for one in ids
    }


@pytest.mark.parametrize(
    ("query", "location"),
    [
        ("q=", ADDRESS),
        ("q=%20", ADDRESS),
        ("q=-noise", ADDRESS),
        ("q=%22", ADDRESS),
        ("q=" + "x" * 501, ADDRESS),
        ("q=%00%FF", ADDRESS),
        ("q=%F0%9F%98%80", ADDRESS),
        ("x=1", ADDRESS),
        ("q=noise&x=1", f"{ADDRESS}?q=noise"),
        ("q=++noise", f"{ADDRESS}?q=noise"),
        ("q=%28noise", None),
        ("q=nothingofthis", None),
    ],
)
@pytest.mark.parametrize("tail", ["", "/chapter/1"])
def test_every_search_leads_to_a_page(reader: Reader, query: str, location: str | None, tail: str) -> None:
    published(sections=SECTIONS)
    seen = reader.get(f"{ADDRESS}{tail}?{query}")
    assert (seen.status == 200) is (location is None)
    if location:
        assert seen.location == location.replace(ADDRESS, ADDRESS + tail)
    moved = reader.get(f"/decisions/21-000-001{tail}?q=noise")
    assert moved.location == f"{ADDRESS}{tail}?q=noise"


def test_says_so_when_the_text_has_none_of_it(reader: Reader) -> None:
    published(sections=SECTIONS)
    seen = reader.get(f"{ADDRESS}?q=wholly")
    assert "No match for “wholly”" in seen.main
    assert "These words are not in its text." in seen.main
    assert seen.all("//mark") == []


def test_a_long_one_keeps_its_marks_from_chapter_to_chapter(reader: Reader) -> None:
    published(sections=long_sections())
    whole = reader.get(f"{ADDRESS}?q=overseas+kept")
    assert whole.links()["Read it chapter by chapter"] == f"{ADDRESS}/chapter/1?q=overseas+kept"
    seen = reader.get(f"{ADDRESS}/chapter/1?q=kept")
    assert "No match for “kept” in this chapter" in seen.main
    assert seen.links()["2. The complaint (1)"] == f"{ADDRESS}/chapter/2?q=kept#match-1"
    assert seen.links()["The whole decision on one page"] == f"{ADDRESS}?q=kept#report-summary"
    assert seen.links()["Next The complaint"] == f"{ADDRESS}/chapter/2?q=kept"
    assert reader.get(f"{ADDRESS}/chapter/2?q=kept").all("//mark") == ["kept"]


def test_nothing_is_marked_in_what_is_not_shown(reader: Reader) -> None:
    decision = published(sections=SECTIONS)
    plain = reader.get(ADDRESS).response.content
    withdraw([decision.pk], by="editor", at=now())
    seen = reader.get(f"{ADDRESS}?q=noise")
    assert seen.status == 410
    assert b"match" not in plain
    assert "noise" not in seen.main


AGREED = {"heading": "Agreed action", "blocks": [{"text": "Within a month:", "items": ["apologise", "pay £100"]}]}


@pytest.mark.parametrize("tail", ["", "/chapter/1"])
@pytest.mark.parametrize(
    ("query", "marks", "said"),
    [
        ('in:"agreed action" "apologise pay"~10', ["apologise", "pay"], "do not stand together in one paragraph"),
        ('"month apologise"', ["month", "apologise"], "do not stand together in one paragraph"),
        ("in:complaint apologise", ["apologise"], "do not stand in the section that was searched"),
        ('in:complaint "pay apologise"', ["apologise", "pay"], "neither together nor in the section"),
        ('"month wholly"', ["month"], "do not stand together in one paragraph"),
    ],
)
def test_words_that_do_not_stand_together_are_marked_by_themselves(
    reader: Reader, tail: str, query: str, marks: list[str], said: str
) -> None:
    sections = [AGREED, {"heading": "The complaint", "blocks": [{"text": "Mrs B complained of noise."}]}]
    published(sections=sections if not tail else [*sections, *long_sections()])
    seen = reader.get(f"{ADDRESS}{tail}?{urlencode({'q': query})}")
    assert {one.lower() for one in seen.all("//mark")} == set(marks)
    assert f"for words of “{query}”" in seen.main
    assert said in seen.main
    assert "not in its text" not in seen.main
    ways = [way for way in seen.page.xpath("//*[@class='hop']//a/@href") if way.startswith("#")]
    assert {way[1:] for way in ways} <= set(seen.page.xpath("//mark/@id"))
    assert len(marks) == 1 or ways


def test_words_that_stand_together_somewhere_are_marked_there_alone(reader: Reader) -> None:
    published(sections=[AGREED, {"heading": "Decision", "blocks": [{"text": "I asked it to apologise and pay."}]}])
    query = urlencode({"q": '"apologise pay"~10'})
    seen = reader.get(f"{ADDRESS}?{query}")
    assert seen.all("//mark") == ["apologise", "pay"]
    assert "1 match for “" in seen.main
    assert "do not stand together" not in seen.main
