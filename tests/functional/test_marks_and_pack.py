"""In a real browser: from a search into a decision with marks, from match to match; and from results to a pack."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.build.browser import PHONE, SCREEN, complaints, reader, scrolls_sideways
from tests.build.decision import record
from tests.build.deployment import Deployment, fresh_copy
from tests.build.long_report import long_sections
from tests.build.server import serving

pytestmark = pytest.mark.functional

LONG = "/decisions/education/school-transport/98-000-001"
CHOICE = "ref=98-000-002,98-000-003,98-000-099"


def _lines() -> Iterator[str]:
    place = {"category": "Education", "subcategory": "School transport"}
    yield record("98 000 001", document_type="Report", sections=long_sections(), **place).line()
    for number in range(2, 15):
        text = [{"number": 1, "text": f"Mr B wrote of the taxi {number} times."}]
        yield record(f"98 000 {number:03}", sections=[{"heading": "The taxi", "blocks": text}], **place).line()


@pytest.fixture(scope="module")
def address(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("marks")
    deployment = fresh_copy(template_deployment, folder / "var")
    lines: Path = folder / "decisions.jsonl"
    lines.write_text("\n".join(_lines()), encoding="utf-8")
    deployment.do("import", lines)
    with serving(deployment) as started:
        yield started


def _in_view(page: Page, match: str) -> bool:
    box = page.locator(match).first.bounding_box()
    size = page.viewport_size
    return bool(box and size and 0 <= box["y"] < size["height"] - 60)


@pytest.mark.parametrize(
    "path",
    [
        f"{LONG}?q=overseas+policy#match-2",
        f"{LONG}/chapter/2?q=kept",
        f"/pack?{CHOICE}",
        "/pack",
        "/pack?ref=98-999-999,banana",
    ],
)
@pytest.mark.parametrize("options", [{**PHONE, "color_scheme": "dark"}, SCREEN], ids=["phone", "screen"])
def test_every_state_is_accessible_and_fits(
    browser: Browser, address: str, path: str, options: dict[str, object]
) -> None:
    with reader(browser, **options) as page:
        page.goto(address + path)
        assert complaints(page) == []
        assert not scrolls_sideways(page)


def test_without_a_script_one_goes_from_match_to_match(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, **PHONE) as page:
        page.goto(f"{address}/search?q=taxi")
        page.locator(".decision__title a").first.click()
        assert page.url.endswith("?q=taxi")
        assert not page.locator(".hop").first.is_visible()
        page.get_by_role("link", name="First match").click()
        assert _in_view(page, "mark:target")
        assert page.locator(".hop:visible .hop__at").inner_text() == "Match 1 of 2"
        page.get_by_role("link", name="Next match").click()
        assert page.url.endswith("#match-2")
        assert _in_view(page, "mark:target")
        size = page.get_by_role("link", name="Previous match").bounding_box()
        assert size
        assert size["height"] >= 44
        page.goto(f"{address}{LONG}/chapter/2?q=kept+policy#match-1")
        while page.url.startswith(f"{address}{LONG}/chapter/2"):
            page.locator(".hop:visible").get_by_role("link", name="Next match").click()
        assert page.url == f"{address}{LONG}/chapter/3?q=kept+policy#match-1"
        assert _in_view(page, "mark:target")


def test_the_ways_are_neither_copied_nor_printed(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(f"{address}{LONG}?q=policy")
        page.locator("#match-1").scroll_into_view_if_needed()
        page.goto(f"{address}{LONG}?q=policy#match-1")
        assert page.locator(".hop:visible").count() == 1
        page.evaluate("document.getSelection().selectAllChildren(document.querySelector('.para:has(mark:target)'))")
        copied = page.evaluate("document.getSelection().toString()")
        assert "policy" in copied
        assert "match" not in copied.lower()
        printed = PdfReader(io.BytesIO(page.pdf()))
        text = " ".join(sheet.extract_text() for sheet in printed.pages)
        assert not re.search(r"Match \d|matches for|First match|without marks", text)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_decisions_ticked_over_two_pages_become_a_pack(browser: Browser, address: str, script: bool) -> None:
    with reader(browser, java_script_enabled=script, **PHONE) as page:
        page.goto(f"{address}/search?q=taxi&sort=oldest")
        page.get_by_label("Add 98 000 002 to a pack").check()
        if script:
            assert page.locator("[data-pack-count]").inner_text() == "1 decision chosen."
        else:
            page.get_by_role("button", name="Keep what is ticked and go on").click()
        if script:
            page.get_by_role("link", name="Next").click()
        assert page.get_by_label("Page 2").get_attribute("aria-current") == "page"
        page.get_by_label(re.compile("Add .* to a pack")).first.check()
        page.get_by_role("button", name="Make a pack").click()
        assert re.fullmatch(rf"{address}/pack\?ref=98-000-002,98-000-0\d\d", page.url)
        assert page.locator("h1").inner_text() == "A pack of 2 decisions"
        page.get_by_label("Add decisions").fill("98 000 009 and 98000099")
        page.get_by_role("button", name="Add to the pack").click()
        assert page.locator("h1").inner_text() == "A pack of 3 decisions"
        assert page.locator(".notice li").inner_text().startswith("98 000 099 is not in this register.")
        page.get_by_role("link", name="Remove 98 000 009").click()
        assert page.locator("h1").inner_text() == "A pack of 2 decisions"
        links = [page.get_by_role("link", name=name).get_attribute("href") for name in ("PDF", "Word file")]
        begun = [page.request.get(f"{address}{link}").body()[:4] for link in links]
        assert begun == [b"%PDF", b"PK\x03\x04"]


def test_a_printed_pack_has_no_furniture_and_each_decision_its_own_sheet(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(f"{address}/pack?{CHOICE}")
        printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        sheets = [" ".join(sheet.extract_text().split()) for sheet in printed.pages]
        assert "98 000 099 is not in this register." in sheets[0]
        assert "/pack?ref=98-000-002v1,98-000-003v1" in sheets[0].replace(" ", "")
        assert not re.search(r"Remove|Add decisions|Word file", sheets[0])
        assert "(98 000 002)" in sheets[1][:200]
        assert "(98 000 003)" in sheets[2][:200]
