"""The privacy settings: nothing before a choice, and every choice as easy as the other."""

import pytest

from tests.build.decision import published
from tests.build.reader import Reader

pytestmark = pytest.mark.django_db
HERE = {"Sec_Fetch_Site": "same-origin", "Origin": "null"}


def allowed(reader: Reader) -> None:
    reader.post("/privacy-settings", {"analytical": "on", "return_to": "/"}, **HERE)


@pytest.mark.usefixtures("analytics")
def test_nothing_is_set_or_asked_of_others_before_a_choice(reader: Reader) -> None:
    published()
    for address in ("/", "/decisions/housing", "/privacy-settings", "/decisions/housing/homelessness/21-000-001"):
        seen = reader.get(address)
        assert not seen.response.cookies
        assert "google" not in seen.header("Content-Security-Policy")
        assert not [link for link in seen.all("//script/@src | //link[@rel='stylesheet']/@href") if "//" in link]
    assert reader.get("/").all("//section[@class='consent']//button") == [
        "Allow analytical cookies", "Refuse analytical cookies",
    ]  # fmt: skip


@pytest.mark.usefixtures("analytics")
def test_a_choice_leads_back_to_where_one_was_and_is_kept(reader: Reader) -> None:
    published()
    saved = reader.post("/privacy-settings", {"analytical": "on", "return_to": "/decisions/housing?page=1"}, **HERE)
    assert (saved.status, saved.location) == (303, "/decisions/housing?page=1&saved=1")
    cookie = saved.response.cookies["upheld_privacy"]
    assert (cookie.value, cookie["samesite"], cookie["max-age"], cookie["httponly"]) == ("on", "Lax", 31_536_000, True)
    back = reader.get(saved.location)
    assert "Your privacy settings are saved" in back.text
    assert "googletagmanager" not in back.response.content.decode()  # its script could read the query
    assert "Allow analytical cookies" not in back.text
    plain = reader.get("/decisions/housing")
    assert plain.all("//script/@src[contains(., 'googletagmanager')]") == [
        "https://www.googletagmanager.com/gtag/js?id=G-INVENTED1"
    ]
    assert "https://www.googletagmanager.com" in plain.header("Content-Security-Policy")
    assert "'unsafe" not in plain.header("Content-Security-Policy")
    assert "analytical cookies are on" in reader.get("/privacy-settings").main


@pytest.mark.usefixtures("analytics")
def test_withdrawing_removes_the_cookies_of_the_provider(reader: Reader) -> None:
    allowed(reader)
    reader.client.cookies["_ga"] = "GA1.1.5"
    reader.client.cookies["_ga_INVENTED1"] = "GS1.1"
    reader.client.cookies["_gab"] = "of somebody else"
    saved = reader.post("/privacy-settings", {"analytical": "off"}, Host="www.localhost", **HERE)
    assert saved.status == 400  # no such host here
    saved = reader.post("/privacy-settings", {"analytical": "off"}, Host="localhost", **HERE)
    assert saved.location == "/privacy-settings?saved=1"
    gone = {(one.key, one["max-age"]) for one in saved.response.cookies.values() if one.key != "upheld_privacy"}
    assert gone == {("_ga", "0"), ("_ga_INVENTED1", "0")}
    seen = reader.get(saved.location)
    assert "Your choice is saved" in seen.main
    assert "analytical cookies are refused" in seen.main
    assert "googletagmanager" not in seen.response.content.decode()
    assert not reader.get("/").all("//section[@class='consent']")


@pytest.mark.usefixtures("analytics")
@pytest.mark.parametrize("name", ["_ga_%0d%0aX:1", '_ga_a"b', "_ga_a b", "_ga_\u00e9", "_ga_[x]", "_ga_a,b"])
def test_a_cookie_of_any_name_does_not_hinder_withdrawal(reader: Reader, name: str) -> None:
    cookies = f"upheld_privacy=on; {name}=1; _ga_INVENTED1=2"
    saved = reader.post("/privacy-settings", {"analytical": "off"}, Cookie=cookies, **HERE)
    assert saved.status == 303
    assert {one.key for one in saved.response.cookies.values()} == {"upheld_privacy", "_ga_INVENTED1"}


@pytest.mark.usefixtures("analytics")
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_no_other_site_can_switch_anything_on(reader: Reader, headers: dict[str, str]) -> None:
    seen = reader.post("/privacy-settings", {"analytical": "on"}, **headers)
    assert seen.status == 403
    assert not seen.response.cookies
    assert "Nothing was changed" in seen.main


@pytest.mark.usefixtures("analytics")
def test_a_browser_that_does_not_say_where_from_can_still_refuse(reader: Reader) -> None:
    assert reader.post("/privacy-settings", {"analytical": "off"}, Origin="null").status == 303
    assert reader.post("/privacy-settings", {"analytical": "on"}, Origin="http://testserver").status == 303


@pytest.mark.usefixtures("analytics")
@pytest.mark.parametrize(
    "where",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:x",
        "decisions",
        "/\n/x",
        "/privacy-settings?return=/",
    ],
)
def test_nobody_is_sent_elsewhere(reader: Reader, where: str) -> None:
    seen = reader.post("/privacy-settings", {"analytical": "off", "return_to": where}, **HERE)
    assert seen.location == "/privacy-settings?saved=1"
    page = reader.client.get("/privacy-settings", {"return": where})
    assert b"evil" not in page.content


@pytest.mark.usefixtures("analytics")
@pytest.mark.parametrize("value", ["ON", "on; x", "yes", "1", ""])
def test_any_other_cookie_is_no_choice(reader: Reader, value: str) -> None:
    reader.client.cookies["upheld_privacy"] = value
    seen = reader.get("/")
    assert seen.all("//section[@class='consent']")
    assert "google" not in seen.header("Content-Security-Policy")


@pytest.mark.usefixtures("analytics")
def test_the_page_tells_all(reader: Reader) -> None:
    seen = reader.get("/privacy-settings?return=/decisions/housing")
    assert seen.all("//h1") == ["Review your privacy settings"]
    for words in (
        "View required cookies", "View analytical cookies", "upheld_privacy", "One year", "_ga_INVENTED1",
        "Alderford does not sell what it counts.", "in your browser",
    ):  # fmt: skip
        assert words in seen.main
    assert "https://tools.google.com/dlpage/gaoptout" in seen.links().values()
    assert "recommend" not in seen.main
    assert seen.page.xpath("string(//main//input[@name='return_to']/@value)") == "/decisions/housing"
    assert "_ga_INVENTED1" in reader.get("/cookies").main


def test_without_a_provider_there_is_nothing_to_choose(reader: Reader) -> None:
    assert not reader.get("/").all("//section[@class='consent']")
    seen = reader.get("/privacy-settings")
    assert "View required cookies" in seen.main
    assert not seen.all("//main//form")
    assert "Google" not in seen.main
    assert reader.post("/privacy-settings", {"analytical": "on"}, **HERE).status == 400


def test_every_page_leads_to_the_settings_and_back(reader: Reader) -> None:
    published()
    link = reader.get("/decisions/housing?page=1").links("//footer")["Privacy settings"]
    assert link == "/privacy-settings?return=/decisions/housing%3Fpage%3D1"
