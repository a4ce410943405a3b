"""What somebody writes on “Cases like mine” is nowhere afterwards: not in data, logs, journal or temporary files."""

import shutil
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.build.alike import TOLD, about_a_bus, about_others
from tests.build.deployment import Deployment, fresh_copy
from tests.build.patience import eventually
from tests.build.server import free_port, serving

pytestmark = pytest.mark.slow
SECRETS = ("zyxwheron", "quollbarrow", "ünïqueßword")
WORDS = f"{TOLD} It was {SECRETS[0]} who said {SECRETS[1]} to {SECRETS[2]}."
HERE = {"Sec-Fetch-Site": "same-origin"}
FORM = "application/x-www-form-urlencoded"


def send(address: str, body: bytes, kind: str = FORM, **headers: str) -> tuple[int, str]:
    named = {name.replace("_", "-"): value for name, value in headers.items()} or HERE
    request = urllib.request.Request(f"{address}/cases-like-mine", body, {"Content-Type": kind, **named})
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def form(words: str, **more: str) -> bytes:
    return urllib.parse.urlencode({"words": words, **more}).encode()


def multipart(words: str) -> bytes:
    part = 'Content-Disposition: form-data; name="words"{}\r\n\r\n' + words + "\r\n"
    file = '; filename="complaint.txt"\r\nContent-Type: text/plain'
    return f"--b\r\n{part.format('')}--b\r\n{part.format(file)}--b--\r\n".encode()


@pytest.fixture
def told(template_deployment: Deployment, tmp_path: Path) -> Deployment:
    """A register with similar decisions, that logs all it can and has its temporary files in a folder of its own."""
    (tmp_path / "temporary").mkdir()
    copied = fresh_copy(template_deployment, tmp_path / "var")
    talkative = {"UPHELD_ACCESS_LOG": "true", "UPHELD_LOG_LEVEL": "DEBUG", "TMPDIR": str(tmp_path / "temporary")}
    deployment = Deployment(copied.folder, talkative)
    lines = tmp_path / "decisions.jsonl"
    records = (*map(about_a_bus, range(12)), *map(about_others, range(24)))
    lines.write_text("\n".join(one.line() for one in records), encoding="utf-8")
    deployment.do("import", lines)
    return deployment


def test_nothing_that_was_written_is_found_afterwards(told: Deployment, tmp_path: Path) -> None:
    with serving(told) as address:
        status, page = send(address, form(WORDS))
        assert (status, "In 12 similar decisions" in page) == (200, True)
        assert send(address, form(WORDS, show="20", council=SECRETS[0], subject=SECRETS[1]))[0] == 200
        assert send(address, form(WORDS * 200))[0] == 400
        assert send(address, form(WORDS), Sec_Fetch_Site="cross-site")[0] == 403
        assert send(address, form(WORDS + "x" * 700_000))[0] == 413
        assert send(address, multipart(WORDS), "multipart/form-data; boundary=b")[0] == 200
        assert send(address, form(WORDS) + b"&%ff=%zz", f"{FORM}; charset=utf-7")[0] == 400
        (told.folder / "index").rename(told.folder / "aside")
        assert send(address, form(WORDS))[0] == 503
    shutil.rmtree(told.folder / "index", ignore_errors=True)  # the follower may have begun a new one
    (told.folder / "aside").rename(told.folder / "index")
    _ask_where_the_engine_panics(told, tmp_path)
    contents = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for known in ("/cases-like-mine", "School transport"):  # what was logged, and what is kept, is looked through
        assert any(_holds(content, known) for content in contents.values())
    found = [(name, secret) for name, content in contents.items() for secret in SECRETS if _holds(content, secret)]
    assert found == []


def _holds(content: bytes, secret: str) -> bool:
    spellings = (secret, secret.upper(), urllib.parse.quote(secret), secret.encode("unicode_escape").decode())
    return any(one.encode(coding) in content for one in spellings for coding in ("utf-8", "utf-16-le"))


def _ask_where_the_engine_panics(told: Deployment, folder: Path) -> None:
    port, log = free_port(), folder / "panic.log"
    command = [sys.executable, "-m", "tests.build.tiny_site", str(port), "tests.build.panicking.application"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=told.environment(), stdout=output, stderr=output)
        try:
            eventually(lambda: process.poll() is not None or b"http://" in log.read_bytes())
            status, page = send(f"http://127.0.0.1:{port}", form(WORDS))
            assert (status, "Something went wrong on our side" in page, SECRETS[0] in page) == (500, True, True)
        finally:
            process.terminate()
            process.wait(timeout=300)
    assert b"PanicError" in log.read_bytes()
