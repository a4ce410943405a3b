"""What a worker loads before readers come."""

from collections.abc import Iterator
from wsgiref.types import StartResponse, WSGIEnvironment

from structlog.testing import capture_logs

from upheld.edge.warming import warm, warm_later


class Answer:
    """A body that knows whether it was closed."""

    def __init__(self) -> None:
        self.parts, self.is_closed = iter([b"a page"]), False

    def __iter__(self) -> Iterator[bytes]:
        return self.parts

    def close(self) -> None:
        self.is_closed = True


def test_each_page_is_asked_for_as_at_the_public_address_and_read_to_its_end() -> None:
    asked: list[WSGIEnvironment] = []
    answers: list[Answer] = []

    def application(environ: WSGIEnvironment, start: StartResponse) -> Answer:
        asked.append(environ)
        start("200 OK", [])
        answers.append(Answer())
        return answers[-1]

    warm(application, ("/", "/search?q=bus"), public_url="https://register.example:8443")
    assert [(one["PATH_INFO"], one["QUERY_STRING"]) for one in asked] == [("/", ""), ("/search", "q=bus")]
    assert {(one["HTTP_HOST"], one["wsgi.url_scheme"]) for one in asked} == {("register.example:8443", "https")}
    assert all(one.is_closed and not list(one.parts) for one in answers)


def test_what_fails_keeps_no_worker_from_serving() -> None:
    def application(_environ: WSGIEnvironment, _start: StartResponse) -> list[bytes]:
        raise RuntimeError("no database")

    loaded: list[str] = []
    with capture_logs() as logs:
        warm(application, ("/",), public_url="http://127.0.0.1")
        warm_later(lambda: 1 // 0, lambda: loaded.append("names")).join()
    assert loaded == ["names"]
    assert [one["problem"] for one in logs] == ["RuntimeError", "ZeroDivisionError"]
