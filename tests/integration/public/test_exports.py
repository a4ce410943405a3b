"""Every search as a file: whole, checked, and made again as of a number of the journal."""

import csv
import datetime as dt
import hashlib
import io
import json
from collections.abc import Callable
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from django.conf import settings
from django.test import Client
from lxml import etree

from tests.build.decision import NOON, published, record
from tests.build.reader import Reader
from tests.build.terminal import run
from upheld.ingest.commands.import_ import import_
from upheld.journal.queries.entry import get_head
from upheld.lib.clock import now
from upheld.public.exports.as_csv import as_text
from upheld.public.exports.folder import private_folder, sweep
from upheld.public.exports.reading import Reading
from upheld.public.exports.selection import select
from upheld.public.exports.turns import MOST
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.declare_demo import declare_demo
from upheld.register.actions.publish import publish
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision
from upheld.search import SearchRequest

pytestmark = pytest.mark.django_db
Index = Callable[[], None]


def publish_some() -> None:
    published("21 000 001", summary="A heron was lost.", decided_on=dt.date(2021, 4, 5))
    published("21 000 002", summary="=HYPERLINK(heron)", outcome="Not upheld", decided_on=dt.date(2022, 4, 5))
    published("21 000 003", summary="Two herons\nwere lost.", category="Education", subcategory="Other")
    published("21 000 004", summary="A bittern.", document_type="Report")


def get(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return response.getvalue()


def lines(client: Client, query: str) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any]]:
    about, *rows, end = [json.loads(line) for line in get(client, f"/search.jsonl?{query}").splitlines()]
    return about["about"], rows, end["end"]


def as_said(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What the rows say, without what says today which version and whose body it is."""
    kept = [{key: one[key] for key in one if key not in ("superseded", "version")} for one in rows]
    return {one["reference"]: one | {"organisations": [each["name"] for each in one["organisations"]]} for one in kept}


def checksum(rows: list[tuple[str, int, str]]) -> str:
    """As the dictionary tells receivers to work it out."""
    sums = (int(hashlib.sha256(f"{a} {b} {c}".encode()).hexdigest(), 16) for a, b, c in rows)
    return f"{sum(sums) % 2**256:064x}"


def test_every_format_holds_the_same_rows_in_the_order_of_the_page(client: Client, index: Index) -> None:
    publish_some()
    index()
    query = "q=heron&sort=oldest"
    about, rows, end = lines(client, query)
    assert [one["reference"] for one in rows] == ["21 000 001", "21 000 002", "21 000 003"]
    whole = json.loads(get(client, f"/search.json?{query}"))
    assert (whole["decisions"], whole["end"]) == (rows, end)
    table = list(csv.DictReader(io.StringIO(get(client, f"/search.csv?{query}").decode("utf-8-sig"))))
    assert [one["Reference"] for one in table] == [one["reference"] for one in rows]
    assert [one["Summary"] for one in table] == ["A heron was lost.", "'=HYPERLINK(heron)", "Two herons\nwere lost."]
    assert (table[0]["Outcome"], table[1]["Outcome slug"]) == ("Upheld", "not-upheld")
    assert (table[0]["Decided on"], table[0]["Decided on, in words"]) == ("2021-04-05", "5 April 2021")
    book = openpyxl.load_workbook(io.BytesIO(get(client, f"/search.xlsx?{query}")))
    cells = list(book["Decisions"].values)
    assert [row[0] for row in cells[1:]] == [one["reference"] for one in rows]
    assert cells[2][cells[0].index("Summary")] == "=HYPERLINK(heron)"
    assert cells[1][cells[0].index("Decided on")].date() == dt.date(2021, 4, 5)
    given = [(one["reference"], one["version"]["number"], one["version"]["content_hash"]) for one in rows]
    assert about["checksum"] == end["checksum"] == checksum(given)
    assert about["checksum"] == dict(list(book["About"].values)[1:])["Checksum"]
    assert about["checksum"] == checksum([(a["Reference"], int(a["Version"]), a["Content hash"]) for a in table])
    assert (about["decisions"], about["decided"]) == (3, {"from": "2021-04-05", "to": "2022-04-05"})


@pytest.mark.slow
def test_an_export_can_be_made_again_as_of_its_number(client: Client, index: Index) -> None:
    publish_some()
    index()
    at = get_head()
    about, rows, end = lines(client, "q=heron&sort=relevance")
    first, second = (Decision.objects.get(reference=f"21 000 00{n}") for n in (1, 2))
    publish([record("21 000 009", summary="A later heron.")], by="editor", at=now())
    correct(
        [Correction(first.pk, 1, record("21 000 001", summary="A stork.", decided_on=dt.date(2021, 4, 5)))],
        by="e",
        at=now(),
    )
    bittern = record("21 000 004", summary="A heron after all.", document_type="Report")
    correct([Correction(Decision.objects.get(reference="21 000 004").pk, 1, bittern)], by="e", at=now())
    index()
    again, others, ended = lines(client, f"q=heron&sort=relevance&at={at}")
    assert as_said(others) == as_said(rows)
    assert (again["checksum"], again["journal_number"], ended) == (about["checksum"], at, end)
    assert {one["reference"] for one in lines(client, "q=heron")[1]} == {
        "21 000 002",
        "21 000 003",
        "21 000 004",
        "21 000 009",
    }
    withdraw([second.pk], by="editor", at=NOON)
    redact(first.pk, ["heron"], "bird", by="editor", at=now())
    for _ in range(2):  # before the index knows, and after
        _, left, ended = lines(client, f"q=heron&at={at}")
        assert [one["reference"] for one in left] == ["21 000 003"]
        assert ended["removed_since"] == ["21 000 001", "21 000 002"]
        assert b"heron was lost" not in get(client, f"/search.csv?q=heron&at={at}")
        book = openpyxl.load_workbook(io.BytesIO(get(client, f"/search.xlsx?q=heron&at={at}")))
        assert list(book["Removed since"].values) == [("Reference",), ("21 000 001",), ("21 000 002",)]
        index()
    said = json.loads(get(client, f"/search.about.json?q=heron&at={at}"))
    assert (said["decisions"], said["checksum"], said["removed_since"]) == (
        1,
        ended["checksum"],
        ended["removed_since"],
    )


def test_it_is_counted_first_with_what_a_file_holds(reader: Reader, index: Index) -> None:
    publish_some()
    index()
    seen = reader.get("/search/take-away?q=heron")
    assert seen.status == 200
    assert "Decisions for “heron” 3 decisions, decided from 5 April 2021 to 5 April 2022" in seen.main
    assert "The register holds 4 decisions" in seen.main
    at = get_head()
    files = [href for name, href in seen.links().items() if "MB" in name]
    assert files == [f"/search.{ending}?q=heron&at={at}" for ending in ("csv", "xlsx", "json", "jsonl")]
    assert seen.header("X-Robots-Tag") == "noindex"
    withdraw([Decision.objects.get(reference="21 000 002").pk], by="editor", at=NOON)
    again = reader.get(f"/search/take-away?q=heron&at={at}")
    assert "2 decisions" in again.main
    assert again.all("//details//li") == ["21 000 002"]
    assert reader.get("/search/take-away?q=nothing-like-it").main.count("There is nothing to take away") == 1


def test_all_of_a_short_list_can_be_had_as_one_page(reader: Reader, index: Index) -> None:
    for number in range(52):
        published(f"21 000 {number:03}", summary="Heron." if number < 50 else "Bittern.")
    index()
    seen = reader.get("/search/take-away?q=heron")
    pack = seen.links()["All 50 as one page, PDF and Word file"]
    assert pack.count("21-000-") == 50
    assert "50 decisions" in reader.get(pack).main
    assert "A pack holds 50 decisions" in reader.get("/search/take-away").main


def test_a_feed_that_holds_fewer_says_so(reader: Reader, client: Client, index: Index) -> None:
    summaries = ["Heron bittern.", "Heron stork.", *["Heron."] * 10, *["Stork."] * 10, *["A gate."] * 40]
    for number, summary in enumerate(summaries):
        published(f"21 000 {number:03}", summary=summary, outcome="Upheld" if number < 2 else "Not upheld")
    index()
    words = "q=heron+bittern+stork"
    assert "Every file holds all 22" in (page := reader.get(f"/search/take-away?{words}").main)
    assert "It has 2 of these 22: in order of date, only decisions with most of your words are listed" in page
    assert get(client, f"/search.atom?{words}").count(b"<entry>") == 2
    assert "It has none of these 20:" in reader.get(f"/search/take-away?{words}&outcome=not-upheld").main
    assert "It has" not in reader.get("/search/take-away?q=heron").main


def test_invented_decisions_are_nobodys(reader: Reader, client: Client, index: Index) -> None:
    declare_demo(by="editor", at=now())
    publish_some()
    index()
    assert "These decisions are invented. Use them as you like" in reader.get("/search/take-away").main
    assert "Ombudsman" not in lines(client, "")[0]["licence"]
    feed = etree.fromstring(get(client, "/search.atom"))
    assert feed.findtext("{*}author/{*}name") == "Invented decisions"
    decision = Decision.objects.get(reference="21 000 001").get_absolute_url()
    assert "Decided by:     Invented decisions" in get(client, f"{decision}.txt").decode()
    pack = docx.Document(io.BytesIO(get(client, "/pack.docx?ref=21-000-001")))
    assert pack.paragraphs[0].text == "Invented decisions"


def test_the_dictionary_explains_every_column_of_the_files(reader: Reader, client: Client, index: Index) -> None:
    publish_some()
    index()
    explained = reader.get("/search/dictionary").all("//dt")
    heads = next(csv.reader(io.StringIO(get(client, "/search.csv").decode("utf-8-sig"))))
    assert explained == heads
    book = openpyxl.load_workbook(io.BytesIO(get(client, "/search.xlsx")))
    assert [row[0] for row in book["Dictionary"].values][1:] == list(next(book["Decisions"].values)) == heads


def test_a_workbook_says_in_words_what_was_searched_for(client: Client, index: Index) -> None:
    publish_some()
    index()
    file = get(client, "/search.xlsx?refs=21-000-001+21-000-003+hello&outcome=upheld")
    about = dict(openpyxl.load_workbook(io.BytesIO(file))["About"].values)
    assert about["Filters"] == "Outcome: Upheld; References: 21-000-001 or 21-000-003"
    assert about["Not searched as typed"] == "“hello” was not read as a reference."
    assert about["Decided"] == "from: 2021-04-05; to: 2022-04-05"


def test_the_feed_is_atom_with_lasting_ids_and_names_what_was_removed(client: Client, index: Index) -> None:
    publish_some()
    index()
    feed: Any = etree.fromstring(get(client, "/search.atom?q=heron&outcome=upheld"))
    spaces = {"a": "http://www.w3.org/2005/Atom", "t": "http://purl.org/atompub/tombstones/1.0"}
    assert feed.findtext("a:title", namespaces=spaces) == "Decisions for “heron”; Outcome: Upheld – Upheld"
    entries = {one.findtext("a:title", namespaces=spaces): one for one in feed.findall("a:entry", spaces)}
    assert list(entries) == [f"Alderford Borough Council (21 000 00{n}): Upheld" for n in (3, 1)]
    one = entries["Alderford Borough Council (21 000 001): Upheld"]
    known = Decision.objects.get(reference="21 000 001")
    assert one.findtext("a:id", namespaces=spaces).endswith(f":decision:{known.uid}")
    assert one.findtext("a:summary", namespaces=spaces) == "A heron was lost."
    assert one.find("a:link", spaces).get("href").endswith("/decisions/housing/homelessness/21-000-001")
    explained = set(etree.HTML(get(client, "/search/dictionary").decode()).xpath("//dl/div/@id"))
    assert {each.get("scheme").partition("#")[2] for each in one.findall("a:category", spaces)} <= explained
    withdraw([known.pk], by="editor", at=NOON)
    after = etree.fromstring(get(client, "/search.atom?q=heron&outcome=upheld"))
    assert [each.get("ref") for each in after.findall("t:deleted-entry", spaces)] == [
        one.findtext("a:id", namespaces=spaces)
    ]
    assert len(after.findall("a:entry", spaces)) == 1


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "jsonl", "atom", "about.json"])
def test_what_cannot_be_understood_is_said_in_plain_text(client: Client, index: Index, ending: str) -> None:
    assert client.get(f"/search.{ending}").status_code == 503  # no index yet
    index()
    refused = client.get(f"/search.{ending}?outcome=better&from=yesterday")
    assert (refused.status_code, refused["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert "“better” is not known under Outcome." in refused.content.decode()
    assert client.get(f"/search.{ending}?q={'a' * 501}").status_code == 400
    assert client.get(f"/search.{ending}?at=12x").status_code == 400  # never as of now instead
    assert "has only come to number" in client.get(f"/search.{ending}?at=999999").content.decode()


def test_no_text_of_a_table_is_a_formula_and_one_apostrophe_is_taken_away_again() -> None:
    for text in ("=1", "+1", "-1", "@A1", "\t1", " \n=1", "\u00a0=1", "\uff1d1", "'=1", "''-1"):
        assert (as_text(text), as_text(f"5{text}")) == (f"'{text}", f"5{text}")
    assert as_text("'Tis a heron") == "'Tis a heron"


def test_one_reference_is_taken_away_by_itself_and_nothing_that_never_came_out(client: Client, index: Index) -> None:
    publish_some()
    index()
    assert [one["reference"] for one in lines(client, "q=21000004")[1]] == ["21 000 004"]
    withdraw([Decision.objects.get(reference="21 000 002").pk], by="editor", at=NOON)
    about, rows, _ = lines(client, "refs=21-000-001,21-000-002,21-000-004,21-999-999%0Aa heron")
    assert {one["reference"] for one in rows} == {"21 000 001", "21 000 004"}
    assert about["not_searched_as_typed"] == [
        "Not in this register: 21 999 999.",
        "Withdrawn from this register: 21 000 002.",
        "“a heron” was not read as a reference.",
    ]
    assert lines(client, "q=21999999")[0]["not_searched_as_typed"] == ["Not in this register: 21 999 999."]
    assert lines(client, "q=heron&at=0")[1:] == ([], {"decisions": 0, "checksum": "0" * 64, "removed_since": []})


def test_only_so_many_are_made_at_once_and_a_cut_one_gives_its_turn_back(client: Client, index: Index) -> None:
    publish_some()
    index()
    begun: list[Any] = [client.get("/search.jsonl") for _ in range(MOST)]
    assert next(iter(begun[0].streaming_content)).startswith(b'{"about"')
    busy = client.get("/search.csv")
    assert (busy.status_code, busy["Retry-After"]) == (503, "30")
    page = client.get("/search.csv?q=heron", HTTP_ACCEPT="text/html")
    assert (page.status_code, page["Retry-After"]) == (503, "30")
    assert 'href="/search/take-away?q=heron"' in page.content.decode()
    for one in begun:
        one.close()
    with closing(client.get("/search.csv", REMOTE_ADDR="9.9.9.9")):  # nobody has two
        assert client.get("/search.csv", REMOTE_ADDR="9.9.9.9").status_code == 503
        assert client.get("/search.csv", REMOTE_ADDR="8.8.8.8").getvalue()
    assert client.get("/search.csv", REMOTE_ADDR="9.9.9.9").getvalue()
    for ending in ("csv", "xlsx", "json", "jsonl"):
        client.get(f"/search.{ending}").close()  # never read at all
        cut: Any = client.get(f"/search.{ending}")
        assert next(iter(cut.streaming_content))
        cut.close()
    assert client.get("/search.csv").getvalue()


def test_what_a_killed_process_left_is_swept_away(index: Index) -> None:
    left = Path(settings.DATA_DIR) / "exports" / "left"
    with private_folder() as folder:
        left.mkdir()
        (left / "held").touch()
        sweep()
        assert (folder.is_dir(), left.exists()) == (True, False)
    assert list(left.parent.iterdir()) == []


def test_an_import_takes_a_file_of_results_and_changes_nothing(client: Client, index: Index, tmp_path: Path) -> None:
    publish_some()
    index()
    head = get_head()
    for ending in ("jsonl", "json"):
        path = tmp_path / f"results.{ending}"
        path.write_bytes(get(client, f"/search.{ending}"))
        result = run(import_, path, "--json")
        assert result.exception is None
        assert {one: n for one, n in json.loads(result.output)["counts"].items() if n} == {"unchanged": 4}
    assert get_head() == head


def test_what_changes_while_it_is_sent_is_given_as_of_the_number_or_left_out(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_some()
    index()
    monkeypatch.setattr("upheld.public.exports.reading.CHUNK", 1)
    reading = Reading(select(SearchRequest(sort="oldest"), None))
    rows = chain.from_iterable(reading)
    assert next(rows).record.reference == "21 000 001"
    second, third = (Decision.objects.get(reference=f"21 000 00{n}") for n in (2, 3))
    corrected = record("21 000 003", summary="A stork.", category="Education", subcategory="Other")
    correct([Correction(third.pk, 1, corrected)], by="editor", at=now())
    withdraw([second.pk], by="editor", at=now())
    left = {row.record.reference: (row.version.number, row.record.summary) for row in rows}
    assert left == {"21 000 003": (1, "Two herons\nwere lost."), "21 000 004": (1, "A bittern.")}
    assert (reading.end()["decisions"], reading.end()["removed_since"]) == (3, ["21 000 002"])
