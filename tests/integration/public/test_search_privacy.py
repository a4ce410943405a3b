"""What a reader searches for is a secret of theirs: no log has it, and no other site or program is told."""

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.test import Client

from tests.build.decision import published
from upheld.lib.logs import make_handler
from upheld.public.consent import COOKIE
from upheld.public.views import search as view

pytestmark = pytest.mark.django_db
WORDS = "zyxwheron"
ADDRESSES = (
    f"/search?q={WORDS}",
    f"/search?q={WORDS}:x+(&outcome={WORDS}",
    f"/search?from={WORDS}&refs={WORDS}&at={WORDS}&after={WORDS}",
    f"/references?refs={WORDS}",
    f"/search/suggest?q={WORDS}",
    f"/search.csv?q={WORDS}",
)


@contextmanager
def listening() -> Iterator[io.StringIO]:
    """Everything that is logged meanwhile, at every level, as the deployment writes it."""
    heard = io.StringIO()
    handler, root = make_handler(heard), logging.getLogger()
    level, quiet = root.level, logging.getLogger("django.db.backends")
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    quiet.setLevel(logging.INFO)  # statements with their values, for developers: never on in a deployment
    try:
        yield heard
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        quiet.setLevel(logging.NOTSET)


def test_no_log_holds_what_was_searched_for(
    client: Client, index: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    published()
    index()
    with listening() as heard:
        for address in ADDRESSES:
            client.get(address)

        def fail(request: object) -> None:
            raise ValueError(f"cannot search for {WORDS}") from KeyError(request)

        monkeypatch.setattr(view, "find", fail)
        client.raise_request_exception = False
        assert client.get(ADDRESSES[0]).status_code == 500
    assert WORDS not in heard.getvalue()
    assert '"event": "Internal Server Error: /search"' in heard.getvalue()
    assert "builtins.ValueError, raised in" in heard.getvalue()


def test_no_other_site_or_program_is_told(client: Client, index: Callable[[], None], analytics: None) -> None:
    del analytics
    published()
    index()
    client.cookies[COOKIE] = "on"
    seen = client.get(ADDRESSES[0])
    assert seen.headers["Referrer-Policy"] == "no-referrer"
    assert "googletagmanager" not in seen.content.decode()
    assert "googletagmanager" not in seen.headers["Content-Security-Policy"]
    assert "googletagmanager" in client.get("/about").content.decode()
    for address in ("/search", "/references", "/pack", "/cases-like-mine"):  # where it may be typed next
        assert "googletagmanager" not in client.get(address).content.decode(), address
