"""What search engines are told, by every form of a page alike."""

import pytest
from lxml import etree
from pytest_django.fixtures import Settings

from tests.build.decision import NOON, published
from tests.build.reader import Reader, Seen
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions.hold import hold
from upheld.register.queries.register import DEMO

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ADDRESS = "/decisions/housing/homelessness/21-000-001"
MAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
EVERYWHERE = (
    "/",
    "/decisions/housing",
    ADDRESS,
    "/organisations",
    "/search?q=x",
    "/robots.txt",
    "/sitemap.xml",
    "/nowhere",
)


def places(seen: Seen) -> list[str]:
    assert seen.status == 200
    return etree.fromstring(seen.response.content).xpath("//s:loc/text()", namespaces=MAPS)


def said(seen: Seen) -> tuple[str, str]:
    return seen.header("X-Robots-Tag"), seen.page.xpath("string(//meta[@name='robots']/@content)")


def test_a_copy_is_not_indexed_at_all_and_says_what_it_is(reader: Reader) -> None:
    published()
    for address in (*EVERYWHERE, "/decisions/21-000-001"):
        assert reader.get(address).header("X-Robots-Tag") == "noindex"
    for address in ("/", "/decisions/housing", ADDRESS, "/organisations", "/nowhere", "/privacy-settings"):
        assert "not the Ombudsman's own site" in reader.get(address).text
    assert "Disallow: /\n" not in reader.get("/robots.txt").response.content.decode()
    assert places(reader.get("/sitemap.xml")) == []
    assert reader.get("/sitemaps/decisions-1.xml").status == 404


@pytest.mark.usefixtures("official")
def test_an_official_register_is_indexed(reader: Reader) -> None:
    published("21 000 001")
    hidden = published("21 000 002")
    hold([hidden.pk], by="editor", at=NOON)
    assert said(reader.get(ADDRESS)) == ("", "")
    assert "not the Ombudsman's own site" not in reader.get("/").text
    rules = reader.get("/robots.txt").response.content.decode()
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in rules
    assert "Disallow: /\n" not in rules  # what may not be read cannot say that it is not to be indexed
    parts = places(reader.get("/sitemap.xml"))
    assert parts[-1] == "http://127.0.0.1:8000/sitemaps/decisions-1.xml"
    found = [place for part in parts for place in places(reader.get(part.removeprefix("http://127.0.0.1:8000")))]
    assert f"http://127.0.0.1:8000{ADDRESS}" in found
    assert "http://127.0.0.1:8000/decisions/housing/homelessness" in found
    assert "http://127.0.0.1:8000/organisations/alderford-borough-council" in found
    assert not [place for place in found if "21-000-002" in place]
    for place in found:
        seen = reader.get(place.removeprefix("http://127.0.0.1:8000"))
        assert (seen.status, seen.header("X-Robots-Tag")) == (200, "")


@pytest.mark.usefixtures("official")
def test_searches_versions_and_narrowed_lists_are_never_indexed(reader: Reader) -> None:
    published()
    for address in (
        "/search",
        "/search?q=x",
        "/search?q=21+000+001",
        "/decisions/housing?type=statement",
        "/organisations?q=alder",
        "/nowhere",
    ):
        assert "noindex" in reader.get(address).header("X-Robots-Tag"), address


@pytest.mark.usefixtures("official")
@pytest.mark.parametrize(
    ("name", "value", "hidden"),
    [
        ("ROBOTS", "noindex, noarchive", {"/", "/decisions/housing", ADDRESS, "/decisions/housing/homelessness"}),
        ("NOINDEX_CATEGORIES", ("housing",), {"/decisions/housing", ADDRESS, "/decisions/housing/homelessness"}),
        ("NOINDEX_CATEGORIES", ("housing/homelessness",), {ADDRESS, "/decisions/housing/homelessness"}),
        ("NOINDEX_REFERENCES", ("21000001",), {ADDRESS}),
    ],
)
def test_the_deployment_can_hide_itself_a_subject_or_a_decision(
    reader: Reader, settings: Settings, name: str, value: object, hidden: set[str]
) -> None:
    published("21 000 001")
    published("21 000 002", category="Education", subcategory=None)
    setattr(settings, name, value)
    for address in (
        "/",
        "/decisions/housing",
        ADDRESS,
        "/decisions/housing/homelessness",
        "/decisions/education/21-000-002",
    ):
        header, element = said(reader.get(address))
        assert header == element
        if name != "ROBOTS":
            assert (header == "noindex") == (address in hidden), address
    way = reader.get("/decisions/21000001").header("X-Robots-Tag")
    assert way == ("noindex, noarchive" if name == "ROBOTS" else "noindex")
    if name == "ROBOTS":
        assert said(reader.get("/"))[0] == "noindex, noarchive"
        assert places(reader.get("/sitemap.xml")) == []
        return
    listed = places(reader.get("/sitemaps/pages.xml")) + places(reader.get("/sitemaps/decisions-1.xml"))
    assert not {place.removeprefix("http://127.0.0.1:8000") for place in listed} & hidden


@pytest.mark.usefixtures("official")
def test_rules_that_do_not_hide_keep_the_sitemap(reader: Reader, settings: Settings) -> None:
    published()
    settings.ROBOTS = "noarchive, max-image-preview:none"
    assert said(reader.get("/")) == ("noarchive, max-image-preview:none", "noarchive, max-image-preview:none")
    assert places(reader.get("/sitemap.xml"))


@pytest.mark.usefixtures("official")
def test_a_demonstration_says_so_and_is_not_indexed(reader: Reader) -> None:
    with writing():
        append([NewEntry(DEMO, "register")], by="editor", at=NOON)
    seen = reader.get("/")
    assert said(seen) == ("noindex", "noindex")
    assert "Demonstration." in seen.text
    for address in ("/", "/about", "/decisions/21-000-009"):
        assert "lgo.org.uk" not in reader.get(address).response.content.decode()


@pytest.mark.usefixtures("official")
@pytest.mark.parametrize(
    "name", ["decisions-0", "decisions-2", "decisions-99999999999999999999", "decisions-x", "other"]
)
def test_a_part_that_is_not_there(reader: Reader, name: str) -> None:
    published()
    assert reader.get(f"/sitemaps/{name}.xml").status == 404


def test_filter_and_sort_links_are_not_followed(reader: Reader) -> None:
    published("21 000 001")
    published("21 000 002", decided_on=None)
    seen = reader.get("/organisations/alderford-borough-council")
    links = seen.page.xpath("//main//a[contains(@href, '?')]")
    assert links
    assert [link.get("href") for link in links if "nofollow" not in link.get("rel", "")] == [
        "/search?organisation=alderford-borough-council&sort=newest"
    ] or all("nofollow" in link.get("rel", "") for link in links)
