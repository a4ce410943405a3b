"""The pages on which administrators look after people."""

import pytest
from django.core import mail
from django.test import Client

from tests.build.patience import eventually
from tests.build.person import make_person, sign_in
from tests.build.reader import Seen
from upheld.accounts.models import Person
from upheld.accounts.rules import OWN_ROLE
from upheld.journal.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Client:
    return sign_in(Client(), make_person("administrator", name="Ada Invented", email="ada@example.org"))


def do(client: Client, address: str, **typed: str) -> Seen:
    """Sends a form and goes where it leads."""
    seen = Seen(client.post(address, typed))
    return Seen(client.get(seen.location)) if seen.status == 303 else seen


def test_everybody_is_listed_and_what_each_role_may_do(admin: Client) -> None:
    make_person("editor", name="Bea Invented", second_factor=False)
    make_person("reader", name="Cai Invented", second_factor=False, password=None)
    Person.objects.filter(pk=make_person("manager", name="Dot Invented").pk).update(is_active=False)
    rows = Seen(admin.get("/desk/people")).all("//table[contains(@class,'people')]/tbody/tr")
    assert ["Bea Invented" in rows[1], "Password only" in rows[1]] == [True, True]
    assert "No password yet" in rows[2]
    assert "Deactivated" in rows[3]
    assert "Password and second step" in rows[0]


def test_an_invitation_shows_a_link_once(admin: Client) -> None:
    seen = do(admin, "/desk/people/invite", name="Bea Invented", email="bea@example.org", role="editor")
    link = seen.all("//*[@class='account__secret']")[0]
    assert link.startswith("http://127.0.0.1:8000/desk/account/link/")
    assert "This register sends no mail" in seen.main
    assert Seen(Client().get(link.removeprefix("http://127.0.0.1:8000"))).status == 302
    person = Person.objects.get(email="bea@example.org")
    assert Seen(admin.get(f"/desk/people/{person.pk}/link")).location == f"/desk/people/{person.pk}"


def test_with_a_mail_server_the_link_is_sent_too(admin: Client, settings: object) -> None:
    settings.MAIL_URL = "smtp://127.0.0.1"  # type: ignore[attr-defined]  # pytest-django's settings
    seen = do(admin, "/desk/people/invite", name="Bea Invented", email="bea@example.org", role="editor")
    assert "on its way to bea@example.org" in seen.main
    eventually(lambda: len(mail.outbox) == 1)  # it goes from a thread, so that nobody waits for a mail server
    assert seen.all("//*[@class='account__secret']")[0] in str(mail.outbox[0].body)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "", "email": "bea@example.org", "role": "editor"}, "Write the person's name"),
        ({"name": "Bea", "email": "bea", "role": "editor"}, "Write an e-mail address"),
        ({"name": "Bea", "email": "ada@example.org", "role": "editor"}, "There is a person with the address"),
        ({"name": "Bea", "email": "bea@example.org", "role": "king"}, "The role is one of"),
    ],
)
def test_what_cannot_be_invited_is_said_and_what_was_typed_stays(
    admin: Client, typed: dict[str, str], said: str
) -> None:
    seen = do(admin, "/desk/people/invite", **typed)
    assert (seen.status, said in seen.main) == (422, True)
    assert seen.all("//input[@id='email']/@value") == [typed["email"]]
    assert Person.objects.count() == 1


def test_a_role_is_changed(admin: Client) -> None:
    person = make_person("editor")
    seen = do(admin, f"/desk/people/{person.pk}/role", role="approver")
    assert "is now approver" in seen.main
    assert Entry.objects.get().by == "ada@example.org"


def test_a_person_is_deactivated_and_let_in_again(admin: Client) -> None:
    person = make_person("editor")
    assert "can no longer sign in" in do(admin, f"/desk/people/{person.pk}/deactivate").main
    assert Seen(admin.get(f"/desk/people/{person.pk}")).all("//main//button") == ["Let them sign in again"]
    assert "can sign in again" in do(admin, f"/desk/people/{person.pk}/reactivate").main


def test_a_second_step_is_reset(admin: Client) -> None:
    person = make_person("editor")
    assert "sets up a new second step" in do(admin, f"/desk/people/{person.pk}/reset-second-step").main
    assert "None is set up" in Seen(admin.get(f"/desk/people/{person.pk}")).main


def test_a_new_link_is_made(admin: Client) -> None:
    person = make_person("editor")
    assert "It works once, within 24 hours" in do(admin, f"/desk/people/{person.pk}/new-link").main


def test_on_ones_own_page_nothing_can_be_done_and_it_says_why(admin: Client) -> None:
    own = Person.objects.get()
    seen = Seen(admin.get(f"/desk/people/{own.pk}"))
    assert OWN_ROLE in seen.main
    assert seen.all("//main//button") == []
    assert OWN_ROLE in do(admin, f"/desk/people/{own.pk}/role", role="manager").main
    assert not Entry.objects.exists()


@pytest.mark.parametrize("act", ["", "/link"])
def test_nobody_is_at_an_unknown_address(admin: Client, act: str) -> None:
    assert admin.get(f"/desk/people/999999{act}").status_code == 404


@pytest.mark.parametrize("act", ["role", "deactivate", "reactivate", "reset-second-step", "new-link"])
def test_nothing_is_done_to_nobody(admin: Client, act: str) -> None:
    assert admin.post(f"/desk/people/999999/{act}", {"role": "editor"}).status_code == 404
