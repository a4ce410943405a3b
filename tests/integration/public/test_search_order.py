"""The order of results, and their pages."""

import datetime as dt
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.build.decision import NOON, published
from tests.build.reader import Reader
from upheld.register.actions.withdraw import withdraw

pytestmark = pytest.mark.django_db
Index = Callable[[], None]


def test_results_are_sorted_and_their_pages_reached(reader: Reader, index: Index) -> None:
    for place in range(12):
        published(f"21 000 0{place:02}", decided_on=dt.date(2022, 1, 1 + place // 2))
    index()
    newest = reader.get("/search?sort=newest")
    assert newest.entries[0].endswith("(21 000 011)")
    assert newest.entries[1].endswith("(21 000 010)")
    assert reader.get("/search?sort=oldest").entries[0].endswith("(21 000 000)")
    assert len(reader.get("/search?sort=newest&page=2").entries) == 2
    beyond = reader.get("/search?page=3")
    assert beyond.status == 400
    assert "There is no page 3; the last is 2" in beyond.main
    assert beyond.links()["There is no page 3; the last is 2"] == "#page"
    assert beyond.all("//a[@id='page']/@href") == ["/search"]  # the way back into the list
    assert not beyond.all("//*[@id='filters-panel'][@open]")  # nothing is wrong with the filters
    assert reader.get("/search?q=heron&after=nowhere").all("//a[@id='page']/@href") == ["/search?q=heron"]
    assert not reader.get("/search?q=heron&page=2&from=soon").all("//a[@id='page']")  # the first would not help


@pytest.mark.parametrize(
    ("query", "shown", "kept"),
    [
        ("", "Newest first", []),  # so that words which are typed next are not listed in this order
        ("q=heron", "Best match", []),
        ("q=category:housing", "Newest first", []),
        ("q=-bittern", "Newest first", []),
        ("q=hero*", "Best match", []),
        ("q=21-000-001,+21-000-002", "Newest first", []),
        ("sort=relevance", "Newest first", ["relevance"]),
        ("q=heron&sort=oldest", "Oldest first", ["oldest"]),
    ],
)
def test_the_order_is_told_and_kept_only_where_it_was_chosen(
    reader: Reader, index: Index, query: str, shown: str, kept: list[str]
) -> None:
    published("21 000 001", summary="A heron was lost.")
    published("21 000 002", summary="A heron was found.")
    index()
    seen = reader.get(f"/search?{query}")
    assert seen.all("//*[@class='order']//a[@aria-current='true']") == [shown]
    assert seen.page.xpath("//form[@action='/search']//input[@name='sort']/@value") == kept
    assert Client().get(f"/search.about.json?{query}").json()["order"] == shown


def test_pages_neither_repeat_nor_skip_while_the_register_moves(reader: Reader, index: Index) -> None:
    shown = [published(f"21 000 0{place:02}", decided_on=dt.date(2022, 1, 1 + place)) for place in range(24)]
    index()
    first = reader.get("/search")
    published("22 000 001", decided_on=dt.date(2022, 6, 1))
    withdraw([shown[20].pk], by="editor", at=NOON)
    index()
    second = reader.get(first.page.xpath("string(//a[contains(@rel,'next')]/@href)"))
    assert [entry[-4:-1] for entry in second.entries] == [f"{place:03}" for place in range(13, 3, -1)]
    assert second.all("//*[@class='count']") == ["11 to 20 of 23 decisions"]
    assert second.page.xpath("string(//link[@rel='canonical']/@href)").endswith("/search?page=2")
    back = reader.get(second.page.xpath("string(//a[contains(@rel,'prev')]/@href)"))
    assert set(back.entries) == set(first.entries) - {f"Alderford Borough Council ({shown[20].reference})"}
    third = reader.get(second.links()["3"])
    assert {entry[-4:-1] for entry in third.entries} == {"000", "001", "002"}
    kept = first.page.xpath("string(//button[@name='on']/@value)")
    moved = reader.get(f"/search?{urlencode({'ref': '21-000-023', 'on': kept})}")
    assert (moved.status, reader.get(moved.location).entries) == (302, second.entries)
    assert "1 decision chosen" in reader.get(moved.location).main
    afresh = reader.get(second.links()["Show the list as it is now"])
    assert afresh.entries[0].endswith("(22 000 001)")
