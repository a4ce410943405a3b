"""Who announces much and sends nothing keeps no page from anybody, nor the desk, and leaves nothing behind."""

import http.client
import socket
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from tests.build.deployment import Deployment
from tests.build.patience import eventually
from tests.build.server import serving
from upheld.edge.serve import BLOCKING_THREADS
from upheld.lib.arrivals import MOST

pytestmark = pytest.mark.slow
FORM = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin"
LONG, CHUNKED = "Content-Length: 5000", "Transfer-Encoding: chunked"
SIGN_IN = "/desk/account/sign-in"
TAKING = ("/cases-like-mine", "/privacy-settings", "/recognised/21-000-001", SIGN_IN)
OTHERS = ("/", "/search", "/accounts/login", "/static/nothing.css", "/desk/take-in")


@pytest.fixture(scope="module")
def address(template_deployment: Deployment) -> Iterator[str]:
    with serving(template_deployment) as started:
        yield started


def begin(address: str, line: str, length: str) -> socket.socket:
    """Sends the head of a request and the beginning of its body, and then nothing."""
    to = urllib.parse.urlsplit(address)
    one = socket.create_connection((to.hostname or "", to.port or 0))
    begun = "5\r\nwords\r\n" if length == CHUNKED else "words=slowly"
    one.sendall(f"{line} HTTP/1.1\r\nHost: {to.netloc}\r\n{FORM}\r\n{length}\r\n\r\n{begun}".encode())
    return one


def answered(senders: Sequence[socket.socket]) -> list[str]:
    """The first lines of the answers that have come so far."""
    lines = []
    for one in senders:
        one.settimeout(0.01)
        try:
            lines.append(one.recv(12, socket.MSG_PEEK).decode())
        except TimeoutError:
            continue
    return lines


def status(address: str, data: bytes | None = None) -> int:
    request = urllib.request.Request(address, data, {"Sec-Fetch-Site": "same-origin"})
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


@pytest.mark.parametrize("length", [LONG, CHUNKED, f"{LONG}\r\n{CHUNKED}"])
def test_pages_go_on_while_others_send_slowly_and_nothing_is_left_of_them(address: str, length: str) -> None:
    with ExitStack() as open_:
        lines = [f"{method} {path}" for path in (*TAKING, *OTHERS) for method in ("POST", "GET")]
        lines += [f"POST {path}" for path in TAKING * 3]
        senders = [open_.enter_context(begin(address, line, length)) for line in lines]
        waited_for = MOST if length == LONG else 0
        eventually(lambda: len(answered(senders)) == len(senders) - waited_for)
        assert {line[9:] for line in answered(senders)} <= {"200", "302", "400", "403", "404", "405", "503"}
        for place in range(2 * BLOCKING_THREADS):
            assert status(f"{address}/about?q={place}") == 200
        assert status(f"{address}/privacy-settings", b"analytical=off") in ({503} if waited_for else {303, 400})
    eventually(lambda: status(f"{address}/privacy-settings", b"analytical=off") != 503)
    eventually(lambda: status(f"{address}{SIGN_IN}", b"login=nobody") == 403)  # no page of ours sent it
    with ThreadPoolExecutor(2 * BLOCKING_THREADS) as readers:
        asked = readers.map(status, [f"{address}/about?q={place}" for place in range(4 * BLOCKING_THREADS)])
        assert set(asked) == {200}


def test_what_breaks_off_on_its_way_is_not_taken_for_the_whole(address: str) -> None:
    with begin(address, "POST /privacy-settings", LONG) as one:
        one.shutdown(socket.SHUT_WR)
        answer = http.client.HTTPResponse(one)
        answer.begin()
        assert (answer.status, b"did not arrive" in answer.read()) == (408, True)
