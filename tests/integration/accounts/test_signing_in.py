"""Signing in: what is asked, what is said to those who guess, and how guessing is slowed."""

import time
from unittest import mock

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.core import mail
from django.test import Client

from tests.build.patience import eventually
from tests.build.person import PASSWORD, make_person, sign_in
from tests.build.reader import Seen
from upheld.accounts.links import PATH, make_link
from upheld.accounts.models import Attempt, Person
from upheld.accounts.sentences import TOO_MANY, WRONG, WRONG_CODE

pytestmark = pytest.mark.django_db
SIGN_IN, NEW = "/desk/account/sign-in", "another quiet room"


def code_of(person: Person) -> str:
    """The code that the person's app shows now."""
    secret = decrypt(Authenticator.objects.get(user=person, type="totp").data["secret"])
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def give(client: Client, email: str, password: str = PASSWORD, after: str = "") -> Seen:
    return Seen(client.post(SIGN_IN, {"login": email, "password": password, "next": after}))


@pytest.fixture
def client() -> Client:
    return Client()


def test_password_and_code_open_the_page_that_one_was_going_to(client: Client) -> None:
    person = make_person("manager")
    asked = Seen(client.get("/desk/help"))
    assert asked.location == "/desk/account/sign-in?next=%2Fdesk%2Fhelp"
    assert Seen(client.get(asked.location)).all("//input[@name='next']/@value") == ["/desk/help"]
    assert give(client, person.email.upper(), after="/desk/help").location == "/desk/account/second-step"
    assert Seen(client.get("/desk/help")).status == 302
    done = Seen(client.post("/desk/account/second-step", {"code": code_of(person)}))
    assert done.location == "/desk/help"
    assert Seen(client.get("/desk/help")).status == 200


@pytest.mark.parametrize("after", ["https://elsewhere.example/", "//elsewhere.example/desk/", "/about", "/desktop"])
def test_signing_in_leads_nowhere_but_into_the_desk(client: Client, after: str) -> None:
    reader = make_person("reader", second_factor=False)
    assert give(client, reader.email, after=after).location == "/desk/"


def test_the_key_of_the_session_is_another_after_signing_in(client: Client) -> None:
    reader = make_person("reader", second_factor=False)
    client.get("/desk/account/second-step")
    session = client.session
    session["begun"] = "before"
    session.save()
    client.cookies["upheld_desk"] = session.session_key or ""
    before = session.session_key
    give(client, reader.email)
    assert client.cookies["upheld_desk"].value != before
    cookie = client.cookies["upheld_desk"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/desk", True, "Lax")


def test_a_wrong_password_and_nobody_s_address_get_the_same_answer(client: Client) -> None:
    person = make_person("editor")
    Person.objects.filter(pk=make_person("editor", email="gone@example.org").pk).update(is_active=False)
    told = {
        " ".join(give(client, email, password).main.split())
        for email, password in (
            (person.email, "not the password"),
            ("nobody@example.org", "not the password"),
            ("gone@example.org", PASSWORD),
        )
    }
    assert len(told) == 1
    assert WRONG in told.pop()


@pytest.mark.parametrize(
    "email", ["known@example.org", "invited@example.org", "gone@example.org", "nobody@example.org"]
)
def test_a_password_is_always_worked_out_once(client: Client, email: str) -> None:
    make_person("editor", email="known@example.org")
    make_person("editor", email="invited@example.org", password=None)
    Person.objects.filter(pk=make_person("editor", email="gone@example.org").pk).update(is_active=False)
    with mock.patch("django.contrib.auth.hashers.MD5PasswordHasher.encode", autospec=True) as work:
        work.side_effect = lambda _, password, salt, *rest: f"md5${salt}${len(password)}"
        give(client, email, "not the password")
    assert work.call_count == 1


def test_guessing_a_password_is_slowed_the_same_for_every_address(client: Client) -> None:
    for email in (make_person("editor").email, "nobody@example.org"):
        told = [give(Client(), email, f"guess number {number}").main for number in range(6)]
        assert [WRONG in one for one in told] == [True] * 5 + [False]
        assert TOO_MANY in told[-1]


def test_the_right_password_does_not_help_while_guesses_are_slowed_and_does_later(client: Client) -> None:
    person = make_person("editor")
    for number in range(5):
        give(Client(), person.email, f"guess number {number}")
    assert TOO_MANY in give(client, person.email).main
    with time_machine.travel(time.time() + 301):
        assert give(client, person.email).location == "/desk/account/second-step"


def test_guessing_does_not_become_quicker_under_another_name_of_the_host() -> None:
    person = make_person("editor")
    for number in range(5):
        give(Client(), person.email, f"guess number {number}")
    other = Client(headers={"host": "localhost"})
    assert TOO_MANY in give(other, person.email).main


def test_guessing_codes_is_slowed(client: Client) -> None:
    person = make_person("editor")
    give(client, person.email)
    told = [Seen(client.post("/desk/account/second-step", {"code": "000000"})).main for _ in range(6)]
    assert [WRONG_CODE in one for one in told] == [True] * 5 + [False]
    assert TOO_MANY in Seen(client.post("/desk/account/second-step", {"code": code_of(person)})).main


def test_a_code_works_once(client: Client) -> None:
    person = make_person("editor")
    began = time.time() // 30 * 30
    with time_machine.travel(began):
        code = code_of(person)
        give(client, person.email)
        assert Seen(client.post("/desk/account/second-step", {"code": code})).status == 302
    for later in (0, 31):  # a code is taken for longer than it is shown
        with time_machine.travel(began + later):
            other = Client()
            give(other, person.email)
            for spelt in (code, f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}."):
                assert WRONG_CODE in Seen(other.post("/desk/account/second-step", {"code": spelt})).main


def test_what_is_kept_of_attempts_names_nobody(client: Client) -> None:
    give(client, "nobody@example.org", "not the password")
    kept = list(Attempt.objects.values_list("cache_key", flat=True))
    assert kept
    assert all(len(key) == 64 for key in kept)


def test_half_signed_in_one_can_go_back_and_be_somebody_else(client: Client) -> None:
    person = make_person("editor")
    give(client, person.email)
    assert Seen(client.get(SIGN_IN)).location == "/desk/account/second-step"
    client.post("/desk/account/sign-out")
    assert Seen(client.get(SIGN_IN)).status == 200


def test_signing_out_takes_a_form_of_ours(client: Client) -> None:
    sign_in(client, make_person("reader"))
    assert Seen(client.get("/desk/account/sign-out")).status == 200
    assert Seen(client.get("/desk/help")).status == 200
    assert Seen(client.post("/desk/account/sign-out")).location == SIGN_IN
    assert Seen(client.get("/desk/help")).status == 302


def test_nobody_can_sign_up(client: Client) -> None:
    assert [client.get(f"/desk/account/{path}").status_code for path in ("signup", "sign-up", "email")] == [404] * 3


class TestForgottenPasswords:
    """A mail with a link goes to those who are there, and the answer says no more."""

    @pytest.fixture(autouse=True)
    def _mail(self, settings: object) -> None:
        settings.MAIL_URL = "smtp://127.0.0.1"  # type: ignore[attr-defined]  # pytest-django's settings

    def test_the_answer_is_the_same_for_everybody(self, client: Client) -> None:
        person = make_person("editor")
        answers = {
            Seen(client.post("/desk/account/forgotten", {"email": email})).location
            for email in (person.email, "nobody@example.org")
        }
        assert answers == {"/desk/account/forgotten/sent"}
        eventually(lambda: len(mail.outbox) == 1)
        assert mail.outbox[0].to == [person.email]
        assert f"http://127.0.0.1:8000{PATH}" in str(mail.outbox[0].body)

    def test_somebody_deactivated_gets_none(self, client: Client) -> None:
        person = make_person("editor")
        Person.objects.filter(pk=person.pk).update(is_active=False)
        client.post("/desk/account/forgotten", {"email": person.email})
        assert mail.outbox == []


def test_without_a_mail_server_the_page_says_whom_to_ask(client: Client) -> None:
    assert "Ask an administrator" in Seen(client.get("/desk/account/forgotten")).main


class TestLinks:
    """A link sets a password once, and not for long."""

    def follow(self, person: Person, password: str = NEW) -> Seen:
        client = Client()
        opened = Seen(client.get(make_link(person).removeprefix("http://127.0.0.1:8000")))
        if opened.status != 302:
            return opened
        return Seen(client.post(opened.location, {"password1": password, "password2": password}))

    def test_it_sets_the_password_and_leads_to_signing_in(self, client: Client) -> None:
        person = make_person("reader", second_factor=False, password=None)
        assert self.follow(person).location == SIGN_IN
        assert give(client, person.email, NEW).location == "/desk/"

    def test_it_lets_in_somebody_whom_guesses_kept_out(self, client: Client) -> None:
        person = make_person("reader", second_factor=False)
        for number in range(6):
            give(Client(), person.email, f"guess number {number}")
        self.follow(person)
        assert give(client, person.email, NEW).location == "/desk/"

    def test_it_does_not_go_round_the_second_step(self, client: Client) -> None:
        person = make_person("editor")
        self.follow(person)
        assert give(client, person.email, NEW).location == "/desk/account/second-step"

    def test_it_works_once(self) -> None:
        person = make_person("editor")
        link = make_link(person).removeprefix("http://127.0.0.1:8000")
        self.follow(person)
        assert "no longer works" in Seen(Client().get(link)).main

    @pytest.mark.parametrize(
        ("password", "hours", "works"),
        [(PASSWORD, 23, True), (PASSWORD, 25, False), (None, 71, True), (None, 73, False)],
    )
    def test_it_runs_out(self, password: str | None, hours: int, works: bool) -> None:
        person = make_person("editor", password=password)
        link = make_link(person).removeprefix("http://127.0.0.1:8000")
        with time_machine.travel(time.time() + hours * 3_600):
            assert Seen(Client().get(link)).status == (302 if works else 200)

    @pytest.mark.parametrize("password", ["short", "password12345", "123456789012", "manager@example.org"])
    def test_a_password_that_is_easy_to_guess_is_refused(self, password: str) -> None:
        person = make_person("manager", email="manager@example.org")
        assert self.follow(person, password).status == 422
        assert Person.objects.get().check_password(PASSWORD)


def test_what_is_left_empty_is_said_at_its_field(client: Client) -> None:
    seen = give(client, "", "")
    assert seen.all("//p[@id='login-error-1']") == ["Error: Fill this in."]
    assert seen.all("//a[@href='#password']") == ["Fill this in."]


def test_asking_too_often_from_one_place_is_refused_in_the_desk_s_look(client: Client, settings: object) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}  # type: ignore[attr-defined]  # pytest-django's settings
    told = [give(client, "nobody@example.org", "not the password") for _ in range(2)]
    assert [one.status for one in told] == [422, 429]
    assert "Wait five minutes" in told[1].main


def test_under_https_a_form_of_ours_is_taken_and_one_of_others_is_not() -> None:
    client = Client(enforce_csrf_checks=True)
    page = Seen(client.get(SIGN_IN, secure=True))
    token = page.all("//input[@name='csrfmiddlewaretoken']/@value")[0]
    typed = {"login": "nobody@example.org", "password": "not the password", "csrfmiddlewaretoken": token}
    for origin, status in (("https://testserver", 422), ("https://elsewhere.example", 403), ("null", 403)):
        assert client.post(SIGN_IN, typed, secure=True, headers={"origin": origin}).status_code == status
