"""The law that a document cites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build.effort import effort
from tests.evaluation.law_sentences import FILES, count, load_passages
from upheld.analysis.document import Block, Section, Table
from upheld.analysis.law import LawCitation, address_of, get_catalogue, read_law, read_place
from upheld.analysis.paragraphs import list_paragraphs, section_addresses
from upheld.lib.slugs import slugify

SITE = "https://www.legislation.gov.uk"
PIECES = (
    "Act Regulations Order the The 2014 1974 ( ) ‘ “ , . section s. ss 9 34(3) Schedule Part VII of and Care Widget "
    "Housing (the Act) LGA Code Guidance paragraph 6.9 to – 26A(1) in CSSG"
)
WORDS = st.sampled_from(PIECES.split())
HOSTILE = (
    "(", "Act 2014 ", "s 1, ", "A ", "(A", "the Act 1974 (the ", "Aa and ", "Widget Act 2014 (WA) WA ", "Care Act ",
    "1 ", "NPPF ", "section 1 of ", "section 1 (", "the Act ", "Regulations 2014 ", ", 1990",
    "Care Act 2014 section 1 ", "Care Act 2014 (hereafter hereafter ", "Care Act 2014 (the Act) ",
    "\n", "“", "Part I", "the Code ", "s. 9 and ",
)  # fmt: skip


def read(*paragraphs: str, summary: str = "") -> tuple[LawCitation, ...]:
    blocks = tuple(Block(number=number, text=text) for number, text in enumerate(paragraphs, 1))
    return read_law(summary, (Section(heading="The law", blocks=blocks),))


def shown(*paragraphs: str, summary: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.at) for one in read(*paragraphs, summary=summary)]


def test_each_provision_says_which_paragraphs_cite_it() -> None:
    assert shown(
        "Section 9 of the Care Act 2014 applies.",
        "(Care Act 2014, sections 9 and 18)",
        summary="The Care Act 2014 applies.",
    ) == [
        ("Care Act 2014", ("summary",)),
        ("Care Act 2014, section 9", ("p1", "p2")),
        ("Care Act 2014, section 18", ("p2",)),
    ]


def test_laws_stand_in_the_order_of_the_text_and_their_parts_in_that_of_the_law() -> None:
    text = "Housing Act 1996, Part 7. Local Government Act 1974, Schedule 5 and sections 117, 26A and 26."
    assert [one.text for one in read(text)] == [
        "Housing Act 1996, Part 7",
        "Local Government Act 1974, section 26",
        "Local Government Act 1974, section 26A",
        "Local Government Act 1974, section 117",
        "Local Government Act 1974, Schedule 5",
    ]


def test_items_cells_and_headings_are_read_too() -> None:
    table = Table(rows=(("Law", "Care Act 2014, section 2"),))
    block = Block(number=1, text="These apply:", items=("Care Act 2014, section 1",), table=table)
    found = read_law("", (Section(heading="Housing Act 1996", blocks=(block,)),))
    assert [(one.text, one.at) for one in found] == [
        ("Housing Act 1996", ("housing-act-1996",)),
        ("Care Act 2014, section 1", ("p1",)),
        ("Care Act 2014, section 2", ("p1",)),
    ]


@pytest.mark.parametrize(
    ("text", "slug", "place", "href"),
    [
        ("Local Government Act 1974, section 34H(i)", "local-government-act-1974", "34h", "/ukpga/1974/7/section/34H"),
        ("Care Act 2014, Schedule 1, paragraph 4", "care-act-2014", "schedule-1", "/ukpga/2014/23/schedule/1"),
        ("Housing Act 1996, Part VII", "housing-act-1996", "part-7", "/ukpga/1996/52"),
        ("Special Guardianship Regulations 2005, reg 4", "special-guardianship-regulations-2005", "4",
         "/uksi/2005/1109/regulation/4"),
        ("UK GDPR, Article 15", "uk-general-data-protection-regulation", "15", "/eur/2016/679/article/15"),
        ("Gadget Act 2031, section 2", "gadget-act-2031", "2", "/all?title=Gadget+Act&year=2031"),
    ],
)  # fmt: skip
def test_addresses_among_ours_and_on_legislation_gov_uk(text: str, slug: str, place: str, href: str) -> None:
    [one] = read(text)
    assert (one.slug, one.place, one.href) == (slug, place, SITE + href)


def test_guidance_without_a_certain_address_has_none() -> None:
    [one] = read("The HHSRS operating guidance, paragraph 2.1, says so.")
    assert (one.kind, one.href) == ("guidance", "")


@pytest.mark.parametrize("name", FILES)
def test_what_people_labelled_is_read(name: str) -> None:
    laws, provisions = count(load_passages(name))
    assert min(laws.precision, provisions.precision) >= 0.97
    assert min(laws.recall, provisions.recall) >= 0.93


def test_the_labelled_set_is_large_enough_to_mean_something() -> None:
    assert sum(len(load_passages(name)) for name in FILES) >= 150


def test_every_place_of_a_law_can_be_read_back() -> None:
    law = get_catalogue().get("act", "Care Act 2014")
    places = {"9": "section 9", "26a": "section 26A", "schedule-a1": "Schedule A1", "part-7": "Part 7"}
    for place, words in places.items():
        provision = read_place(law, place)
        assert provision is not None
        assert provision.text == words
    assert read_place(law, "nothing-here") is None
    nine = read_place(law, "9")
    assert nine is not None
    assert address_of(law, nine) == f"{SITE}/ukpga/2014/23/section/9"


def test_every_law_of_the_catalogue_is_found_by_its_title() -> None:
    laws = get_catalogue().laws
    assert len({law.slug for law in laws.values()}) == len(laws)
    for law in laws.values():
        found = read(f"The Council relied on the {law.title} here.")
        assert [(one.title, one.slug) for one in found] == [(law.title, slugify(law.title))], law.title


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_gives_citations_that_stand_where_they_say(text: str) -> None:
    sections = (Section(heading="Law", blocks=(Block(number=1, text=text), Block(number=2, text="It was so."))),)
    places = {*section_addresses(sections), *(one.address for one in list_paragraphs(sections)), "summary"}
    for one in read_law(text, sections):
        assert one.at
        assert set(one.at) <= places
        assert one.slug == slugify(one.title)


@pytest.mark.slow
@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_text_is_read_in_time(part: str) -> None:
    text = f"Acts 1989 {part * (300_000 // len(part))} the Care Act 2014, section 9"
    assert effort(lambda: read(text)) < 5
