"""A small site behind the page cache, and a reader who asks it things."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from upheld.edge.cache import PageCache
from upheld.edge.watch import Watch

Headers = list[tuple[str, str]]


@dataclass
class Site:
    """An application whose pages say how often they were made, and what they were told about the reader."""

    head: int = 1
    cursors: dict[str, int] = field(default_factory=lambda: {"search": 1})
    status: str = "200 OK"
    headers: Headers = field(default_factory=lambda: [("Content-Type", "text/html; charset=utf-8")])
    body: Callable[[], Iterable[bytes]] | None = None
    seen: list[WSGIEnvironment] = field(default_factory=list)
    closed: int = 0
    during: Callable[[], None] = lambda: None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.seen.append(environ)
        self.during()
        start_response(self.status, list(self.headers))
        if self.body is not None:
            return self.body()
        return Closing([f"made {len(self.seen)} of {environ['PATH_INFO']} at {self.head} ".encode() * 40], self)


@dataclass
class Closing:
    """A body that notices being closed, as Django's does."""

    pieces: list[bytes]
    site: Site

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.pieces)

    def close(self) -> None:
        self.site.closed += 1


@dataclass(frozen=True)
class Answered:
    """What a reader got."""

    status: int
    headers: dict[str, str]
    body: bytes


def cached(site: Site, *, most_bytes: int = 1_000_000) -> tuple[PageCache, Watch]:
    """The page cache before `site`, and the watch by which it learns of changes (look() makes it notice at once)."""
    watch = Watch(lambda: site.head, {name: lambda name=name: site.cursors[name] for name in site.cursors})
    return PageCache(site, watch, most_bytes=most_bytes), watch


def ask(app: WSGIApplication, path: str = "/", query: str = "", *, method: str = "GET", **headers: str) -> Answered:
    """The answer to one request; `headers` are spelt as Python names (accept_encoding="br")."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "register.example",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    said: list[tuple[str, Headers]] = []
    body = app(environ, lambda status, headers, *_: said.append((status, headers)))
    content = b"".join(body)
    if hasattr(body, "close"):
        body.close()
    status, fields = said[-1]
    return Answered(int(status[:3]), {name.lower(): value for name, value in fields}, content)
