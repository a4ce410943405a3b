"""What stands around a decision's text: what was put right, next steps, law, other decisions, citations, chapters."""

import json
from typing import Any

import pytest

from tests.build.decision import NOON, published, record
from tests.build.long_report import PARAGRAPHS_A_CHAPTER, long_sections
from tests.build.reader import Reader, words
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold
from upheld.register.actions.withdraw import withdraw

pytestmark = pytest.mark.django_db

ADDRESS = "/decisions/housing/homelessness/21-000-001"
SECTIONS = [
    {"heading": "What I found", "blocks": [
        {"number": 1, "text": "A council must help (Housing Act 1996, section 188)."},
        {"number": 2, "text": "We found the same in 20 000 009 and in 20 000 010."},
    ]},
    {"heading": "Agreed action", "blocks": [
        {"number": 3, "text": "Within four weeks the Council will:", "items": [
            "apologise to Mrs B; and", "pay Mrs B £250 for her distress.",
        ]},
    ]},
]  # fmt: skip


def _said(reader: Reader, part: str) -> str:
    return " ".join(reader.get(ADDRESS).all(f"//*[@id='{part}']"))


def test_remedies_read_from_the_text_say_so_and_lead_to_their_sentence(reader: Reader) -> None:
    published(sections=SECTIONS, summary="The Council was at fault.")
    seen = reader.get(ADDRESS)
    [box] = seen.page.xpath("//section[@class='remedies']")
    said = words(box.text_content())
    assert "£250 for distress" in said
    assert "A program read this from the text" in said
    assert {link.get("href") for link in box.xpath(".//a")} == {"#p3"}
    assert seen.page.xpath("//*[@id='p3']")


def test_remedies_of_the_source_are_not_said_to_be_read(reader: Reader) -> None:
    published(sections=SECTIONS, remedies=[{"kind": "apology", "status": "agreed", "text": "apologise"}])
    assert "by a program" not in " ".join(reader.get(ADDRESS).all("//section[@class='remedies']"))


def test_the_law_is_listed_with_its_paragraphs_and_leads_to_its_pages(reader: Reader) -> None:
    published(sections=SECTIONS)
    seen = reader.get(ADDRESS)
    [law] = seen.page.xpath("//section[@id='law']")
    links = {words(link.text_content()): link.get("href") for link in law.xpath(".//a")}
    assert links["Housing Act 1996"].startswith("/law/")
    assert links["section 188"].endswith("/188")
    assert links["paragraph 1"] == "#p1"
    assert any("legislation.gov.uk" in href for href in links.values())
    assert "A program read this from the text" in words(law.text_content())
    assert seen.page.xpath("//*[@id='p1']//a[starts-with(@href, '/law/')]")


def test_decisions_of_the_text_are_links_when_the_register_shows_them(reader: Reader) -> None:
    cited = published("20 000 009", category="Education", subcategory=None)
    published(sections=SECTIONS, related=["20 000 008", "20 000 009"])
    seen = reader.get(ADDRESS)
    [link] = seen.page.xpath("//*[@id='p2']//a[@class='ref ref--decision']")
    assert (link.text, link.get("href")) == ("20 000 009", "/decisions/education/20-000-009")
    said = words(seen.page.xpath("string(//section[@id='cited'])"))
    assert (
        "Decisions that this one cites Alderford Borough Council (20 000 009) Upheld, 5 April 2022 paragraph 2" in said
    )
    assert "Related decisions 20 000 008" in said
    assert said.count("20 000 009") == 1
    assert {"(20 000 009)", "20 000 008"} <= set(seen.all("//section[@id='cited']//*[@class='whole']"))
    hold([cited.pk], by="editor", at=NOON)
    hidden = reader.get(ADDRESS)
    assert not hidden.page.xpath("//a[@class='ref ref--decision']")
    assert not hidden.page.xpath("//section[@id='cited']//a")


def test_a_reference_in_a_table_is_a_link_too(reader: Reader) -> None:
    published("20 000 009")
    table = {"rows": (("Case", "Body"), ("20 000 009", "Alder Council")), "header": True}
    published(sections=[{"heading": "The cases", "blocks": [{"text": "Cases", "table": table}]}])
    links = reader.get(ADDRESS).links("//table")
    assert links == {"20 000 009": "/decisions/housing/homelessness/20-000-009"}


def test_the_other_bodies_of_a_joint_case_are_beside_each_other(reader: Reader) -> None:
    published("21 000 001")
    published("21 000 001a", organisations=[{"name": "Wexcombe City Council"}])
    withdrawn = published("21 000 001b", organisations=[{"name": "Isle of Thrand Council"}])
    withdraw([withdrawn.pk], by="editor", at=NOON)
    said = _said(reader, "cited")
    assert "Decisions on the same case Wexcombe City Council (21 000 001a)" in said
    assert "Thrand" not in said


@pytest.mark.parametrize(
    ("values", "heading"),
    [
        ({}, "If the organisation does not do what it agreed"),
        ({"outcome": "Closed after initial enquiries"}, "If the Ombudsman did not investigate your complaint"),
        ({"document_type": "Report"}, "What has to happen after a public report"),
    ],
)
def test_what_can_be_done_next_depends_on_the_decision(reader: Reader, values: dict[str, Any], heading: str) -> None:
    published(**values)
    seen = reader.get(ADDRESS)
    assert heading in seen.all("//section[@id='next']//h3")
    assert "Who can help" in seen.all("//section[@id='next']//h3")
    assert len(seen.all("//section[@id='next']//h3")) < 6


def test_the_words_of_the_page_lead_to_what_they_mean(reader: Reader) -> None:
    published(document_type="Report", summary="There was fault and injustice. More fault.")
    seen = reader.get(ADDRESS)
    links = seen.links("//header[@class='reading__head']") | seen.links("//*[@id='summary']")
    guide = reader.get("/how-to-read-a-decision")
    places = {f"/how-to-read-a-decision#{one}" for one in guide.page.xpath("//@id")}
    for text in ("Upheld", "Public report", "fault", "injustice"):
        assert links[text] in places
    assert len(seen.page.xpath("//*[@id='summary']//a")) == 2


def test_the_guide_explains_every_word_of_the_scheme(reader: Reader) -> None:
    said = reader.get("/how-to-read-a-decision").main
    for text in ("Not upheld", "Closed after initial enquiries", "Statement", "Public report", "Injustice", "Remedy"):
        assert text in said


def test_citations_name_the_version_and_no_day_that_the_server_cannot_know(reader: Reader) -> None:
    decision = published()
    fresh = record(summary="Another summary.")
    correct([Correction(decision.pk, 1, fresh, change="minor", reason="wording")], by="editor", at=NOON)
    said = _said(reader, "cite-plain")
    assert "version 2 of 2 March 2026" in said
    assert f"http://127.0.0.1:8000{ADDRESS}" in said
    assert "accessed" not in said
    assert "2 (2 March 2026)" in reader.get(ADDRESS).main


def test_every_copy_that_is_offered_is_there(reader: Reader) -> None:
    published(sections=SECTIONS)
    copies = reader.get(ADDRESS).links("//section[@id='copies']")
    assert set(copies.values()) == {f"{ADDRESS}{ending}" for ending in (".pdf", ".docx", ".md", ".txt", ".json")}


def test_programs_are_told_version_law_and_decisions(reader: Reader) -> None:
    published("20 000 009")
    published(sections=SECTIONS, also_known_as=["21 000 002"])
    seen = reader.get(ADDRESS)
    data = json.loads(seen.page.xpath("string(//script[@type='application/ld+json'])"))
    assert data["@type"] == "Report"
    assert data["version"] == "1"
    assert data["identifier"] == ["21 000 001", "21 000 002"]
    assert data["isPartOf"]["name"] == "Upheld"
    assert {one["name"] for one in data["citation"] if one["@type"] == "Legislation"} >= {
        "Housing Act 1996, section 188"
    }
    assert [one["reportNumber"] for one in data["citation"] if one["@type"] == "Report"] == ["20 000 009"]
    assert data["encoding"][0]["contentUrl"] == f"http://127.0.0.1:8000{ADDRESS}.pdf"
    assert not seen.page.xpath("//meta[@property='og:image']")


def test_a_long_report_is_offered_by_chapter_and_a_short_one_is_not(reader: Reader) -> None:
    published(sections=long_sections())
    published("21 000 002", sections=SECTIONS)
    assert f"{ADDRESS}/chapter/1" in reader.get(ADDRESS).links().values()
    assert "chapter" not in reader.get("/decisions/housing/homelessness/21-000-002").main


def test_a_chapter_has_one_canonical_address(reader: Reader) -> None:
    published(sections=long_sections())
    chapter = reader.get(f"{ADDRESS}/chapter/2")
    assert (chapter.status, chapter.all("//h1")) == (200, ["The complaint"])
    assert chapter.page.xpath("string(//link[@rel='canonical']/@href)") == f"http://127.0.0.1:8000{ADDRESS}"
    assert f"p{PARAGRAPHS_A_CHAPTER + 1}" in chapter.all("//*/@id")
    elsewhere = reader.get("/decisions/21-000-001/chapter/2")
    assert (elsewhere.status, elsewhere.location) == (301, f"{ADDRESS}/chapter/2")
    for number in ("0", "12", "x"):
        assert reader.get(f"{ADDRESS}/chapter/{number}").status == 404


def test_a_chapter_of_what_is_not_shown_is_not_shown(reader: Reader) -> None:
    decision = published(sections=long_sections())
    withdraw([decision.pk], by="editor", at=NOON)
    seen = reader.get(f"{ADDRESS}/chapter/2")
    assert seen.status == 410
    assert "Mrs K" not in seen.text


def test_a_page_with_everything_asks_little(reader: Reader, django_assert_max_num_queries: object) -> None:
    published("20 000 009")
    published("21 000 001a")
    published(sections=[*long_sections(), *SECTIONS], related=["20 000 009"])
    with django_assert_max_num_queries(14):  # type: ignore[operator]  # pytest-django's own context manager
        reader.get(ADDRESS)
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # pytest-django's own context manager
        reader.get(f"{ADDRESS}/chapter/2")
