"""What a browser loads: ours alone, small, under names that never change what they name."""

import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

from upheld.ui.assets import MANIFEST, AssetsNotBuiltError

ROOT = Path(__file__).resolve().parents[3]
BUILT = MANIFEST.parent
pytestmark = [pytest.mark.urls("upheld.ui.urls"), pytest.mark.django_db]


def _built(name: str) -> Path:
    names: dict[str, str] = json.loads(MANIFEST.read_text())
    return BUILT.parent / names[f"ui/{name}"]


def test_the_stylesheet_is_served_and_kept_for_ever(client: Client) -> None:
    with closing(client.get(staticfiles_storage.url("ui/upheld.css"))) as answer:
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith("text/css")
        assert "immutable" in answer["Cache-Control"]


def test_a_browser_that_takes_brotli_gets_it(client: Client) -> None:
    address = staticfiles_storage.url("ui/upheld.css")
    with closing(client.get(address, headers={"Accept-Encoding": "br, gzip"})) as answer:
        assert answer["Content-Encoding"] == "br"


def test_an_asset_that_is_not_built_says_what_to_do() -> None:
    with pytest.raises(AssetsNotBuiltError, match="make install"):
        staticfiles_storage.url("ui/missing.css")


def test_two_fonts_together_weigh_less_than_90_kilobytes() -> None:
    fonts = sorted(BUILT.glob("*.woff2"))
    assert len(fonts) == 2
    assert sum(font.stat().st_size for font in fonts) < 90_000


def test_the_public_stylesheet_holds_nothing_of_the_desk() -> None:
    assert "desk-" not in _built("upheld.css").read_text()
    assert _built("desk.css").stat().st_size < _built("upheld.css").stat().st_size


def test_every_file_the_stylesheet_names_is_there() -> None:
    names = re.findall(r"url\(([^)]+)\)", _built("upheld.css").read_text())
    assert len(names) == 2
    assert all((BUILT / name).is_file() for name in names)


def test_fonts_do_not_hold_up_the_text_and_give_way_to_less_data() -> None:
    css = _built("upheld.css").read_text()
    assert css.count("font-display:swap") == css.count("@font-face{") == 2
    assert "(prefers-reduced-data: reduce)" in css


@pytest.mark.parametrize("mark", ["GDS Transport", "govuk-crest", "govuk-logo", "crown", "light-94a07e06a1"])
def test_nothing_of_the_crown_is_in_the_bundle(mark: str) -> None:
    texts = [path.read_text().lower() for path in BUILT.iterdir() if path.suffix in {".css", ".js", ".svg", ".json"}]
    assert texts
    assert not [text for text in texts if mark.lower() in text]


def test_no_file_of_govuk_frontend_is_shipped() -> None:
    kinds = {path.name.split(".")[0] for path in BUILT.iterdir() if path.name != ".built"}
    assert kinds == {"analytics", "atkinson", "source-serif", "favicon", "manifest", "upheld", "desk"}


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
    assert all("integrity" in package for name, package in lock["packages"].items() if name)


def test_the_components_and_their_macros_are_one_version() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())["devDependencies"]["govuk-frontend"]
    assert wanted.startswith("6.0.")
