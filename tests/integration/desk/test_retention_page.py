"""How long decisions are published, in the desk."""

import datetime as dt
from pathlib import Path

import pytest

from tests.build.decision import published
from tests.build.person import signed_in_client
from tests.build.reader import Seen
from upheld.register.models import Decision
from upheld.scheme import load_scheme

pytestmark = pytest.mark.django_db


def old() -> Decision:
    return published(decided_on=dt.date(2015, 1, 1), published_on=dt.date(2015, 3, 1))


def test_a_register_that_keeps_everything_says_so() -> None:
    old()
    client = signed_in_client("manager")
    shown = Seen(client.get("/desk/retention"))
    assert "This register keeps every decision." in shown.main
    assert "21 000 001" in shown.links()
    assert "5 years after it was published" in shown.main
    assert client.post("/desk/retention").status_code == 409
    assert Decision.objects.get().state == "published"


def test_one_that_withdraws_lists_what_goes_and_what_went(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "own.toml"
    file.write_text('extends = "lgo"\nretention = "withdraw"\n', encoding="utf-8")
    monkeypatch.setenv("UPHELD_SCHEME", str(file))
    load_scheme.cache_clear()
    old()
    client = signed_in_client("manager")
    assert "Withdraw 1 decision now" in Seen(client.get("/desk/retention")).main
    done = Seen(client.post("/desk/retention", follow=True))
    assert "1 decision is withdrawn. Gone from every page at" in done.main
    assert "Nothing ends soon" in done.main
    assert Decision.objects.get().state_reason == "retention"
    assert signed_in_client("approver").get("/desk/retention").status_code == 403
