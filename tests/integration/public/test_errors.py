"""Errors that help, and headers that every answer carries."""

import io

import pytest
from django.test import Client
from django.urls.resolvers import RoutePattern
from pytest_django.fixtures import Settings

from tests.build.decision import published
from tests.build.reader import Reader, Seen
from upheld.lib.arrivals import Arrivals, BusyError
from upheld.public.urls import urlpatterns
from upheld.public.views import home as home_view

pytestmark = pytest.mark.django_db


def test_an_address_that_leads_nowhere(reader: Reader) -> None:
    seen = reader.get("/nowhere/at/all")
    assert seen.status == 404
    assert seen.all("//h1") == ["There is no page at this address"]
    assert {"/search", "/decisions", "/organisations"} <= set(seen.links().values())
    assert seen.header("Cache-Control") == "no-store"


def test_a_slash_behind_the_address_of_any_page_leads_to_it(reader: Reader) -> None:
    routes = (str(one.pattern) for one in urlpatterns if isinstance(one.pattern, RoutePattern))
    pages = [f"/{route}" for route in routes if route and not set(route) & set("<.")]
    assert "/cases-like-mine" in pages
    for page in set(pages) - {"/search/suggest"}:
        seen = reader.get(f"{page}/")
        assert (seen.status, seen.location) == (301, page), page


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
@pytest.mark.parametrize("address", ["/", "/search", "/decisions/housing", "/organisations", "/robots.txt"])
def test_pages_are_only_read(reader: Reader, method: str, address: str) -> None:
    seen = Seen(getattr(reader.client, method)(address))
    assert seen.status == 405
    assert seen.header("Allow") == "GET, HEAD"
    assert "can only be read" in seen.main


def test_head_is_like_get(reader: Reader) -> None:
    published()
    for address in ("/", "/decisions/housing", "/nowhere"):
        head, get = reader.client.head(address), reader.client.get(address)
        assert (head.status_code, head.content) == (get.status_code, b"")


def test_a_fault_of_ours_is_admitted(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    def broken() -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(home_view, "make_home", broken)
    seen = Seen(Client(raise_request_exception=False).get("/"))
    assert seen.status == 500
    assert seen.all("//h1") == ["Something went wrong on our side"]
    assert "secret words" not in seen.response.content.decode()


def test_a_host_that_is_not_ours_gets_no_page(reader: Reader) -> None:
    seen = reader.get("/", Host="evil.example")
    assert seen.status == 400
    assert "evil.example" not in seen.response.content.decode()


def test_too_many_parameters(reader: Reader) -> None:
    seen = reader.get("/search?" + "&".join(f"outcome=x{place}" for place in range(60)))
    assert seen.status == 400
    assert seen.all("//h1")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"x" * 200_000, "application/x-www-form-urlencoded"),
        (b"x", "multipart/form-data"),
        (b"\xff\x00", "multipart/form-data; boundary=x"),
        (b"analytical=on" + b"&x=1" * 100, "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
    ],
)
def test_what_no_form_sends(reader: Reader, settings: Settings, body: bytes, kind: str) -> None:
    settings.ANALYTICS_ID = "G-X"
    headers = {"Sec-Fetch-Site": "same-origin"}
    seen = Seen(reader.client.post("/privacy-settings", body, content_type=kind, headers=headers))
    assert seen.status == 400
    assert seen.all("//h1") == ["We could not understand this request"]


class Unread(io.RawIOBase):
    """What is sent with a request, and must not be waited for."""

    def read(self, size: int = -1) -> bytes:
        pytest.fail(f"{size} bytes were waited for")


@pytest.mark.parametrize(
    ("method", "address", "length", "status"),
    [
        ("get", "/about", "5000", 200),
        ("head", "/privacy-settings", "5000", 200),
        ("get", "/cases-like-mine", "70000", 400),
        ("get", "/desk/account/sign-in", "5000", 200),
        ("post", "/", "5000", 405),
        ("post", "/nowhere", "5000", 405),
        ("post", "/accounts/login", "5000", 405),
        ("put", "/cases-like-mine", "5000", 405),
        ("delete", "/desk/", "5000", 302),
        ("post", "/privacy-settings", "65537", 400),
        ("post", "/privacy-settings", "many", 400),
        ("post", "/privacy-settings", "-1", 400),
        ("post", "/privacy-settings", "²", 400),
        ("post", "/cases-like-mine", "600001", 413),
        ("post", "/desk/take-in", "5000000", 302),
    ],
)
def test_what_is_not_wanted_is_not_waited_for(
    reader: Reader, method: str, address: str, length: str, status: int
) -> None:
    sent = {"wsgi.input": Unread(), "CONTENT_LENGTH": length}
    assert getattr(reader.client, method)(address, **sent).status_code == status


def refuse(_: Arrivals) -> None:
    raise BusyError


@pytest.mark.parametrize("address", ["/privacy-settings", "/recognised/21-000-001", "/desk/account/sign-in"])
def test_what_cannot_be_taken_in_or_comes_in_part_changes_nothing(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    cut = {"wsgi.input": io.BytesIO(b"email=editor"), "CONTENT_LENGTH": "5000"}
    late = Seen(reader.client.post(address, **cut))
    assert (late.status, late.header("Retry-After"), late.header("Cache-Control")) == (408, "5", "no-store")
    assert late.all("//h1") == ["What you sent did not arrive"]
    monkeypatch.setattr(Arrivals, "place", refuse)
    busy = reader.post(address, {"email": "editor"})
    assert (busy.status, busy.header("Retry-After"), busy.header("Cache-Control")) == (503, "5", "no-store")
    assert "was not read" in busy.main


@pytest.mark.parametrize("address", ["/", "/nowhere", "/robots.txt", "/decisions/", "/search?from=x"])
@pytest.mark.parametrize("host", ["testserver", "evil.example"])
def test_every_answer_carries_the_headers(reader: Reader, address: str, host: str) -> None:
    seen = reader.get(address, Host=host)
    policy = seen.header("Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "'unsafe" not in policy
    assert seen.header("Referrer-Policy") == "no-referrer"
    assert seen.header("X-Content-Type-Options") == "nosniff"
    assert seen.header("Cross-Origin-Opener-Policy") == "same-origin"
    assert seen.header("Cross-Origin-Resource-Policy") == "same-origin"
    assert seen.header("X-Frame-Options") == "DENY"
    assert seen.header("X-Robots-Tag") == "noindex"
    assert "geolocation=()" in seen.header("Permissions-Policy")
    assert not seen.response.cookies


def test_there_is_no_inline_script_or_style(reader: Reader) -> None:
    published()
    for address in ("/", "/decisions/housing", "/decisions/housing/homelessness/21-000-001", "/organisations"):
        page = reader.get(address).page
        assert not page.xpath("//script[not(@src) and @type != 'application/ld+json']")
        assert not page.xpath("//style | //*[@style] | //@*[starts-with(name(), 'on')]")


def test_the_way_to_https_carries_the_policy_too(reader: Reader, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    seen = Seen(Client().get("/about"))
    assert (seen.status, seen.location) == (301, "https://testserver/about")
    assert "default-src 'none'" in seen.header("Content-Security-Policy")


def test_a_deployment_on_https_is_strict(reader: Reader, settings: Settings) -> None:
    settings.ANALYTICS_ID = "G-X"
    response = reader.client.post(
        "/privacy-settings", {"analytical": "off"}, secure=True, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert response.cookies["upheld_privacy"]["secure"]
