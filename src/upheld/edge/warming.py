"""Has a worker load what pages need before readers ask for them: the first search waited a second for it."""

import threading
from collections.abc import Callable
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults

import structlog
from django.db import connections

log = structlog.get_logger()


def warm(application: WSGIApplication, paths: tuple[str, ...], *, public_url: str) -> None:
    """Asks the application for each page once, as a reader at the public address would. What fails is left to them."""
    for path in paths:
        _ask(application, path, public_url)


def warm_later(*loads: Callable[[], object]) -> threading.Thread:
    """Calls each in a thread beside the first readers, one after another: what few pages need, and takes longer."""
    thread = threading.Thread(target=_load, args=(loads,), name="warming", daemon=True)
    thread.start()
    return thread


def _ask(application: WSGIApplication, path: str, public_url: str) -> None:
    address, (place, _, query) = urlsplit(public_url), path.partition("?")
    asked: dict[str, Any] = {
        "PATH_INFO": place,
        "QUERY_STRING": query,
        "HTTP_HOST": address.netloc,
        "HTTP_X_FORWARDED_PROTO": address.scheme,
        "wsgi.url_scheme": address.scheme,
        "wsgi.input": BytesIO(),
    }
    setup_testing_defaults(asked)
    try:
        answer = application(asked, _start_response)
        b"".join(answer)
        if close := getattr(answer, "close", None):
            close()
    except Exception as error:  # noqa: BLE001 - whatever it is, a worker without it serves all the same
        log.warning("a page could not be made ahead", problem=type(error).__name__)


def _start_response(
    _status: str, _headers: list[tuple[str, str]], _error: object = None, /
) -> Callable[[bytes], object]:
    return lambda _: None


def _load(loads: tuple[Callable[[], object], ...]) -> None:
    for load in loads:
        try:
            load()
        except Exception as error:  # noqa: BLE001 - the same: it is loaded when it is asked for
            log.warning("what pages need could not be loaded ahead", problem=type(error).__name__)
    connections.close_all()  # this thread's own
