"""A takedown beside a running server: gone from every page and search when the command returns, and from every byte."""

import datetime as dt
import io
import re
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings

from tests.build.deployment import Deployment, fresh_copy
from tests.build.person import session_at
from tests.build.server import serving

pytestmark = pytest.mark.slow

NAME = "Perpetua Vannock"
ADDRESS = "/decisions/housing/homelessness/21-000-002"
OTHERS = ("/v/1", "/v/1/changes", "/v/2/changes", "/v/2", "/v/3/changes")
LISTS = ("/", "/decisions/housing", "/decisions/housing/homelessness", "/search?q=vannock", "/search?q=complaint",
         "/organisations/alderford-borough-council")  # fmt: skip

FIRST, GONE, THIRD, WHO = "21 000 011", "21 000 012", "21 000 013", "Odile Farrant"
TOLD = "complained that the bittern she kept beside the weir pool was lost by the Council in the reeds."
BINS = {"summary": "Bins were left full.", "category": "Waste", "decided_on": dt.date(2015, 4, 5)}
EVERYWHERE = {
    "results": ("/search?q=bittern&sort=newest", WHO),
    "results that are not kept": ("/search?q=bittern&sort=newest&unheard_of=1", WHO),
    "count": ("/search?q=bittern", "3 decisions for"),
    "chart": ("/search?q=bittern", "3 decisions by year"),
    **{ending: (f"/search.{ending}?q=bittern", WHO) for ending in ("json", "csv", "jsonl", "xlsx", "atom")},
    "take away": ("/search/take-away?q=bittern", "3 decisions,"),
    "suggestions": ("/search/suggest?q=21+000+012", GONE),
    "similar": ("/decisions/21-000-011", GONE),
    "cases": ("/cases-like-mine", WHO),
    "pack": ("/pack?ref=21-000-012,21-000-011", WHO),
    "pack as a file": ("/pack.docx?ref=21-000-012,21-000-011", WHO),
    "marks": ("/decisions/housing/homelessness/21-000-012?q=bittern", WHO),
    "references": ("/references?refs=21-000-011,21-000-012", WHO),
    "explained": ("/desk/explain?q=bittern&reference=21-000-012", "The search finds it"),
}
"""Where a search leads: what is asked there, and what is shown of the decision."""


@pytest.fixture(scope="module")
def live(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Deployment, str]]:
    """A served deployment with a few decisions, one of which names somebody."""
    deployment = fresh_copy(template_deployment, tmp_path_factory.mktemp("live") / "var")
    with serving(deployment, workers=2) as address:
        named = {"summary": f"{NAME} made a complaint.", "sections": [{"blocks": [{"text": f"{NAME} wrote."}]}]}
        deployment.do("import", deployment.write_records("a.jsonl", "21 000 001", "21 000 003", summary="A complaint."))
        deployment.do("import", deployment.write_records("b.jsonl", "21 000 002", **named))
        yield deployment, address


def get(address: str, path: str, cookie: str = "") -> tuple[int, str]:
    told = urlencode({"words": f"I {TOLD}"}).encode() if path == "/cases-like-mine" else None
    request = urllib.request.Request(address + path, told, {"Cookie": cookie, "Origin": address})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, words_of(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def words_of(content: bytes) -> str:
    """What an answer says; of a zipped file, what is in it."""
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return " ".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())


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


def write_bitterns(deployment: Deployment) -> Path:
    """A file of three decisions that are alike, one of which names somebody, and of some that are not."""
    files = [deployment.write_records("others.jsonl", *(f"21 000 02{number}" for number in range(6)), **BINS)]
    for number, (reference, who) in enumerate(((FIRST, "Mrs B"), (GONE, WHO), (THIRD, "Mr C"))):
        told = {"heading": "The complaint", "blocks": [{"number": 1, "text": f"{who} {TOLD}"}]}
        values = {"summary": f"{who} {TOLD}", "sections": [told], "decided_on": dt.date(2017 + number, 4, 5)}
        files.append(deployment.write_records(f"told-{number}.jsonl", reference, **values))
    whole = deployment.folder.parent / "bitterns.jsonl"
    whole.write_text("".join(file.read_text(encoding="utf-8") for file in files), encoding="utf-8")
    return whole


def test_all_that_a_search_leads_to_lets_go_of_it(live: tuple[Deployment, str]) -> None:
    deployment, address = live
    cookie = f"{settings.SESSION_COOKIE_NAME}={session_at(deployment, 'reader')}"
    deployment.do("import", write_bitterns(deployment))

    def seen() -> set[str]:
        twice = [*EVERYWHERE.items()] * 2  # so that what is kept has its say
        return {name for name, (path, shown) in twice if shown in get(address, path, cookie)[1]}

    assert seen() == set(EVERYWHERE)
    deployment.do("withdraw", GONE)
    assert seen() == set()
    deployment.do("restore", GONE)
    assert seen() == set(EVERYWHERE)
    deployment.do("redact", GONE, WHO)
    assert seen() == {name for name, (_, shown) in EVERYWHERE.items() if shown != WHO}
    deployment.do("hold", GONE)
    assert seen() == set()


def test_pages_name_the_address_they_are_served_at(live: tuple[Deployment, str]) -> None:
    _, address = live
    assert f'<link rel="canonical" href="{address}/about">' in get(address, "/about")[1]


def files_with(folder: Path, needle: bytes) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.is_file() and needle in path.read_bytes().lower()]
