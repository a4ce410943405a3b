"""Organisations from A to Z, and the page of each."""

import datetime as dt
from collections.abc import Callable

import pytest

from tests.build.decision import NOON, published
from tests.build.reader import Reader
from upheld.public.pages import organisation as pages
from upheld.register.actions.add_organisations import Body, add_organisations
from upheld.register.actions.hold import hold
from upheld.register.actions.merge_organisations import merge_organisations
from upheld.register.actions.rename_organisation import rename_organisation
from upheld.register.models import Organisation

pytestmark = pytest.mark.django_db


def about(*names: str) -> dict[str, object]:
    return {"organisations": [{"name": name} for name in names]}


def pk_of(slug: str) -> int:
    return Organisation.objects.get(slug=slug).pk


def test_all_with_decisions_are_listed_by_letter(reader: Reader) -> None:
    published("21 000 001", **about("Beck Council"))
    published("21 000 002", **about("Alder Council", "Beck Council"))
    add_organisations([Body("Cedar Council", (("gss", "E01"),))], by="editor", at=NOON)
    seen = reader.get("/organisations")
    assert seen.all("//h2[@class='letter__title']") == ["A", "B"]
    assert seen.all("//li[@data-words]") == ["Alder Council 1 decision", "Beck Council 2 decisions"]
    assert seen.links()["Beck Council"] == "/organisations/beck-council"
    assert "Cedar" not in seen.main
    assert "The register holds 2 decisions, decided on 5 April 2022." in seen.main


@pytest.mark.parametrize("query", ["alder", "ALDER council", "counc ald", "old ald", "Alder’s"])
def test_any_name_finds_an_organisation_without_script(reader: Reader, query: str) -> None:
    published("21 000 001", **about("Beck Council"))
    published("21 000 002", **about("Old Alder's Council"))
    rename_organisation(pk_of("old-alder-s-council"), "Alder Council", by="editor", at=NOON)
    seen = reader.get(f"/organisations?q={query}")
    assert [name for name in seen.links() if "Council" in name] == ["Alder Council"]
    assert "1 of 2 shown" in seen.main
    assert seen.header("X-Robots-Tag") == "noindex"


def test_a_name_that_nobody_has(reader: Reader) -> None:
    published()
    seen = reader.get("/organisations?q=zebra")
    assert "No organisation has a name like “zebra”" in seen.main
    assert seen.links()["Show all organisations"] == "/organisations"


def test_an_abolished_body_is_listed_with_who_took_over(reader: Reader) -> None:
    published(**about("New Council"))
    bodies = [
        Body("New Council", (("gss", "E01"),), kind="Unitary authority"),
        Body("Old Council", (("gss", "E02"),), end_on=dt.date(2023, 3, 31), successor="E01"),
    ]
    add_organisations(bodies, by="editor", at=NOON)
    assert "Ended on 31 March 2023; now New Council" in reader.get("/organisations").main
    assert "named in published decisions, and 1 that ended without one" in reader.get("/organisations").main
    old = reader.get("/organisations/old-council")
    assert "newest first" not in old.main
    assert not [words for words in old.links() if words.startswith(("Search within", "Follow"))]
    assert "31 March 2023" in old.main
    assert old.links()["New Council"] == "/organisations/new-council"
    new = reader.get("/organisations/new-council")
    assert new.links()["Old Council"] == "/organisations/old-council"
    assert "Unitary authority" in new.main


def test_one_organisation_with_counts(reader: Reader) -> None:
    published("21 000 001", decided_on=dt.date(2021, 2, 3))
    published("21 000 002", outcome="Not upheld", subcategory="Allocations")
    published("21 000 003", outcome=None, subcategory="Other", decided_on=None)
    hidden = published("21 000 004")
    published("21 000 005", decided_on=dt.date(2021, 2, 4))
    published("21 000 006", decided_on=dt.date(2021, 2, 5))
    hold([hidden.pk], by="editor", at=NOON)
    seen = reader.get("/organisations/alderford-borough-council")
    assert seen.all("//h1") == ["Alderford Borough Council"]
    assert "5 decisions, decided from 3 February 2021 to 5 April 2022" in seen.main
    key = seen.all("//ul[@class='chart__key'][1]/li")
    assert key[:4] == ["Upheld 3", "Not upheld 1", "Closed after initial enquiries 0", "Outcome not stated 1"]
    assert seen.all("//*[@class='chart__note']") == ["“Not upheld” includes investigations that were discontinued."]
    assert "Housing 5 decisions" in seen.all("//ul[@class='counted']/li")
    assert seen.links()["Housing"] == "/search?category=housing&organisation=alderford-borough-council&sort=newest"
    feed = "/search.atom?organisation=alderford-borough-council"
    assert seen.links()["Follow them with a feed reader (Atom)"] == feed
    assert seen.page.xpath("//link[@type='application/atom+xml']/@href") == [feed]
    assert [entry[-11:-1] for entry in seen.entries] == [
        "21 000 002", "21 000 006", "21 000 005", "21 000 001", "21 000 003",
    ]  # fmt: skip
    assert "%" not in seen.main


def test_a_body_named_twice_in_a_decision_has_it_once(reader: Reader) -> None:
    published("21 000 001", **about("Alder Council", "Alder City Council"))
    merge_organisations(pk_of("alder-city-council"), pk_of("alder-council"), by="editor", at=NOON)
    assert reader.get("/organisations").all("//li[@data-words]")[0].startswith("Alder Council 1 decision")
    seen = reader.get("/organisations/alder-council")
    assert len(seen.entries) == 1
    assert "1 decision, decided on 5 April 2022" in seen.main


def test_a_body_that_only_held_decisions_name_is_nowhere(reader: Reader, index: Callable[[], None]) -> None:
    hidden = published(**about("Jane Heron, carer"))
    hold([hidden.pk], by="editor", at=NOON)
    index()
    address = "/organisations/jane-heron-carer"
    assert reader.get(address).status == 404
    for page in ("/organisations?q=heron", "/search?organisation=jane-heron-carer", address):
        assert "Jane Heron" not in reader.get(page).text


def test_former_names_and_addresses_lead_there(reader: Reader) -> None:
    published()
    rename_organisation(pk_of("alderford-borough-council"), "Alderford City Council", by="editor", at=NOON)
    old = reader.get("/organisations/alderford-borough-council?year=2022")
    assert (old.status, old.location) == (301, "/organisations/alderford-city-council?year=2022")
    slash = reader.get("/organisations/alderford-city-council/")
    assert (slash.status, slash.location) == (301, "/organisations/alderford-city-council")
    seen = reader.get("/organisations/alderford-city-council")
    assert "Alderford Borough Council" in seen.main
    assert seen.entries == ["Alderford Borough Council (21 000 001)"]
    assert reader.get("/organisations/nobody").status == 404


def test_its_decisions_by_page_and_year(reader: Reader) -> None:
    for place in range(12):
        published(f"21 000 0{place:02}", decided_on=dt.date(2020 + place % 2, 1, 1 + place))
    address = "/organisations/alderford-borough-council"
    assert len(reader.get(address).entries) == 10
    assert len(reader.get(f"{address}?page=2").entries) == 2
    assert reader.get(f"{address}?page=3").status == 404
    year = reader.get(f"{address}?year=2021")
    assert len(year.entries) == 6
    assert "6 decisions, decided in 2021" in year.main


def test_a_subject_whose_last_decision_goes_while_the_page_is_made_is_left_out(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    published("21 000 001", **about("Beck Council"))
    monkeypatch.setattr(pages, "list_places", lambda _: ())
    seen = reader.get("/organisations/beck-council")
    assert (seen.status, "By subject" in seen.main) == (200, False)


def test_few_queries(reader: Reader, django_assert_max_num_queries: object) -> None:
    published()
    for address in ("/organisations", "/organisations/alderford-borough-council"):
        with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's own context manager
            assert reader.get(address).status == 200


def test_an_address_in_capitals_leads_to_the_one_in_small_letters(reader: Reader) -> None:
    published()
    seen = reader.get("/organisations/Alderford-Borough-Council?year=2022")
    assert (seen.status, seen.location) == (301, "/organisations/alderford-borough-council?year=2022")
    assert reader.get("/organisations/Nobody").status == 404
