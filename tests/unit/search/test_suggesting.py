"""What may be meant by the beginning of a name, and which phrases may be said again."""

import pytest

from upheld.register.names import name_key
from upheld.search.kept import Kept
from upheld.search.language.synonyms import Synonyms, read_groups
from upheld.search.suggestions.entries import Entries, initials
from upheld.search.suggestions.phrases import Read, find_phrases
from upheld.search.suggestions.suggestion import Entry, Kind


def entry(kind: Kind, subject: int, name: str, weight: int = 1, *, is_other: bool = False) -> Entry:
    return Entry(kind, subject, name, name_key(name), weight, initials(name), is_other=is_other)


ENTRIES = Entries((
    entry("organisation", 1, "Alderford Borough Council", 5),
    entry("organisation", 1, "Metropolitan Borough of Aldermere", 5, is_other=True),
    entry("organisation", 2, "Aldermere City Council", 90),
    entry("organisation", 3, "Royal Borough of Wexcombe and Thrand", 9),
    entry("organisation", 4, "St Édith’s & Bexholme NHS Trust", 2),
    entry("subject", 1, "Special educational needs", 40),
    entry("subject", 2, "Housing", 300),
    entry("law", 1, "Housing Act 1996", 20),
))  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("al", ["Aldermere City Council", "Alderford Borough Council"]),  # the one with more decisions first
        ("ALDERF", ["Alderford Borough Council"]),
        ("aldermere", ["Aldermere City Council", "Metropolitan Borough of Aldermere"]),  # a present name first
        ("borough of w", ["Royal Borough of Wexcombe and Thrand"]),
        ("thrand royal", ["Royal Borough of Wexcombe and Thrand"]),  # any order
        ("rbwt", ["Royal Borough of Wexcombe and Thrand"]),
        ("rbowat", ["Royal Borough of Wexcombe and Thrand"]),
        ("st ediths and", ["St Édith’s & Bexholme NHS Trust"]),
        ("aldermerecity", ["Aldermere City Council"]),
        ("sen", ["Special educational needs"]),
        ("hous", ["Housing", "Housing Act 1996"]),
        ("housing act", ["Housing Act 1996"]),
        ("a", []),
        ("", []),
        ("zzz", []),
        ("%_'\"()*", []),
    ],
)
def test_names_are_found_by_their_beginnings(typed: str, first: list[str]) -> None:
    assert [one.name for one in ENTRIES.find(typed)][: len(first) or 1] == first


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("aldrford", "Alderford Borough Council"),
        ("Alderfrod bor", "Alderford Borough Council"),
        ("adlerford borough", "Alderford Borough Council"),
        ("bldermere", "Aldermere City Council"),  # of a long word even the first letter
        ("xalderford", "Alderford Borough Council"),
        ("ldermere", "Aldermere City Council"),
        ("wexcmbe", "Royal Borough of Wexcombe and Thrand"),
        ("speical ed", "Special educational needs"),
        ("needs educatinal", "Special educational needs"),  # in any order
        ("huosing a", "Housing Act 1996"),
        ("housng", "Housing"),
    ],
)
def test_a_slip_still_finds_what_is_meant(typed: str, first: str) -> None:
    assert ENTRIES.find(typed) == []
    assert ENTRIES.find_alike(typed)[0].name == first


@pytest.mark.parametrize("typed", ["ald", "something else", "wend", "ousing", "speical zzz", "%_'"])
def test_what_is_too_short_or_too_different_finds_nothing(typed: str) -> None:
    assert ENTRIES.find_alike(typed) == []


def test_other_words_are_tried_in_place_of_what_is_typed() -> None:
    synonyms = Synonyms.of(read_groups("LB => London Borough\nSEN = special educational needs = special needs")[0])
    assert list(synonyms.instead("lb wex")) == ["London Borough wex"]
    assert list(synonyms.instead("special needs tran")) == ["SEN tran", "special educational needs tran"]
    assert list(synonyms.instead("wex")) == list(synonyms.instead("")) == []


def summaries(text: str, bodies: list[int]) -> list[Read]:
    return [Read(place, 1, (body,), text) for place, body in enumerate(bodies)]


SEVERAL = [1, 2, 3, 1, 2]


@pytest.mark.parametrize(
    ("text", "bodies", "phrases"),
    [
        ("She asked for a parking permit.", SEVERAL, ["parking permit"]),
        ("She asked for a parking permit.", [1, 2, 1, 2, 1, 2], []),  # of two bodies only
        ("She asked for a parking permit.", [1, 2, 3, 4], []),  # in four decisions only
        ("Complaints about the Blue Badge scheme.", SEVERAL, ["blue badge scheme"]),  # words of a subject's name
        ("Mr Green rented flats in Wexcombe from Tom Holloway.", SEVERAL, ["rented flats"]),  # no name of anybody
        ("The Badge of Blue Holloway. Alderford tenants.", SEVERAL, []),
        ("School, transport; lesson. Flat 12 parking", SEVERAL, []),  # marks and numbers part
        ("the council failed to respond", SEVERAL, []),  # every decision says so
    ],
)
def test_only_frequent_words_of_several_bodies_are_phrases(text: str, bodies: list[int], phrases: list[str]) -> None:
    found = find_phrases(summaries(text, bodies), frozenset({"blue", "badge"}))
    assert [one.text for one in found] == phrases


def test_what_is_kept_is_made_anew_when_the_register_has_moved() -> None:
    made: list[int] = []
    kept = Kept(lambda: made.append(len(made)) or len(made))  # type: ignore[func-returns-value]  # appending gives None
    assert kept.get("one") == kept.get("one") == (1, True)
    kept._not_before = 0
    assert kept.get("two") == (2, True)
    patient = Kept(lambda: "old", least_seconds=60)
    patient.get("one")
    assert patient.get("two") == ("old", False)
