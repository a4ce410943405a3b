"""A decision's page, its addresses, and what stands in its place."""

import datetime as dt
import json

import pytest

from tests.build.decision import NOON, published, record
from tests.build.reader import Reader
from upheld.lib.clock import now
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.publish import publish
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import restore, withdraw
from upheld.register.models import Decision, Organisation

pytestmark = pytest.mark.django_db

ADDRESS = "/decisions/housing/homelessness/21-000-001"
FULL = {
    "sections": [
        {"heading": "The complaint", "blocks": [
            {"number": 1, "text": "Mrs B complained."},
            {"number": 2, "text": "The Council will:", "items": ["apologise;", {"text": "pay", "items": ["£200"]}]},
        ]},
        {"heading": "Final decision", "blocks": [{"number": 1, "text": "There was fault."}]},
    ],
    "remedies": [
        {"kind": "apology", "status": "agreed"},
        {"kind": "symbolic-payment", "status": "done", "pence": 135_050, "per": "term", "for": "complainant"},
    ],
    "published_on": dt.date(2022, 5, 17),
    "source_url": "https://ombudsman.example/21-000-001",
}  # fmt: skip


def test_a_decision_shows_all_it_holds(reader: Reader) -> None:
    published("20 000 009", category="Education", subcategory=None)
    published(also_known_as=["21 000 002"], related=["20 000 009", "20 000 010"], **FULL)
    seen = reader.get(ADDRESS)
    assert seen.status == 200
    assert seen.all("//h1") == ["Alderford Borough Council (21 000 001)"]
    labels = dict(zip(seen.all("//dl//dt"), seen.all("//dl//dd"), strict=True))
    assert labels["Category"].replace(" › ", " > ") == "Housing > Homelessness"
    assert labels["Decision"] == "Upheld"
    assert labels["Decision date"] == "5 April 2022"
    assert labels["Published"] == "17 May 2022"
    assert labels["References"] == "21 000 001, 21 000 002"
    for words in (
        "Mrs B complained that the Council lost her papers.", "The complaint", "apologise;", "£200", "There was fault.",
        "An apology", "£1,350.50 a term for distress, or for time and trouble", "already done",
    ):  # fmt: skip
        assert words.lower() in seen.main.lower()
    links = seen.links()
    assert links["Alderford Borough Council (20 000 009)"] == "/decisions/education/20-000-009"
    assert not [text for text in links if "20 000 010" in text]
    assert "20 000 010" in seen.main
    assert "https://ombudsman.example/21-000-001" in links.values()
    assert "5 April 2022, version 1 of" in seen.main
    assert "http://127.0.0.1:8000" + ADDRESS in seen.main


def test_paragraphs_and_sections_have_addresses_though_numbers_start_again(reader: Reader) -> None:
    published(**FULL)
    seen = reader.get(ADDRESS)
    ids = seen.all("//*/@id")
    assert len(ids) == len(set(ids))
    assert {"p1", "p2", "p3", "the-complaint", "final-decision", "summary"} <= set(ids)
    assert {"paragraph-1", "paragraph-2"} <= set(ids)  # where they stood before
    assert seen.page.xpath("string(//*[@id='p3']//a/@href)") == "#p3"
    assert "Paragraph 3, printed as 1" in seen.main


@pytest.mark.parametrize(
    "address",
    [
        "/decisions/21-000-001",
        "/decisions/housing/21-000-001",
        "/decisions/housing/homelessness/21-000-001/",
        "/decisions/housing/homelessness/21-000-001?chapter=2&displaypref=x",
        "/anything/old/21-000-001",
        "/21%20000%20001",
        "/decisions/21000001",
        "/decisions/education/other/21-000-001",
        "/decisions/housing/homelessness/21-000-002",
    ],
)
def test_any_address_that_ends_in_a_known_reference_leads_there(reader: Reader, address: str) -> None:
    published(also_known_as=["21 000 002"])
    seen = reader.get(address)
    assert (seen.status, seen.location) == (301, ADDRESS)


def test_without_a_subcategory_the_address_is_shorter(reader: Reader) -> None:
    published(subcategory=None)
    assert reader.get("/decisions/housing/21-000-001").status == 200


def test_a_reference_is_not_taken_for_a_subject(reader: Reader) -> None:
    published("21 000 001")
    assert reader.get("/decisions/housing/homelessness").status == 200
    assert reader.get("/decisions/housing/99-999-999").status == 404
    assert "99 999 999" in reader.get("/decisions/housing/99-999-999").main


def test_a_held_decision_shows_nothing_of_itself(reader: Reader) -> None:
    decision = published(summary="A secret heron.")
    hold([decision.pk], by="editor", at=NOON)
    for address in (ADDRESS, "/decisions/21-000-001"):
        seen = reader.get(address)
        assert seen.status == 404
        assert "not available at present" in seen.main
        assert seen.header("X-Robots-Tag") == "noindex"
        for word in ("heron", "Alderford", "omeless", "identity"):
            assert word not in seen.text + seen.title
    release([decision.pk], by="editor", at=NOON)
    assert reader.get(ADDRESS).status == 200


def test_a_withdrawn_decision_says_when_and_why(reader: Reader) -> None:
    decision = published(summary="A secret heron.")
    withdraw([decision.pk], by="editor", at=NOON, reason="court")
    for address in (ADDRESS, "/decisions/21-000-001"):
        seen = reader.get(address)
        assert seen.status == 410
        assert "was withdrawn from this register on 2 March 2026" in seen.main
        assert "court" in seen.main
        assert "noindex" in seen.header("X-Robots-Tag")
        for word in ("heron", "Alderford", "omeless"):
            assert word not in seen.text + seen.title
    restore([decision.pk], by="editor", at=NOON)
    assert reader.get(ADDRESS).status == 200


@pytest.mark.usefixtures("official")
def test_what_was_never_public_is_as_good_as_unknown(reader: Reader) -> None:
    publish([record(decided_on=now().date())], by="editor", at=now())
    unknown = reader.get("/decisions/21-000-009").main

    def is_unknown() -> bool:
        seen = reader.get("/decisions/21-000-001")
        return seen.status == 404 and seen.main.replace("21 000 001", "21 000 009") == unknown

    assert is_unknown()
    hold([Decision.objects.get().pk], by="editor", at=now())
    assert is_unknown()


def test_an_unknown_reference_gets_a_page_that_helps(reader: Reader) -> None:
    published("21 000 001c")
    seen = reader.get("/decisions/21-000-001")
    assert seen.status == 404
    assert seen.links()["21 000 001c"] == "/decisions/housing/homelessness/21-000-001c"
    assert "/search" in seen.links().values()


def test_history_and_earlier_versions(reader: Reader) -> None:
    decision = published(summary="A heron was hurt.")
    fresh = record(summary="A bittern was hurt.")
    correct([Correction(decision.pk, 1, fresh, change="major", reason="accuracy")], by="editor", at=NOON)
    seen = reader.get(ADDRESS)
    assert "Corrected on 2 March 2026: to correct a mistake of fact" in seen.main
    old = reader.get(f"{ADDRESS}/v/1")
    assert old.status == 200
    assert "A heron was hurt." in old.main
    assert "noindex" in old.header("X-Robots-Tag")
    assert old.links()["PDF"] == f"{ADDRESS}/v/1.pdf"
    assert old.all("//dl//dd")[0] == "Alderford Borough Council"
    present = reader.get(f"{ADDRESS}/v/2")
    assert (present.status, present.location) == (301, ADDRESS)
    assert reader.get(f"{ADDRESS}/v/3").status == 404
    elsewhere = reader.get("/decisions/21-000-001/v/1")
    assert (elsewhere.status, elsewhere.location) == (301, f"{ADDRESS}/v/1")


def test_an_erased_version_is_gone_with_date_and_reason(reader: Reader) -> None:
    decision = published(summary="Jane Heron complained.")
    redact(decision.pk, ["Jane Heron"], "[removed]", by="editor", at=NOON)
    old = reader.get(f"{ADDRESS}/v/1")
    assert old.status == 410
    assert "2 March 2026" in old.main
    assert "To protect someone's identity" in old.main
    assert old.links()["21 000 001 as it reads today"] == ADDRESS
    assert "Heron" not in old.response.content.decode()
    assert "[removed] complained." in reader.get(ADDRESS).main


def test_a_version_of_a_held_decision_is_not_shown(reader: Reader) -> None:
    decision = published(summary="A heron was hurt.")
    correct([Correction(decision.pk, 1, record(summary="A bittern was hurt."))], by="editor", at=NOON)
    hold([decision.pk], by="editor", at=NOON)
    seen = reader.get(f"{ADDRESS}/v/1")
    assert seen.status == 404
    assert "heron" not in seen.text


def test_an_abolished_body_shows_who_took_over(reader: Reader) -> None:
    published()
    successor = Organisation.objects.create(name="Greater Alder Council", slug="greater-alder-council")
    Organisation.objects.filter(slug="alderford-borough-council").update(
        end_on=dt.date(2023, 3, 31), successor=successor
    )
    seen = reader.get(ADDRESS)
    assert "Alderford Borough Council ended on 31 March 2023" in seen.main
    assert seen.links()["Greater Alder Council"] == "/organisations/greater-alder-council"


def test_a_decision_without_organisation_date_or_outcome(reader: Reader) -> None:
    published(organisations=[], decided_on=None, outcome=None)
    seen = reader.get(ADDRESS)
    assert seen.all("//h1") == ["Organisation not stated (21 000 001)"]
    assert "Not stated" in seen.main


def test_several_bodies_are_named_together(reader: Reader) -> None:
    names = ("Alder Council", "Birch Council", "Cedar Council", "Damson Council")
    published("21 000 001", organisations=[{"name": name} for name in names[:2]])
    published("21 000 002", organisations=[{"name": name} for name in names])
    entries = reader.get("/decisions/housing").entries
    assert entries == [
        "Alder Council, Birch Council and 2 others (21 000 002)",
        "Alder Council and Birch Council (21 000 001)",
    ]


def test_a_source_that_is_no_web_page_is_no_link(reader: Reader) -> None:
    published(source_url="javascript:alert(1)")
    assert "javascript:" not in reader.get(ADDRESS).response.content.decode()


def test_programs_read_it_too(reader: Reader) -> None:
    published(summary="A heron </script><script>alert(1)</script>.")
    seen = reader.get(ADDRESS)
    [data] = seen.page.xpath("//script[@type='application/ld+json']")
    assert json.loads(data.text)["reportNumber"] == "21 000 001"
    assert seen.page.xpath("string(//link[@rel='canonical']/@href)") == f"http://127.0.0.1:8000{ADDRESS}"
    assert seen.page.xpath("string(//meta[@property='og:title']/@content)") == "Alderford Borough Council (21 000 001)"
    assert seen.page.xpath("count(//script[not(@src)])") == 1


def test_few_queries(reader: Reader, django_assert_max_num_queries: object) -> None:
    published("20 000 009")
    published(related=["20 000 009"], **FULL)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's own context manager
        reader.get(ADDRESS)


def test_the_way_up_says_of_what_it_is_the_rest(reader: Reader) -> None:
    published(category="Health", subcategory="Other")
    seen = reader.get("/decisions/health/other/21-000-001")
    assert seen.all("//*[@class='govuk-breadcrumbs__link']") == ["Home", "Decisions", "Health", "Other: Health"]
