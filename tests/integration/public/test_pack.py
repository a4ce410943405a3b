"""A pack of decisions: what is in it, what is named instead, and that nothing is dropped without a word."""

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from tests.build.decision import published, record
from tests.build.reader import Reader, Seen
from upheld.lib.clock import now
from upheld.lib.dates import format_date
from upheld.public.pages import pack as pack_page
from upheld.public.pages.history import day_of
from upheld.public.twins.press import get_pack_press
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db

SECTIONS = [
    {"heading": "The complaint", "blocks": [{"number": 1, "text": "Mrs B complained of the noise."}]},
    {"heading": "Agreed action", "blocks": [{"number": 2, "text": "The Council will pay her £200."}]},
]  # fmt: skip
ONE, TWO = "21 000 001", "21 000 002"


def correct_to(decision: Decision, **values: Any) -> None:
    correction = Correction(decision.pk, decision.version_number, record(**values), "major", "court")
    correct([correction], by="editor", at=now())


def headings(seen: Seen) -> list[str]:
    return seen.all("//article/h2")


def test_a_pack_is_the_decisions_in_the_order_of_its_address(reader: Reader) -> None:
    published(ONE, sections=SECTIONS)
    published(TWO, organisations=[{"name": "Weir Housing Trust"}], sections=SECTIONS)
    seen = reader.get("/pack?ref=21-000-002,21-000-001")
    assert seen.status == 200
    assert headings(seen) == ["Weir Housing Trust (21 000 002)", "Alderford Borough Council (21 000 001)"]
    assert seen.links("//nav[@aria-labelledby='contents']")["Weir Housing Trust (21 000 002)"] == "#21-000-002v1"
    assert "Upheld, statement, decided on 5 April 2022, version 1 of 1" in seen.main
    assert f"Made on {format_date(day_of(now()))} from the register" in seen.main
    assert seen.header("Cache-Control") == "no-store"
    ids = seen.page.xpath("//*/@id")
    assert len(ids) == len(set(ids))
    targets = [link[1:] for link in seen.page.xpath("//main//a/@href") if link.startswith("#")]
    assert set(targets) <= set(ids)
    assert "21-000-002v1-p2" in targets  # what was put right leads to the paragraph of its own decision
    assert seen.header("X-Robots-Tag") == "noindex"
    links = seen.links()
    assert links["PDF"] == "/pack.pdf?ref=21-000-002,21-000-001"
    assert links["Remove 21 000 002"] == "/pack?ref=21-000-001"
    assert links["The address of these very versions"].endswith("/pack?ref=21-000-002v1,21-000-001v1")


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("ref=21-000-001&ref=21-000-002", "/pack?ref=21-000-001,21-000-002"),
        ("refs=21000001%0Aref+21+000+002", "/pack?ref=21-000-001,21-000-002"),
        ("ref=21-000-001&refs=21+000+002+v3", "/pack?ref=21-000-001,21-000-002v3"),
        ("q=noise&outcome=upheld&refs=21-000-003&ref=21-000-001", "/pack?ref=21-000-001"),
        ("q=noise&refs=21-000-003", "/pack?ref=21-000-003"),
        ("ref=21-000-001&refs=%3Cscript%3E", None),
        ("ref=21-000-001%2C21-000-002", None),
        ("refs=noise", None),
    ],
)
def test_however_it_was_chosen_it_has_one_address(reader: Reader, asked: str, canonical: str | None) -> None:
    seen = reader.get(f"/pack?{asked}")
    assert (seen.status, seen.header("Location")) == ((302, canonical) if canonical else (200, ""))


def test_what_cannot_be_in_it_is_named_with_the_reason(reader: Reader) -> None:
    shown = published(ONE, also_known_as=["21 000 009"])
    held, gone, corrected, erased = (published(f"21 000 00{number}") for number in (2, 3, 4, 5))
    hold([held.pk], by="editor", at=now())
    withdraw([gone.pk], by="editor", at=now(), reason="court")
    correct_to(corrected, reference="21 000 004", summary="Mrs C lost nothing.")
    redact(erased.pk, ["Mrs B"], "Miss Q", by="editor", at=now())
    everything = "21-000-001,21-000-002,21-000-003,21-000-004v7,21-000-005v1,21-999-999,21-000-009"
    seen = reader.get(f"/pack?ref={everything}")
    said = seen.all("//*[contains(@class, 'notice')]//li")
    assert headings(seen) == ["Alderford Borough Council (21 000 001)"]
    assert [re.sub(r" on \d+ .*", " on …", sentence.partition(" Remove")[0]) for sentence in said] == [
        "21 000 002 is not available at present.",
        "21 000 003 was withdrawn from this register on …",
        "21 000 004 has no version 7; it has 2.",
        "21 000 005 had its version 1 erased on …",
        "21 999 999 is not in this register.",
        "21 000 009 is in the pack already, as 21 000 001.",
    ]
    assert "court's order" in said[1]
    assert "Mrs C" not in seen.main
    assert seen.links()["Remove 21 000 003"] == f"/pack?ref={everything.replace(',21-000-003', '')}"
    withdraw([shown.pk], by="editor", at=now())
    assert headings(reader.get(f"/pack?ref={everything}")) == []


def test_an_address_with_versions_goes_on_giving_them(reader: Reader) -> None:
    decision = published(ONE, summary="Mrs B lost her papers.")
    today, exact = "/pack?ref=21-000-001", "/pack?ref=21-000-001v1"
    correct_to(decision, summary="Mrs B lost her keys.")
    assert "lost her keys" in reader.get(today).main
    seen = reader.get(exact)
    assert "lost her papers" in seen.main
    assert "Superseded" in seen.main
    assert "version 1 of 2" in seen.main
    assert seen.all("//*[@class='pack__link']")[0].endswith("/21-000-001/v/1")
    assert len(headings(reader.get(f"{exact},21-000-001v2"))) == 2


@pytest.mark.slow
def test_too_much_is_offered_in_parts(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = reader.get(f"/pack?ref={','.join(f'21-{number:03}-000' for number in range(53))}")
    assert seen.status == 400
    assert "You chose 53 decisions; a pack holds at most 50." in seen.main
    assert seen.links()["Part 2: 3 decisions"] == "/pack?ref=21-050-000,21-051-000,21-052-000"
    published(ONE)
    published(TWO)
    monkeypatch.setattr(pack_page, "MOST_CHARACTERS", 10)
    seen = reader.get("/pack?ref=21-000-001,21-000-002")
    assert seen.status == 400
    assert list(seen.links("//*[@id='parts']").values()) == ["/pack?ref=21-000-001", "/pack?ref=21-000-002"]


@pytest.mark.parametrize(
    "query",
    ["ref=%00", "ref=%FF%FE", "ref=" + "9" * 5_000, "refs=" + "v1+" * 3_000, "ref[]=1", "ref=-1", "ref=1v1v1v1"],
)
def test_no_choice_breaks_it(reader: Reader, query: str) -> None:
    assert reader.get(f"/pack?{query}").status in {200, 302}
    assert reader.get(f"/pack.pdf?{query}").status == 302


@pytest.fixture
def press() -> Iterator[None]:
    yield
    get_pack_press().close()
    get_pack_press.cache_clear()


@pytest.mark.slow
@pytest.mark.usefixtures("press")
def test_the_files_hold_what_the_page_holds(reader: Reader) -> None:
    published(ONE, sections=SECTIONS)
    decision = published(TWO, organisations=[{"name": "Weir Housing Trust"}], sections=SECTIONS)
    correct_to(decision, reference=TWO, sections=SECTIONS, summary="It was late.")
    choice = "ref=21-000-002v1,21-000-001,21-999-999"
    seen = reader.get(f"/pack.pdf?{choice}")
    assert seen.header("Content-Type") == "application/pdf"
    assert seen.header("Cache-Control") == "no-store"
    pdf = PdfReader(io.BytesIO(seen.response.content))
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    assert "A pack of 2 decisions" in pages[0]
    assert "21 999 999 is not in this register." in pages[0]
    assert re.search(r"Weir Housing Trust \(21 000 002\), version 1[ .\u2060]+2\b", pages[0])
    assert re.search(r"Alderford Borough Council \(21 000 001\)[ .\u2060]+3\b", pages[0])
    assert "/pack?ref=21-000-002v1,21-000-001v1,21-999-999" in pages[0].replace(" ", "")
    assert pages[1].startswith("21 000 002 Superseded")
    assert "Page 2 of 3" in pages[1]
    assert "version 1 of 1" in pages[2]
    assert [one.title for one in pdf.outline if not isinstance(one, list)] == [
        "A pack of 2 decisions", "Weir Housing Trust (21 000 002), version 1", "Alderford Borough Council (21 000 001)",
    ]  # fmt: skip
    metadata: Any = pdf.root_object["/Metadata"].get_object()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata.get_data()

    word = docx.Document(io.BytesIO(reader.get(f"/pack.docx?{choice}").response.content))
    titles = [line.text for line in word.paragraphs if line.style and line.style.name == "Heading 1"]
    assert titles[0] == "A pack of 2 decisions"
    assert titles[2] == "Alderford Borough Council (21 000 001)"
    body = word.element.body
    leads = body.xpath(".//w:hyperlink/@w:anchor")
    assert leads == body.xpath(".//w:bookmarkStart/@w:name")
    assert len(leads) == 2
    feet = [" ".join(line.text for line in section.footer.paragraphs) for section in word.sections]
    assert "A pack of 2 decisions" in feet[0]
    assert "21 000 002, version 1 of 2" in feet[1]
    assert "21 000 001, version 1 of 1" in feet[2]
    text = "\n".join(line.text for line in word.paragraphs)
    assert "1\tMrs B complained of the noise." in text
