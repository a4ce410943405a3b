"""The search page in a real browser: every state of it, at two widths, and a journey without script."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.build.browser import PHONE, SCREEN, complaints, reader, scrolls_sideways
from tests.build.decision import record
from tests.build.deployment import Deployment, fresh_copy
from tests.build.server import serving

pytestmark = pytest.mark.functional

NARROW: dict[str, Any] = {**PHONE, "viewport": {"width": 360, "height": 740}}
OUTCOMES = ("Upheld", "Not upheld", "Closed after initial enquiries")
STATES = (
    "/search", "/search?q=transport+SEN&outcome=upheld&outcome=not-upheld&category=education&from=2012&to=2026",
    "/search?q=foo:bar+(transport", "/search?q=tranport", "/search?q=transport+zebra&outcome=upheld&type=report",
    "/search?outcome=banana&from=31/2/2022", "/search?q=98000001,+98000013,+98999999",
    "/search/help", "/references", "/references?refs=98000001+98000002+98000013+98999999+Beck",
    "/references?refs=nothing", "/search?q=SEN+bus+kids+late&sort=newest",
)  # fmt: skip
SMALL = (
    "[...document.querySelectorAll('main a, main summary, main button, main input:not([type=hidden])')]"
    ".filter((node) => !node.closest('.decision__title, .filter__choices, p, .choose, .govuk-pagination')"
    " && node.checkVisibility() && node.getBoundingClientRect().height < 43.5)"
    ".map((node) => node.outerHTML.slice(0, 120))"
)
FIRST = "document.querySelector('.decision__title').getBoundingClientRect().bottom"
TOTALS = (
    "[...document.querySelectorAll('#results :is(h2, p):not(.over-time *)')]"
    ".filter((node) => node.checkVisibility() && /\\b12 decisions/.test(node.textContent)).length"
)
ORDER = "document.querySelector('.order')?.getBoundingClientRect().height ?? 0"


def _lines() -> Iterator[str]:
    for place in range(1, 14):
        yield record(
            f"98 000 {place:03}",
            outcome=OUTCOMES[place % 3],
            organisations=[{"name": "Alderford Borough Council"}],
            category="Education",
            subcategory="School transport",
            decided_on=dt.date(2012 + place, 4, 5),
            summary="The Council did not provide the transport it had agreed.",
        ).line()


@pytest.fixture(scope="module")
def address(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("search")
    deployment = fresh_copy(template_deployment, folder / "var")
    lines: Path = folder / "decisions.jsonl"
    lines.write_text("\n".join(_lines()), encoding="utf-8")
    deployment.do("import", lines)
    deployment.do("withdraw", "98 000 013")
    with serving(deployment) as started:
        yield started


def _opened(page: Page, address: str) -> list[str]:
    """Opens a page and all that folds on it; gives what its console complained of, its own status aside."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true })")
    return [text for text in said if "the server responded with a status of 4" not in text]


@pytest.mark.parametrize(("place", "path"), list(enumerate(STATES)))
def test_every_state_is_accessible_and_fits(browser: Browser, address: str, place: int, path: str) -> None:
    options = SCREEN if place % 3 == 1 else NARROW
    with reader(browser, color_scheme=("light", "dark")[place % 2], **options) as page:
        assert _opened(page, address + path) == []
        assert complaints(page) == []
        assert not scrolls_sideways(page)
        if options is NARROW:
            assert page.evaluate(SMALL) == []
            assert page.evaluate(ORDER) <= 48  # one line


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ("transport", 0),
        ("transprot+provide", 1),
        ("council:nowhere+transport", 1),
        ("SEN+transport", 1),
        ("they+never+came+for+my+kids+and+nobody+listened,+transport", 1),
        ("transport&outcome=upheld&type=statement", 0),
    ],
)
def test_on_a_phone_the_first_result_is_on_the_first_screen(
    browser: Browser, address: str, query: str, notes: int
) -> None:
    with reader(browser, **NARROW) as page:
        page.goto(f"{address}/search?q={query}")
        assert page.locator(".search__notes").count() == notes
        assert page.evaluate(FIRST) <= 740
        for name in (
            "How to search",
            "Look up a list of references",
            "Find cases like mine",
            "Take these results away",
        ):
            expect(page.get_by_role("link", name=name, exact=True).locator("visible=true").first).to_be_visible()


def test_on_a_phone_the_number_of_results_stands_where_they_begin_and_end(browser: Browser, address: str) -> None:
    with reader(browser, **NARROW) as page:
        page.goto(f"{address}/search?q=transport")
        assert page.evaluate(TOTALS) == 2
        expect(page.locator(".count:visible")).to_have_text("1 to 10 of 12 decisions")
        page.set_viewport_size({"width": 1280, "height": 900})
        expect(page.locator(".count:visible")).to_have_text("1 to 10 of 12 decisions")
        expect(page.get_by_role("link", name="Take these results away")).to_have_count(1)


def test_long_names_and_words_stay_within_a_narrow_screen(browser: Browser, address: str) -> None:
    with reader(browser, **{**PHONE, "viewport": {"width": 320, "height": 640}}) as page:
        page.goto(f"{address}/references?refs=98000001+{'w' * 120}")
        assert not scrolls_sideways(page)
        page.goto(f"{address}/search?q=transport&organisation=alderford-borough-council&outcome=upheld")
        boxes = [one.bounding_box() for one in page.locator(".tag").all()]
        crosses = [one.bounding_box() for one in page.locator(".tag__cross").all()]
        for box, cross in zip(boxes, crosses, strict=True):
            assert box
            assert cross
            assert abs(box["y"] + box["height"] / 2 - cross["y"] - cross["height"] / 2) < 1  # not below the name
        assert not scrolls_sideways(page)


def test_paper_says_what_the_search_was_narrowed_to(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(f"{address}/search?q=transport&outcome=upheld&from=2012")
        page.emulate_media(media="print")
        expect(page.locator(".tag").filter(has_text="Outcome: Upheld")).to_be_visible()
        expect(page.locator(".tag").filter(has_text="Decided from: 2012")).to_be_visible()
        shown = [name for name in (".tags__clear", ".tag__cross", ".filters") if page.locator(name).first.is_visible()]
        assert shown == []


def test_the_years_keep_their_shapes_in_forced_colours(browser: Browser, address: str) -> None:
    with reader(browser, forced_colors="active", **SCREEN) as page:
        _opened(page, f"{address}/search")
        fills = page.evaluate(
            "[...document.querySelectorAll('.years-picture rect.bar__part')].map((node) => node.getAttribute('fill'))"
        )
        assert set(fills) == {"currentColor", "url(#years-outline)", "url(#years-dashed)"}
        labels = page.locator(".years-picture__year")
        boxes = [labels.nth(place).bounding_box() for place in range(labels.count())]
        pairs = [(one, after) for one, after in pairwise(boxes) if one and after]
        assert pairs
        assert all(one["x"] + one["width"] <= after["x"] for one, after in pairs)


def test_the_way_back_from_ticked_filters_leads_to_the_search_before_them(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(f"{address}/search?q=transport")
        expect(page.locator("#count")).to_have_text("12 decisions for “transport”")
        for outcome in ("upheld", "not-upheld"):
            page.locator(f"#outcome-{outcome}").check()
            expect(page).to_have_url(re.compile(f"outcome={outcome}$"))
        expect(page.locator("#count")).to_have_text("8 decisions for “transport” with these filters")
        page.go_back()
        expect(page.locator("#count")).to_have_text("12 decisions for “transport”")
        expect(page.locator("#outcome-upheld")).not_to_be_checked()
        page.go_forward()
        expect(page.locator("#count")).to_have_text("8 decisions for “transport” with these filters")


def test_a_search_from_a_slip_to_a_decision_without_script(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, **NARROW) as page:
        page.goto(f"{address}/search")
        page.fill("#q", "transport NOT foo")
        page.keyboard.press("Enter")
        expect(page.locator(".trouble__wrong")).to_have_text("NOT")
        page.locator(".trouble__better a").click()
        expect(page.locator("#count")).to_have_text("12 decisions for “transport -foo”")
        page.fill("#q", "transport")
        page.keyboard.press("Enter")
        expect(page.locator("#count")).to_have_text("12 decisions for “transport”")
        page.locator("#over-time-table > summary").click()
        first = page.locator(".decision__title").first.inner_text()
        page.get_by_role("link", name="Next").click()
        expect(page.locator(".count")).to_have_text("11 to 12 of 12 decisions")
        assert first not in page.locator(".decisions").inner_text()
        page.get_by_role("link", name="Look up a list of references").click()
        page.fill("#refs", "98 000 001\n98-000-013, 98999999")
        page.get_by_role("button", name="Look them up").click()
        expect(page.locator("#found")).to_have_text("1 of 3 references were found")
        page.get_by_role("link", name="98 000 013").click()
        expect(page.locator("h1")).to_contain_text("was withdrawn")
