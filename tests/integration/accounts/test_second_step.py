"""Setting up the second step, and how it is kept."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from tests.build.person import make_person, sign_in
from tests.build.reader import Seen
from upheld.accounts.models import Person
from upheld.accounts.second_factors import SecondFactors
from upheld.journal.models import Entry

pytestmark = pytest.mark.django_db
NO_PASSKEYS = (
    "", "{}", "[]", "1", "no json", '{"id": 1}', '{"response": null}', '{"id": "a", "rawId": "a", "response": {}}',
    '{"id": "YQ", "rawId": "YQ", "type": "p", "response": {"clientDataJSON": "YQ", "attestationObject": "YQ"}}',
    '{"id": "YQ", "rawId": "YQ", "response": {"clientDataJSON": "e30", "authenticatorData": "YQ", "signature": "YQ"}}',
)  # fmt: skip
APP, CODES = "/desk/account/app", "/desk/account/recovery-codes"


def code_for(secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


@pytest.fixture
def person() -> Person:
    return make_person("editor", second_factor=False)


@pytest.fixture
def client(person: Person) -> Client:
    return sign_in(Client(), person, second_factor=False)


def set_up(client: Client) -> str:
    """Sets an authenticator app up as the page says; gives its secret."""
    seen = Seen(client.get(APP))
    secret = seen.all("//*[@class='account__secret']")[0].replace(" ", "")
    assert Seen(client.post(APP, {"code": code_for(secret)})).location == CODES
    return secret


def test_the_picture_is_part_of_the_page_and_the_letters_stand_below(client: Client) -> None:
    seen = Seen(client.get(APP))
    assert seen.all("//*[@class='qr']/@role") == ["img"]
    assert len(seen.page.xpath("//*[@class='qr']/svg")) == 1
    assert not re.search(rb"data:|style=|<script>", seen.response.content)
    assert seen.all("//a[starts-with(@href,'otpauth://totp/')]/@href")


def test_a_code_opens_the_desk_in_this_session_and_ends_the_others(client: Client, person: Person) -> None:
    elsewhere = sign_in(Client(), person, second_factor=False)
    assert Seen(client.get("/desk/help")).location == "/desk/account/"
    set_up(client)
    assert Seen(client.get("/desk/help")).status == 200
    assert Seen(elsewhere.get("/desk/account/")).status == 302
    assert Entry.objects.get().kind == "person.second-factor-added"


def test_a_wrong_code_sets_nothing_up_and_the_picture_stays(client: Client) -> None:
    first = Seen(client.get(APP)).all("//*[@class='account__secret']")
    seen = Seen(client.post(APP, {"code": "000000"}))
    assert (seen.status, "does not work" in seen.main) == (422, True)
    assert seen.all("//*[@class='account__secret']") == first
    assert (Authenticator.objects.exists(), Entry.objects.exists()) == (False, False)


def test_recovery_codes_are_shown_once(client: Client) -> None:
    set_up(client)
    assert len(Seen(client.get(CODES)).all("//*[@class='account__codes']/li")) == 10
    again = Seen(client.get(CODES))
    assert again.all("//*[@class='account__codes']/li") == []
    assert "cannot be shown again" in again.main


def test_a_recovery_code_signs_in_once(client: Client, person: Person) -> None:
    set_up(client)
    code = Seen(client.get(CODES)).all("//*[@class='account__codes']/li")[0]
    for expected in (302, 422):
        other = Client()
        other.post("/desk/account/sign-in", {"login": person.email, "password": "a quiet reading room"})
        assert Seen(other.post("/desk/account/second-step", {"code": code})).status == expected
    assert "9 unused" in Seen(client.get("/desk/account/")).main


def test_new_recovery_codes_take_the_place_of_the_old(client: Client) -> None:
    set_up(client)
    old = Seen(client.get(CODES)).all("//*[@class='account__codes']/li")
    assert "10 unused codes" in Seen(client.get(f"{CODES}/new")).main
    assert Seen(client.post(f"{CODES}/new")).location == CODES
    assert not set(old) & set(Seen(client.get(CODES)).all("//*[@class='account__codes']/li"))


def test_secrets_are_kept_under_a_key_that_is_not_in_the_database(client: Client) -> None:
    secret = set_up(client)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert SecondFactors().decrypt(kept) == secret


def test_under_another_key_no_code_fits_and_nothing_breaks(client: Client, settings: object, person: Person) -> None:
    secret = set_up(client)
    settings.SECRET_KEY = "another deployment's"  # type: ignore[attr-defined]  # pytest-django's settings
    other = Client()
    other.post("/desk/account/sign-in", {"login": person.email, "password": "a quiet reading room"})
    assert Seen(other.post("/desk/account/second-step", {"code": code_for(secret)})).status == 422


def test_a_reader_who_set_one_up_is_asked_for_it() -> None:
    reader = make_person("reader")
    typed = {"login": reader.email, "password": "a quiet reading room"}
    assert Seen(Client().post("/desk/account/sign-in", typed)).location == "/desk/account/second-step"


def test_what_no_browser_sends_as_a_passkey_is_refused(client: Client) -> None:
    for credential in NO_PASSKEYS:
        client.get("/desk/account/passkeys/add")
        seen = Seen(client.post("/desk/account/passkeys/add", {"name": "Mine", "credential": credential}))
        assert seen.status == 422, credential
    assert not Authenticator.objects.exists()


def test_the_same_is_no_second_step(person: Person) -> None:
    TOTP.activate(person, generate_totp_secret())
    client = Client()
    client.post("/desk/account/sign-in", {"login": person.email, "password": "a quiet reading room"})
    for credential in NO_PASSKEYS[:4]:
        seen = Seen(client.post("/desk/account/second-step", {"credential": credential}))
        assert seen.status in {200, 422}, credential
    assert Seen(client.get("/desk/help")).status == 302
