"""The frame around every page of the desk."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory

from tests.build.person import make_person
from upheld.accounts.models import Person
from upheld.desk.components import DeskRow, Fault
from upheld.desk.frame import make_desk
from upheld.ui.site import Head

pytestmark = pytest.mark.django_db
PAGE = """{% extends "desk/frame.html" %}
{% from "desk/components/rows.html" import desk_rows %}
{% from "desk/components/said.html" import error_summary %}
{% block content %}{{ error_summary(page.faults) }}{{ desk_rows(page.rows, "Drafts", "draft") }}{% endblock %}
{% block aside %}<p>Beside it</p>{% endblock %}"""


@dataclass(frozen=True)
class _Page:
    faults: tuple[Fault, ...] = (Fault("Enter a reason", "reason"),)
    rows: tuple[DeskRow, ...] = (
        DeskRow(
            "/desk/drafts/abc",
            "24 000 001",
            "Alderford Council",
            "held",
            findings=2,
            blockers=("No summary",),
            key="a1",
        ),
    )


def _shown(person: Person | AnonymousUser, path: str = "/desk/find") -> str:
    request = RequestFactory().get(path)
    request.user = person
    context = {"page": _Page(), "head": Head("Everything"), "desk": make_desk(request)}
    return engines["jinja2"].from_string(PAGE).render(context, request)


def test_says_who_is_signed_in_and_lets_them_out_by_a_form() -> None:
    page = _shown(make_person("manager", name="Ada Okoro"))
    assert "Ada Okoro" in page
    assert ", manager" in page
    assert 'action="/desk/account/sign-out" method="post"' in page
    assert "csrfmiddlewaretoken" in page


def test_marks_the_part_of_the_desk_one_is_in() -> None:
    assert '<a href="/desk/find" aria-current="page">' in _shown(make_person("manager"))
    assert '<a href="/desk/" aria-current="true">' in _shown(make_person("manager"), "/desk/drafts/abc")


def test_offers_each_role_the_ways_it_may_go() -> None:
    editor, administrator = _shown(make_person("editor")), _shown(make_person("administrator"))
    assert 'href="/desk/take-in"' in editor
    assert 'href="/desk/people"' not in editor
    assert 'href="/desk/take-in"' not in administrator
    assert 'href="/desk/people"' in administrator


def test_shows_no_way_in_to_who_is_not_signed_in() -> None:
    page = _shown(AnonymousUser())
    assert "/desk/find" not in page
    assert "Sign out" not in page


def test_has_one_heading_and_words_for_every_shape() -> None:
    page = _shown(make_person("manager"))
    assert page.count("<h1") == 1
    assert "Held" in page
    assert "2 findings" in page
    assert "No summary" in page
    assert "Choose 24 000 001" in page


def test_says_what_is_wrong_first_and_leads_to_it() -> None:
    page = _shown(make_person("manager"))
    assert '<a href="#reason">Enter a reason</a>' in page
    assert page.index("Enter a reason") < page.index("Alderford Council")


def test_an_aside_stands_beside_the_content() -> None:
    page = _shown(make_person("manager"))
    assert page.count("Beside it") == 1
    assert page.index("Alderford Council") < page.index("Beside it")
