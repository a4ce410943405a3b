"""A reader's visit in a real browser: phone and screen, keyboard, without script, with consent or without."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.build.browser import PHONE, SCREEN, complaints, reader, scrolls_sideways
from tests.build.decision import record
from tests.build.deployment import Deployment, fresh_copy
from tests.build.server import serving

pytestmark = pytest.mark.functional

LONG = (
    "Mr T complained that the Council did not provide the transport it had agreed for his daughter for two terms. We "
    "found fault: the Council knew in June that its contractor had given notice and did nothing until October. The "
    "Council will apologise, pay £900 for the lessons missed and £250 for the distress, and show us within three "
    "months how it will notice sooner when a route has nobody to drive it. It will also tell other parents."
)
SECTIONS = [
    {"heading": "The complaint", "blocks": [{"number": 1, "text": LONG}, {"number": 2, "text": "A second paragraph."}]},
    {"heading": "Agreed action", "blocks": [{"number": 3, "text": "The Council will:", "items": ["apologise;"]}]},
]
LAW = [{"heading": "The law", "blocks": [{"number": 1, "text": "(Education Act 1996, sections 508B and 509AD)"}]}]
BODIES = ("Alderford Borough Council", "Wexcombe City Council", "Isle of Thrand Council", "Bexholme County Council")
DECISION = "/decisions/education/school-transport/98-000-001"
PAGES = (
    "/", "/decisions", "/decisions/education", "/decisions/education/school-transport", DECISION,
    "/decisions/education/school-transport/98-000-013", "/organisations", "/organisations?q=zzz",
    "/organisations/alderford-borough-council", "/search", "/search?q=transport&outcome=upheld", "/search?q=zzzz",
    "/search?from=31/2/2022", "/search?q=98+999+999", "/privacy-settings", "/privacy-settings?saved=1", "/cookies",
    "/about", "/accessibility", "/law", "/law/education-act-1996", "/law/education-act-1996/508b",
    "/law/widget-act-2031", "/nothing-here", "/search/take-away?q=transport", "/search/take-away?at=20",
    "/search/take-away?at=999999",
    "/search/dictionary",
)  # fmt: skip
TWICE = ("/", "/decisions/education", DECISION, "/organisations", "/search?q=transport&outcome=upheld")
"""Pages made of everything that others have: axe looks at these on both, and at each of the others on one."""


def _lines() -> Iterator[str]:
    for place in range(1, 14):
        yield record(
            f"98 000 {place:03}",
            document_type="Report" if place % 6 == 1 else "Statement",
            outcome=("Upheld", "Not upheld", "Closed after initial enquiries")[place % 3],
            organisations=[{"name": BODIES[place % 4]}],
            category="Education",
            subcategory=("School transport", "Other")[place % 5 == 0],
            decided_on=dt.date(2023 + place % 3, 4, 5 + place),
            summary=LONG if place % 2 else "A short summary about transport.",
            sections=SECTIONS if place == 1 else LAW if place % 2 else [],
        ).line()


@pytest.fixture(scope="module")
def address(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("reading")
    copied = fresh_copy(template_deployment, folder / "var")
    deployment = Deployment(copied.folder, {"UPHELD_ANALYTICS_ID": "G-INVENTED"})
    lines: Path = folder / "decisions.jsonl"
    lines.write_text("\n".join(_lines()), encoding="utf-8")
    deployment.do("import", lines)
    deployment.do("withdraw", "98 000 013")
    with serving(deployment) as started:
        yield started


def _visit(page: Page, address: str, path: str) -> list[str]:
    """Opens a page; gives what its console complained of, its own status aside."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path, wait_until="load")
    return [text for text in said if "the server responded with a status of 4" not in text]


@pytest.mark.parametrize(("options", "scheme"), [(PHONE, "light"), (SCREEN, "dark")], ids=["phone", "screen"])
def test_every_page_is_accessible_quiet_and_fits(
    browser: Browser, address: str, options: dict[str, Any], scheme: str
) -> None:
    wrong: dict[str, object] = {}
    with reader(browser, color_scheme=scheme, **options) as page:
        for place, path in enumerate(PAGES):
            said = _visit(page, address, path)
            page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true })")
            looked = path in TWICE or (place % 2 == 0) == (options is PHONE)
            found = (said, complaints(page) if looked else [], scrolls_sideways(page))
            wrong |= {path: found} if found != ([], [], False) else {}
    assert wrong == {}


@pytest.mark.parametrize("path", ["/about", DECISION, "/organisations/alderford-borough-council"])
def test_nothing_of_the_band_reaches_into_the_margin(browser: Browser, address: str, path: str) -> None:
    with reader(browser, **PHONE) as page:
        _visit(page, address, path)
        edges = page.evaluate(
            "[...document.querySelectorAll('.masthead a, .masthead input, .masthead button')]"
            ".filter((node) => node.checkVisibility()).map((node) => node.getBoundingClientRect().right)"
        )
        assert max(edges) <= PHONE["viewport"]["width"] - 15


def test_the_text_follows_a_short_summary_closely(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        _visit(page, address, DECISION)
        page.evaluate("document.querySelector('.summary').textContent = 'A short summary.'")
        summary, text, labels, contents = (
            page.locator(name).bounding_box() or {}
            for name in (".reading__summary", ".reading__text", ".labels", ".reading__contents")
        )
        assert text["y"] == pytest.approx(summary["y"] + summary["height"], abs=1)
        assert contents["y"] >= labels["y"] + labels["height"] - 1


def test_links_on_a_phone_have_room_for_a_finger(browser: Browser, address: str) -> None:
    with reader(browser, **PHONE) as page:
        for path in ("/nothing-here", "/organisations", "/organisations/alderford-borough-council"):
            _visit(page, address, path)
            small = page.evaluate(
                "[...document.querySelectorAll('main li a')].filter((node) => !node.closest('.facts, .tag')"
                " && node.checkVisibility() && node.getBoundingClientRect().height < 40).map((node) => node.outerHTML)"
            )
            assert small == []


@pytest.mark.parametrize("path", ["/", "/decisions/education", DECISION, "/search?q=transport", "/privacy-settings"])
def test_what_is_touched_is_large_enough(browser: Browser, address: str, path: str) -> None:
    with reader(browser, **PHONE) as page:
        _visit(page, address, path)
        small = page.evaluate(
            """[...document.querySelectorAll("button, summary, input:not([type=hidden]), .tag, .masthead a")]
            .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 43.5)
            .map((node) => node.outerHTML.slice(0, 100))"""
        )
        assert small == []


def test_the_keyboard_reaches_the_text_first(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        _visit(page, address, DECISION)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_a_copied_text_holds_no_numbers_of_the_margin(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        _visit(page, address, DECISION)
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.text'))")
        lines = [line for line in page.evaluate("getSelection().toString()").splitlines() if line.strip()]
        assert lines == [
            "The complaint",
            LONG,
            "A second paragraph.",
            "Agreed action",
            "The Council will:",
            "apologise;",
        ]


def test_a_long_summary_opens_in_place(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, **PHONE) as page:
        page.goto(address + "/decisions/education")
        summary = page.locator(".decision__summary").first
        folded = (summary.bounding_box() or {})["height"]
        page.locator(".more summary").first.click()
        assert (summary.bounding_box() or {})["height"] > folded


def test_a_ticked_filter_is_applied_at_once_and_keeps_its_place(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        _visit(page, address, "/search?q=transport")
        page.locator("#outcome-upheld").check()
        page.wait_for_url("**outcome=upheld**")
        assert page.evaluate("document.activeElement.id") == "outcome-upheld"
        assert page.locator("#said").inner_text() == page.locator("#count").inner_text()
        assert page.get_by_text("Remove Outcome: Upheld").count() == 1
        shown = page.locator("#count").inner_text()
        page.reload()
        assert page.locator("#count").inner_text() == shown


def test_what_is_wrong_leads_to_where_it_can_be_mended(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(address + "/search?outcome=banana&from=31/2/2022")
        for place, focused in ((0, "from"), (1, "filters")):
            page.locator(".govuk-error-summary a").nth(place).click()
            assert page.evaluate("document.activeElement.id") == focused


def test_filters_work_without_script(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, **PHONE) as page:
        page.goto(address + "/search?q=transport")
        page.locator("#filters-panel > summary").click()
        page.locator("#outcome-upheld").check()
        page.get_by_role("button", name="Apply filters").click()
        assert parse_qs(urlsplit(page.url).query)["outcome"] == ["upheld"]
        assert "1 chosen" in page.locator("#filters-panel > summary").inner_text()


def test_organisations_are_found_while_typing_and_without_script(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        _visit(page, address, "/organisations")
        page.fill("#name", "wexc")
        assert page.locator("[data-words]:visible").all_inner_texts()[0].startswith("Wexcombe City Council")
        assert page.locator("#name-said").inner_text() == "1 of 4 shown"
        assert page.locator(".alphabet:visible").count() == 0  # its letters would lead to what is hidden
        page.fill("#name", "wexcx")
        assert "0 of 4 shown. Try" in page.locator("#name-said").inner_text()
    with reader(browser, java_script_enabled=False, **SCREEN) as page:
        page.goto(address + "/organisations")
        page.fill("#name", "wexc")
        page.get_by_role("button", name="Find").click()
        expect(page.locator("[data-words]")).to_have_count(1)


def _foreign(page: Page, address: str) -> list[str]:
    """Every host but ours that the page asks from now on; the provider is answered by the test."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(urlsplit(route.request.url).hostname or "")
        route.fulfill(status=200, content_type="text/javascript", body="")

    page.route(lambda url: not url.startswith(address), answer)
    return asked


def test_nothing_is_kept_or_asked_of_others_before_a_choice(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        asked = _foreign(page, address)
        for path in ("/", DECISION, "/search?q=transport"):
            _visit(page, address, path)
        assert (asked, page.context.cookies()) == ([], [])


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_refusing_is_one_press_and_is_kept(browser: Browser, address: str, script: bool) -> None:
    with reader(browser, java_script_enabled=script, **SCREEN) as page:
        asked = _foreign(page, address)
        page.goto(address + "/decisions/education")
        page.get_by_role("button", name="Refuse analytical cookies").click()
        page.wait_for_load_state("networkidle")
        assert urlsplit(page.url).path == "/decisions/education"
        said = page.locator("[role=status]").filter(has_text="Analytical cookies are off.")
        expect(said).to_be_visible()
        page.goto(address + DECISION)
        assert page.locator(".consent").count() == 0
        assert asked == []


def test_allowing_loads_the_provider_except_on_searches_until_it_is_withdrawn(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        asked = _foreign(page, address)
        assert _visit(page, address, "/search?q=transport") == []
        page.get_by_role("button", name="Allow analytical cookies").click()
        page.wait_for_load_state("networkidle")
        assert asked == []
        with page.expect_request(lambda request: not request.url.startswith(address)):
            assert _visit(page, address, "/decisions/education") == []
        page.wait_for_load_state("networkidle")
        assert set(asked) == {"www.googletagmanager.com"}
        told = str(page.evaluate("JSON.stringify(window.dataLayer.map((one) => [...one]))"))
        assert f"{address}/decisions/education" in told
        assert "q=transport" not in told

        page.context.add_cookies([{"name": "_ga", "value": "1.2", "url": address}])
        page.goto(address + "/privacy-settings")
        page.get_by_role("button", name="Refuse analytical cookies").click()
        page.wait_for_load_state("networkidle")
        assert "_ga" not in {cookie["name"] for cookie in page.context.cookies()}
        asked.clear()
        page.goto(address + "/")
        assert asked == []


def test_paper_shows_the_decision_without_furniture(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        _visit(page, address, DECISION)
        page.emulate_media(media="print")
        hidden = (".find", ".masthead__nav", ".consent", ".govuk-breadcrumbs", ".contents")
        assert [name for name in hidden if page.locator(name).first.is_visible()] == []
        assert page.locator(".text").is_visible()
