"""Suggestions in a real browser: by keyboard and by touch, as a screen reader is told of them, and without script."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.build.browser import PHONE, SCREEN, complaints, reader, scrolls_sideways, stranger
from tests.build.decision import record
from tests.build.deployment import Deployment, fresh_copy
from tests.build.server import serving

pytestmark = pytest.mark.functional

NARROW: dict[str, Any] = {**PHONE, "viewport": {"width": 360, "height": 740}}
BODIES = ("Alderford Borough Council", "Wexcombe City Council", "Isle of Thrand and Bexholme Housing Partnership")


@pytest.fixture(scope="module")
def address(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("suggesting")
    deployment = fresh_copy(template_deployment, folder / "var")
    lines: Path = folder / "decisions.jsonl"
    made = (
        record(
            f"98 000 00{place}",
            organisations=[{"name": BODIES[place % 3]}],
            summary="The Council refused a housing application.",
            decided_on=dt.date(2024, 4, place),
        ).line()
        for place in range(1, 7)
    )
    lines.write_text("\n".join(made), encoding="utf-8")
    deployment.do("import", lines)
    with serving(deployment) as started:
        yield started


def _type(page: Page, address: str, path: str, text: str) -> Locator:
    """Writes into the page's own search field, all at once however slow the machine, and waits for the list."""
    page.goto(address + path)
    field = page.get_by_role("combobox", name="Search decisions" if path == "/about" else "", exact=False).first
    field.click()
    page.keyboard.insert_text(text)
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    return field


def _chosen(page: Page) -> list[str]:
    return page.get_by_role("option", selected=True).all_inner_texts()


def test_by_keyboard_and_as_a_screen_reader_is_told(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        field = _type(page, address, "/", "hous")
        expect(page.get_by_role("option")).to_have_text(
            ["Housing Subject", "housing application Words", f"{BODIES[2]} Organisation"]
        )
        expect(field).to_have_attribute("aria-expanded", "true")
        expect(page.locator(".find--large [role=status]")).to_have_text("3 suggestions below")
        assert field.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
        assert _chosen(page) == []
        page.keyboard.press("ArrowDown")
        assert field.get_attribute("aria-activedescendant") == page.get_by_role("option").first.get_attribute("id")
        assert complaints(page) == []
        page.keyboard.press("ArrowDown")
        assert len(_chosen(page)) == 1
        assert _chosen(page)[0].startswith("housing application")
        page.keyboard.press("Home")  # in the text, as ever
        assert _chosen(page) == []
        assert field.evaluate("(node) => node.selectionStart") == 0
        page.keyboard.press("ArrowUp")
        assert _chosen(page)[0].startswith(BODIES[2])
        page.keyboard.press("ArrowDown")  # past the last is the field itself
        assert _chosen(page) == []
        assert field.input_value() == "hous"
        page.keyboard.press("Escape")
        expect(page.get_by_role("listbox")).to_be_hidden()
        assert field.input_value() == "hous"
        assert field.get_attribute("aria-activedescendant") is None
        page.keyboard.press("ArrowDown")  # opens it again
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")  # writes what is chosen, and goes on
        assert field.input_value() == "housing application"
        expect(page.get_by_role("button", name="Search")).to_be_focused()
        field.focus()
        page.keyboard.press("Escape")
        assert field.input_value() == ""


def test_enter_sends_what_is_typed_unless_something_is_chosen(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        _type(page, address, "/about", "hous")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=hous")
        _type(page, address, "/about", "wexc")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/organisations/wexcombe-city-council")
        _type(page, address, "/search?outcome=upheld", "hous")  # words are searched for within the filters
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=housing+application*")
        assert "outcome=upheld" in page.url


def test_by_touch_on_a_narrow_phone(browser: Browser, address: str) -> None:
    with reader(browser, color_scheme="dark", **NARROW) as page:
        _type(page, address, "/search", "hous")
        assert complaints(page) == []
        assert not scrolls_sideways(page)
        boxes = [one.bounding_box() for one in page.get_by_role("option").all()]
        assert all(box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
        page.get_by_role("option", name="Housing Subject").tap()
        page.wait_for_url("**/decisions/housing")


def test_a_slow_or_failing_answer_takes_nothing_away(browser: Browser, address: str) -> None:
    with stranger(browser, **SCREEN) as page:  # in a window of its own, as its clock stands still
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if "/suggest" in request.url else None)
        page.clock.install(time=dt.datetime(2031, 2, 3, tzinfo=dt.UTC))
        page.goto(f"{address}/")
        page.clock.pause_at(dt.datetime(2031, 2, 4, tzinfo=dt.UTC))
        page.get_by_role("combobox").first.click()
        page.keyboard.type("housing")
        assert asked == []  # not at every letter
        page.clock.run_for(1_000)
        expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
        assert asked == [f"{address}/search/suggest?q=housing"]
        page.clock.resume()
        page.route("**/search/suggest*", lambda route: route.abort())
        page.keyboard.type(" app")
        expect(page.get_by_role("listbox")).to_be_hidden()
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=housing+app")


def test_without_script_the_field_is_a_search_field(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, **SCREEN) as page:
        page.goto(f"{address}/")
        assert page.get_by_role("combobox").count() == page.get_by_role("listbox").count() == 0
        page.get_by_role("searchbox").fill("housing")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=housing")
        assert page.get_by_role("heading", name="6 decisions").count() == 1


@pytest.mark.parametrize("path", ["/", "/search"])
def test_what_is_cut_off_a_long_paste_is_told(browser: Browser, address: str, path: str) -> None:
    with reader(browser, permissions=["clipboard-read", "clipboard-write"], **NARROW) as page:
        page.goto(address + path)
        field = page.get_by_role("main").get_by_role("combobox")
        told = page.get_by_text("the rest of your text was cut off")
        for text, is_cut in (("The bus did not come. " * 40, True), ("The bus did not come.", False)):
            page.evaluate("text => navigator.clipboard.writeText(text)", text)
            field.focus()
            page.keyboard.press("Control+A")
            page.keyboard.press("Control+V")
            expect(field).to_have_value(text[:500] if is_cut else text)
            expect(told).to_be_visible() if is_cut else expect(told).to_be_hidden()
            assert not scrolls_sideways(page)
            assert complaints(page) == []
            if is_cut:
                expect(told.get_by_role("link", name="Cases like mine")).to_have_attribute("href", "/cases-like-mine")
