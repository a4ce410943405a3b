"""The access log: one line a request, without anything about the reader or what they searched for."""

import time
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import structlog

from upheld.edge.answers import Headers, header

log = structlog.get_logger("upheld.access")
SECRET = ("/desk/account/link/", "/desk/hold/")
Application = Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]


def with_access_log(inner: WSGIApplication) -> Application:
    """`inner`, logging method, path without query, status, milliseconds and bytes of each request."""

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        began_at = time.perf_counter()
        said: list[tuple[str, str]] = []

        def start(status: str, headers: Headers, *rest: object) -> Callable[[bytes], object]:
            said.append((status[:3], header(headers, "content-length")))
            return start_response(status, headers, *rest)  # type: ignore[arg-type]  # exc_info, handed on as it came

        body = inner(environ, start)
        _report(environ, said, began_at)
        return body

    return application


def _path(path: str) -> str:
    """The path, without the secret part of a link that works for whoever has it."""
    secret = next((lead for lead in SECRET if path.startswith(lead)), None)
    return f"{secret}…" if secret else path


def _report(environ: WSGIEnvironment, said: list[tuple[str, str]], began_at: float) -> None:
    status, size = said[-1] if said else ("", "")
    log.info(
        "request",
        method=environ["REQUEST_METHOD"],
        path=_path(environ["PATH_INFO"].encode("latin-1", "replace").decode("utf-8", "replace")),
        status=int(status) if status else None,
        ms=round((time.perf_counter() - began_at) * 1_000, 1),
        bytes=int(size) if size.isdecimal() else None,
    )
