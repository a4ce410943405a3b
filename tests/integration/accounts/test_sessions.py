"""Sessions end at once when something about the person changes, and by themselves in time."""

import time
from collections.abc import Callable

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client

from tests.build.decision import NOON
from tests.build.person import PASSWORD, make_person, sign_in
from tests.build.reader import Seen
from upheld.accounts.actions.change_role import change_role
from upheld.accounts.actions.deactivate import deactivate
from upheld.accounts.actions.forget import forget_old
from upheld.accounts.actions.second_factor import reset_second_factor
from upheld.accounts.models import Attempt, Person
from upheld.journal.models import Entry
from upheld.lib.clock import now

pytestmark = pytest.mark.django_db
ACCOUNT = "/desk/account/"


def is_in(client: Client) -> bool:
    return client.get(ACCOUNT).status_code == 200


@pytest.mark.parametrize(
    "act",
    [
        lambda person: change_role(person.pk, "manager", by="boss", at=NOON),
        lambda person: deactivate(person.pk, by="boss", at=NOON),
        lambda person: reset_second_factor(person.pk, by="boss", at=NOON),
    ],
)
def test_what_an_administrator_changes_ends_every_session_at_once(act: Callable[[Person], object]) -> None:
    make_person("administrator")
    person = make_person("editor")
    clients = [sign_in(Client(), person), sign_in(Client(), person)]
    assert [is_in(client) for client in clients] == [True, True]
    act(person)
    assert [is_in(client) for client in clients] == [False, False]


def test_changing_ones_password_keeps_this_session_and_ends_the_others() -> None:
    person = make_person("editor")
    here, elsewhere = sign_in(Client(), person), sign_in(Client(), person)
    typed = {"oldpassword": PASSWORD, "password1": "another quiet room", "password2": "another quiet room"}
    assert Seen(here.post("/desk/account/password", typed)).location == ACCOUNT
    assert (is_in(here), is_in(elsewhere)) == (True, False)
    assert here.get("/desk/help").status_code == 200
    assert Entry.objects.get().kind == "person.password-set"


def test_changing_ones_password_takes_the_present_one() -> None:
    person = make_person("editor")
    typed = {"oldpassword": "something else", "password1": "another quiet room", "password2": "another quiet room"}
    seen = Seen(sign_in(Client(), person).post("/desk/account/password", typed))
    assert (seen.status, "not your present password" in seen.main) == (422, True)
    assert Person.objects.get().check_password(PASSWORD)
    assert not Entry.objects.exists()


def test_removing_ones_second_step_ends_the_others_and_closes_the_desk_to_this_one() -> None:
    person = make_person("editor")
    here, elsewhere = sign_in(Client(), person), sign_in(Client(), person)
    asked = Seen(here.get("/desk/account/app/remove"))
    assert "your only second step" in asked.main
    assert Seen(here.post("/desk/account/app/remove")).location == ACCOUNT
    assert not Authenticator.objects.exists()
    assert (is_in(here), is_in(elsewhere)) == (True, False)
    assert Seen(here.get("/desk/help")).location == ACCOUNT
    assert Entry.objects.get().kind == "person.second-factor-removed"


def test_changing_how_one_signs_in_asks_for_the_password_again_after_a_while() -> None:
    person = make_person("editor")
    client = sign_in(Client(), person)
    with time_machine.travel(time.time() + 301):
        asked = Seen(client.get("/desk/account/app/remove"))
        assert asked.location == "/desk/account/again?next=%2Fdesk%2Faccount%2Fapp%2Fremove"
        assert Seen(client.post(asked.location, {"password": "something else"})).status == 422
        assert Seen(client.post(asked.location, {"password": PASSWORD})).location == "/desk/account/app/remove"
        assert Seen(client.get("/desk/account/app/remove")).status == 200


def test_nothing_happening_for_an_hour_ends_a_session() -> None:
    client = sign_in(Client(), make_person("editor"))
    began = time.time()
    for minutes in (50, 100, 150):
        with time_machine.travel(began + minutes * 60):
            assert is_in(client)
    with time_machine.travel(began + 211 * 60):
        seen = Seen(client.get(ACCOUNT))
        assert seen.status == 302
        assert "nothing happened for 1 hour" in Seen(client.get(seen.location)).main


def test_half_a_day_ends_a_session_however_busy() -> None:
    client = sign_in(Client(), make_person("editor"))
    began = time.time()
    for minutes in range(0, 720, 50):
        with time_machine.travel(began + minutes * 60):
            assert is_in(client)
    with time_machine.travel(began + 721 * 60):
        assert not is_in(client)


def test_what_is_over_is_forgotten_and_what_is_not_stays() -> None:
    client = sign_in(Client(), make_person("editor"))
    client.get(ACCOUNT)
    Client().post("/desk/account/sign-in", {"login": "a@example.org", "password": "wrong wrong wrong"})
    forget_old(at=NOON)
    assert (Session.objects.count() > 0, Attempt.objects.count() > 0) == (True, True)
    with time_machine.travel(time.time() + 2 * 86_400):
        forget_old(at=now())
    assert (Session.objects.count(), Attempt.objects.count()) == (0, 0)
