"""Each act on people: its effect, its entry in the journal, and that a refusal leaves no trace."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator

from tests.build.decision import NOON
from tests.build.person import make_person
from upheld.accounts.actions.change_role import change_role
from upheld.accounts.actions.deactivate import deactivate, reactivate
from upheld.accounts.actions.guard import NotPossibleError, UnknownPersonError
from upheld.accounts.actions.invite import InvitationError, invite
from upheld.accounts.actions.second_factor import reset_second_factor
from upheld.accounts.actions.send_link import renew_link
from upheld.accounts.actions.set_password import set_password
from upheld.accounts.links import Links
from upheld.accounts.models import Person
from upheld.accounts.rules import LAST, OWN_ROLE
from upheld.journal.models import Entry

pytestmark = pytest.mark.django_db
Act = Callable[[Person, str], object]
ACTS: dict[str, Act] = {
    "role": lambda person, by: change_role(person.pk, "manager", by=by, at=NOON),
    "end": lambda person, by: deactivate(person.pk, by=by, at=NOON),
    "reset": lambda person, by: reset_second_factor(person.pk, by=by, at=NOON),
    "link": lambda person, by: renew_link(person.pk, by=by, at=NOON),
}


def entries() -> list[tuple[str, int | None, dict[str, object], str]]:
    return [(one.kind, one.subject_id, one.data, one.by) for one in Entry.objects.order_by("number")]


def test_an_invited_person_has_no_password_and_the_journal_no_name() -> None:
    person = invite(" Ada@Example.org ", "Ada  Invented", "editor", by="boss@example.org", at=NOON)
    assert (person.email, person.name, person.role, person.is_active) == (
        "ada@example.org",
        "Ada Invented",
        "editor",
        True,
    )
    assert not person.has_usable_password()
    assert entries() == [("person.invited", person.pk, {"role": "editor"}, "boss@example.org")]


@pytest.mark.parametrize(
    ("email", "name", "role", "field"),
    [
        ("no address", "Ada", "editor", "email"),
        ("ádá@example.org", "Ada", "editor", "email"),
        (f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.org", "Ada", "editor", "email"),
        ("ada@example.org", "  ", "editor", "name"),
        ("ada@example.org", "A" * 101, "editor", "name"),
        ("ada@example.org", "Ada", "king", "role"),
    ],
)
def test_what_cannot_be_invited_leaves_no_trace(email: str, name: str, role: str, field: str) -> None:
    with pytest.raises(InvitationError) as told:
        invite(email, name, role, by="boss", at=NOON)
    assert told.value.field == field
    assert (Person.objects.count(), entries()) == (0, [])


def test_an_address_is_one_person_however_it_is_written() -> None:
    invite("ada@example.org", "Ada", "editor", by="boss", at=NOON)
    with pytest.raises(NotPossibleError, match=r"ada@example\.org already"):
        invite("ADA@example.org", "Another", "manager", by="boss", at=NOON)
    assert (Person.objects.count(), len(entries())) == (1, 1)


def test_a_role_is_changed_from_one_to_another() -> None:
    person = make_person("editor")
    assert change_role(person.pk, "approver", by="boss", at=NOON).role == "approver"
    assert entries() == [("person.role-changed", person.pk, {"from": "editor", "to": "approver"}, "boss")]


def test_the_same_role_again_changes_nothing() -> None:
    person = make_person("editor")
    change_role(person.pk, "editor", by="boss", at=NOON)
    person.refresh_from_db()
    assert (entries(), person.changes) == ([], 0)


def test_a_person_is_deactivated_and_let_in_again() -> None:
    person = make_person("editor")
    assert not deactivate(person.pk, by="boss", at=NOON).is_active
    deactivate(person.pk, by="boss", at=NOON)
    assert reactivate(person.pk, by="boss", at=NOON).is_active
    assert [kind for kind, *_ in entries()] == ["person.deactivated", "person.reactivated"]


def test_second_factors_are_taken_away() -> None:
    person = make_person("editor")
    reset_second_factor(person.pk, by="boss", at=NOON)
    assert not Authenticator.objects.filter(user=person).exists()
    assert [kind for kind, *_ in entries()] == ["person.second-factor-reset"]


def test_a_new_link_ends_the_one_before() -> None:
    person = make_person("editor")
    first = Links().make_token(person)
    person, link = renew_link(person.pk, by="boss", at=NOON)
    assert not Links().check_token(person, first)
    assert Links().check_token(person, link.rpartition("/")[2].partition("-")[2])
    assert [kind for kind, *_ in entries()] == ["person.link-made"]


def test_a_password_is_set_and_noted() -> None:
    person = make_person("editor")
    set_password(person, "another quiet room", by=person.email, at=NOON)
    assert Person.objects.get().check_password("another quiet room")
    assert entries() == [("person.password-set", person.pk, {}, person.email)]


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_whatever_is_done_to_a_person_ends_their_sessions(act: Act) -> None:
    make_person("administrator")
    person = make_person("editor")
    before = person.get_session_auth_hash()
    act(person, "boss")
    assert Person.objects.get(pk=person.pk).get_session_auth_hash() != before


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nobody_does_it_to_themselves_and_no_trace_is_left(act: Act) -> None:
    make_person("administrator")
    person = make_person("administrator")
    with pytest.raises(NotPossibleError):
        act(person, person.email.upper())
    stands = Person.objects.get(pk=person.pk)
    assert (stands.role, stands.is_active, stands.changes, entries()) == ("administrator", True, 0, [])


@pytest.mark.parametrize("act", ["role", "end"])
def test_the_last_administrator_stays_also_for_the_command_line(act: str) -> None:
    gone = make_person("administrator")
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    person = make_person("administrator")
    with pytest.raises(NotPossibleError, match=LAST):
        ACTS[act](person, "command line")
    assert (Person.objects.get(pk=person.pk).changes, entries()) == (0, [])


def test_nobody_raises_their_own_role() -> None:
    person = make_person("editor")
    with pytest.raises(NotPossibleError, match=OWN_ROLE):
        change_role(person.pk, "administrator", by=person.email, at=NOON)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_somebody_who_is_not_there_is_said_to_be_so(act: Act) -> None:
    with pytest.raises(UnknownPersonError):
        act(Person(pk=999_999), "boss")
    assert entries() == []


def test_a_deactivated_person_gets_no_link() -> None:
    make_person("administrator")
    person = deactivate(make_person("editor").pk, by="boss", at=NOON)
    with pytest.raises(NotPossibleError):
        renew_link(person.pk, by="boss", at=NOON)
    assert not Links().check_token(person, Links().make_token(person))
