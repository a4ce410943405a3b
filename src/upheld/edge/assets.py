"""The site's stylesheets, scripts and images, answered before any page code runs."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from whitenoise import WhiteNoise

PREFIX = "/static/"
HASHED = re.compile(r"\.[0-9a-f]{10}\.\w+$")
PROTECTION = (
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex"),
)
"""What a file carries. It is part of pages and none itself: opened alone, it loads nothing and is not indexed."""

Application = Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]


def with_assets(pages: WSGIApplication, folder: Path) -> Application:
    """`pages`, with the files in `folder` at /static/. A name with a hash in it may be kept for ever."""
    files: WSGIApplication = WhiteNoise(
        pages,
        root=folder,
        prefix=PREFIX,
        immutable_file_test=_is_hashed,
        max_age=0,
        charset="utf-8",
        allow_all_origins=False,
    )

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(PREFIX):
            return files(environ, _protected(start_response))
        return pages(environ, start_response)

    return application


def _protected(start_response: StartResponse) -> StartResponse:
    """`start_response` with the headers of a file on every answer about one: 304, 405 and 416 too."""

    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Callable[[bytes], object]:
        known = {name.lower() for name, _ in headers}
        return start_response(status, [*headers, *(pair for pair in PROTECTION if pair[0].lower() not in known)], *rest)

    return start


def _is_hashed(_path: str, url: str) -> bool:
    return HASHED.search(url) is not None
