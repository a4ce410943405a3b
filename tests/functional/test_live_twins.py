"""A takedown beside a running server reaches every form of a decision, whichever worker answers."""

import io
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from tests.build.deployment import Deployment, fresh_copy
from tests.build.patience import eventually
from tests.build.server import serving

pytestmark = pytest.mark.slow

NAME = "Perpetua Vannock"
ADDRESS = "/decisions/housing/homelessness/21-000-002"
ENDINGS = ("pdf", "docx", "txt", "md", "json")
ROUNDS = 6  # every form is asked for so often that both workers answer


@pytest.fixture(scope="module")
def live(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Deployment, str]]:
    """A served deployment with a decision that names somebody, and was corrected once."""
    deployment = fresh_copy(template_deployment, tmp_path_factory.mktemp("live") / "var")
    with serving(deployment, workers=2) as address:
        sections = [{"blocks": [{"number": 1, "text": f"{NAME} wrote."}]}]
        for name, summary in (("a", "Somebody complained."), ("b", f"{NAME} made a complaint.")):
            file = deployment.write_records(f"{name}.jsonl", "21 000 002", summary=summary, sections=sections)
            deployment.do("import", file)
        yield deployment, address


def ask(address: str, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers


def statuses(address: str, tail: str = "") -> set[tuple[str, int]]:
    return {(ending, ask(f"{address}{ADDRESS}{tail}.{ending}")[0]) for _ in range(ROUNDS) for ending in ENDINGS}


def words(body: bytes) -> str:
    """The words of a file, whatever its form."""
    if body.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    if body.startswith(b"PK"):
        return "\n".join(line.text for line in docx.Document(io.BytesIO(body)).paragraphs)
    return body.decode()


def said(address: str, tail: str = "") -> list[str]:
    return [words(ask(f"{address}{ADDRESS}{tail}.{ending}")[1]) for _ in range(ROUNDS) for ending in ENDINGS]


def every(status: int) -> set[tuple[str, int]]:
    return {(ending, status) for ending in ENDINGS}


def test_hold_withdraw_and_redact_reach_every_form(live: tuple[Deployment, str]) -> None:
    deployment, address = live
    assert statuses(address) == statuses(address, "/v/1") == every(200)
    assert all(NAME in text for text in [*said(address), *said(address, "/v/1")])

    makers = makers_of(deployment)
    assert makers
    deployment.do("hold", "21 000 002")
    eventually(lambda: not makers & makers_of(deployment))  # they may remember words
    assert statuses(address) == statuses(address, "/v/1") == every(404)
    assert not any(NAME in text for text in [*said(address), *said(address, "/v/1")])

    deployment.do("release", "21 000 002")
    assert statuses(address) == statuses(address, "/v/1") == every(200)

    deployment.do("withdraw", "21 000 002", "--reason", "court")
    assert statuses(address) == statuses(address, "/v/1") == every(410)
    assert not any(NAME in text for text in said(address))

    deployment.do("restore", "21 000 002")
    assert all(NAME in text for text in said(address))

    deployment.do("redact", "21 000 002", NAME, "Vannock")
    assert statuses(address) == every(200)
    assert statuses(address, "/v/1") == statuses(address, "/v/2") == every(410)
    texts = [*said(address), *said(address, "/v/1"), *said(address, "/v/2")]
    assert not any("Vannock" in text for text in texts)
    assert all("[removed]" in text.replace("\\", "") for text in said(address))
    assert files_with(deployment.folder, b"vannock") == []


def test_a_reader_who_has_it_is_not_sent_it_again(live: tuple[Deployment, str]) -> None:
    _, address = live
    for ending in ENDINGS:
        status, body, headers = ask(f"{address}{ADDRESS}.{ending}")
        assert status == 200
        assert headers["Cache-Control"] == "no-cache"
        again = ask(f"{address}{ADDRESS}.{ending}", If_None_Match=headers["ETag"])
        assert (again[0], again[1]) == (304, b"")
        request = urllib.request.Request(f"{address}{ADDRESS}.{ending}", method="HEAD")
        with urllib.request.urlopen(request) as answer:
            assert (answer.read(), answer.headers["Content-Length"]) == (b"", str(len(body)))


def makers_of(deployment: Deployment) -> set[str]:
    """The processes that make files for the web workers of this deployment."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it may end while we look
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
            if b"upheld.public.twins.typesetting" in (process / "cmdline").read_bytes():
                environment = (process.parent / parent / "environ").read_bytes().split(b"\0")
                found |= {process.name} if f"UPHELD_DATA_DIR={deployment.folder}".encode() in environment else set()
    return found


def files_with(folder: Path, needle: bytes) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.is_file() and needle in path.read_bytes().lower()]
