"""Takes the README's picture from the demo: `make picture`."""

import shutil
import tempfile
from pathlib import Path

import django

PICTURE = Path(__file__).resolve().parents[2] / "docs/images/home.png"
SIZE = {"width": 1280, "height": 1010}


def take(target: Path) -> None:
    """Makes the demo in a folder of its own, serves it, and keeps what a browser shows of its home page."""
    from tests.build.browser import chromium
    from tests.build.deployment import Deployment
    from tests.build.server import serving

    folder = Path(tempfile.mkdtemp(prefix="upheld-picture-"))
    try:
        demo = Deployment(folder / "var-demo")
        demo.do("demo")
        with serving(demo) as address, chromium() as browser:
            page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
            page.goto(address, wait_until="networkidle")
            page.evaluate("document.fonts.ready")
            target.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=target)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    django.setup()  # before anything that imports a model
    take(PICTURE)
