"""When a session is over, and what cannot be done to people."""

import pytest

from upheld.accounts.rules import (
    LAST,
    OWN_END,
    OWN_FACTOR,
    OWN_LINK,
    OWN_ROLE,
    Ages,
    Facts,
    deactivation_blocker,
    link_blocker,
    reset_blocker,
    role_blocker,
    why_over,
)

LIMITS = Ages(idle=3_600, whole=43_200)
OTHER = Facts(is_self=False, is_administrator=False, is_active=True, administrators=1)
OWN = Facts(is_self=True, is_administrator=True, is_active=True, administrators=2)
LAST_ONE = Facts(is_self=False, is_administrator=True, is_active=True, administrators=1)


@pytest.mark.parametrize(
    ("seen", "now", "said"),
    [
        (0, 3_600, ""),
        (0, 3_601, "You were signed out, because nothing happened for 1 hour."),
        (43_100, 43_200, ""),
        (43_100, 43_201, "You were signed out, because a sign-in lasts 12 hours."),
    ],
)
def test_a_session_ends_when_nothing_happens_and_when_it_is_old(seen: int, now: int, said: str) -> None:
    assert why_over(0, seen, now, LIMITS) == said


@pytest.mark.parametrize(("seconds", "said"), [(60, "1 minute"), (900, "15 minutes"), (5_400, "90 minutes")])
def test_a_span_is_said_in_words(seconds: int, said: str) -> None:
    assert said in why_over(0, 0, seconds + 1, Ages(idle=seconds, whole=1_000_000))


def test_anything_can_be_done_to_another_person() -> None:
    assert role_blocker(OTHER, stays_administrator=False) == ""
    assert (deactivation_blocker(OTHER), reset_blocker(OTHER), link_blocker(OTHER)) == ("", "", "")


def test_nobody_does_it_to_themselves() -> None:
    assert role_blocker(OWN, stays_administrator=True) == OWN_ROLE
    assert (deactivation_blocker(OWN), reset_blocker(OWN), link_blocker(OWN)) == (OWN_END, OWN_FACTOR, OWN_LINK)


def test_the_last_administrator_stays() -> None:
    assert role_blocker(LAST_ONE, stays_administrator=False) == LAST
    assert role_blocker(LAST_ONE, stays_administrator=True) == ""
    assert deactivation_blocker(LAST_ONE) == LAST
