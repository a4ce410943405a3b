"""What the search page says of how a query was understood."""

import pytest
from django.test import Client

from tests.build.decision import published
from tests.build.reader import Reader
from tests.integration.public.test_search import Index, publish_four, references

pytestmark = pytest.mark.django_db


def test_of_a_mistyped_word_it_is_said_once_what_it_was_taken_for(reader: Reader, index: Index) -> None:
    for number in range(3):
        published(f"21 000 00{number}", summary="A kestrel in the gutter.")
    index()
    seen = reader.get("/search?q=kestrl+gutter+zebra")
    assert len(seen.entries) == 3
    assert "Did you mean kestrel gutter zebra?" in seen.main
    assert "In no decision: “zebra”." in seen.main
    assert "taken for" not in seen.main
    about = Client().get("/search.about.json?q=kestrl+gutter+zebra").json()
    assert any("“kestrl” was taken for “kestrel”." in note for note in about["not_searched_as_typed"])


def test_words_that_mean_something_together_are_not_said_to_be_nowhere(reader: Reader, index: Index) -> None:
    published("21 000 001", summary="Her son had no bus.")
    index()
    seen = reader.get("/search?q=the bus my lad zebra")
    assert "“my lad” also finds “son”." in seen.main
    assert "In no decision: “zebra”." in seen.main


def test_a_word_that_it_asks_after_is_not_said_to_be_nowhere_too(reader: Reader, index: Index) -> None:
    for number in range(3):
        published(f"21 000 00{number}", summary="A bus.", organisations=[{"name": "Beck School"}])
    index()
    for words in ("scholl bus", "Scholl, bus", "Scholl: bus", "scholl/bus"):  # maybe a name; taken for a body's only
        seen = reader.get(f"/search?q={words} zebra")
        assert f"Did you mean {words.replace('choll', 'chool')} zebra?" in seen.main
        assert "In no decision: “zebra”." in seen.main


def test_what_a_mistyped_word_was_taken_for_is_marked(reader: Reader, index: Index) -> None:
    for number in range(3):
        published(f"21 000 00{number}", summary="A kestrel in the gutter, two kestrels.")
    index()
    seen = reader.get("/search?q=Kestrl+gutter+zebra")
    assert seen.all("//mark") == ["kestrel", "gutter", "kestrels"] * 3
    address = str(seen.page.xpath("string(//*[@class='decision__title']/a/@href)"))
    assert address.endswith("?q=kestrel+gutter+zebra")
    decision = reader.get(address)
    assert decision.all("//mark") == ["kestrel", "gutter", "kestrels"]
    assert "3 matches for “kestrel gutter zebra”" in decision.main


def test_a_question_leads_on_and_is_never_rewritten(reader: Reader, index: Index) -> None:
    agreed = [{"number": 1, "text": "The Council will pay Mrs B £200 for her distress."}]
    section = {"heading": "Agreed action", "blocks": agreed}
    published("21 000 001", summary="A heron was lost, and compensation was asked for.", sections=[section])
    published("21 000 002", summary="A bittern. No compensation.")
    index()
    lead = "//*[@class='search__lead']"
    seen = reader.get("/search?q=how+much+compensation+will+i+get+for+my+heron")
    assert references(seen.entries) == {"001"}
    cases, money = seen.all(lead)
    assert cases == "Say in your own words what happened and see what happened in cases like yours."
    assert money == "Show only the one decision with money among the remedies (a payment or a refund)."
    href = seen.links()["Show only the one decision with money among the remedies"]
    assert href == "/search?q=how+much+compensation+will+i+get+for+my+heron+remedy%3Amoney"
    only = reader.get(href)
    assert (references(only.entries), only.all(lead)) == ({"001"}, [cases])
    assert reader.get("/search?q=zebra+giraffe+okapi+gnu+kudu").all(lead) == [cases]
    assert reader.get("/search?q=zebra").all(lead) == reader.get("/search?q=heron").all(lead) == []
    assert reader.get("/search?q=outcome:upheld+type:report+category:housing+remedy:apology+heron").all(lead) == []


def test_what_was_not_understood_is_said_once_and_is_no_story(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    seen = reader.get("/search?q=council:nowhere+heron+zebra")
    assert references(seen.entries) == {"001", "002", "003"}
    assert "No organisation here is called “nowhere”." in seen.main
    assert "In no decision: “zebra”." in seen.main
    assert seen.all("//*[@class='search__lead']") == []
    assert reader.get("/search?q=council:nowhere+heron+zebra+okapi+gnu+kudu").all("//*[@class='search__lead']") != []


def test_what_is_not_understood_is_shown_in_its_place_and_a_plainer_search_made(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    seen = reader.get("/search?q=colour:heron")
    assert references(seen.entries) == {"001", "002", "003"}  # what has some of the words
    assert seen.all("//*[@class='trouble__wrong']") == ["colour:"]
    assert seen.all("//*[@class='trouble__typed']") == ["colour:heron"]
    assert seen.all("//h2 | //h3")[1:3] == [
        "3 decisions with some of the words of “colour:heron”",
        "Part of your search was not understood",
    ]
    unclosed = reader.get("/search?q=(heron&outcome=upheld")
    assert references(unclosed.entries) == {"001", "003"}
    assert "Below is what a search for heron finds" in unclosed.main
    denied = reader.get("/search?q=(heron+NOT+lost&outcome=upheld")
    assert denied.links()["(heron -lost)"] == "/search?q=%28heron+-lost%29&outcome=upheld"
    assert "Below is what a plainer search for your words finds" in denied.main


def test_other_words_are_named_and_another_spelling_asked_after(reader: Reader, index: Index) -> None:
    publish_four()
    for number in ("005", "006", "007", "008", "009"):
        published(f"21 000 {number}", summary="About special educational needs.")
    index()
    seen = reader.get("/search?q=SEN")
    assert references(seen.entries) == {"005", "006", "007", "008", "009"}
    assert "“SEN” also finds “special educational needs”" in seen.main
    assert seen.links()["Find only “SEN”"] == "/search?q=%22SEN%22"
    assert reader.get("/search?q=%22SEN%22").entries == []
    kept = reader.get("/search?q=absent+SEN%27s").links()  # the word itself, not a piece of another; all else stays
    assert kept["Find only “SEN's”"] == "/search?q=absent+%22SEN%27s%22"
    quoted = reader.get('/search?q="SEN"+-"SEN+school"+SEN+or+sen').links()  # each that means others as well
    assert quoted["Find only “SEN”"] == "/search?q=%22SEN%22+-%22SEN+school%22+%22SEN%22+or+%22sen%22"
    asked = reader.get("/search?q=educatonal&outcome=upheld")
    assert "Did you mean educational? 6 decisions" in asked.main  # one is about education
    assert asked.links()["educational"] == "/search?q=educational&outcome=upheld"


def test_results_lead_to_their_text_with_the_words(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    address = reader.get("/search?q=bittern&ref=21-000-001").page.xpath("string(//*[@class='decision__title']/a/@href)")
    assert address.endswith("/21-000-004?q=bittern")
    assert reader.get(address).all("//mark") == ["bittern"]
    kept = reader.get("/search?ref=21-000-001").links()["Newly added"]
    assert kept == "/search?sort=added&ref=21-000-001"
