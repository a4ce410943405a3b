"""The system's Chromium, and what a test asks of a page in it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = os.environ.get("UPHELD_TEST_CHROMIUM") or shutil.which("chromium") or ""
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
SCREEN: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; a test that needs it is skipped where there is none."""
    if not CHROMIUM:
        pytest.skip("no chromium on this machine; UPHELD_TEST_CHROMIUM may name one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def reader(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page of a reader of their own: nothing is remembered from another."""
    context: BrowserContext = browser.new_context(**options)
    yield context.new_page()
    context.close()


def complaints(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is now."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": _RULES}})
    return [f"{one['id']}: {node['html'][:200]}" for one in found.response["violations"] for node in one["nodes"]]


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
