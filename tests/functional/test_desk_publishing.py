"""From a Word file to the public page: two people at the desk, by keys, without scripts, and both at once."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.build.browser import SCREEN, complaints, scrolls_sideways
from tests.build.deployment import Deployment, fresh_copy
from tests.build.person import signed_in_page
from tests.build.scheme import OFFICIAL
from tests.build.server import serving
from tests.build.word import p, r, word_file

pytestmark = pytest.mark.functional

NARROW: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
TEXT = """Alderford Borough Council (21 000 005)

Category: Housing > Homelessness
Decision: Upheld
Decision date: 14 March 2022

Summary: Mrs B complained that the Council lost her papers. It was at fault.

The complaint

1. Mrs B complained about the Council.

2. Her son telephoned on 07700 900123 to ask for the papers.
"""


@pytest.fixture(scope="module")
def live(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Deployment, str]]:
    """An official register."""
    copied = fresh_copy(template_deployment, tmp_path_factory.mktemp("publishing") / "var")
    deployment = Deployment(copied.folder, {"UPHELD_SCHEME": OFFICIAL})
    with serving(deployment) as address:
        yield deployment, address


def look(page: Page) -> None:
    """The page is looked at as it is shown, at both widths."""
    assert complaints(page) == [], page.url
    before = page.viewport_size
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not scrolls_sideways(page), page.url
    assert complaints(page) == [], page.url
    if before:
        page.set_viewport_size(before)


def written(folder: Path) -> Path:
    """A Word file with a name, a number and a postcode in it, and an author in its properties."""
    body = [
        p(r("Alderford Borough Council (21 000 004)"), style="Heading1"),
        p(r("Category: Housing > Homelessness")), p(r("Decision : Upheld")), p(r("Decision date : 14 Mar 2022")),
        p(r("Summary: Mrs B complained that the Council lost her papers. It was at fault.")),
        p(r("The complaint"), style="Heading1"),
        p(r("Mrs B complained that her son, Tobias Quill, had sent her papers to the Council.")),
        p(r("He telephoned on 07700 900123, and the Council wrote to AB1 2CD in error.")),
        p(r("The Council could not find what Tobias Quill had sent.")),
    ]  # fmt: skip
    path = folder / "decision.docx"
    path.write_bytes(word_file("".join(body)))
    return path


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def settle_by_keys(page: Page) -> None:
    """Answers every finding with single keys: names are replaced, postcodes are not personal, the rest is necessary."""
    for _ in range(12):
        if page.locator('[data-finding="open"]').count() == 0:
            return
        page.keyboard.press("n")
        card = page.locator("[data-finding]:focus")
        expect(card).to_have_count(1)
        kind = card.locator(".card__kind").inner_text()
        if kind.startswith("Name"):
            page.keyboard.press("r")
            page.get_by_label("What stands in their place").fill("Mr Y")
            with page.expect_navigation():
                page.keyboard.press("Enter")
            page.get_by_role("button", name=re.compile("Replace in")).click()
        elif kind.startswith("Postcode"):
            with page.expect_navigation():
                page.keyboard.press("x")
        else:
            page.keyboard.press("e")
            page.keyboard.type("nxr: the number itself is what the complaint is about")
            page.locator("[data-finding]:focus-within").get_by_role("button", name="Say that it is necessary").click()
        expect(page.locator("#said")).to_contain_text("Done:")
    raise AssertionError(page.locator("main").inner_text())


def test_from_a_word_file_to_the_public_page(browser: Browser, live: tuple[Deployment, str], tmp_path: Path) -> None:
    deployment, address = live
    with signed_in_page(browser, deployment, address, "editor", **SCREEN) as editor:
        editor.goto(f"{address}/desk/take-in")
        look(editor)
        editor.get_by_label(re.compile("Word files")).set_input_files(written(tmp_path))
        editor.get_by_role("button", name="Read it").click()
        expect(editor.locator(".source")).to_contain_text("what Tobias Quill had sent")
        look(editor)
        editor.get_by_role("button", name="Take it in as a draft").click()
        draft = editor.url.partition("#")[0]
        look(editor)
        editor.keyboard.press("n")
        settle_by_keys(editor)
        look(editor)
        accept_file = editor.get_by_role("button", name="I have seen this")
        if accept_file.count():
            accept_file.click()
        accept = editor.get_by_role("button", name="I have compared it")
        if accept.count():
            accept.click()
        editor.get_by_role("button", name="Send for checking").click()
        expect(editor.get_by_text("A second person has to confirm").first).to_be_visible()
        editor.goto(f"{draft}/preview")
        expect(editor.get_by_role("heading", name="Preview: nobody outside")).to_be_visible()
        look(editor)
    assert status_of(f"{address}/decisions/housing/homelessness/21-000-004") == 404
    with signed_in_page(browser, deployment, address, "approver", **SCREEN) as approver:
        approver.goto(draft)
        approver.get_by_role("button", name="Confirm that it is necessary").click()
        approver.get_by_role("link", name="Approve it").click()
        expect(approver.get_by_text("Readers see it at once.")).to_be_visible()
        look(approver)
        approver.get_by_role("button", name="Approve it").click()
        expect(approver.get_by_text("21 000 004 is public now.")).to_be_visible()
        look(approver)
        approver.goto(f"{address}/decisions/housing/homelessness/21-000-004")
        expect(approver.locator("article")).to_contain_text("what Mr Y had sent")
        assert "Quill" not in approver.content()


def test_every_act_works_without_scripts_on_a_phone(browser: Browser, live: tuple[Deployment, str]) -> None:
    deployment, address = live
    options = NARROW | {"java_script_enabled": False}
    with signed_in_page(browser, deployment, address, "editor", **options) as page:
        page.goto(f"{address}/desk/take-in")
        page.get_by_label("Text of one decision").fill(TEXT)
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("button", name="Take it in as a draft").click()
        draft = page.url.partition("#")[0]
        page.get_by_role("link", name="Go to finding 1").click()
        page.locator("#finding-1").get_by_role("link", name="Replace").click()
        page.get_by_role("button", name="Replace in 1 place").click()
        expect(page.get_by_text("was replaced by")).to_be_visible()
        page.goto(f"{draft}/edit?at=p1")
        page.locator('textarea[name="text:p1"]').fill("Mrs B complained about the Council twice.")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Mrs B complained about the Council twice.")).to_be_visible()
        for way in ("day", "return", "hold", "never", "delete", "changes", "edit", "preview"):
            page.goto(f"{draft}/{way}")
            assert page.locator("h1").count() == 1
        page.goto(f"{draft}/hold")
        page.get_by_role("button", name="Hold it").click()
        expect(page.get_by_text("It is held.", exact=False).first).to_be_visible()


def test_two_editors_on_one_draft_lose_nothing(browser: Browser, live: tuple[Deployment, str]) -> None:
    deployment, address = live
    with (
        signed_in_page(browser, deployment, address, "editor", **SCREEN) as first,
        signed_in_page(browser, deployment, address, "editor", **SCREEN) as second,
    ):
        first.goto(f"{address}/desk/take-in")
        first.get_by_label("Text of one decision").fill(TEXT.replace("000 005", "000 006"))
        first.get_by_role("button", name="Read it").click()
        first.get_by_role("button", name="Take it in as a draft").click()
        draft = first.url.partition("#")[0]
        for page in (first, second):
            page.goto(f"{draft}/edit?at=p1")
        look(first)
        first.locator('textarea[name="text:p1"]').fill("Mrs B complained about the Council in May.")
        first.get_by_role("button", name="Save", exact=True).click()
        second.locator('textarea[name="text:p1"]').fill("Mrs B complained twice about the Council.")
        second.get_by_role("button", name="Save", exact=True).click()
        expect(second.get_by_role("heading", name="Somebody else was quicker")).to_be_visible()
        expect(second.locator(".clash__side").first).to_contain_text("in May")
        look(second)
        second.get_by_label("Your text: change it as you like").fill("Mrs B complained twice about the Council in May.")
        second.get_by_role("button", name="Save into their text").click()
        expect(second.locator("#p1")).to_contain_text("complained twice about the Council in May.")
        second.goto(f"{draft}/changes")
        look(second)
