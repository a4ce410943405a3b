"""Takes the pictures of the editor's guide from a desk in the middle of a week: `make pictures`."""

import json
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

FOLDER = Path(__file__).resolve().parents[2] / "docs/images"
SIZE: Any = {"width": 1120, "height": 760}
_FILL = """
import json
from tests.build.desk import fill_desk, sign_everybody_in
fill_desk()
print(json.dumps(sign_everybody_in()))
"""


def take(folder: Path) -> None:
    """Makes the desk, serves it, and keeps what a browser shows of its pages."""
    from django.conf import settings

    from tests.build.browser import chromium
    from tests.build.deployment import Deployment
    from tests.build.scheme import OFFICIAL
    from tests.build.server import serving

    made = Path(tempfile.mkdtemp(prefix="upheld-pictures-"))
    try:
        deployment = Deployment(made / "var", {"UPHELD_SCHEME": OFFICIAL})
        deployment.do("check")
        told = deployment.python(_FILL).communicate()[0]
        keys = json.loads(told.strip().splitlines()[-1])
        with serving(deployment) as address, chromium() as browser:
            for name, who, show in PICTURES:
                context = browser.new_context(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
                cookie: Any = {"name": settings.SESSION_COOKIE_NAME, "value": keys[who], "url": f"{address}/desk/"}
                context.add_cookies([cookie])
                page = context.new_page()
                show(page, address)
                page.evaluate("document.fonts.ready")
                page.screenshot(path=folder / f"desk-{name}.png")
                context.close()
    finally:
        shutil.rmtree(made)


def _at(path: str) -> Callable[[Any, str], None]:
    def show(page: Any, address: str) -> None:
        page.goto(address + path, wait_until="networkidle")

    return show


def _a_draft(page: Any, address: str) -> None:
    """A draft in which something was found."""
    page.goto(f"{address}/desk/find?blocker=open-findings", wait_until="networkidle")
    page.locator(".rows__link").first.click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("heading", name="Text and findings").evaluate("one => one.scrollIntoView()")


def _holding(page: Any, address: str) -> None:
    """What holding two decisions would do."""
    page.goto(f"{address}/desk/find?state=published", wait_until="networkidle")
    for place in range(2):
        page.locator(".rows .desk-check input").nth(place).check()
    page.get_by_role("button", name=re.compile("^Hold")).click()
    page.wait_for_load_state("networkidle")


PICTURES: tuple[tuple[str, str, Callable[[Any, str], None]], ...] = (
    ("home", "ben", _at("/desk/")),
    ("take-in", "ada", _at("/desk/take-in")),
    ("check", "ada", _a_draft),
    ("find", "cleo", _at("/desk/find?state=ready")),
    ("hold", "cleo", _holding),
    ("batch", "ben", _at("/desk/batch")),
    ("calendar", "ben", _at("/desk/calendar")),
)

if __name__ == "__main__":
    django.setup()  # before anything that imports a model
    take(FOLDER)
