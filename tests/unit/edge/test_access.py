"""The access log says what was asked for, and nothing about who asked."""

import pytest
import structlog

from tests.build.site import Site, ask, cached
from upheld.edge.access import with_access_log


def test_a_line_holds_method_path_status_time_and_size_only() -> None:
    app = with_access_log(cached(Site())[0])
    with structlog.testing.capture_logs() as lines:
        answer = ask(app, "/search", "q=secret", cookie="a=secret", x_forwarded_for="10.0.0.1", user_agent="secret")
    (line,) = lines
    assert line.pop("ms") >= 0
    assert line == {
        "event": "request",
        "log_level": "info",
        "method": "GET",
        "path": "/search",
        "status": 200,
        "bytes": len(answer.body),
    }


def test_any_path_can_be_logged() -> None:
    app = with_access_log(Site())
    with structlog.testing.capture_logs() as lines:
        ask(app, "/caf\u00c3\u00a9/\xff\n")
    assert lines[0]["path"] == "/café/\ufffd\n"


@pytest.mark.parametrize("lead", ["/desk/account/link/", "/desk/hold/"])
def test_a_link_that_works_for_whoever_has_it_is_not_logged(lead: str) -> None:
    app = with_access_log(Site())
    with structlog.testing.capture_logs() as lines:
        ask(app, f"{lead}1-secret")
    assert lines[0]["path"] == f"{lead}…"
