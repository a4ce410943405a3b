"""The page of a law, and that of one of its provisions."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from tests.build.decision import NOON, published
from tests.build.reader import Reader
from upheld.register.actions.hold import hold
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
Index = Callable[[], None]


def citing(reference: str, text: str, **values: Any) -> Decision:
    return published(reference, sections=[{"blocks": [{"number": 1, "text": text}]}], **values)


def cite_care() -> list[Decision]:
    return [
        citing("21 000 001", "Section 9 of the Care Act 2014 was not followed.", decided_on=dt.date(2021, 4, 5)),
        citing(
            "21 000 002", "(Care Act 2014, sections 9 and 18)", outcome="Not upheld", decided_on=dt.date(2022, 4, 5)
        ),
        citing("21 000 003", "The Care Act 2014 applies, and section 19 of the Education Act 1996."),
        citing("21 000 004", "We considered the Fence Post (Widgets) (England) Regulations 2031, regulation 4."),
    ]


def test_decisions_that_cite_a_law_are_listed_newest_first_with_counts(reader: Reader, index: Index) -> None:
    cite_care()
    index()
    seen = reader.get("/law/care-act-2014")
    assert (seen.status, seen.title.split(":")[0]) == (200, "Care Act 2014")
    assert [entry[-4:-1] for entry in seen.entries] == ["003", "002", "001"]
    assert "3 decisions in this register cite it." in seen.main
    assert "The register holds 4 decisions, decided from 5 April 2021 to 5 April 2022." in seen.main
    assert "2 upheld, 1 not upheld." in seen.main
    assert "Read from the text of decisions by a program." in seen.main
    assert seen.links()["Read it on legislation.gov.uk"] == "https://www.legislation.gov.uk/ukpga/2014/23"
    assert seen.all("//nav[@aria-labelledby='provisions']//li") == ["Section 9 2 decisions", "Section 18 1 decision"]
    assert seen.links()["Section 9"] == "/law/care-act-2014/9"
    assert seen.header("X-Upheld-Reads").startswith("search=")
    assert seen.page.xpath("string(//link[@rel='canonical']/@href)").endswith("/law/care-act-2014")


def test_a_provision_has_a_page_of_its_own(reader: Reader, index: Index) -> None:
    cite_care()
    index()
    seen = reader.get("/law/care-act-2014/18")
    assert seen.all("//h1") == ["Care Act 2014, section 18"]
    assert [entry[-4:-1] for entry in seen.entries] == ["002"]
    assert "1 decision in this register cites it." in seen.main
    assert seen.links()["Read section 18 on legislation.gov.uk"].endswith("/ukpga/2014/23/section/18")
    assert seen.links()["All decisions that cite the Care Act 2014"] == "/law/care-act-2014"


def test_a_law_that_no_catalogue_has_is_shown_by_its_title_with_a_search(reader: Reader, index: Index) -> None:
    cite_care()
    index()
    seen = reader.get("/law/fence-post-widgets-england-regulations-2031")
    assert seen.all("//h1") == ["Fence Post (Widgets) (England) Regulations 2031"]
    assert "/all?title=Fence+Post" in seen.links()["Look for it on legislation.gov.uk"]
    assert "Regulation 4" in seen.links()


def test_pages_of_ten(reader: Reader, index: Index) -> None:
    for number in range(1, 13):
        citing(f"21 000 {number:03d}", "The Care Act 2014 applies.")
    index()
    first, second = reader.get("/law/care-act-2014"), reader.get("/law/care-act-2014?page=2")
    assert (len(first.entries), len(second.entries)) == (10, 2)
    assert second.title.startswith("Care Act 2014, page 2")
    assert second.page.xpath("string(//link[@rel='canonical']/@href)").endswith("/law/care-act-2014?page=2")
    assert "12 decisions by outcome." in first.main
    assert [reader.get(f"/law/care-act-2014?page={page}").status for page in ("3", "0", "x", "999999")] == [404] * 4


def test_of_many_parts_those_cited_most_are_shown_and_all_can_be_unfolded(reader: Reader, index: Index) -> None:
    every = ", ".join(f"{number}" for number in range(1, 21))
    citing("21 000 001", f"Sections {every} and 21 of the Care Act 2014")
    citing("21 000 002", "Section 21 of the Care Act 2014 and Part 2 of the Care Act 2014")
    index()
    seen = reader.get("/law/care-act-2014")
    assert len(seen.all("//nav[@aria-labelledby='provisions']/ul/li")) == 12
    assert "Section 21 2 decisions" in seen.all("//nav[@aria-labelledby='provisions']/ul/li")
    unfolded = seen.all("//details//li")
    assert (len(unfolded), unfolded[1], unfolded[-1]) == (22, "Section 2 1 decision", "Part 2 1 decision")


@pytest.mark.parametrize("address", ["/law/widget-act-2031", "/law/care-act-2014/99", "/law/9"])
def test_what_no_decision_cites_is_404_with_help(reader: Reader, index: Index, address: str) -> None:
    cite_care()
    index()
    seen = reader.get(address)
    assert (seen.status, seen.all("//h1")) == (404, ["No decision cites this law"])
    assert seen.links()["All law cited in decisions"] == "/law"


def test_an_address_in_capitals_or_with_a_slash_leads_to_the_page(reader: Reader, index: Index) -> None:
    cite_care()
    index()
    assert reader.get("/law/Care-Act-2014/9?page=2").location == "/law/care-act-2014/9?page=2"
    assert reader.get("/law/care-act-2014/").location == "/law/care-act-2014"
    assert reader.get("/law/care-act-2014/9/").location == "/law/care-act-2014/9"


@pytest.mark.parametrize("action", [hold, withdraw])
def test_a_decision_taken_down_is_gone_at_once_and_from_the_counts_when_the_index_follows(
    reader: Reader, index: Index, action: Callable[..., int]
) -> None:
    decisions = cite_care()
    index()
    action([decisions[1].pk], by="editor", at=NOON)
    assert [entry[-4:-1] for entry in reader.get("/law/care-act-2014").entries] == ["003", "001"]
    assert reader.get("/law/care-act-2014/18").entries == []
    index()
    assert "2 decisions in this register cite it." in reader.get("/law/care-act-2014").main
    assert reader.get("/law/care-act-2014/18").status == 404


def test_law_that_was_redacted_is_no_longer_cited(reader: Reader, index: Index) -> None:
    decisions = cite_care()
    index()
    redact(decisions[1].pk, ["Care Act 2014, sections 9 and 18"], "[removed]", by="editor", at=NOON)
    index()
    assert reader.get("/law/care-act-2014/18").status == 404


@pytest.mark.parametrize("address", ["/law/care-act-2014", "/law/care-act-2014/9"])
def test_while_the_index_is_made_the_page_says_so(
    reader: Reader, tmp_path: Path, settings: Settings, address: str
) -> None:
    settings.DATA_DIR = tmp_path
    seen = reader.get(address)
    assert (seen.status, seen.header("Retry-After"), seen.header("Cache-Control")) == (503, "30", "no-store")
    assert seen.links()["Try again"] == address
