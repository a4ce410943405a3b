"""How to search."""

from collections.abc import Callable

import pytest

from tests.build.decision import published
from tests.build.reader import Reader
from upheld.public.pages.search_help import make_search_help
from upheld.search.language.fields import FIELDS

pytestmark = pytest.mark.django_db


def test_every_example_runs_and_is_understood(reader: Reader, index: Callable[[], None]) -> None:
    decision = published()
    index()
    shown = reader.get("/search/help")
    page = make_search_help()
    examples = [*page.first, *page.together, *page.mixed, *(one for field in page.fields for one in field.examples)]
    links = shown.links()
    for one in examples:
        assert links[one.text] == one.href
        answer = reader.get(one.href)
        assert answer.status == 302 or answer.all("//*[@id='trouble']") == [], one.text
    typed = {" ".join(one.split()) for one in shown.all("//main//code[@class='typed']")}
    names = {f"{name}:" for kind in FIELDS for name in (kind.name, *kind.also)}
    assert typed <= {*links, *names}  # what can be typed is a link, so that it is tried here
    assert decision.reference in links
    assert {f"field-{kind.name}" for kind in FIELDS} <= set(shown.all("//dl/div/@id"))
    assert all(field.examples for field in page.fields)
    assert "SEN · special educational needs" in shown.main
    assert "500 characters, and 32 words" in shown.main
