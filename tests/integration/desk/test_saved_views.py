"""Saved views on their page and in Find."""

import html

import pytest
from django.test import Client

from tests.build.person import signed_in_client
from upheld.editorial.models import SavedView

pytestmark = pytest.mark.django_db


def _keep(desk: Client, **values: str) -> str:
    given = {"name": "My drains", "query": "q=drains&state=held&nonsense=1&after=drafts:x"} | values
    return html.unescape(desk.post("/desk/views/keep", given, follow=True).content.decode())


def test_a_search_is_kept_without_its_page_and_offered_in_find() -> None:
    desk = signed_in_client("reader")
    page = _keep(desk)
    assert "The view “My drains” is kept" in page
    assert 'href="/desk/find?q=drains&state=held" aria-current="page">My drains' in page


def test_a_shared_view_is_offered_to_others_by_name() -> None:
    _keep(signed_in_client("editor", email="ada@ombudsman.example"), shared="1")
    page = signed_in_client("reader").get("/desk/views").content.decode()
    assert "My drains" in page
    assert "ada@ombudsman.example" in page
    assert "Delete" not in page


def test_a_view_is_renamed_and_deleted() -> None:
    desk = signed_in_client("reader")
    _keep(desk)
    view = SavedView.objects.get()
    page = desk.post(f"/desk/views/{view.pk}/rename", {"name": "Drains"}, follow=True).content.decode()
    assert "is called “Drains” and is yours alone" in html.unescape(page)
    page = desk.post(f"/desk/views/{view.pk}/delete", follow=True).content.decode()
    assert "You have no views of your own" in page


def test_a_view_without_a_name_is_refused() -> None:
    assert "Give the view a name" in _keep(signed_in_client("reader"), name=" ")
    assert not SavedView.objects.exists()


def test_nobody_changes_the_view_of_another() -> None:
    _keep(signed_in_client("editor"))
    view = SavedView.objects.get()
    page = signed_in_client("manager").post(f"/desk/views/{view.pk}/delete", follow=True).content.decode()
    assert "not yours" in page
    assert SavedView.objects.exists()
