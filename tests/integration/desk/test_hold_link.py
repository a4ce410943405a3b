"""A link in a mail: one person holds one decision, without signing in, and nothing else."""

import datetime as dt

import pytest
import time_machine
from django.core import signing
from django.test import Client

from tests.build.decision import NOON, published
from tests.build.person import make_person
from tests.build.reader import Seen
from upheld.editorial.actions.hold import release
from upheld.editorial.hold_links import sign_hold
from upheld.journal.models import Entry
from upheld.lib.clock import now
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db


def state() -> str:
    return Decision.objects.get().state


def test_one_press_holds_in_the_persons_name() -> None:
    decision, ada = published(), make_person("editor")
    address = f"/desk/hold/{sign_hold(ada.pk, decision)}"
    asked = Seen(Client().get(address))
    assert (asked.status, state()) == (200, "published")
    assert asked.all("//main//button") == ["Hold it now"]
    assert str(decision.version.summary) not in asked.text
    held = Seen(Client().post(address))
    assert "Gone from every page at" in held.main
    assert state() == "held"
    assert Entry.objects.order_by("-number")[0].by == ada.email
    assert "is not shown at present" in Seen(Client().get(address)).title


def test_it_does_not_hold_a_second_time() -> None:
    decision, ada = published(), make_person("editor")
    address = f"/desk/hold/{sign_hold(ada.pk, decision)}"
    Client().post(address)
    release([decision.pk], by="bea", at=now() + dt.timedelta(seconds=2))
    assert Seen(Client().post(address)).status == 410
    assert state() == "published"


def test_it_is_spent_after_three_days() -> None:
    decision, ada = published(), make_person("editor")
    address = f"/desk/hold/{sign_hold(ada.pk, decision)}"
    with time_machine.travel(now() + dt.timedelta(hours=71)):
        assert Seen(Client().get(address)).status == 200
    with time_machine.travel(now() + dt.timedelta(hours=73)):
        assert Seen(Client().post(address)).status == 410
    assert state() == "published"


@pytest.mark.parametrize("change", ["role", "is_active"])
def test_it_is_for_somebody_who_still_may(change: str) -> None:
    decision, ada = published(), make_person("editor")
    address = f"/desk/hold/{sign_hold(ada.pk, decision)}"
    setattr(ada, change, {"role": "reader", "is_active": False}[change])
    ada.save()
    assert Seen(Client().post(address)).status == 410
    assert state() == "published"


def test_nothing_else_that_is_signed_holds_anything() -> None:
    decision, ada = published(), make_person("editor")
    other = signing.dumps([ada.pk, decision.uid, int(NOON.timestamp())], salt="another")
    for signed in (other, "x", sign_hold(ada.pk, decision)[:-1] + "_"):
        assert Seen(Client().post(f"/desk/hold/{signed}")).status == 410
    assert state() == "published"


def test_another_site_cannot_press_the_button() -> None:
    decision, ada = published(), make_person("editor")
    address = f"/desk/hold/{sign_hold(ada.pk, decision)}"
    assert Client(enforce_csrf_checks=True).post(address).status_code == 403
    assert state() == "published"
