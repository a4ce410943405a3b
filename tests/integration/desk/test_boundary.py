"""Where the desk ends: cookies, sessions, forms and large uploads are its own; nothing of it is kept or found."""

import pytest
from django.conf import settings as configured
from django.test import Client

from tests.build.person import make_person, sign_in
from tests.build.reader import Seen
from upheld.desk import middleware
from upheld.public.views.robots import RULES

pytestmark = pytest.mark.django_db
PUBLIC = ("/", "/about", "/decisions", "/organisations", "/privacy-settings", "/robots.txt", "/nowhere", "/desktop")
DESK = ("/desk/account/sign-in", "/desk/help", "/desk/nowhere", "/desk/account/")


@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_set_and_read_no_cookie(address: str) -> None:
    client = sign_in(Client(), make_person("manager"))
    anybody, signed_in = Client().get(address), client.get(address)
    assert not anybody.cookies
    assert not signed_in.cookies
    assert signed_in.content == anybody.content
    assert not hasattr(signed_in.wsgi_request, "session")
    assert not hasattr(signed_in.wsgi_request, "user")


@pytest.mark.parametrize("address", DESK)
@pytest.mark.parametrize("is_in", [True, False])
def test_no_answer_of_the_desk_is_kept_or_found(address: str, *, is_in: bool) -> None:
    client = sign_in(Client(), make_person("manager")) if is_in else Client()
    seen = Seen(client.get(address))
    assert seen.header("Cache-Control") == "no-store"
    assert "noindex" in seen.header("X-Robots-Tag")
    assert seen.header("Referrer-Policy") == "same-origin"
    assert "frame-ancestors 'none'" in seen.header("Content-Security-Policy")
    assert seen.header("X-Frame-Options") == "DENY"


def test_crawlers_are_told_to_stay_away() -> None:
    assert "Disallow: /desk/\n" in RULES


def test_what_does_not_exist_in_the_desk_says_so_in_its_own_look() -> None:
    seen = Seen(sign_in(Client(), make_person("reader")).get("/desk/nowhere"))
    assert (seen.status, "in the desk" in seen.main) == (404, True)
    assert seen.all("//body/@class") == ["desk"]
    assert Client().post("/desk/21-000-001").status_code == 404
    assert Seen(Client().get("/desk")).location == "/desk/"


def test_a_fault_in_the_desk_says_so_in_its_own_look(monkeypatch: pytest.MonkeyPatch) -> None:
    from upheld.desk.views import people

    def fail() -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(people, "list_people", fail)
    client = sign_in(Client(raise_request_exception=False), make_person("administrator"))
    seen = Seen(client.get("/desk/people"))
    assert (seen.status, seen.all("//body/@class")) == (500, ["desk"])
    assert "a fault of ours" not in seen.text


def test_a_form_from_elsewhere_is_refused_in_plain_words() -> None:
    client = sign_in(Client(enforce_csrf_checks=True), make_person("administrator"))
    seen = Seen(client.post("/desk/people/invite", {"name": "A", "email": "a@example.org", "role": "editor"}))
    assert (seen.status, seen.title.startswith("This form can no longer be sent")) == (403, True)
    assert "Nothing was changed" in seen.main
    assert "CSRF" not in seen.response.content.decode()


def test_a_form_of_ours_is_taken_and_its_cookie_stays_in_the_desk() -> None:
    client = Client(enforce_csrf_checks=True)
    seen = Seen(client.get("/desk/account/sign-in"))
    cookie = client.cookies["upheld_desk_form"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/desk", True, "Lax")
    token = seen.all("//input[@name='csrfmiddlewaretoken']/@value")[0]
    typed = {"login": "a@example.org", "password": "wrong", "csrfmiddlewaretoken": token}
    assert Seen(client.post("/desk/account/sign-in", typed)).status == 422


def test_cookies_are_for_https_wherever_readers_are() -> None:
    assert configured.SESSION_COOKIE_SECURE is not configured.ON_LOOPBACK
    assert configured.CSRF_COOKIE_SECURE is not configured.ON_LOOPBACK


class TestSizes:
    """How much may be sent where, and by whom."""

    def test_a_reader_sends_little(self) -> None:
        assert Client().post("/privacy-settings", {"a": "x" * 70_000}).status_code == 400
        assert Client().get("/about?" + "&".join(f"a{number}=1" for number in range(51))).status_code == 400

    def test_a_stranger_s_files_are_not_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("django.http.multipartparser.MultiPartParser.parse", _never)
        seen = Seen(Client(enforce_csrf_checks=True).post("/desk/take-in", {"text": "x" * 70_000}))
        assert (seen.status, seen.location.partition("?")[0]) == (302, "/desk/account/sign-in")

    def test_an_editor_sends_a_long_text(self) -> None:
        client = sign_in(Client(), make_person("editor"))
        assert client.post("/desk/nowhere", {"text": "x" * 3_000_000}).status_code == 404

    def test_more_than_is_taken_in_at_once_is_said_to_be_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(middleware, "LARGEST", 100_000)
        monkeypatch.setattr("django.http.multipartparser.MultiPartParser.parse", _never)
        seen = Seen(sign_in(Client(), make_person("editor")).post("/desk/take-in", {"text": "x" * 200_000}))
        assert (seen.status, "250 files at once" in seen.main) == (413, True)

    @pytest.mark.parametrize("size", ["-1", "many", "1e3", " "])
    def test_a_size_that_is_none_is_refused(self, size: str) -> None:
        client = sign_in(Client(), make_person("editor"))
        assert client.post("/desk/help", b"", content_type="text/plain", CONTENT_LENGTH=size).status_code == 413
        assert (
            Client().post("/privacy-settings", b"", content_type="text/plain", CONTENT_LENGTH=size).status_code == 400
        )


def _never(*_: object) -> None:
    raise AssertionError("what was sent must not be read")
