"""Calling the application, and taking its answer whole only while that is small."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from upheld.edge.answers import Headers, Page, header, public_headers
from upheld.edge.encodings import Encoding, encode_stream, is_text
from upheld.edge.stalled import drop_when_stalled

LARGEST = 2_000_000  # bytes of a body that is held in memory


class Response:
    """What the application answered, while its body may still be coming."""

    def __init__(self) -> None:
        """Filled by `call`."""
        self.status, self.headers = "500 Internal Server Error", Headers()
        self._body: Iterable[bytes] = ()
        self._taken: list[bytes] = []
        self._rest: Iterator[bytes] = iter(())

    def start(self, status: str, headers: Headers, _exc_info: Any = None, /) -> Callable[[bytes], object]:
        """The `start_response` that the application calls."""
        self.status, self.headers = status, headers
        return self._taken.append

    def begin(self, body: Iterable[bytes]) -> None:
        """Takes note of the body, without reading it."""
        self._body, self._rest = body, iter(body)

    def page(self) -> Page | None:
        """The answer whole; None when it is streamed or larger than LARGEST, then `stream` gives it."""
        if getattr(self._body, "streaming", False) or self._length() > LARGEST:
            return None
        if not self._take():
            return None
        body = b"".join(self._taken)
        self._taken = [body]
        self.close()
        return Page(self.status, self.headers, body)

    def stream(self, environ: WSGIEnvironment, start_response: StartResponse, encoding: Encoding) -> Iterable[bytes]:
        """Sends the answer as it comes; text compressed, unless its length was promised."""
        length = [("Content-Length", value)] if (value := header(self.headers, "content-length")) else []
        if length or header(self.headers, "content-encoding") or not is_text(header(self.headers, "content-type")):
            encoding = "identity"
        encoded = [("Content-Encoding", encoding)] if encoding != "identity" else []
        start_response(self.status, [*public_headers(self.headers), *length, *encoded])
        if environ["REQUEST_METHOD"] == "HEAD":
            self.close()
            return []
        drop_when_stalled(environ)
        return _Stream(self, encoding)

    def pieces(self) -> Iterator[bytes]:
        """What was taken already, then the rest."""
        return chain(self._taken, self._rest)

    def close(self) -> None:
        """Tells the application that its answer is no longer needed."""
        close = getattr(self._body, "close", None)
        self._body = ()
        if close is not None:
            close()

    def _take(self) -> bool:
        """Reads the body to its end, unless LARGEST comes first. Gives whether it is all here."""
        size = sum(map(len, self._taken))
        try:
            for piece in self._rest:
                self._taken.append(piece)
                size += len(piece)
                if size > LARGEST:
                    return False
        except Exception:
            self.close()
            raise
        return True

    def _length(self) -> int:
        stated = header(self.headers, "content-length")
        return int(stated) if stated.isdecimal() else 0


def call(app: WSGIApplication, environ: WSGIEnvironment) -> Response:
    """The application's answer to `environ`."""
    response = Response()
    response.begin(app(environ, response.start))
    return response


class _Stream:
    """A body under way, which the server closes when the reader has it or has gone."""

    def __init__(self, response: Response, encoding: Encoding) -> None:
        self._response, self._encoding = response, encoding

    def __iter__(self) -> Iterator[bytes]:
        return encode_stream(self._response.pieces(), self._encoding)

    def close(self) -> None:
        self._response.close()
