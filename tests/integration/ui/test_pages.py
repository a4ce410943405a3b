"""Every page's template, shown with an invented page: what a reader sees, and what must hold on all of them."""

import re
from typing import Any

import pytest
from django.template.loader import render_to_string
from lxml import html

from tests.build import shown_page as build
from tests.build import shown_search
from tests.build.shown_pages import PAGES
from upheld.ui.components import Choice, FilterGroup


def _show(name: str, **site: Any) -> html.HtmlElement:
    template, page = PAGES[name]
    return _render(template, page, **site)


def _render(template: str, page: Any, head: Any = None, **site: Any) -> html.HtmlElement:
    context = {"page": page, "head": head or build.head(), "site": build.site(**site)}
    return html.document_fromstring(render_to_string(f"public/{template}.html", context))


def _text(node: html.HtmlElement) -> str:
    """The words as a reader hears them, whatever stands between two elements."""
    return re.sub(r" (?=[.,:])", "", " ".join(" ".join(node.itertext()).split()))


def _main(tree: html.HtmlElement) -> html.HtmlElement:
    return tree.get_element_by_id("main")


@pytest.fixture(params=sorted(PAGES))
def tree(request: pytest.FixtureRequest) -> html.HtmlElement:
    return _show(request.param)


def test_each_page_has_one_first_heading_and_no_id_twice(tree: html.HtmlElement) -> None:
    assert len(tree.findall(".//h1")) == 1
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_links_within_a_page_lead_somewhere(tree: html.HtmlElement) -> None:
    ids = set(tree.xpath("//@id"))
    assert not [href for href in tree.xpath("//a/@href") if href.startswith("#") and href[1:] not in ids]


def test_every_field_has_a_label(tree: html.HtmlElement) -> None:
    labelled = set(tree.xpath("//label/@for"))
    fields = tree.xpath("//input[not(@type='hidden')]/@id")
    assert set(fields) <= labelled


def test_nothing_is_inline(tree: html.HtmlElement) -> None:
    assert not tree.xpath("//@style") + tree.xpath("//style")
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    assert all(script.get("src") for script in tree.xpath("//script[not(@type='application/ld+json')]"))


def test_each_page_says_what_it_is_not_and_leads_to_the_privacy_settings(tree: html.HtmlElement) -> None:
    assert "It is not the Ombudsman's own site" in _text(tree.find(".//header"))
    assert "/privacy-settings" in tree.xpath("//footer//a/@href")


def test_an_official_register_says_nothing_of_copies() -> None:
    assert "independent copy" not in _text(_show("home", official=True))


def test_a_demonstration_says_so() -> None:
    assert "are invented" in _text(_show("decision", is_demo=True).find(".//header"))


def test_search_is_at_hand_on_every_page(tree: html.HtmlElement) -> None:
    assert tree.xpath("//form[@action='/search']//input[@name='q']")


def test_the_title_starts_with_what_is_unique_and_the_frame_says_where_the_page_is() -> None:
    head = build.head("Noise", path="/decisions/environment/noise")
    tree = _render("category", build.category(), head, robots="noindex")
    assert tree.findtext(".//title") == "Noise – Upheld"
    assert tree.xpath("//link[@rel='canonical']/@href") == ["https://register.example/decisions/environment/noise"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//meta[@property='og:title']/@content") == ["Noise"]


def test_json_ld_cannot_break_out_of_its_element() -> None:
    head = build.head(json_ld={"name": "</script><b>"})
    tree = _render("home", build.home(), head)
    assert tree.xpath("//script[@type='application/ld+json']/text()") == [
        r'{"name": "\u003c/script\u003e\u003cb\u003e"}'
    ]


@pytest.mark.parametrize("consent", ["none", "refused"])
def test_nothing_of_the_provider_is_there_without_consent(consent: str) -> None:
    tree = _show("home", analytics_id="G-INVENTED", consent=consent)
    assert not [source for source in tree.xpath("//script/@src") if "google" in source or "analytics" in source]


@pytest.mark.parametrize("address", ["/search?q=housing", "/decisions/education?year=2024", "/privacy-settings"])
def test_the_provider_is_kept_off_addresses_with_a_query(address: str) -> None:
    tree = _show("home", analytics_id="G-INVENTED", consent="on", address=address)
    assert not tree.xpath("//script[@data-id]")


def test_the_provider_is_there_with_consent() -> None:
    tree = _show("home", analytics_id="G-INVENTED", consent="on")
    assert "https://www.googletagmanager.com/gtag/js?id=G-INVENTED" in tree.xpath("//script/@src")
    assert tree.xpath("//script/@data-id") == ["G-INVENTED"]


@pytest.mark.parametrize(
    ("site", "shown"),
    [
        ({}, False),
        ({"analytics_id": "G-INVENTED"}, True),
        ({"analytics_id": "G-INVENTED", "consent": "refused"}, False),
        ({"analytics_id": "G-INVENTED", "consent": "on"}, False),
        ({"analytics_id": "G-INVENTED", "address": "/privacy-settings"}, False),
    ],
)
def test_the_banner_asks_only_while_nothing_was_chosen(site: dict[str, Any], shown: bool) -> None:
    assert bool(_show("home", **site).xpath("//section[@class='consent']")) is shown


@pytest.mark.parametrize("name", ["privacy-settings", "home"])
def test_accepting_and_refusing_are_equally_easy(name: str) -> None:
    buttons = _show(name, analytics_id="G-INVENTED").xpath("//form[@action='/privacy-settings']//button")
    assert [button.get("value") for button in buttons[:2]] == ["on", "off"]
    assert buttons[0].get("class") == buttons[1].get("class")


def test_a_saved_choice_is_confirmed_where_one_was() -> None:
    saved = _show("category", analytics_id="G-INVENTED", consent="refused", has_saved=True)
    assert "Your privacy settings are saved Analytical cookies are off." in _text(saved)


def test_readers_who_save_data_load_no_fonts() -> None:
    assert len(_show("home").xpath("//link[@rel='preload']")) == 2
    plain = _show("home", saves_data=True)
    assert not plain.xpath("//link[@rel='preload']")
    assert plain.get("class") == "plain-fonts"


def test_home_offers_search_subjects_latest_and_figures() -> None:
    text = _text(_main(_show("home")))
    assert "Search 8,214 decisions" in text
    assert "Education 1,010 decisions" in text
    assert "earliest decision 12 January 2021" in text


def test_a_category_says_what_its_counts_cover() -> None:
    text = _text(_main(_show("category")))
    assert "216 decisions, decided from 12 January 2021 to 3 November 2026." in text
    assert "5 of 12 public reports. See all 12 public reports" in text
    assert "1 to 10 of 204 statements, decided from 12 January 2021 to 3 November 2026, newest first" in text
    assert "School transport 56 decisions" in text


def test_pages_of_a_list_are_followed_and_years_are_not() -> None:
    tree = _show("category")
    assert tree.xpath("//nav[@aria-label='Pages of statements']//a[not(@rel)]/@href")
    assert set(tree.xpath("//nav[@aria-label='Years']//a/@rel")) == {"nofollow"}


def test_a_decision_shows_its_summary_first_then_what_was_put_right_then_the_text() -> None:
    text = _text(_main(_show("decision")))
    places = [text.index(part) for part in ("Mr T complained", "What was put right", "This decision", "Contents")]
    assert places == sorted(places)
    assert "£900 for a service that was missed" in text
    assert "Added to this register 17 May 2026" in text


def test_paragraph_numbers_are_links_to_themselves() -> None:
    links = _show("decision").xpath("//a[contains(@class, 'para__number')]")
    assert [(link.get("href"), _text(link)) for link in links][1:3] == [
        ("#p1", "Paragraph 1 1"),
        ("#p2", "Paragraph 2, printed as 1 2 [1]"),
    ]


def test_a_changed_decision_says_so_at_its_head() -> None:
    head = _text(_show("decision").find(".//article/header"))
    assert "Words removed on 2 August 2026: to protect someone’s identity." in head
    assert "Words removed" not in _text(_show("summary-only"))


def test_a_decision_known_by_its_summary_says_that_there_is_no_more() -> None:
    assert "not its full text" in _text(_show("summary-only"))


def test_a_withdrawn_decision_gives_date_and_reason() -> None:
    text = _text(_main(_show("withdrawn")))
    assert "withdrawn from this register on 9 June 2026." in text
    assert "Reason: Published in error." in text


def test_a_held_decision_gives_neither() -> None:
    text = _text(_main(_show("held")))
    assert "not available at present" in text
    assert "Reason" not in text
    assert "2026" not in text


def test_an_organisation_shows_numbers_beside_its_bar() -> None:
    tree = _show("organisation")
    text = _text(_main(tree))
    assert "52 decisions, decided from 12 January 2021 to 3 November 2026." in text
    assert "Upheld 31 Not upheld 9 Closed after initial enquiries 12" in text
    assert "Its successor is Fenwick Council." in text
    assert tree.xpath("//svg[contains(@class, 'bar')]/rect/@width")[:3] == ["59.62%", "17.31%", "23.08%"]


def test_few_decisions_are_said_in_words() -> None:
    tree = _show("organisation-small")
    assert "1 upheld, 1 closed after initial enquiries." in _text(_main(tree))
    assert not tree.xpath("//svg[contains(@class, 'bar')]")


def test_no_page_of_an_organisation_speaks_of_per_cent() -> None:
    assert "%" not in _text(_main(_show("organisation")))


def test_the_list_of_organisations_works_by_form_and_carries_names_for_typing() -> None:
    tree = _show("organisations")
    assert tree.xpath("//form[@action='/organisations']//input/@name") == ["q"]
    assert any("Fenwick" in words for words in tree.xpath("//@data-words"))
    assert tree.xpath("//div[@data-narrow='name'][@data-whole]")


def test_a_name_that_nobody_has_leads_to_the_search() -> None:
    assert "/search?q=xyzzy" in _show("organisations-none").xpath("//main//a/@href")


def test_search_shows_counts_tags_and_marks() -> None:
    tree = _show("search")
    text = _text(_main(tree))
    assert "31 decisions for “school transport”" in text
    assert "Not upheld 22 decisions" in text
    assert "Remove Outcome: Upheld" in text
    assert tree.xpath("//mark/text()")[0] == "the transport"
    assert tree.xpath("//input[@name='outcome'][@checked]/@value") == ["upheld"]
    assert tree.xpath("//input[@name='from']/@value") == ["2024"]


def test_in_a_long_filter_the_chosen_come_first() -> None:
    choices = tuple(Choice(f"body-{place}", f"Body {place}", 9, is_chosen=place == 11) for place in range(12))
    form = shown_search.search_form(groups=(FilterGroup("organisation", "Organisation", choices),))
    tree = _render("search", shown_search.search(form=form))
    assert tree.xpath("//input[@name='organisation']/@value")[:3] == ["body-11", "body-0", "body-1"]


def test_all_links_to_other_searches_are_nofollow() -> None:
    links = _show("search").xpath("//main//a[contains(@href, '/search?')]")
    assert links
    assert all("nofollow" in link.get("rel", "").split() for link in links)


def test_a_refused_search_keeps_what_was_typed_and_leads_to_the_field() -> None:
    tree = _show("search-refused")
    assert tree.xpath("//div[contains(@class, 'govuk-error-summary')]//a/@href") == ["#from"]
    assert tree.xpath("//input[@id='from']/@value") == ["31/2/2022"]
    assert tree.xpath("//details[@id='filters-panel'][@open]")


def test_a_search_that_found_nothing_helps() -> None:
    assert "Try fewer words, or remove a filter." in _text(_show("search-empty"))


@pytest.mark.parametrize("name", ["search-preparing", "search-refused", "error", "withdrawn", "unknown-reference"])
def test_whatever_went_wrong_there_are_ways_on(name: str) -> None:
    assert re.search(r"Search|Browse", _text(_main(_show(name))))


def test_privacy_settings_without_a_provider_have_nothing_to_choose() -> None:
    tree = _show("privacy-settings-without")
    assert not tree.xpath("//main//form")
    assert "sets no other cookies" in _text(tree)


def test_the_meaning_of_each_outcome_is_explained() -> None:
    text = _text(_main(_show("about")))
    assert all(outcome.explanation in text for outcome in build.OUTCOMES)
