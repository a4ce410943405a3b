"""Stylesheets and scripts, answered before any page code runs."""

from pathlib import Path

import pytest

from tests.build.site import Site, ask
from upheld.edge.assets import Application, with_assets


@pytest.fixture
def app(tmp_path: Path) -> Application:
    folder = tmp_path / "ui"
    folder.mkdir()
    (folder / "upheld.0c827d004d.css").write_text("body{}" * 9)
    (folder / "upheld.0c827d004d.css.br").write_bytes(b"packed")
    (folder / "manifest.json").write_text("{}")
    (tmp_path.parent / "secret").write_text("secret")
    return with_assets(Site(), tmp_path)


def test_a_hashed_file_may_be_kept_for_ever_and_comes_packed(app: Application) -> None:
    plain = ask(app, "/static/ui/upheld.0c827d004d.css")
    packed = ask(app, "/static/ui/upheld.0c827d004d.css", accept_encoding="br")
    assert plain.body == b"body{}" * 9
    assert "immutable" in plain.headers["cache-control"]
    assert plain.headers["x-content-type-options"] == "nosniff"
    assert (packed.body, packed.headers["content-encoding"]) == (b"packed", "br")


@pytest.mark.parametrize(
    ("headers", "method", "status"),
    [
        ({}, "GET", 200),
        ({"range": "bytes=0-3"}, "GET", 206),
        ({"range": "bytes=999-"}, "GET", 416),
        ({"if_modified_since": "Fri, 01 Jan 2100 00:00:00 GMT"}, "GET", 304),
        ({}, "POST", 405),
    ],
)
def test_every_answer_about_a_file_is_protected(
    app: Application, headers: dict[str, str], method: str, status: int
) -> None:
    answer = ask(app, "/static/ui/upheld.0c827d004d.css", method=method, **headers)
    assert answer.status == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_name_without_a_hash_is_asked_for_again(app: Application) -> None:
    assert "immutable" not in ask(app, "/static/ui/manifest.json").headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["/static/../secret", "/static/ui/../../secret", "/static//etc/passwd", "/static/\x00"]
)
def test_nothing_else_on_the_disk_can_be_reached(app: Application, path: str) -> None:
    assert ask(app, path).body.startswith(b"made 1")


def test_pages_are_pages(app: Application) -> None:
    assert ask(app, "/decisions").body.startswith(b"made 1 of /decisions")
