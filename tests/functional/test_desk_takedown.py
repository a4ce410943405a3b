"""A Friday evening: a reader recognises somebody, and the decision is gone two clicks and a press later."""

import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.build.browser import PHONE, SCREEN, complaints, reader, scrolls_sideways
from tests.build.deployment import Deployment, fresh_copy
from tests.build.person import signed_in_page
from tests.build.server import serving

pytestmark = pytest.mark.functional

NAME = "Perpetua Vannock"
ADDRESS = "/decisions/housing/homelessness/21-000-002"
SECTIONS = [{"heading": "The complaint", "blocks": [{"number": 1, "text": f"{NAME} waited for the boat."}]}]


@pytest.fixture(scope="module")
def live(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Deployment, str]]:
    deployment = fresh_copy(template_deployment, tmp_path_factory.mktemp("desk") / "var")
    with serving(deployment) as address:
        deployment.do("import", deployment.write_records("a.jsonl", "21 000 001", "21 000 003"))
        named = {"summary": f"{NAME} complained about the ferry.", "sections": SECTIONS}
        deployment.do("import", deployment.write_records("b.jsonl", "21 000 002", **named))
        yield deployment, address


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def look(page: Page) -> None:
    """Every page of the desk is checked as it is shown, at both widths."""
    assert complaints(page) == [], page.url
    page.set_viewport_size({"width": 360, "height": 740})
    assert not scrolls_sideways(page), page.url
    assert complaints(page) == [], page.url
    page.set_viewport_size(SCREEN["viewport"])


def test_from_the_readers_words_to_gone(browser: Browser, live: tuple[Deployment, str]) -> None:
    deployment, address = live
    with reader(browser, **PHONE) as page:
        page.goto(address + ADDRESS)
        page.get_by_role("link", name="Someone can be recognised here").click()
        assert complaints(page) == []
        assert not scrolls_sideways(page)
        page.get_by_role("button", name="Send").click()
        assert complaints(page) == []
        page.get_by_label("Who can be recognised?").select_option("known")
        page.get_by_label("What gives them away?").fill("She is the only one with a green sail")
        page.get_by_role("button", name="Send").click()
        assert page.get_by_role("heading", name="Thank you. We have what you wrote").is_visible()
        assert complaints(page) == []
        assert page.context.cookies() == []
    with signed_in_page(browser, deployment, address, "approver", java_script_enabled=False) as page:
        page.goto(f"{address}/desk/reports")
        began = time.monotonic()
        page.get_by_role("link", name="21 000 002").first.click()
        assert page.get_by_text("green sail").is_visible()
        page.get_by_role("button", name="Hold now").click()
        assert page.get_by_text("answers 404").is_visible()
        page.get_by_role("button", name="Hold now").click()
        said = page.get_by_text("Gone from every page at").inner_text()
        assert re.search(r"\d\d:\d\d:\d\d", said)
        assert status_of(address + ADDRESS) == 404
        assert time.monotonic() - began < 100


def test_redacted_at_the_desk_it_is_in_no_file(browser: Browser, live: tuple[Deployment, str]) -> None:
    deployment, address = live
    with signed_in_page(browser, deployment, address, "approver", java_script_enabled=False) as page:
        page.goto(f"{address}/desk/find?q=21+000+002")  # one alone has this reference: its page
        page.get_by_role("link", name="Redact words").click()
        page.get_by_label("Words to erase").fill(f"{NAME}\nVannock")
        page.get_by_role("button", name="Show what would change").first.click()
        assert page.locator("del", has_text="Perpetua").count() == 2
        page.get_by_role("button", name="Erase these words for good").click()
        assert page.get_by_text("The words are erased from 21 000 002").is_visible()
    found = [
        path for path in deployment.folder.rglob("*") if path.is_file() and b"vannock" in path.read_bytes().lower()
    ]
    assert found == []


def test_every_page_about_a_decision_is_fit_to_use(browser: Browser, live: tuple[Deployment, str]) -> None:
    deployment, address = live
    deployment.do("hold", "21 000 001")
    deployment.do("review", "21 000 003", "--open", "--kind", "court")
    with signed_in_page(browser, deployment, address, "manager") as page:
        for path in ("/desk/journal", "/desk/reviews", "/desk/retention", "/desk/reports", "/desk/hold/x"):
            page.goto(address + path)
            look(page)
        for reference, tails in (
            ("21 000 001", ("", "/release", "/withdraw", "/redact", "/correct", "/findings")),
            ("21 000 003", ("", "/hold", "/release")),
        ):
            page.goto(f"{address}/desk/find?q={reference.replace(' ', '+')}")
            here = page.url
            for tail in tails:
                page.goto(here + tail)
                look(page)
