"""The page cache in front of Django: what was answered once is answered again until the register moves."""

import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from upheld.edge.addresses import PARAMETERS, Address, Addresses, request_for
from upheld.edge.answers import Answer, Page, make_answer, may_be_kept
from upheld.edge.encodings import Encoding
from upheld.edge.responses import Response, call
from upheld.edge.shelf import Shelf
from upheld.edge.stalled import drop_when_vanished
from upheld.edge.watch import Position, Watch
from upheld.lib.desk import in_desk

ENCODINGS: tuple[Encoding, ...] = ("br", "gzip", "identity")
NOWHERE = Position(0, {})
PATIENCE = 2.0  # seconds that a request waits for another that is making the same page


class PageCache:
    """A WSGI application that answers from what it keeps, and else asks `app`.

    A kept page was made after its position was read, so a page made from a follower that lags is gone as soon as
    that follower moves. The build needs no place in the key: the cache lives and dies with its process.
    The desk is passed by: its requests reach `app` whole, and nothing of what it answers is kept.
    """

    def __init__(
        self, app: WSGIApplication, watch: Watch, *, most_bytes: int, parameters: Collection[str] = PARAMETERS
    ) -> None:
        """Keeps at most `most_bytes`; `parameters` are the names in a query by which pages differ."""
        self._app, self._watch = app, watch
        self._addresses = Addresses(parameters)
        self.shelf = Shelf(most_bytes)
        self._turns = tuple(threading.Lock() for _ in range(64))
        watch.when_moved(self.shelf.clear)  # every page hangs on the head: what is withdrawn leaves the memory too

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers one request."""
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or in_desk(environ["PATH_INFO"]):
            if environ.get("CONTENT_LENGTH"):
                drop_when_vanished(environ)
            return self._app(environ, start_response)
        address = self._addresses.find(environ)
        position = self._watch.position()
        if position is None or not address.kept:
            return self._fresh(address, environ, start_response)
        answer = self._find(address, position)
        if answer is not None:
            return answer.send(environ, start_response)
        return self._make(address, environ, start_response)

    def _find(self, address: Address, position: Position) -> Answer | None:
        answer = self.shelf.find(address)
        if answer is None:
            return None
        if answer.seen is not position:
            if not answer.holds_at(position):
                self.shelf.drop(address)
                return None
            answer.seen = position
        answer.asked_again = True
        return answer

    def _make(self, address: Address, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with self._turn(address):
            position = self._watch.position()  # read again: the turn may have been long in coming
            if position is None:
                return self._fresh(address, environ, start_response)
            answer = self._find(address, position) or self._recode(address, position)
            if answer is not None:
                return answer.send(environ, start_response)
            response = call(self._app, request_for(address, environ))
            page = response.page()
            if page is None or not may_be_kept(page.status, page.headers, position):
                return _pass_on(response, page, address, environ, start_response)
            answer = make_answer(page, address.encoding, position)
            self.shelf.put(address, answer)
        return answer.send(environ, start_response)

    def _recode(self, address: Address, position: Position) -> Answer | None:
        """The same page in another encoding saves making it again."""
        for encoding in ENCODINGS:
            other = self.shelf.find(address._replace(encoding=encoding))
            if other is not None and other.holds_at(position):
                answer = make_answer(other.page(), address.encoding, other.seen)
                self.shelf.put(address, answer)
                return answer
        return None

    def _fresh(self, address: Address, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        response = call(self._app, request_for(address, environ))
        return _pass_on(response, response.page(), address, environ, start_response)

    @contextmanager
    def _turn(self, address: Address) -> Iterator[None]:
        """One thread at a time makes a page; the others find it made, or go on alone after PATIENCE."""
        lock = self._turns[hash(address[:5]) % len(self._turns)]
        held = lock.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if held:
                lock.release()


def _pass_on(
    response: Response,
    page: Page | None,
    address: Address,
    environ: WSGIEnvironment,
    start_response: StartResponse,
) -> Iterable[bytes]:
    """Sends what is not kept: small answers compressed, large and streamed ones as they come."""
    if page is None or page.header("content-encoding"):
        return response.stream(environ, start_response, address.encoding)
    return make_answer(page, address.encoding, NOWHERE).send(environ, start_response)
