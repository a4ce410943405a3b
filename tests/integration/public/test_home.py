"""The home page's examples: each leads somewhere in this register."""

import pytest
from django.test import Client

from tests.build.decision import published

pytestmark = pytest.mark.django_db


def test_the_example_of_a_reference_is_one_the_register_has(client: Client) -> None:
    decision = published("21 400 017", category="Housing", subcategory="Homelessness")
    page = client.get("/").content.decode()
    assert 'href="/search?q=21+400+017"' in page
    assert "21 017 299" not in page
    found = client.get("/search?q=21+400+017")
    assert (found.status_code, found["Location"]) == (302, decision.get_absolute_url())


def test_an_empty_register_shows_the_examples_of_the_scheme(client: Client) -> None:
    assert "21 017 299" in client.get("/").content.decode()
