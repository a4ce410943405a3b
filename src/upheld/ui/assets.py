"""The built assets. `make install` writes each under a name that holds its hash, and a manifest that says which."""

import json
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage

FOLDER = Path(__file__).parent / "static"
MANIFEST = FOLDER / "ui" / "manifest.json"


class AssetsNotBuiltError(ValueError):
    """A page asks for an asset that has not been built."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the asset “{name}” has not been built; run `make install`")


class HashedAssets(StaticFilesStorage):
    """Addresses of assets by their plain names; what they name never changes, so browsers may keep it for ever."""

    def url(self, name: str | None) -> str:
        """The address of the asset `name`, such as `ui/upheld.css`. Raises AssetsNotBuiltError."""
        return urljoin(settings.STATIC_URL, hashed_name(name or ""))


def hashed_name(name: str) -> str:
    """`ui/upheld.css` as `ui/upheld.1a2b3c4d5e.css`. Raises AssetsNotBuiltError when there is none."""
    try:
        return _manifest()[name]
    except KeyError as error:
        raise AssetsNotBuiltError(name) from error


@cache
def _manifest() -> dict[str, str]:
    if not MANIFEST.is_file():
        return {}
    names: dict[str, str] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return names
