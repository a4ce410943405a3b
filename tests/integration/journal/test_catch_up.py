"""Waiting for the one who follows: it is told that it is long, and it has an end."""

from contextlib import nullcontext
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from pytest_django.fixtures import Settings

from tests.build.decision import published
from upheld.config import followers as wiring
from upheld.editorial.commands.hold import hold
from upheld.editorial.commands.review import review
from upheld.editorial.commands.withdraw import withdraw
from upheld.journal.follower import NotFollowedError, catch_up
from upheld.lib.locks import file_lock
from upheld.lib.runtime import Runtime
from upheld.register.models import Decision


class Counting:
    """A follower that reaches whatever it is asked for."""

    name = "counting"

    def __init__(self) -> None:
        self.at = 0

    def cursor(self) -> int:
        return self.at

    def follow(self, head: int) -> None:
        self.at = head


@pytest.mark.django_db
def test_who_waits_for_one_that_is_stuck_is_told_once(tmp_path: Path) -> None:
    published()  # something to follow
    lock, told = tmp_path / "lock", list[str]()
    with file_lock(lock), pytest.raises(NotFollowedError):
        catch_up([Counting()], 1, lock, patience=0.1, quiet=0.0, waiting=lambda: told.append("long"))
    assert told == ["long"]
    catch_up([Counting()], 1, lock, patience=0.1, quiet=0.0, waiting=lambda: told.append("long"))
    assert told == ["long"]


@pytest.mark.django_db
def test_what_is_written_is_followed_or_it_is_said_that_it_is_not(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(wiring, "_A_WHILE", 0.1)
    published()
    with file_lock(wiring.lock_path()):
        assert not wiring.follow_a_while()
    assert wiring.follow_a_while()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("command", "arguments", "state"),
    [(withdraw, (), "withdrawn"), (hold, (), "held"), (review, ("--open",), "held")],
)
def test_what_is_taken_away_is_done_though_nothing_follows(
    command: click.Command, arguments: tuple[str, ...], state: str
) -> None:
    decision = published("21 000 001")
    runtime = Runtime(
        Path(), follow=lambda: None, prepare=lambda: None, following=nullcontext, follow_a_while=lambda: False
    )
    said = CliRunner().invoke(command, ["21 000 001", *arguments], obj=runtime, standalone_mode=False)
    assert said.return_value == 0
    assert Decision.objects.get(pk=decision.pk).state == state
    assert "21 000 001" in said.stdout
    assert "what was taken away is on no page, in no list and in no search" in said.stderr
    assert "restart the server" in said.stderr
