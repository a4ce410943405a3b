"""The system's Chromium, and what a test asks of a page in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, CDPSession, Locator, Page, expect, sync_playwright

CHROMIUM = os.environ.get("UPHELD_TEST_CHROMIUM") or shutil.which("chromium") or ""
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
SCREEN: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}


PATIENCE = 120_000  # milliseconds: on a busy machine the browser and the server wait for each other
expect.set_options(timeout=PATIENCE)

_KEPT: dict[tuple[Browser, str], tuple[Page, CDPSession]] = {}


def _wait_after(act: Callable[..., None]) -> Callable[..., None]:
    """A click returns as soon as an answer begins; what is looked at next may not have come yet."""

    def and_wait(self: Locator, **values: Any) -> None:
        page = self.page
        act(self, **values)
        if not page.is_closed():
            page.wait_for_load_state()

    return and_wait


Locator.click = _wait_after(Locator.click)  # type: ignore[method-assign]  # for every test
Locator.tap = _wait_after(Locator.tap)  # type: ignore[method-assign]  # the same


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; a test that needs it is skipped where there is none."""
    if not CHROMIUM:
        pytest.skip("no chromium on this machine; UPHELD_TEST_CHROMIUM may name one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield browser
        close_windows()
        browser.close()


def close_windows() -> None:
    """Closes the windows that are kept for the next reader."""
    while _KEPT:
        _, (page, _) = _KEPT.popitem()
        page.context.close()


@contextmanager
def stranger(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page in a window of its own, closed afterwards: for what cannot be undone, like a passkey."""
    context = _window(browser, options)
    yield context.new_page()
    context.close()


@contextmanager
def reader(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page of a reader of their own: nothing is remembered from another.

    The window is kept for the next reader who wants one like it, as a new one costs three times what a page does.
    """
    key = (browser, repr(sorted(options.items())))
    page, session = _KEPT.pop(key, None) or _open(browser, options)
    yield page  # where a test fails, its window is not used again
    _forget(page, session, options)
    _KEPT[key] = (page, session)


def _open(browser: Browser, options: dict[str, Any]) -> tuple[Page, CDPSession]:
    page = _window(browser, options).new_page()
    return page, page.context.new_cdp_session(page)


def _window(browser: Browser, options: dict[str, Any]) -> BrowserContext:
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context


def _forget(page: Page, session: CDPSession, options: dict[str, Any]) -> None:
    """Leaves the page's window as it was when it was opened."""
    for other in page.context.pages:
        if other != page:
            other.close()
    page.unroute_all()
    if page.url.startswith("http"):
        page.goto(urljoin(page.url, "/robots.txt"))  # of the same place, so that its process is kept too
        session.send("Storage.clearDataForOrigin", {"origin": page.url[: -len("/robots.txt")], "storageTypes": "all"})
    session.send("Network.clearBrowserCache")
    page.context.clear_cookies()
    page.emulate_media(media="null", color_scheme=options.get("color_scheme", "light"))
    if viewport := options.get("viewport"):
        page.set_viewport_size(viewport)


def complaints(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is now."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": _RULES}, "resultTypes": ["violations"]})
    return [f"{one['id']}: {node['html'][:200]}" for one in found.response["violations"] for node in one["nodes"]]


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
