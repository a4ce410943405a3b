"""Category pages saved as HTML."""

import html

import pytest

from tests.build.page import SUMMARY, found, records, refusals
from tests.build.saved_page import SCRIPT, item, saved


@pytest.mark.parametrize("tag", ["li", "div", "article", "section"])
def test_entries_are_read_with_their_addresses(tag: str) -> None:
    first, second = records(saved(item(tag=tag), item("21 000 002", "Bramley Council", tag=tag)))
    assert (first.organisations[0].name, first.summary) == ("Alderford & Sons", SUMMARY)
    assert (first.category, first.subcategory, first.outcome) == ("Housing", "Other", "Upheld")
    assert first.source_url == "https://ombudsman.example/decisions/housing/other/21-000-001"
    assert (second.reference, second.summary) == ("21 000 002", SUMMARY)


def test_the_links_say_which_other_it_is() -> None:
    assert records(saved(heading="<h1>Other</h1>"))[0].category == "Housing"


@pytest.mark.parametrize(
    "around",
    [
        {"head": '<link rel="canonical" href="https://ombudsman.example/decisions/planning/other">'},
        {"heading": '<div class="breadcrumbs"><a>Home</a><a>Planning</a><span>Other</span></div><h1>Other</h1>'},
        {"head": "<title>Other: Planning | Ombudsman</title>", "heading": ""},
    ],
)
def test_address_breadcrumbs_and_title_say_which_category(around: dict[str, str]) -> None:
    page = saved(item(link="/somewhere"), **({"heading": "<h1>Other</h1>"} | around))
    [record] = records(page)
    assert (record.category, record.subcategory, record.source_url) == ("Planning", "Other", None)


def test_an_address_that_is_another_decisions_is_not_taken() -> None:
    assert records(saved(item(link="https://x.example/decisions/housing/other/21-000-077")))[0].source_url is None
    assert records(saved(item(link="javascript:x/21-000-001")))[0].source_url is None


def test_scripts_and_hidden_text_are_not_read() -> None:
    words = "<span class='visually-hidden'>Outcome: </span>"
    [record] = records(saved(item().replace("<span>Upheld", f"{words}<span>Upheld")))
    assert record.outcome == "Upheld"


def test_a_script_amid_a_sentence_does_not_break_it() -> None:
    [record] = records(saved(item().replace(html.escape(SUMMARY), f"The Council was{SCRIPT} at <b>fault</b>.")))
    assert record.summary == "The Council was at fault."


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-15"])
def test_the_declared_encoding_is_used(charset: str) -> None:
    page = saved(item(name="Café Trust"), head=f'<meta charset="{charset}">').replace("’", "'").replace("•", "*")
    assert records(page.encode(charset))[0].organisations[0].name == "Café Trust"


def test_words_that_markup_glues_together_are_told_apart() -> None:
    words = "".join(f"<span>{word}</span>" for word in ("Statement", "Not upheld", "Other", "05-Apr-2022"))
    glued = f"<li><a>A (21 000 001)</a>{words}<p>Summary: x</p></li>"
    [record] = records(saved(glued))
    assert (record.outcome, record.subcategory) == ("Not upheld", "Other")


def test_a_nul_is_in_one_entry_only() -> None:
    page = saved(item(), item("21 000 002")).replace("nine months", "nine\0months", 1)
    first, second = records(page)
    assert "\0" in first.summary  # the register refuses it, with its place
    assert second.summary == SUMMARY


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<html><body><p>Hello</p></body></html>", "<p>" + "<div>" * 30_000 + "deep", "<!doctype html>"],
)
def test_a_page_without_entries_is_refused(page: str) -> None:
    assert len(refusals(found(page))) == 1
