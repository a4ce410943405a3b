"""The search page."""

import datetime as dt
from collections.abc import Callable

import pytest

from tests.build.decision import NOON, published
from tests.build.reader import Reader
from upheld.register.actions.hold import hold
from upheld.register.actions.merge_organisations import merge_organisations
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Organisation
from upheld.scheme import get_scheme

pytestmark = pytest.mark.django_db
Index = Callable[[], None]


def publish_four() -> None:
    published("21 000 001", summary="A heron was lost.", decided_on=dt.date(2021, 4, 5))
    published("21 000 002", summary="A heron was found.", outcome="Not upheld", decided_on=dt.date(2022, 4, 5))
    published("21 000 003", summary="Two herons were lost.", category="Education", subcategory="Other")
    published("21 000 004", summary="A bittern.", document_type="Report", organisations=[{"name": "Beck Council"}])


def references(entries: list[str]) -> set[str]:
    return {entry[-4:-1] for entry in entries}


def test_words_are_found_marked_and_counted(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    seen = reader.get("/search?q=Heron")
    assert seen.status == 200
    assert references(seen.entries) == {"001", "002", "003"}
    assert seen.all("//*[@id='count']") == ["3 decisions for “Heron”"]
    assert sorted(seen.all("//mark")) == ["heron", "heron", "herons"]
    assert "Upheld 2 decisions" in seen.all("//*[@id='filter-outcome']//label")
    assert "Not upheld 1 decision" in seen.all("//*[@id='filter-outcome']//label")
    assert seen.header("X-Robots-Tag") == "noindex"
    assert seen.header("X-Upheld-Reads").startswith("search=")
    assert seen.page.xpath("string(//input[@id='q']/@value)") == "Heron"


def test_filters_narrow_and_can_be_removed(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    seen = reader.get("/search?outcome=upheld&category=housing&q=heron&ignored=1")
    assert references(seen.entries) == {"001"}
    tags = {name: address for name, address in seen.links().items() if name.startswith("Remove")}
    assert tags == {
        "Remove Outcome: Upheld": "/search?q=heron&category=housing",
        "Remove Subject: Housing": "/search?q=heron&outcome=upheld",
    }
    assert references(reader.get(tags["Remove Outcome: Upheld"]).entries) == {"001", "002"}
    assert seen.links()["Clear all filters"] == "/search?q=heron"
    canonical = seen.page.xpath("string(//link[@rel='canonical']/@href)")
    assert canonical.endswith("/search?q=heron&outcome=upheld&category=housing")


def test_several_values_of_a_filter_are_alternatives(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    assert references(reader.get("/search?category=housing&category=education").entries) == {"001", "002", "003", "004"}
    assert references(reader.get("/search?subcategory=education/other").entries) == {"003"}
    assert references(reader.get("/search?type=report&organisation=beck-council").entries) == {"004"}


def test_a_subcategory_may_be_named_without_its_category(reader: Reader, index: Index) -> None:
    publish_four()
    published("21 000 005", subcategory="Other")
    index()
    seen = reader.get("/search?subcategory=other")
    assert references(seen.entries) == {"003", "005"}
    assert {"Remove Narrower subject: Other: Education", "Remove Narrower subject: Other: Housing"} <= set(seen.links())


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("from=2022", {"002", "003", "004"}),
        ("to=2021", {"001"}),
        ("from=2021-04&to=2021-04", {"001"}),
        ("from=6/4/2021&to=05-Apr-2022", {"002", "003", "004"}),
        ("from=5/4/2021&to=5+April+2021", {"001"}),
    ],
)
def test_dates_are_read_in_many_ways(reader: Reader, index: Index, query: str, found: set[str]) -> None:
    publish_four()
    index()
    assert references(reader.get(f"/search?{query}").entries) == found


@pytest.mark.parametrize(
    "typed", ["21000001", "21-000-001", "ref. 21 000 001", "No 21 000 001", "21/000/001", " 21 000 001. "]
)
def test_a_reference_typed_in_any_way_leads_to_the_decision(reader: Reader, typed: str) -> None:
    published()
    seen = reader.client.get("/search", {"q": typed})
    assert (seen.status_code, seen.headers["Location"]) == (302, "/decisions/housing/homelessness/21-000-001")


def test_the_reference_of_what_is_gone_leads_to_its_notice(reader: Reader) -> None:
    gone, held = published("21 000 001"), published("21 000 002")
    withdraw([gone.pk], by="editor", at=NOON)
    hold([held.pk], by="editor", at=NOON)
    for reference, status in (("21-000-001", 410), ("21-000-002", 404)):
        seen = reader.get(f"/search?q={reference}")
        assert (seen.status, seen.location) == (302, f"/decisions/{reference}")
        assert reader.get(seen.location).status == status
    unknown = reader.get("/search?q=21000003")
    assert unknown.status == 404
    assert "21 000 003" in unknown.main


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=31-Feb-2022", "“31-Feb-2022” is not a date we understand"),
        ("to=soon", "“soon” is not a date we understand"),
        ("outcome=perhaps", "“perhaps” is not known under Outcome"),
        ("subcategory=housing/gardens", "“housing/gardens” is not known under Narrower subject"),
        ("organisation=nobody", "“nobody” is not known under Organisation"),
        ("sort=colour", "Results can be sorted by"),
        ("page=0", "Pages are numbered from 1"),
        ("page=99999", "Only the first 10,000 results can be shown"),
        ("q=%22%22", "Your search holds no word"),
        ("after=nowhere", "start again at the first page"),
        ("at=12x", "A list is as of a number of the journal"),
        ("at=999999", "The journal has only come to number"),
    ],
)
def test_what_is_not_understood_is_said_and_the_form_kept(reader: Reader, index: Index, query: str, said: str) -> None:
    published()
    index()
    seen = reader.get(f"/search?kind=&{query}" if "q=" in query else f"/search?q=heron&{query}")
    assert seen.status == 400
    assert said in seen.all("//*[contains(@class,'govuk-error-summary')]")[0]
    if "q=" not in query:
        assert seen.page.xpath("string(//input[@id='q']/@value)") == "heron"
    assert "noindex" in seen.header("X-Robots-Tag")


def test_who_wrote_too_much_is_led_to_where_there_is_room(reader: Reader, index: Index) -> None:
    published()
    index()
    seen = reader.get(f"/search?q={'heron+' * 90}")
    assert seen.status == 400
    assert seen.links()["Say in your own words what happened, and find cases like yours"] == "/cases-like-mine"
    assert not seen.all("//*[@id='filters-panel'][@open]")
    assert reader.get("/search?q=heron&from=soon").all("//*[@id='filters-panel'][@open]")


def test_nothing_found_comes_with_help(reader: Reader, index: Index) -> None:
    published()
    index()
    seen = reader.get("/search?q=zebra&outcome=upheld")
    assert seen.status == 200
    assert "No decisions for “zebra”" in seen.main
    assert "/decisions" in seen.links().values()


def test_words_are_counted_in_the_section_that_they_must_stand_in(reader: Reader, index: Index) -> None:
    published("21 000 001", summary="A heron and a bittern.")
    published("21 000 002", summary="A heron.", sections=[{"heading": "Decision", "blocks": [{"text": "Zebras."}]}])
    index()
    seen = reader.get("/search?q=in:summary+%22heron%22+%22zebra%22")
    assert 'in:summary "heron" 2 decisions in:summary "zebra" in no decision' in seen.main
    alone = reader.get("/search?q=in:summary+%22zebra%22")
    assert 'in:summary 2 decisions "zebra" 1 decision' in alone.main


def test_where_nothing_is_near_another_distance_is_offered(reader: Reader, index: Index) -> None:
    published()
    index()
    near = "Choose a larger number behind ~"
    assert near in reader.get('/search?q="zebra+house"~3').main
    assert near not in reader.get('/search?q="zebra+house"').main


def test_where_words_do_not_stand_side_by_side_the_search_without_quotes_is_offered(
    reader: Reader, index: Index
) -> None:
    published("21 000 001", summary="A heron stood by a house.")
    published("21 000 002", summary="A heron was in a house.", outcome="Not upheld")
    index()
    seen = reader.get('/search?q="heron+house"+outcome:"upheld"+-"a+bittern"&category=housing')
    assert "Words in quotes must all be there, side by side." in seen.main
    typed = 'heron house outcome:upheld -"a bittern"'
    assert f"{typed} 1 decision" in seen.main
    found = reader.get(seen.links()[typed])
    assert references(found.entries) == {"001"}
    assert found.links()["Remove Subject: Housing"]
    for query in ('"zebra+wholly"', 'heron+council:"zebra+house"', '"zebra+house"~3', 'zebra+-"heron+house"'):
        assert "Without quotes" not in reader.get(f"/search?q={query}").main, query


def test_what_the_index_still_holds_but_is_not_public_any_more_is_not_shown(reader: Reader, index: Index) -> None:
    hidden = published("21 000 001", summary="A heron hid.")
    published("21 000 002", summary="A heron stayed.")
    index()
    hold([hidden.pk], by="editor", at=NOON)
    seen = reader.get("/search?q=heron")
    assert references(seen.entries) == {"002"}
    assert "hid." not in seen.text


def test_former_slugs_still_search(reader: Reader, index: Index) -> None:
    publish_four()
    beck, alderford = (Organisation.objects.get(slug__startswith=start) for start in ("beck", "alderford"))
    merge_organisations(beck.pk, alderford.pk, by="editor", at=NOON)
    index()
    assert references(reader.get("/search?organisation=beck-council").entries) == {"001", "002", "003", "004"}


def test_without_an_index_browsing_is_offered(reader: Reader, index: Index) -> None:
    del index
    published()
    seen = reader.get("/search?q=heron")
    assert seen.status == 503
    assert seen.header("Cache-Control") == "no-store"
    assert "/decisions" in seen.links().values()
    assert reader.get("/").status == 200


def test_few_queries(reader: Reader, index: Index, django_assert_max_num_queries: object) -> None:
    publish_four()
    index()
    with django_assert_max_num_queries(13):  # type: ignore[operator]  # pytest-django's own context manager
        reader.get("/search?q=heron&outcome=upheld&category=housing&organisation=alderford-borough-council&kind=")


def test_what_was_not_searched_is_not_counted(reader: Reader) -> None:
    published()
    seen = reader.get("/search?outcome=banana&category=housing")
    assert seen.status == 400
    assert not seen.all("//*[@class='filter__count']")
    assert seen.all("//input[@name='outcome']/@value") == [one.slug for one in get_scheme().outcomes]
    assert seen.all("//input[@name='category'][@checked]/@value") == ["housing"]
    assert seen.all("//*[@id='filters'][@tabindex='-1']")  # where the error's link puts the focus


def test_days_the_wrong_way_round_are_turned(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    found = reader.get("/search?from=2021&to=2020").entries
    assert found == reader.get("/search?from=2020&to=2021").entries
    assert "001" in references(found)
    assert "002" not in references(found)
    turned = reader.get("/search?from=2021-05&to=2021")
    assert turned.all("//input[@id='from' or @id='to']/@value") == ["2021-05", "2021"]  # May is in that year


def test_what_is_wrong_is_tied_to_the_field(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    for query in ("%22%22", "council:nowhere"):
        seen = reader.get(f"/search?q={query}")
        assert seen.all("//input[@id='q']/@aria-invalid") == ["true"]
        described = str(seen.all("//input[@id='q']/@aria-describedby")[0])
        assert seen.all(f"//*[@id='{described}']")
    assert reader.get("/search?q=heron").all("//input[@id='q']/@aria-describedby") == []
    assert reader.get("/search?to=soon").all("//input[@aria-invalid]/@id") == ["to"]


def test_it_is_said_that_nothing_is_found_without_filters_either(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    said = "Without the filters nothing is found either."
    assert said in reader.get("/search?q=zebra&outcome=upheld").main
    assert said not in reader.get("/search?q=zebra").main
    assert said not in reader.get("/search?q=heron&from=2050").main


def test_none_found_says_which_word_and_which_filter(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    seen = reader.get('/search?q=a+"heron+was"+or+"zebra+house"')  # “a” and “or” say nothing of what is missing
    assert seen.links()['"heron was"'] == "/search?q=%22heron+was%22"
    assert '"heron was" 2 decisions "zebra house" in no decision' in seen.main
    empty = reader.get("/search?q=heron&outcome=not-upheld&to=2021&ref=21-000-001")
    assert empty.links()["Without “Outcome”"] == "/search?q=heron&to=2021&ref=21-000-001"
    assert (
        "Without “Outcome” 1 decision Without “Date of decision” 1 decision Without any filter 3 decisions"
        in empty.main
    )


def test_most_of_the_words_are_better_than_none(reader: Reader, index: Index) -> None:
    publish_four()
    published("21 000 005", summary="A lorry crossed the flooded lane beside the mill.")
    index()
    seen = reader.get("/search?q=crossed+flooded+lane+zebra+mill")
    assert references(seen.entries) == {"005"}
    assert seen.all("//*[@id='count']") == ["1 decision with some of the words of “crossed flooded lane zebra mill”"]
    assert "In no decision: “zebra”." in seen.main


def test_what_is_not_found_by_date_is_offered_by_best_match(reader: Reader, index: Index) -> None:
    texts = ["A kestrel and an osprey.", "A kestrel by a gate.", *["A kestrel."] * 3, *["A heron."] * 15]
    outcomes = ["Upheld"] * 2 + ["Not upheld"] * 18
    for number, (text, outcome) in enumerate(zip(texts, outcomes, strict=True), 1):
        published(f"21 000 {number:03}", summary=text, outcome=outcome)
    index()
    query = "/search?q=kestrel+osprey+gate+zebra&outcome=not-upheld"
    assert len(reader.get(query).entries) == 3
    seen = reader.get(f"{query}&sort=newest")
    assert not seen.entries
    assert "In another order" in seen.main
    assert seen.links()["Best match first"] == query
    assert "Best match first 3 decisions" in seen.main
    assert "In another order" not in reader.get("/search?q=zebra&sort=newest").main


def test_references_among_words_lead_to_their_decisions(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    seen = reader.get("/search?q=our+ref+21/000/001+and+21000002,+your+letter+of+12+03+2024,+and+21+000+009")
    assert seen.all("//*[@class='search__lead']")[0] == "Show the 2 decisions whose references stand in your search."
    listed = reader.get(seen.links()["Show the 2 decisions"])
    assert references(listed.entries) == {"001", "002"}
    for query in ("heron+21+000+009", "ref:21-000-001+heron", "heron+01632+960123"):
        assert not any("reference" in one for one in reader.get(f"/search?q={query}").all("//*[@class='search__lead']"))


def test_every_figure_says_what_it_covers(reader: Reader, index: Index) -> None:
    publish_four()
    index()
    covers = "//*[@class='search__covers']"
    assert reader.get("/search").all(covers) == ["All that are held, decided from 5 April 2021 to 5 April 2022."]
    some = reader.get("/search?q=heron&outcome=not-upheld")
    assert some.all("//*[@id='count']") == ["1 decision for “heron” with these filters"]
    assert some.all(covers) == ["Out of the 4 decisions held, decided from 5 April 2021 to 5 April 2022."]
    assert "includes investigations that were discontinued" in some.all("//*[@id='filter-outcome']")[0]


def test_years_are_drawn_and_said(reader: Reader, index: Index) -> None:
    publish_four()
    published("21 000 005", summary="A heron without a day.", decided_on=None)
    index()
    seen = reader.get("/search?q=heron")
    assert "3 decisions by year of decision, 2021 to 2022. 1 decision without a date is not in it." in seen.main
    assert seen.all("//table//tr[contains(., '2022')]/*") == ["2022", "1", "1", "0", "2"]
    assert seen.all("//table//tfoot//td") == ["2", "1", "0", "3"]
    assert seen.page.xpath("string(//*[@role='img']/*[@id='years-title'])")
    assert "Not upheld” includes" in seen.all("//*[@id='over-time']")[0]
    assert seen.links()["2021"] == "/search?q=heron&from=2021&to=2021"
    assert not reader.get("/search?q=heron&to=2021").all("//*[@id='over-time']")
    assert "style=" not in seen.response.content.decode()


def test_a_list_in_the_box_gives_exactly_its_decisions(reader: Reader, index: Index) -> None:
    publish_four()
    gone = published("21 000 005")
    withdraw([gone.pk], by="editor", at=NOON)
    index()
    seen = reader.get("/search?q=ref+21000001,+no.+21-000-003%0A21000005+and+21+000+999")
    assert references(seen.entries) == {"001", "003"}
    assert seen.all("//*[@id='count']") == ["2 decisions from your list of references"]
    assert "2 of 4 references were found." in seen.main
    assert "Not in this register 21 000 999" in seen.main
    assert seen.links()["21 000 005"] == "/decisions/21-000-005"
    within = reader.get("/search?refs=21-000-001+21-000-002&q=lost")
    assert references(within.entries) == {"001"}
    assert within.links()["Remove Only: your list of 2"] == "/search?q=lost"
    assert within.page.xpath("string(//input[@name='refs']/@value)") == "21-000-001 21-000-002"
    assert reader.get("/search?refs=nothing").status == 400
