"""An answer as it is kept: encoded, with its headers and its tag ready to be sent."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from wsgiref.types import StartResponse, WSGIEnvironment

from upheld.edge.encodings import Encoding, decode, encode, is_worth_it
from upheld.edge.watch import Position

Headers = list[tuple[str, str]]
READS = "x-upheld-reads"
KEPT_STATUSES = frozenset({"200", "301", "302", "303", "308", "410"})
OVERHEAD = 2_000  # bytes that an answer costs beside its body: headers, key, objects
_REPLACED = frozenset({READS, "content-length", "etag", "vary"})
_NOTHING: list[bytes] = []


@dataclass(frozen=True, slots=True)
class Page:
    """What the application answered: status, headers and body, before any encoding."""

    status: str
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """The values of the header `name` (in lower case), joined; empty when there is none."""
        return header(self.headers, name)


@dataclass(slots=True)
class Answer:
    """A page in one encoding, made from the register as it stood at `seen`."""

    page_status: str
    page_headers: Headers
    encoding: Encoding
    headers: Headers
    headers_unchanged: Headers
    tag: str
    body: list[bytes]
    size: int
    seen: Position
    followers: tuple[str, ...]
    asked_again: bool = False

    def holds_at(self, position: Position) -> bool:
        """Whether nothing this page was made from has moved between `seen` and `position`."""
        if self.seen.head != position.head:
            return False
        return all(self.seen.cursors.get(name) == position.cursors.get(name) for name in self.followers)

    def page(self) -> Page:
        """The page it was made from."""
        return Page(self.page_status, self.page_headers, decode(self.body[0], self.encoding))

    def send(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers one request, with 304 when the reader has this very answer. Servers must not change the lists."""
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and self.tag and _names(known, self.tag):
            start_response("304 Not Modified", self.headers_unchanged)
            return _NOTHING
        start_response(self.page_status, self.headers)
        return _NOTHING if environ["REQUEST_METHOD"] == "HEAD" else self.body


def make_answer(page: Page, encoding: Encoding, seen: Position) -> Answer:
    """`page` compressed when that is worth it, tagged by what it holds; made once, sent many times."""
    used: Encoding = encoding if is_worth_it(page.body, page.header("content-type")) else "identity"
    body = encode(page.body, used)
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"' if page.status.startswith("200") else ""
    common = [*public_headers(page.headers), *([("ETag", tag)] if tag else [])]
    own = [("Content-Encoding", used)] if used != "identity" else []
    return Answer(
        page_status=page.status,
        page_headers=page.headers,
        encoding=used,
        headers=[*common, *own, ("Content-Length", str(len(body)))],
        headers_unchanged=[pair for pair in common if pair[0].lower() != "content-type"],
        tag=tag,
        body=[body],
        size=len(body) + OVERHEAD,
        seen=seen,
        followers=tuple(name for name, _ in read_followers(page.headers)),
    )


def header(headers: Headers, name: str) -> str:
    """The values of the header `name` (in lower case), joined; empty when there is none."""
    return ", ".join(value for key, value in headers if key.lower() == name)


def public_headers(headers: Headers) -> Headers:
    """The headers as a reader gets them: without what is ours, and to be asked for again before each use.

    `no-cache` lets browsers and shared caches keep a copy but makes them ask, so that a withdrawal is seen at once.
    """
    kept = [pair for pair in headers if pair[0].lower() not in _REPLACED]
    varies = {name.strip() for name in header(headers, "vary").split(",") if name.strip()}
    kept.append(("Vary", ", ".join(sorted({*varies, "Accept-Encoding", "Cookie"}))))
    if not header(headers, "cache-control"):
        kept.append(("Cache-Control", "no-cache"))
    return kept


def read_followers(headers: Headers) -> tuple[tuple[str, int | None], ...]:
    """The followers this page was made from, each with the cursor of what it saw (`search=12`)."""
    names = (part.strip().partition("=") for part in header(headers, READS).split(","))
    return tuple((name, int(cursor) if cursor.isdecimal() else None) for name, _, cursor in names if name)


def may_be_kept(status: str, headers: Headers, seen: Position) -> bool:
    """Whether this answer is the same for every reader with its address until the register moves."""
    names = {name.lower() for name, _ in headers}
    control = header(headers, "cache-control").lower()
    if status[:3] not in KEPT_STATUSES or "set-cookie" in names or "content-encoding" in names:
        return False
    if "no-store" in control or "private" in control:
        return False
    return all(_is_current(name, cursor, seen) for name, cursor in read_followers(headers))


def _is_current(name: str, cursor: int | None, seen: Position) -> bool:
    """Whether the page says that it saw what was known of this follower's work when it was begun, and that was all.

    A worker may still have an older index open than the cursor on disk: only the page knows which it used. A follower
    behind the journal may have done more than its cursor tells: redacted words leave the index long before it moves.
    """
    return cursor is not None and name in seen.cursors and cursor >= seen.cursors[name] >= seen.head


def _names(known: str, tag: str) -> bool:
    if known == tag:
        return True
    return any(part.strip().removeprefix("W/") in {tag, "*"} for part in known.split(","))
