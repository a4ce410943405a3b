"""A week at the desk: two people, home, find, batch and calendar, with scripts and without, wide and narrow."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.build.browser import SCREEN, complaints, reader, scrolls_sideways
from tests.build.deployment import Deployment, fresh_copy
from tests.build.patience import eventually
from tests.build.scheme import OFFICIAL
from tests.build.server import serving

pytestmark = pytest.mark.functional

NARROW: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
OVERVIEWS = (
    "/desk/",
    "/desk/find",
    "/desk/find?from=soon",
    "/desk/find?q=unicorn",
    "/desk/calendar",
    "/desk/batch",
    "/desk/views",
    "/desk/help",
)
_FILL = """
import json
from tests.build.desk import fill_desk, sign_everybody_in
fill_desk()
print(json.dumps(sign_everybody_in()))
"""


class Desk:
    """A served desk in the middle of a week."""

    def __init__(self, browser: Browser, address: str, keys: dict[str, str]) -> None:
        self.browser, self.address, self.keys = browser, address, keys

    @contextmanager
    def open(self, who: str, path: str, **options: Any) -> Iterator[Page]:
        """A page of the desk in a browser in which the person is signed in."""
        with reader(self.browser, **(options or SCREEN)) as page:
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": self.keys[who], "url": f"{self.address}/desk/"}
            page.context.add_cookies([cookie])  # type: ignore[list-item]
            page.goto(self.address + path)
            yield page


@pytest.fixture(scope="module")
def desk(browser: Browser, template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    copied = fresh_copy(template_deployment, tmp_path_factory.mktemp("week") / "var")
    deployment = Deployment(copied.folder, {"UPHELD_SCHEME": OFFICIAL})
    with serving(deployment) as address:
        told = deployment.python(_FILL).communicate()[0]
        served = Desk(browser, address, json.loads(told.strip().splitlines()[-1]))
        with served.open("cleo", "/desk/find?state=published") as page:
            eventually(lambda: has_rows(page))
        yield served


def has_rows(page: Page) -> bool:
    """Whether decisions are listed; else the page is asked for again, since the index follows shortly after."""
    if page.locator(".rows .desk-check input").count():
        return True
    page.reload()
    return False


def look(page: Page) -> None:
    """What is shown has no fault that axe finds, and fits its window."""
    assert complaints(page) == [], page.url
    assert not scrolls_sideways(page), page.url


@pytest.mark.parametrize("options", [SCREEN, NARROW, SCREEN | {"color_scheme": "dark"}], ids=["wide", "narrow", "dark"])
def test_every_overview_can_be_read_by_everybody(desk: Desk, options: dict[str, Any]) -> None:
    with desk.open("ben", "/desk/", **options) as page:
        for path in OVERVIEWS:
            page.goto(desk.address + path)
            look(page)


def test_two_people_work_through_a_week(desk: Desk) -> None:
    with desk.open("ada", "/desk/") as page:
        expect(page.get_by_role("heading", name="Returned to you")).to_be_visible()
        expect(page.get_by_role("heading", name="Waiting for your approval")).to_have_count(0)
        expect(page.get_by_role("link", name="Batch")).to_have_count(0)
    with desk.open("ben", "/desk/") as page:
        approvals = page.get_by_role("region", name="Waiting for your approval")
        expect(approvals.get_by_role("listitem")).to_have_count(5)
        approvals.get_by_role("link", name=re.compile("^All 6")).click()
        expect(page.locator(".rows tbody tr")).to_have_count(6)
        page.get_by_role("link", name="Batch").click()
        expect(page.get_by_role("heading", name="6 clean drafts")).to_be_visible()
        expect(page.get_by_role("heading", name="2 that somebody else must approve")).to_be_visible()
        page.get_by_label("Choose 25 200 001").uncheck()
        expect(page.get_by_role("status").filter(has_text="chosen")).to_contain_text("5 of 6 on this page chosen")
        page.get_by_role("button", name="Approve the chosen ones").first.click()
        look(page)
        page.get_by_role("button", name="Approve 5").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("5 approved")
        look(page)


def test_holding_two_is_looked_at_done_told_and_undone(desk: Desk) -> None:
    with desk.open("cleo", "/desk/find?state=published", **NARROW) as page:
        page.locator(".rows .desk-check input").nth(0).check()
        page.locator(".rows .desk-check input").nth(1).check()
        page.get_by_role("button", name="Hold…").click()
        expect(page.get_by_text("2 of 2 chosen ones will be held")).to_be_visible()
        look(page)
        page.get_by_label("Reason").select_option(index=0)
        page.get_by_role("button", name="Hold: 2").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("2 held")
        look(page)
        page.get_by_role("button", name="Undo: release").click()
        page.get_by_role("button", name="Release: 2").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("2 released")
        page.get_by_role("link", name="Go on").click()
        expect(page).to_have_url(re.compile(r"/desk/find\?state=published$"))


def test_a_day_is_moved_without_scripts(desk: Desk) -> None:
    with desk.open("ben", "/desk/", **SCREEN, java_script_enabled=False) as page:
        page.locator("#coming + ul a").last.click()
        page.locator(".rows .desk-check input").first.check()
        page.get_by_label("Move the chosen ones to").fill("2099-01-04")
        page.get_by_role("button", name="Move", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text("will appear on 4 January 2099")
        page.goto(f"{desk.address}/desk/calendar/2099-01-04")
        expect(page.locator(".rows tbody tr")).to_have_count(1)


def test_a_key_leads_to_the_search_and_keys_can_be_switched_off(desk: Desk) -> None:
    with desk.open("ada", "/desk/") as page:
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.goto(f"{desk.address}/desk/help")
        page.get_by_role("button", name="Switch keys off in this browser").click()
        page.goto(f"{desk.address}/desk/")
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).not_to_be_focused()
