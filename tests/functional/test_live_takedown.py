"""A takedown beside a running server: gone from every page and search when the command returns, and from every byte."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.deployment import Deployment, fresh_copy
from tests.build.server import serving

pytestmark = pytest.mark.slow

NAME = "Perpetua Vannock"
ADDRESS = "/decisions/housing/homelessness/21-000-002"
OTHERS = ("/v/1", "/v/1/changes", "/v/2/changes", "/v/2", "/v/3/changes")
LISTS = ("/", "/decisions/housing", "/decisions/housing/homelessness", "/search?q=vannock", "/search?q=complaint",
         "/organisations/alderford-borough-council")  # fmt: skip


@pytest.fixture(scope="module")
def live(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Deployment, str]]:
    """A served deployment with a few decisions, one of which names somebody."""
    deployment = fresh_copy(template_deployment, tmp_path_factory.mktemp("live") / "var")
    with serving(deployment, workers=2) as address:
        named = {"summary": f"{NAME} made a complaint.", "sections": [{"blocks": [{"text": f"{NAME} wrote."}]}]}
        deployment.do("import", deployment.write_records("a.jsonl", "21 000 001", "21 000 003", summary="A complaint."))
        deployment.do("import", deployment.write_records("b.jsonl", "21 000 002", **named))
        yield deployment, address


def get(address: str, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address + path) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def shown(address: str) -> list[str]:
    """The lists that show the decision; every list is asked for twice, so that the page cache has its say."""
    pages = {path: get(address, path)[1] for _ in range(2) for path in LISTS}
    return [path for path, text in pages.items() if ADDRESS in text]


def test_hold_withdraw_and_redact_reach_every_page(live: tuple[Deployment, str]) -> None:
    deployment, address = live
    assert shown(address) == list(LISTS)
    assert get(address, ADDRESS)[0] == 200

    deployment.do("hold", "21 000 002")
    status, text = get(address, ADDRESS)
    assert (status, shown(address)) == (404, [])
    assert "not available at present" in text
    assert NAME not in text

    deployment.do("release", "21 000 002")
    assert shown(address) == list(LISTS)

    deployment.do("withdraw", "21 000 002", "--reason", "court")
    status, text = get(address, ADDRESS)
    assert (status, shown(address)) == (410, [])
    assert "judicial review" in text
    assert NAME not in text

    deployment.do("restore", "21 000 002")
    assert get(address, ADDRESS)[0] == 200

    later = {
        "summary": f"{NAME} made a complaint about her rent.",
        "sections": [{"blocks": [{"text": f"{NAME} rang."}]}],
    }
    deployment.do("import", deployment.write_records("c.jsonl", "21 000 002", **later))
    assert [get(address, ADDRESS + tail)[0] for tail in OTHERS] == [200, 404, 200, 200, 404]
    assert "Vannock" in get(address, f"{ADDRESS}/v/2/changes")[1]

    deployment.do("redact", "21 000 002", NAME, "Vannock")
    others = [get(address, ADDRESS + tail) for tail in OTHERS]
    assert [status for status, _ in others] == [410, 404, 410, 410, 200]
    assert [tail for tail, (_, text) in zip(OTHERS, others, strict=True) if "vannock" in text.lower()] == []
    status, text = get(address, ADDRESS)
    assert status == 200
    assert re.search(r"\[removed\]\s+made a complaint", text)
    assert "Vannock" not in text
    assert ADDRESS not in get(address, "/search?q=vannock")[1]
    assert files_with(deployment.folder, b"vannock") == []

    again = deployment.run("import", deployment.folder.parent / "b.jsonl")
    assert again.returncode == 1
    assert "was redacted here" in again.stdout
    assert "Vannock" not in get(address, ADDRESS)[1]
    assert files_with(deployment.folder, b"vannock") == []
    assert "All is well" in deployment.do("check")


def test_pages_name_the_address_they_are_served_at(live: tuple[Deployment, str]) -> None:
    _, address = live
    assert f'<link rel="canonical" href="{address}/about">' in get(address, "/about")[1]


def files_with(folder: Path, needle: bytes) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.is_file() and needle in path.read_bytes().lower()]
