"""What a version changed, in a real browser: both views, phone and screen, keyboard, without script or colours."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.build.browser import PHONE, SCREEN, complaints, reader, scrolls_sideways
from tests.build.deployment import Deployment, fresh_copy
from tests.build.server import serving

pytestmark = pytest.mark.functional
DECISION = "/decisions/housing/homelessness/21-000-001"
CHANGES = f"{DECISION}/v/2/changes"
VIEWS = (CHANGES, f"{CHANGES}?view=side", f"{DECISION}/v/1", DECISION)
LONG = "The Council looked for a home for Mrs B and found none that was near her daughter's school. " * 3


def _sections(sum_: str) -> list[dict[str, Any]]:
    texts = [LONG, "She wrote in May.", "It did not reply.", "She wrote again in June.", f"It then paid {sum_}.", LONG]
    blocks: list[dict[str, Any]] = [{"number": number, "text": text} for number, text in enumerate(texts, 1)]
    blocks.append({"text": "What it paid", "table": {"rows": (("May", "£40"), ("June", sum_)), "header": False}})
    return [{"heading": "What we found", "blocks": blocks}]


@pytest.fixture(scope="module")
def address(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    deployment = fresh_copy(template_deployment, tmp_path_factory.mktemp("changes") / "var")
    first = {"sections": _sections("£300"), "satisfied_on": dt.date(2023, 5, 4)}
    deployment.do("import", _written(deployment, "a.jsonl", first))
    deployment.do("import", _written(deployment, "b.jsonl", {"sections": _sections("£350"), "outcome": "Not upheld"}))
    with serving(deployment) as started:
        yield started


def _written(deployment: Deployment, name: str, values: dict[str, Any]) -> str:
    return str(deployment.write_records(name, "21 000 001", **values))


@pytest.mark.parametrize(("options", "scheme"), [(PHONE, "light"), (SCREEN, "dark")], ids=["phone", "screen"])
def test_it_is_accessible_and_fits(browser: Browser, address: str, options: dict[str, Any], scheme: str) -> None:
    with reader(browser, color_scheme=scheme, **options) as page:
        for path in VIEWS:
            answer = page.goto(address + path)
            assert answer is not None
            assert answer.status == 200
            page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true })")
            assert complaints(page) == [], path
            assert not scrolls_sideways(page), path


def test_what_is_put_away_and_the_other_view_are_reached_by_keyboard_without_script(
    browser: Browser, address: str
) -> None:
    with reader(browser, java_script_enabled=False, **SCREEN) as page:
        page.goto(address + CHANGES)
        page.get_by_role("link", name="Show side by side").focus()
        away = page.get_by_text("She wrote in May.")
        assert not away.is_visible()
        for _ in range(6):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.tagName") == "SUMMARY":
                break
        page.keyboard.press("Enter")
        assert away.is_visible()
        page.get_by_role("link", name="Show side by side").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**view=side")
        row = page.get_by_role("row").filter(has_text="£350").first
        assert [cell.count() for cell in (row.locator("del"), row.locator("ins"))] == [1, 1]


def test_marks_do_not_hang_on_colour(browser: Browser, address: str) -> None:
    with reader(browser, forced_colors="active", **SCREEN) as page:
        page.goto(address + CHANGES)
        lines = {
            name: page.locator(f".change {name}").first.evaluate("node => getComputedStyle(node).textDecorationLine")
            for name in ("del", "ins")
        }
        assert lines == {"del": "line-through", "ins": "underline"}
        assert page.locator(".change del").first.evaluate("node => getComputedStyle(node).outlineStyle") == "dashed"


def test_on_a_phone_the_sides_stand_below_one_another_and_say_whose_they_are(browser: Browser, address: str) -> None:
    with reader(browser, **PHONE) as page:
        page.goto(f"{address}{CHANGES}?view=side")
        row = page.get_by_role("row").filter(has_text="It then paid")
        old, new = (cell.bounding_box() for cell in row.get_by_role("cell").all())
        assert old is not None
        assert new is not None
        assert new["y"] >= old["y"] + old["height"]
        assert new["x"] == old["x"]
        assert [one.is_visible() for one in row.locator(".sides__version").all()] == [True, True]


def test_a_place_leads_to_the_paragraph(browser: Browser, address: str) -> None:
    with reader(browser, **SCREEN) as page:
        page.goto(address + CHANGES)
        page.get_by_role("link", name="Paragraph 5").click()
        assert page.url == f"{address}{DECISION}#p5"
        assert "£350" in page.locator("#p5").inner_text()
