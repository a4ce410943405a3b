"""The page of all law."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.build.decision import published
from tests.build.reader import Reader

pytestmark = pytest.mark.django_db
Index = Callable[[], None]

TEXT = (
    "(Local Government Act 1974, section 34(3), as amended) The Care Act 2014, its Care and Support Statutory Guidance "
    "and the Care Leavers (England) Regulations 2010 were not followed."
)


def test_laws_are_listed_by_kind_from_a_to_z_with_counts(reader: Reader, index: Index) -> None:
    published("21 000 001", summary="Under the Care Act 2014 it was wrong.")
    published("21 000 002", summary=TEXT)
    index()
    seen = reader.get("/law")
    assert seen.all("//main//h2") == ["Acts", "Regulations, orders and rules", "Statutory guidance and codes"]
    assert seen.all("//section[@aria-labelledby='acts']//li") == [
        "Care Act 2014 2 decisions", "Local Government Act 1974 1 decision",
    ]  # fmt: skip
    assert seen.links()["Care Leavers (England) Regulations 2010"] == "/law/care-leavers-england-regulations-2010"
    assert "Care and Support Statutory Guidance" in seen.links()
    assert "Read from the text of decisions by a program." in seen.main
    assert "The register holds 2 decisions, decided on 5 April 2022." in seen.main
    assert seen.header("X-Upheld-Reads").startswith("search=")


@pytest.mark.slow
def test_where_many_are_cited_the_most_cited_stand_first(reader: Reader, index: Index) -> None:
    for number in range(1, 31):
        published(f"21 000 {number:03d}", summary=f"The Fence Act {1970 + number} and the Care Act 2014 apply.")
    index()
    seen = reader.get("/law")
    assert seen.all("//section[@aria-labelledby='most']//li")[0] == "Care Act 2014 30 decisions"
    assert len(seen.all("//section[@aria-labelledby='most']//li")) == 10


def test_every_page_leads_there_and_an_empty_register_says_so(reader: Reader, index: Index) -> None:
    index()
    seen = reader.get("/law")
    assert seen.links("//footer")["Law cited in decisions"] == "/law"
    assert "No published decision cites any law" in seen.main


def test_while_the_index_is_made_the_page_says_so(reader: Reader, tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR = tmp_path
    assert reader.get("/law").status == 503
