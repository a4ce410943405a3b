"""Help: what states mean, who may do what."""

import html
import re

import pytest
from django.test import Client

from tests.build.person import signed_in_client
from upheld.editorial.rules import STATES

pytestmark = pytest.mark.django_db


def _row(page: str, permission: str) -> list[str]:
    row = re.search(rf"{permission}</th>(.*?)</tr>", page, re.DOTALL)
    assert row
    return re.findall(r"Yes|No", row[1])


def test_every_state_is_explained() -> None:
    page = html.unescape(signed_in_client("reader").get("/desk/help").content.decode())
    for state in STATES.values():
        assert state.label in page
        assert state.sentence in page


def test_the_matrix_says_who_may_what() -> None:
    page = signed_in_client("editor").get("/desk/help").content.decode()
    assert _row(page, "Approve what somebody else has prepared") == ["No", "No", "Yes", "Yes", "No"]
    assert "(yours)" in page


def test_who_is_not_signed_in_is_led_to_sign_in() -> None:
    answer = Client().get("/desk/help")
    assert answer.status_code == 302
    assert "sign-in" in answer["Location"]
