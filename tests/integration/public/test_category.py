"""The pages of subjects."""

import datetime as dt

import pytest

from tests.build.decision import NOON, published, record
from tests.build.reader import Reader
from tests.build.scheme import HOUSING
from upheld.register.actions.hold import hold
from upheld.register.actions.move_category import move_category
from upheld.register.actions.publish import publish
from upheld.register.models import Category

pytestmark = pytest.mark.django_db


def publish_many(number: int, **values: object) -> None:
    first = dt.date(2022, 1, 1)
    records = [
        record(f"22 {place // 1000:03} {place % 1000:03}", decided_on=first + dt.timedelta(days=place), **values)
        for place in range(number)
    ]
    publish(records, by="editor", at=NOON)


def test_statements_are_listed_ten_a_page_newest_first(reader: Reader) -> None:
    publish_many(23)
    first = reader.get("/decisions/housing")
    assert first.status == 200
    assert "Recent statements" in first.main
    assert first.entries == [f"Alderford Borough Council (22 000 {place:03})" for place in range(22, 12, -1)]
    assert "1 to 10 of 23 statements, decided from 1 January 2022 to 23 January 2022" in first.main
    last = reader.get("/decisions/housing?page=3")
    assert last.entries == [f"Alderford Borough Council (22 000 {place:03})" for place in (2, 1, 0)]
    assert "page=3" in first.links()["3"]
    assert reader.get("/decisions/housing?page=4").status == 404


def test_decisions_of_one_day_stand_by_reference_descending_and_those_without_a_day_last(reader: Reader) -> None:
    for reference in ("21 000 002", "21 000 010", "21 000 001"):
        published(reference)
    published("29 000 001", decided_on=None)
    entries = reader.get("/decisions/housing").entries
    assert [entry[-11:-1] for entry in entries] == ["21 000 010", "21 000 002", "21 000 001", "29 000 001"]


def test_an_entry_shows_what_a_reader_needs(reader: Reader) -> None:
    published("21 000 001", summary="We found fault.", outcome="Not upheld")
    seen = reader.get("/decisions/housing/homelessness")
    assert seen.links()["Alderford Borough Council (21 000 001)"] == "/decisions/housing/homelessness/21-000-001"
    assert seen.all("//ul[@class='facts']/li") == ["Not upheld", "Statement", "Homelessness", "5 April 2022"]
    assert seen.all("//p[@class='decision__summary']") == ["We found fault."]


def test_reports_stand_apart_five_of_them_with_a_way_to_all(reader: Reader) -> None:
    publish_many(7, document_type="Report")
    published("21 000 001")
    seen = reader.get("/decisions/housing")
    assert seen.all("//section[@aria-labelledby='prominent']//h2") == ["Recent public reports"]
    assert len(seen.all("//section[@aria-labelledby='prominent']//article")) == 5
    assert seen.all("//section[@aria-labelledby='list']//article//h3") == ["Alderford Borough Council (21 000 001)"]
    address = seen.links()["See all 7 public reports"]
    every = reader.get(address)
    assert len(every.entries) == 7
    assert "Public reports" in every.main
    assert "All of Housing" in every.links()
    assert every.header("X-Robots-Tag") == "noindex"


def test_a_subject_shows_its_parts_with_counts(reader: Reader) -> None:
    published("21 000 001")
    published("21 000 002", subcategory="Allocations")
    published("21 000 003", subcategory="Allocations")
    published("21 000 004", subcategory=None)
    seen = reader.get("/decisions/housing")
    assert seen.all("//nav[@aria-labelledby='parts']//li") == ["Allocations 2 decisions", "Homelessness 1 decision"]
    assert "4 decisions, decided on 5 April 2022" in seen.main
    assert reader.get(seen.links()["Allocations"]).entries[0] == "Alderford Borough Council (21 000 003)"


def test_a_part_called_other_is_titled_with_its_subject(reader: Reader) -> None:
    published(category="Children’s care services", subcategory="Other")
    seen = reader.get("/decisions/children-s-care-services/other")
    assert seen.all("//h1") == ["Other: Children's care services"]
    assert seen.title.startswith("Other: Children's care services")


def test_years_narrow_a_list(reader: Reader) -> None:
    for place, year in enumerate((2020, 2022, 2022, 2022)):
        published(f"21 000 00{place}", decided_on=dt.date(year, 6, 1))
    seen = reader.get("/decisions/housing")
    assert seen.all("//nav[@aria-label='Years']//a") == [
        "All years 4 statements", "2022 3 statements", "2020 1 statement",
    ]  # fmt: skip
    narrowed = reader.get(seen.links()["2022 3 statements"])
    assert len(narrowed.entries) == 3
    assert "3 statements, decided in 2022" in narrowed.main
    assert narrowed.header("X-Robots-Tag") == "noindex"
    assert reader.get("/decisions/housing?year=2021").status == 404


def test_what_is_held_is_in_no_list_and_no_count(reader: Reader) -> None:
    hidden = published("21 000 001", summary="A secret heron.")
    published("21 000 002")
    hold([hidden.pk], by="editor", at=NOON)
    for address in ("/", "/decisions", "/decisions/housing", "/decisions/housing/homelessness", "/organisations"):
        seen = reader.get(address)
        assert "21 000 001" not in seen.text
        assert "heron" not in seen.text
        assert "1 decision" in seen.main


def test_a_subject_in_which_nothing_can_be_read_is_not_there(reader: Reader) -> None:
    decision = published()
    hold([decision.pk], by="editor", at=NOON)
    assert "There are none here yet" in reader.get("/decisions").main
    assert reader.get("/decisions/housing").status == 404
    assert reader.get("/decisions/gardening").status == 404
    assert reader.get("/decisions/housing/gardening").status == 404


def test_addresses_of_subjects_never_break(reader: Reader) -> None:
    published()
    category = Category.objects.get(slug="homelessness")
    move_category(category.pk, name="Having no home", by="editor", at=NOON)
    moved = reader.get("/decisions/housing/homelessness?page=1")
    assert (moved.status, moved.location) == (301, "/decisions/housing/having-no-home?page=1")
    for spelling in ("/decisions/housing/", "/decisions/Housing"):
        seen = reader.get(spelling)
        assert (seen.status, seen.location) == (301, "/decisions/housing")
    old = reader.get("/decisions/housing/homelessness/21-000-001")
    assert (old.status, old.location) == (301, "/decisions/housing/having-no-home/21-000-001")


def test_all_decisions_are_listed_with_all_subjects(reader: Reader) -> None:
    published("21 000 001")
    published("21 000 002", category="Education", subcategory=None, document_type="Report")
    seen = reader.get("/decisions")
    assert seen.all("//nav[@aria-labelledby='parts']//li") == ["Education 1 decision", "Housing 1 decision"]
    assert "Recent decisions" in seen.main
    narrowed = reader.get("/decisions?type=report")
    assert (narrowed.status, narrowed.location) == (302, "/search?type=report&sort=newest")


@pytest.mark.parametrize("address", ["/", "/decisions", "/decisions/housing", "/decisions/housing/homelessness?page=2"])
def test_few_queries(reader: Reader, address: str, django_assert_max_num_queries: object) -> None:
    publish_many(15)
    publish_many_reports = [record(f"30 000 00{place}", document_type="Report") for place in range(6)]
    publish(publish_many_reports, by="editor", at=NOON)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's own context manager
        assert reader.get(address).status == 200


def test_a_second_scheme_has_its_own_words(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", HOUSING)
    published(
        "202012345", document_type="Determination", outcome="Service failure", category="Property condition",
        subcategory="Damp and mould", organisations=[{"name": "Alder Homes"}],
    )  # fmt: skip
    seen = reader.get("/decisions/property-condition")
    assert "Recent determinations" in seen.main
    assert "1 determination, decided on 5 April 2022" in seen.main
    assert seen.links()["Alder Homes (202012345)"] == "/decisions/property-condition/damp-and-mould/202012345"
    assert reader.get("/x/202012345/").location == "/decisions/property-condition/damp-and-mould/202012345"
    decision = reader.get("/decisions/property-condition/damp-and-mould/202012345")
    assert "Service failure" in decision.main
    assert "This is a copy." in decision.text
