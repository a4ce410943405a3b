"""The site's stylesheets, scripts and images, answered before any page code runs."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from whitenoise import WhiteNoise

PREFIX = "/static/"
HASHED = re.compile(r"\.[0-9a-f]{10}\.\w+$")
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
        add_headers_function=_protect,
    )

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(PREFIX):
            return files(environ, start_response)
        return pages(environ, start_response)

    return application


def _protect(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


def _is_hashed(_path: str, url: str) -> bool:
    return HASHED.search(url) is not None
