"""The component gallery renders every component, and only where it is switched on."""

import re

import pytest
from django.test import Client, override_settings

pytestmark = [pytest.mark.urls("upheld.ui.urls"), pytest.mark.django_db]


@pytest.fixture
def page(client: Client) -> str:
    return client.get("/-/components/").content.decode()


def test_every_shape_of_outcome_stands_beside_its_word(page: str) -> None:
    for name in ("Upheld", "Not upheld", "Closed after initial enquiries", "Partly upheld", "Reasonable redress"):
        assert re.search(rf'<svg class="shape".*?</svg> {name}</span>', page, re.DOTALL)


def test_a_public_report_says_so(page: str) -> None:
    assert "decision--prominent" in page
    assert "<strong>Public report</strong>" in page


def test_the_link_of_a_decision_is_its_organisation_and_reference(page: str) -> None:
    link = re.search(r'<a href="#3">(.*?)</a>', page)
    assert link is not None
    assert re.sub("<.*?>", "", link[1]) == "Ash Council (98 000 003)"


def test_only_long_summaries_offer_more(page: str) -> None:
    assert page.count('<details class="more') == 3


def test_no_style_or_script_is_inline(page: str) -> None:
    assert "style=" not in page
    assert not re.findall(r"\son[a-z]+=", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_there_is_one_first_heading(page: str) -> None:
    assert page.count("<h1") == 1


def test_ids_are_unique(page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_banner_appears_only_before_a_choice(client: Client) -> None:
    assert "Refuse analytical cookies" not in client.get("/-/components/").content.decode()
    assert "Refuse analytical cookies" in client.get("/-/components/?banner").content.decode()


@override_settings(SHOW_COMPONENTS=False)
def test_the_gallery_is_off_in_production(client: Client) -> None:
    assert client.get("/-/components/").status_code == 404


def test_the_gallery_is_only_read(client: Client) -> None:
    assert client.post("/-/components/").status_code == 405
