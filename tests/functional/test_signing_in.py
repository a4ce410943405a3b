"""Somebody is let in: link, password, second step, recovery codes, passkey; in a real browser, at two widths."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Browser, Page

from tests.build.browser import SCREEN, complaints, scrolls_sideways, stranger
from tests.build.deployment import Deployment, fresh_copy
from tests.build.server import serving

pytestmark = pytest.mark.functional

PASSWORD = "a quiet reading room"
NARROW = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
WIDTHS = ({"width": 360, "height": 740}, {"width": 1280, "height": 800})


@pytest.fixture(scope="module")
def live(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Deployment, str]]:
    """A served deployment without any people."""
    deployment = fresh_copy(template_deployment, tmp_path_factory.mktemp("live") / "var")
    with serving(deployment) as address:
        yield deployment, address.replace("127.0.0.1", "localhost")  # passkeys belong to a name


def add_person(deployment: Deployment, email: str, role: str) -> str:
    """Adds a person; gives the path of their link."""
    told = deployment.do("add-person", email, "--name", "Ada Invented", "--role", role)
    return urlsplit(re.findall(r"http\S+", told)[0]).path


def press(page: Page, words: str) -> None:
    with page.expect_navigation():
        page.click(f"main button:has-text('{words}')")


def looks_right(page: Page) -> None:
    """Nothing is wrong with the page as it is, wide and narrow."""
    for size in WIDTHS:
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict
        assert complaints(page) == [], page.url
        assert not scrolls_sideways(page), page.url


def set_password(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.fill("#password1", PASSWORD)
    page.fill("#password2", PASSWORD)
    press(page, "Set the password")


def sign_in(page: Page, address: str, email: str) -> None:
    page.goto(f"{address}/desk/account/sign-in")
    page.fill("#login", email)
    page.fill("#password", PASSWORD)
    press(page, "Sign in")


def code_for(secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def path_of(page: Page) -> str:
    return urlsplit(page.url).path


@pytest.mark.parametrize("options", [SCREEN, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_from_the_command_line_into_the_desk_and_out(
    live: tuple[Deployment, str], browser: Browser, options: dict[str, object], *, script: bool
) -> None:
    deployment, address = live
    email = f"boss{len(str(options))}{script}@example.org"
    path = add_person(deployment, email, "administrator")
    with stranger(browser, java_script_enabled=script, **options) as page:
        # axe is a script, and looks at each page at both widths
        look = looks_right if script and options is SCREEN else lambda _: None
        page.goto(address + path)
        look(page)
        page.fill("#password1", PASSWORD)
        page.fill("#password2", PASSWORD)
        press(page, "Set the password")
        look(page)
        page.fill("#login", email)
        page.fill("#password", PASSWORD)
        press(page, "Sign in")
        page.goto(f"{address}/desk/people")
        assert path_of(page) == "/desk/account/"
        look(page)
        page.click("main >> text=Use an authenticator app")
        page.click("text=The app cannot read it")
        look(page)
        secret = page.inner_text(".account__secret").replace(" ", "")
        page.fill("#code", code_for(secret))
        press(page, "Set it up")
        look(page)
        codes = page.locator(".account__codes li").all_inner_texts()
        assert len(codes) == 10
        page.goto(f"{address}/desk/people")
        assert path_of(page) == "/desk/people"
        look(page)
        page.goto(f"{address}/desk/account/sign-out")
        press(page, "Sign out")
        assert path_of(page) == "/desk/account/sign-in"
        page.fill("#login", email)
        page.fill("#password", PASSWORD)
        press(page, "Sign in")
        look(page)
        assert path_of(page) == "/desk/account/second-step"
        page.fill("#code", "000000")
        press(page, "Go on")
        assert "This code does not work" in page.inner_text("main")
        page.fill("#code", codes[0])
        press(page, "Go on")
        assert path_of(page) == "/desk/"
        page.goto(f"{address}/desk/account/")
        assert "9 unused" in page.inner_text("main")
        look(page)


def test_an_app_signs_in_again_and_its_code_only_once(live: tuple[Deployment, str], browser: Browser) -> None:
    deployment, address = live
    path = add_person(deployment, "twice@example.org", "reader")
    with stranger(browser, **SCREEN) as page:
        set_password(page, address, path)
        sign_in(page, address, "twice@example.org")
        page.goto(f"{address}/desk/account/app")
        page.click("text=The app cannot read it")
        secret = page.inner_text(".account__secret").replace(" ", "")
        page.fill("#code", code_for(secret))
        press(page, "Set it up")
        page.context.clear_cookies()
        sign_in(page, address, "twice@example.org")
        code = code_for(secret)
        page.fill("#code", code)
        press(page, "Go on")
        assert path_of(page) == "/desk/"
        page.context.clear_cookies()
        sign_in(page, address, "twice@example.org")
        page.fill("#code", code)
        press(page, "Go on")
        assert path_of(page) == "/desk/account/second-step"


def test_a_passkey_is_made_used_and_removed(live: tuple[Deployment, str], browser: Browser) -> None:
    deployment, address = live
    path = add_person(deployment, "key@example.org", "editor")
    with stranger(browser, **SCREEN) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        give_authenticator(page)
        set_password(page, address, path)
        sign_in(page, address, "key@example.org")
        page.goto(f"{address}/desk/account/passkeys/add")
        looks_right(page)
        page.fill("#name", "Work laptop")
        press(page, "Make a passkey")
        assert path_of(page) == "/desk/account/recovery-codes"
        page.goto(f"{address}/desk/account/")
        assert "Work laptop" in page.inner_text("main")
        looks_right(page)
        page.context.clear_cookies()
        sign_in(page, address, "key@example.org")
        looks_right(page)  # the second step, with a passkey
        press(page, "Use a passkey")
        assert path_of(page) == "/desk/"
        page.goto(f"{address}/desk/help")
        assert path_of(page) == "/desk/help"
        page.goto(f"{address}/desk/account/")
        page.click("text=Remove the passkey Work laptop")
        looks_right(page)
        press(page, "Remove it")
        page.goto(f"{address}/desk/help")
        assert path_of(page) == "/desk/account/"
        assert said == []


def test_a_passkey_that_is_refused_by_the_browser_is_said_to_be_so(
    live: tuple[Deployment, str], browser: Browser
) -> None:
    deployment, address = live
    path = add_person(deployment, "refused@example.org", "editor")
    with stranger(browser, **SCREEN) as page:
        give_authenticator(page, isUserVerified=False)
        set_password(page, address, path)
        sign_in(page, address, "refused@example.org")
        page.goto(f"{address}/desk/account/passkeys/add")
        page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new Error('refused')); }")
        page.click("main button:has-text('Make a passkey')")
        page.wait_for_selector(".passkey__fault:not([hidden])")
        assert "did not give a passkey" in page.inner_text(".passkey__fault")


def give_authenticator(page: Page, **values: bool) -> None:
    """Chromium's own authenticator, which says yes to everything."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options | values})
