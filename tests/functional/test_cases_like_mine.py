"""“Cases like mine” in a real browser: from an empty page to a figure, on a phone, without script, in every state."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.build.alike import TOLD, about_a_bus, about_others
from tests.build.browser import SCREEN, complaints, reader, scrolls_sideways, stranger
from tests.build.deployment import Deployment, fresh_copy
from tests.build.server import serving

pytestmark = pytest.mark.functional
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
FOUND = "What happened in cases like yours"
WITHOUT_SCRIPT: dict[str, Any] = {**PHONE, "java_script_enabled": False}


@pytest.fixture(scope="module")
def address(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("cases")
    deployment = fresh_copy(template_deployment, folder / "var")
    records = (*map(about_a_bus, range(24)), *map(about_others, range(48)))
    lines = folder / "decisions.jsonl"
    lines.write_text("\n".join(one.line() for one in records), encoding="utf-8")
    deployment.do("import", lines)
    with serving(deployment) as started:
        yield started


def tell(page: Page, address: str, words: str, *, heading: str = "") -> None:
    """From home to the form, sends it, and waits for the `heading` of the answer."""
    page.goto(address)
    page.get_by_role("link", name="What happened in cases like mine?").click()
    page.get_by_label("What happened?").fill(words)
    page.get_by_role("button", name="Find similar decisions").click()
    expect(page.locator("main h1, main h2").first).to_contain_text(heading)


def is_well(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true })")
    assert complaints(page) == []
    assert not scrolls_sideways(page)


def test_from_an_empty_page_to_a_figure_without_script(browser: Browser, address: str) -> None:
    with reader(browser, **WITHOUT_SCRIPT) as page:
        tell(page, address, TOLD)
        assert page.url == f"{address}/cases-like-mine"
        expect(page.get_by_role("heading", name="In 24 similar decisions")).to_be_visible()
        assert page.locator(".side-by-side li").all_inner_texts()[0].split() == ["12", "Upheld"]
        assert "The middle half of these payments lie between £" in page.locator(".sums").inner_text()
        assert page.locator(".case").count() == 10
        page.get_by_role("button", name="Show 10 more").click()
        assert page.url == f"{address}/cases-like-mine#case-11"
        assert page.locator(".case").count() == 20
        page.get_by_text("Change what you wrote").click()
        assert page.get_by_label("What happened?").input_value().strip() == TOLD
        page.get_by_label("Only about one subject").select_option("housing")
        page.get_by_role("button", name="Look again").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("No decision here uses words much like yours")
        assert not scrolls_sideways(page)
        page.get_by_label("What happened?").fill(f"{TOLD} " * 110)
        page.get_by_role("button", name="Look again").click()
        expect(page.locator(".govuk-error-summary")).to_contain_text("longer than we can compare")
        assert len(page.get_by_label("What happened?").input_value()) > 20_000
        assert page.context.cookies() == []


def test_what_is_found_is_accessible_and_fits_on_a_screen(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        tell(page, address, TOLD, heading=FOUND)
        is_well(page)


def test_an_answer_is_kept_by_nobody_and_still_not_lost(browser: Browser, address: str) -> None:
    with reader(browser, **PHONE) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(f"{request.resource_type} {request.method}"))
        tell(page, address, TOLD, heading=FOUND)
        assert "fetch POST" in asked
        assert "document POST" not in asked  # what a form sends a browser writes among its own files
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        page.get_by_role("button", name="Show 10 more").click()
        expect(page.locator("#case-11")).to_be_focused()
        with page.context.expect_page() as opened:
            page.locator(".outcome a").first.click()
        opened.value.close()
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text("Cases like mine")
        assert page.get_by_label("What happened?").input_value() == TOLD
        busy = "<main><textarea id='words'></textarea></main>"
        page.route("**/cases-like-mine", lambda route: route.fulfill(status=503, body=busy, content_type="text/html"))
        page.locator("#tell").evaluate("form => form.requestSubmit()")  # a second press within a second counts for none
        expect(page.get_by_role("alert")).to_contain_text("could not take in what you sent. It is still here")
        page.unroute("**/cases-like-mine")
        page.context.set_offline(True)
        page.locator("#tell").evaluate("form => form.requestSubmit()")
        expect(page.get_by_role("alert")).to_contain_text("could not be sent. It is still here")
        page.context.set_offline(False)
        page.go_forward()
        expect(page.get_by_role("heading", level=1)).to_have_text(FOUND)


@pytest.mark.parametrize("with_script", [True, False])
def test_who_must_not_be_seen_here_leaves_at_once(browser: Browser, address: str, *, with_script: bool) -> None:
    with stranger(browser, **(PHONE if with_script else WITHOUT_SCRIPT)) as page:
        page.context.route(re.compile("^https:"), lambda route: route.fulfill(body="Sunny", content_type="text/html"))
        tell(page, address, TOLD, heading=FOUND if with_script else "")
        before = page.evaluate("history.length") if with_script else 0
        if with_script:
            for _ in range(3):
                page.keyboard.press("Shift")
        else:
            page.locator(".leave a").tap()
        expect(page.get_by_text("Sunny")).to_be_visible()
        if with_script:
            assert page.evaluate("history.length") == before
            page.go_back()
            expect(page.get_by_label("What happened?")).to_have_value("")


def test_every_state_is_accessible_and_fits_on_a_phone(browser: Browser, address: str) -> None:
    with reader(browser, **PHONE) as page:
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}/cases-like-mine")
        is_well(page)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert not scrolls_sideways(page)
        page.get_by_label("What happened?").fill("The bus never came. ")
        expect(page.locator("#words-count")).to_have_text("19 of 20,000 characters.")
        tell(page, address, TOLD, heading=FOUND)
        is_well(page)
        tell(page, address, f"{TOLD} He hits my daughter every day.", heading="danger now, please call first")
        numbers = page.locator(".urgent__call").evaluate_all("all => all.map((one) => one.offsetHeight)")
        assert min(numbers) >= 44
        is_well(page)
        tell(page, address, "help", heading="Nothing was looked for yet")
        is_well(page)
        page.emulate_media(color_scheme="dark")
        page.locator(".govuk-error-summary__list a").hover()
        is_well(page)
        page.emulate_media(color_scheme="light")
        tell(page, address, "Zebra xylophones quietly juggle vexed wizards", heading="No decision here")
        is_well(page)
        assert said == []
