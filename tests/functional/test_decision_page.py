"""One decision in a real browser: its paragraphs, what is copied, its contents, chapters, and the page on paper."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.build.browser import PHONE, SCREEN, complaints, reader, scrolls_sideways
from tests.build.decision import record
from tests.build.deployment import Deployment, fresh_copy
from tests.build.long_report import PARAGRAPHS_A_CHAPTER, long_sections
from tests.build.server import serving

pytestmark = pytest.mark.functional

PLACE = "/decisions/education/school-transport"
LONG, SHORT, BARE, WITHDRAWN = (f"{PLACE}/98-000-00{number}" for number in (1, 2, 3, 4))
CHAPTER = f"{LONG}/chapter/2"
GUIDE = "/how-to-read-a-decision"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
RESTARTED = [
    {"heading": "The complaint", "blocks": [{"number": 1, "text": "Mr B complained. There was fault."}]},
    {"heading": "Decision", "blocks": [
        {"number": 1, "text": "The same was found in 98 000 001. There was fault and injustice."},
        {"text": "Investigator’s decision", "signature": True},
    ]},
]  # fmt: skip
REMEDIES = [
    {"kind": "apology", "status": "agreed", "within_days": 28},
    {"kind": "loss-of-service", "status": "done", "pence": 120_000, "text": "The Council has paid £1,200."},
]


def _lines() -> Iterator[str]:
    place = {"category": "Education", "subcategory": "School transport"}
    also = ["98 000 011", "98 000 012"]
    yield record(
        "98 000 001", document_type="Report", also_known_as=also, sections=long_sections(), remedies=REMEDIES, **place
    ).line()
    yield record("98 000 002", outcome="Not upheld", summary="A short one.", sections=RESTARTED, **place).line()
    yield record("98 000 003", outcome=None, decided_on=None, organisations=[], summary="", **place).line()
    yield record("98 000 004", **place).line()


@pytest.fixture(scope="module")
def address(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("decision")
    deployment = fresh_copy(template_deployment, folder / "var")
    lines: Path = folder / "decisions.jsonl"
    lines.write_text("\n".join(_lines()), encoding="utf-8")
    deployment.do("import", lines)
    deployment.do("withdraw", "98 000 004")
    with serving(deployment) as started:
        yield started


def _copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def _said(page: Page, words: str) -> None:
    page.wait_for_function("(words) => document.body.lastElementChild.textContent === words", arg=words)
    assert page.get_by_role("status").last.inner_text() == words


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        ({**PHONE, "color_scheme": "dark"}, (LONG, SHORT, WITHDRAWN, GUIDE)),
        ({**SCREEN, "color_scheme": "light"}, (LONG, BARE, CHAPTER)),
        ({**SCREEN, "forced_colors": "active"}, (SHORT,)),
    ],
    ids=["phone", "screen", "forced colours"],
)
def test_every_state_is_accessible_and_fits(
    browser: Browser, address: str, options: dict[str, Any], paths: tuple[str, ...]
) -> None:
    with reader(browser, **options) as page:
        for path in (LONG, SHORT, BARE, WITHDRAWN, CHAPTER, GUIDE):
            page.goto(address + path)
            page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true })")
            assert not scrolls_sideways(page), path
            assert path not in paths or complaints(page) == [], path


@pytest.mark.parametrize("width", [640, 320], ids=["200 %", "400 %"])
@pytest.mark.parametrize("path", [LONG, CHAPTER, GUIDE])
def test_a_page_made_larger_is_not_wider_than_its_window(browser: Browser, address: str, path: str, width: int) -> None:
    """A window of 1280 made larger twice or four times has so many points left."""
    with reader(browser, viewport={"width": width, "height": 400}, device_scale_factor=1280 / width) as page:
        page.goto(address + path)
        assert not scrolls_sideways(page)


def test_a_wide_table_scrolls_by_itself(browser: Browser, address: str) -> None:
    with reader(browser, **PHONE) as page:
        page.goto(address + LONG)
        table = page.get_by_role("group", name="What was paid")
        assert table.evaluate("(node) => node.scrollWidth > node.clientWidth")
        table.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.table').scrollLeft > 0")
        assert page.locator(".table th[scope=col]").count() == 6
        assert page.locator(".table th[scope=row]").inner_text() == "Autumn 2021"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_paragraph_is_found_by_its_address_and_stands_out(browser: Browser, address: str, script: bool) -> None:
    with reader(browser, java_script_enabled=script, **SCREEN) as page:
        page.goto(f"{address}{LONG}#p100")
        box = page.locator("#p100").bounding_box() or {}
        assert 0 <= box["y"] < 800
        plain = page.locator("#p101").evaluate("(node) => getComputedStyle(node).backgroundColor")
        assert page.locator("#p100").evaluate("(node) => getComputedStyle(node).backgroundColor") != plain
        page.locator("#p101 .para__number").click()
        assert page.url == f"{address}{LONG}#p101"


def test_an_address_of_before_still_leads_to_its_paragraph(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, **SCREEN) as page:
        page.goto(f"{address}{LONG}#paragraph-100")
        assert 0 <= (page.locator("#p100").bounding_box() or {})["y"] < 800


def test_one_click_copies_the_address_and_says_so(browser: Browser, address: str) -> None:
    with reader(browser, permissions=CLIPBOARD, **SCREEN) as page:
        page.goto(address + LONG)
        page.locator("#p30 .para__number").click()
        _said(page, "Link to paragraph 30 copied")
        assert _copied(page) == f"{address}{LONG}#p30"
        page.locator("a[href='#the-complaint'].para__number").click()
        _said(page, "Link to section “the complaint” copied")
        assert _copied(page) == f"{address}{LONG}#the-complaint"


def test_the_keyboard_copies_too_and_a_paragraph_is_copied_with_its_citation(browser: Browser, address: str) -> None:
    with reader(browser, permissions=CLIPBOARD, **SCREEN) as page:
        page.goto(address + LONG)
        page.locator("#p25 .para__number").focus()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Copy text with citation").wait_for()
        page.keyboard.press("Tab")  # the paragraph is where one is now: its number comes first
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Copy text with citation"
        page.keyboard.press("Enter")
        _said(page, "Paragraph 25, with its citation copied")
        text = _copied(page)
        assert "\n(a) kept a record;\n(b) told Mrs K:\n(i) in time.”\n" in text
        assert text.endswith(", paragraph 25")
        assert f"{address}{LONG}#p25" in text
        assert "accessed" in text


def test_a_chapter_copies_the_address_on_the_whole_page(browser: Browser, address: str) -> None:
    with reader(browser, permissions=CLIPBOARD, **SCREEN) as page:
        page.goto(address + CHAPTER)
        page.locator("#p30 .para__number").click()
        _said(page, "Link to paragraph 30 copied")
        assert _copied(page) == f"{address}{LONG}#p30"
        page.get_by_role("button", name="Copy text with citation").click()
        _said(page, "Paragraph 30, with its citation copied")
        assert _copied(page).endswith(f", {address}{LONG}#p30, paragraph 30")


def test_citations_are_copied_with_the_day_on_which_they_are_read(browser: Browser, address: str) -> None:
    with reader(browser, permissions=CLIPBOARD, timezone_id="Europe/London", **SCREEN) as page:
        page.clock.set_fixed_time("2031-02-03T12:00:00Z")
        page.goto(address + LONG)
        page.get_by_role("button", name="Copy the Plain citation").click()
        _said(page, "Plain citation copied")
        assert _copied(page).endswith("(accessed 3 February 2031)")
        page.get_by_text("Markdown and BibTeX").click()
        page.get_by_role("button", name="Copy the BibTeX citation").click()
        _said(page, "BibTeX citation copied")
        assert "urldate = {2031-02-03}" in _copied(page)


def test_without_script_no_day_is_claimed_and_nothing_is_offered_that_does_not_work(
    browser: Browser, address: str
) -> None:
    with reader(browser, java_script_enabled=False, **SCREEN) as page:
        page.goto(address + LONG)
        cite = page.locator("#cite").inner_text()
        assert "accessed" not in cite
        assert "Add the day on which you read it" in cite
        assert page.locator("#cite").get_by_role("button").count() == 0


def test_copied_text_is_clean(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(address + SHORT)
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.text'))")
        lines = [line for line in page.evaluate("getSelection().toString()").splitlines() if line.strip()]
        assert lines == [
            "The complaint",
            "Mr B complained. There was fault.",
            "Decision",
            "The same was found in 98 000 001. There was fault and injustice.",
            "Investigator’s decision",
        ]


def test_words_lead_to_what_they_mean_and_references_to_decisions(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, **SCREEN) as page:
        page.goto(address + SHORT)
        links = page.locator(".text a.ref").evaluate_all("(all) => all.map((one) => [one.textContent, one.pathname])")
        assert links == [["fault", GUIDE], ["98 000 001", LONG], ["injustice", GUIDE]]
        page.locator(".facts").get_by_role("link", name="Not upheld").click()
        assert page.url == f"{address}{GUIDE}#outcome-not-upheld"
        assert 0 <= (page.locator("#outcome-not-upheld").bounding_box() or {})["y"] < 800


def test_the_contents_stay_in_sight_and_say_where_one_is(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(address + LONG)
        page.get_by_role("navigation", name="Contents").get_by_role("link", name="Conclusions").click()
        assert page.url.endswith("#conclusions")
        page.wait_for_function(
            "() => document.querySelector('.contents [aria-current]')?.textContent === 'Conclusions'"
        )
        contents = page.locator(".reading__contents").bounding_box() or {}
        assert 0 <= contents["y"] < 100
        inner = page.get_by_role("link", name="What should have happened", exact=True)
        assert (
            inner.evaluate("(node) => node.closest('ol').parentElement.firstElementChild.textContent")
            == "What we found"
        )


def test_headings_step_down_one_at_a_time(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(address + LONG)
        tags = page.locator("main :is(h1, h2, h3, h4)").evaluate_all("(all) => all.map((one) => +one.tagName[1])")
        assert all(after - before <= 1 for before, after in pairwise(tags))
        assert page.locator("#what-should-have-happened").evaluate("(node) => node.tagName") == "H3"


def test_a_long_report_is_read_by_chapter(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, **PHONE) as page:
        page.goto(address + LONG)
        offer = page.locator(".long-read")
        assert re.search(r"\d?\d,\d{3} words, about \d+ minutes", offer.inner_text())
        offer.get_by_role("link").click()
        assert page.locator("h1").inner_text() == "Report summary"
        page.locator("a[rel=next]").click()
        assert page.url == address + CHAPTER
        assert page.locator("h1").inner_text() == "The complaint"
        assert page.locator(".para__number").first.get_attribute("href") == f"#p{PARAGRAPHS_A_CHAPTER + 1}"
        assert page.locator("link[rel=canonical]").get_attribute("href") == address + LONG
        assert page.locator(".contents [aria-current=page]").inner_text() == "The complaint"
        page.locator("a[rel=prev]").click()
        assert page.locator("a[rel=prev]").count() == 0
        page.get_by_role("link", name="The whole decision on one page").click()
        assert page.url == f"{address}{LONG}#report-summary"


def test_on_a_phone_everything_touched_has_room(browser: Browser, address: str) -> None:
    with reader(browser, permissions=CLIPBOARD, **PHONE) as page:
        page.goto(address + LONG)
        page.locator("#p30 .para__number").tap()
        page.locator(".tools").wait_for()
        small = page.evaluate(
            "[...document.querySelectorAll('main button, main summary')].filter((node) => node.checkVisibility()"
            " && node.getBoundingClientRect().height < 43.5).map((node) => node.outerHTML)"
        )
        assert small == []
        narrow = page.evaluate(
            "[...document.querySelectorAll('.para__number')].filter((node) => node.checkVisibility()"
            " && (node.getBoundingClientRect().height < 24 || node.getBoundingClientRect().width < 24)).length"
        )
        assert narrow == 0


def test_paper_holds_the_document_with_its_numbers_and_no_furniture(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(address + LONG)
        page.emulate_media(media="print")
        hidden = (
            ".find", ".masthead__nav", ".contents", ".long-read", ".next", "#copies", ".copy", ".heading .para__number",
            ".more-styles",
        )  # fmt: skip
        assert [name for name in hidden if page.locator(name).first.is_visible()] == []
        shown = (".summary", ".remedies", ".labels", "#p30 .para__number", "#cite-plain")
        assert [name for name in shown if not page.locator(name).first.is_visible()] == []
        assert f"98 000 001, version 1, {address}{LONG}" in str(page.locator("html").get_attribute("data-foot"))
