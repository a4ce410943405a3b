"""A decision in other forms than a page: what each answers, and what stands in its place."""

import datetime as dt
import io
import json
import re
from collections.abc import Iterator

import docx
import pytest
from pypdf import PdfReader
from pytest_django.fixtures import Settings

from tests.build.decision import published, record
from tests.build.page import found, records, refusals
from tests.build.reader import Reader, Seen
from upheld.lib.clock import now
from upheld.public.turns import BusyError
from upheld.public.twins.press import Press, TooLongError, get_press
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.declare_demo import declare_demo
from upheld.register.actions.follow_up import follow_up
from upheld.register.actions.hold import hold
from upheld.register.actions.redact import redact
from upheld.register.actions.satisfy import satisfy
from upheld.register.actions.withdraw import withdraw
from upheld.register.content import prepare
from upheld.register.models import Decision
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ADDRESS = "/decisions/housing/homelessness/21-000-001"
ENDINGS = ("pdf", "docx", "txt", "md", "json")
SECTIONS = [
    {"heading": "The complaint", "blocks": [{"number": 1, "text": "Mrs B complained."}]},
    {"heading": "Agreed action", "blocks": [
        {"number": 2, "text": "The Council will within four weeks:", "items": ["apologise to Mrs B;", "pay her £200."]},
        {"text": "What it paid", "table": {"rows": (("Term", "Sum"), ("Autumn", "£50")), "header": True}},
    ]},
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def press() -> Iterator[None]:
    yield
    get_press().close()
    get_press.cache_clear()


def said(seen: Seen, ending: str) -> str:
    """What a reader of the file reads, in one line."""
    body = seen.response.content
    if ending == "pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    elif ending == "docx":
        file = docx.Document(io.BytesIO(body))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        foot = file.sections[0].footer.paragraphs[0].text
        text = "\n".join([*(line.text for line in file.paragraphs), *cells, foot])
    else:
        text = body.decode()
    return " ".join(text.split())


def correct_to(decision: Decision, **values: object) -> None:
    correction = Correction(decision.pk, 1, record(**values), "major", "court")
    correct([correction], by="editor", at=now())


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_form_names_all_bodies(reader: Reader, ending: str) -> None:
    names = [f"Alderford {kind}" for kind in ("Borough Council", "Housing Trust", "Care Homes", "Water Board")]
    published(organisations=[{"name": name} for name in names], sections=SECTIONS)
    text = said(reader.get(f"{ADDRESS}.{ending}"), ending)
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_form_has_the_words(reader: Reader, ending: str) -> None:
    published(sections=SECTIONS)
    seen = reader.get(f"{ADDRESS}.{ending}")
    assert seen.status == 200
    text = said(seen, ending)
    places = [text.find(words) for words in (
        "Alderford Borough Council", "Mrs B complained that the Council lost her papers.", "The complaint",
        "Mrs B complained.", "Agreed action", "The Council will within four weeks:", "apologise to Mrs B;",
    )]  # fmt: skip
    assert -1 not in places
    assert "£200" in text
    assert "Autumn" in text
    if ending != "json":
        assert f"http://127.0.0.1:8000{ADDRESS}" in text
        assert re.search(r"version 1 of |Version: +1 \(", text)
        assert "Local Government and Social Care Ombudsman" in text
        assert "Upheld" in text


@pytest.mark.parametrize(
    ("ending", "kind", "place"),
    [
        ("pdf", "application/pdf", "inline"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
        ("txt", "text/plain; charset=utf-8", "inline"),
        ("md", "text/markdown; charset=utf-8", "inline"),
        ("json", "application/json", "inline"),
    ],
)
def test_what_its_headers_say(reader: Reader, ending: str, kind: str, place: str) -> None:
    published()
    seen = reader.get(f"{ADDRESS}.{ending}")
    assert seen.header("Content-Type") == kind
    assert seen.header("Content-Disposition") == f'{place}; filename="21-000-001-v1.{ending}"'
    assert seen.header("Link") == f'<http://127.0.0.1:8000{ADDRESS}>; rel="canonical"'
    assert seen.header("X-Content-Type-Options") == "nosniff"


def test_search_engines_are_told_what_they_are_told_of_the_page(
    reader: Reader, official: None, settings: Settings
) -> None:
    decision = published()
    assert reader.get(f"{ADDRESS}.txt").header("X-Robots-Tag") == reader.get(ADDRESS).header("X-Robots-Tag") == ""
    settings.NOINDEX_REFERENCES = ("21 000 001",)
    assert reader.get(f"{ADDRESS}.txt").header("X-Robots-Tag") == "noindex"
    settings.NOINDEX_REFERENCES = ()
    correct_to(decision, summary="Another summary.")
    assert reader.get(f"{ADDRESS}/v/1.txt").header("X-Robots-Tag") == "noindex"


def test_the_page_names_every_form(reader: Reader) -> None:
    published()
    page = reader.get(ADDRESS).page
    links = {link.get("type"): link.get("href") for link in page.xpath("//head/link[@rel='alternate']")}
    assert len(links) == 5
    for kind, address in links.items():
        assert reader.get(address).header("Content-Type").startswith(kind)


def test_the_page_of_a_version_names_its_own_forms(reader: Reader) -> None:
    correct_to(published(), summary="Another summary.")
    page = reader.get(f"{ADDRESS}/v/1").page
    links = page.xpath("//head/link[@rel='alternate']/@href")
    assert links == [f"{ADDRESS}/v/1.{ending}" for ending in ENDINGS]


@pytest.mark.parametrize(
    "asked", ["/decisions/21-000-001.txt", f"{ADDRESS}.TXT", f"{ADDRESS}.txt/", "/decisions/x/21%20000%20001.txt",
              f"{ADDRESS}.txt?x=1", "/decisions/21000001.Txt"]
)  # fmt: skip
def test_other_spellings_lead_there(reader: Reader, asked: str) -> None:
    published()
    seen = reader.get(asked)
    assert (seen.status, seen.location) == (301, f"{ADDRESS}.txt")


@pytest.mark.parametrize("asked", [f"{ADDRESS}.xml", f"{ADDRESS}.pdf.exe", f"{ADDRESS}.", "/decisions/housing.pdf",
                                   "/decisions/21-000-009.pdf", f"{ADDRESS}/v/7.pdf"])  # fmt: skip
def test_nothing_is_at_other_endings(reader: Reader, asked: str) -> None:
    published()
    assert reader.get(asked).status == 404


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_version_that_was_replaced_says_so(reader: Reader, ending: str) -> None:
    decision = published(summary="The first summary.")
    correct_to(decision, summary="The second summary.")
    present, former = reader.get(f"{ADDRESS}.{ending}"), reader.get(f"{ADDRESS}/v/1.{ending}")
    assert "The second summary." in said(present, ending)
    assert "uperseded" not in said(present, ending)
    assert "The first summary." in said(former, ending)
    assert "uperseded" in said(former, ending)
    assert former.header("Content-Disposition").endswith(f'"21-000-001-v1.{ending}"')
    assert former.header("Link") == f'<http://127.0.0.1:8000{ADDRESS}>; rel="canonical"'
    again = reader.get(f"{ADDRESS}/v/2.{ending}")
    assert (again.status, again.location) == (301, f"{ADDRESS}.{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_not_shown_answers_as_its_page(reader: Reader, ending: str) -> None:
    decision = published(summary="Perpetua wrote.")
    correct_to(decision, summary="She wrote.")
    files = (f"{ADDRESS}.{ending}", f"{ADDRESS}/v/1.{ending}")
    assert [reader.get(file).status for file in files] == [200, 200]
    redact(decision.pk, ["Perpetua"], "[removed]", by="editor", at=now())
    assert [reader.get(file).status for file in files] == [200, 410]
    assert "Perpetua" not in reader.get(files[1]).text
    hold([decision.pk], by="editor", at=now())
    assert [reader.get(file).status for file in files] == [404, 404]
    assert "not available at present" in reader.get(files[0]).main
    withdraw([decision.pk], by="editor", at=now())
    assert [reader.get(file).status for file in files] == [410, 410]


def test_what_waits_for_its_day_has_no_twins(reader: Reader) -> None:
    decision = published()
    Decision.objects.filter(pk=decision.pk).update(state="embargoed", held_until="2099-01-01")
    assert {reader.get(f"{ADDRESS}.{ending}").status for ending in ENDINGS} == {404}


def test_the_json_can_be_imported_as_it_is(reader: Reader) -> None:
    decision = published(sections=SECTIONS, also_known_as=["21 000 002"])
    values = json.loads(reader.get(f"{ADDRESS}.json").response.content)
    content = prepare(DecisionRecord.model_validate_json(json.dumps(values)), get_scheme())
    assert content.digest == decision.version.content_hash
    assert values["organisations"][0]["body"] == "alderford-borough-council"


def test_the_json_of_a_demo_says_so(reader: Reader) -> None:
    declare_demo(by="editor", at=now())
    published()
    assert json.loads(reader.get(f"{ADDRESS}.json").response.content)["demo"] is True
    assert "This is a demonstration of the software." in said(reader.get(f"{ADDRESS}.pdf"), "pdf")


def test_the_json_of_a_version_that_was_replaced_cannot(reader: Reader) -> None:
    decision = published(summary="The first summary.")
    correct_to(decision, summary="The second summary.")
    values = json.loads(reader.get(f"{ADDRESS}/v/1.json").response.content)
    assert values["superseded"]["version"] == 1
    with pytest.raises(ValueError, match="superseded"):
        DecisionRecord.model_validate_json(json.dumps(values))


def test_what_a_program_read_is_marked_so(reader: Reader) -> None:
    published(sections=SECTIONS)
    remedies = json.loads(reader.get(f"{ADDRESS}.json").response.content).get("remedies", [])
    assert remedies
    assert all(remedy["read"] and remedy["at"] == "p2" for remedy in remedies)
    assert "A program read this from the text." in said(reader.get(f"{ADDRESS}.md"), "md")


def test_an_address_that_moved_is_in_the_next_file(reader: Reader) -> None:
    decision = published()
    assert ADDRESS in said(reader.get(f"{ADDRESS}.pdf"), "pdf")
    moved = decision.subcategory
    assert moved
    type(moved).objects.filter(pk=moved.pk).update(slug="homeless-people")
    new = ADDRESS.replace("homelessness", "homeless-people")
    assert re.search(rf"{new}\s", said(reader.get(f"{new}.pdf"), "pdf"))


@pytest.mark.parametrize(("error", "words"), [(BusyError, "try again"), (TooLongError, "too long")])
def test_a_file_that_cannot_be_made_leaves_ways_on(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, error: type[Exception], words: str
) -> None:
    def refuse(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(Press, "make", refuse)
    published()
    seen = reader.get(f"{ADDRESS}.pdf")
    assert seen.status == 503
    assert words in seen.main
    assert set(seen.links().values()) >= {ADDRESS, f"{ADDRESS}.txt", f"{ADDRESS}.md"}
    assert (seen.header("Retry-After") != "") == (error is BusyError)
    assert seen.header("Cache-Control") == "no-store"


def test_what_became_of_a_decision_is_said(reader: Reader) -> None:
    decision, report = published(), published("21 000 002", document_type="Report", decided_on=dt.date(2023, 4, 5))
    satisfy([decision.pk], dt.date(2023, 2, 18), by="editor", at=now())
    follow_up(decision.pk, report.pk, by="editor", at=now())
    text = said(reader.get(f"{ADDRESS}.md"), "md")
    assert "Satisfied with the response: 18 February 2023" in text
    assert "Followed by: 21 000 002" in text
    assert "Follows: 21 000 001" in said(reader.get(ADDRESS.replace("001", "002") + ".md"), "md")


def test_head_asks_for_nothing_but_headers(reader: Reader) -> None:
    published()
    response = reader.client.head(f"{ADDRESS}.txt")
    assert response.status_code == 200
    assert response.content == b""


@pytest.mark.parametrize("form", [".md", ".docx", "", "/chapter/1"])
def test_a_copy_that_says_more_than_the_decision_is_refused_by_an_import(reader: Reader, form: str) -> None:
    published(summary="We found fault.", sections=SECTIONS)
    taken = found(reader.get(f"{ADDRESS}{form}").response.content, file=f"copy{form.replace('/', '-')}")
    [refusal] = refusals(taken)
    assert (refusal.code, refusal.reason[:41]) == ("copy", "is a copy that a register like this one m")


def test_plain_text_and_data_are_taken_by_an_import(reader: Reader) -> None:
    published(summary="We found fault.", sections=SECTIONS)
    for ending in ("txt", "json"):
        [taken] = records(reader.get(f"{ADDRESS}.{ending}").response.content)
        assert (taken.reference, taken.summary) == ("21 000 001", "We found fault.")


def test_the_plain_text_of_a_report_comes_back_as_a_report(reader: Reader) -> None:
    published(document_type="Report", summary="We found fault.", sections=SECTIONS)
    [taken] = records(reader.get(f"{ADDRESS}.txt").response.content)
    assert taken.document_type == "Report"


def test_the_plain_text_of_an_earlier_version_is_refused_by_an_import(reader: Reader) -> None:
    decision = published(summary="Mrs Vannock complained.", sections=SECTIONS)
    fresh = record(summary="Mrs B complained.", sections=SECTIONS)
    correct([Correction(decision.pk, 1, fresh)], by="editor", at=now())
    [refusal] = refusals(found(reader.get(f"{ADDRESS}/v/1.txt").response.content, file="old.txt"))
    assert refusal.code == "superseded"
    assert "present version" in refusal.reason
