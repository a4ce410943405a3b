"""The page of addresses names every address and parameter, and they answer as it says."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.build.decision import NOON, published
from upheld.edge.addresses import PARAMETERS
from upheld.public.searching import FILTERS, SORTS
from upheld.register.actions.hold import hold
from upheld.register.actions.withdraw import withdraw

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/addresses.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(/[^`?]*)[`?]", PAGE)


def routes(patterns: list[URLPattern | URLResolver], lead: str = "/") -> list[str]:
    found = []
    for pattern in patterns:
        here = lead + str(pattern.pattern)
        found += routes(pattern.url_patterns, here) if isinstance(pattern, URLResolver) else [here]
    return found


def test_every_route_is_on_the_page() -> None:
    public = [route for route in routes(get_resolver().url_patterns) if not route.startswith("/desk/")]  # see roles.md
    known = {re.sub(r"<\w+:(\w+)>", r"{\1}", route) for route in public if "^" not in route}
    assert len(known) > 10
    assert known - set(NAMED) == set()


def test_every_parameter_and_order_is_on_the_page() -> None:
    rows = set(re.findall(r"`(\w+)`", PAGE))
    assert {"q", "from", "to", "sort", "page", *FILTERS} <= rows
    assert set(SORTS) <= rows
    assert PARAMETERS - {"saved"} <= rows


@pytest.mark.django_db
@pytest.mark.parametrize("path", sorted({path for path in NAMED if "{" not in path}))
def test_the_address_answers(client: Client, path: str) -> None:
    published("21 017 299", category="Housing", subcategory="Homelessness")
    expected = {"/decisions/21-017-299": {301}, "/pack.docx": {302}, "/pack.pdf": {302}}  # nothing is chosen
    searched = path.startswith(("/search", "/law"))  # no index is made here
    assert client.get(path).status_code in ({200, 503} if searched else expected.get(path, {200}))


@pytest.mark.django_db
def test_a_decision_answers_as_the_page_says(client: Client) -> None:
    shown, held, withdrawn = (published(f"21 000 00{number}") for number in (1, 2, 3))
    hold([held.pk], by="editor", at=NOON)
    withdraw([withdrawn.pk], by="editor", at=NOON)
    answers = [client.get(one.get_absolute_url()).status_code for one in (shown, held, withdrawn)]
    assert answers == [200, 404, 410]
    assert client.get("/anything/21-000-001").status_code == 301
    assert client.get("/decisions/21-999-999").status_code == 404
