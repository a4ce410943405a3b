"""Suggestions as one types: all of it published at that moment, and nothing personal."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from tests.build.decision import NOON, published
from tests.build.reader import Reader
from upheld.journal.queries.entry import get_head
from upheld.register.actions.hold import hold
from upheld.register.actions.redact import redact
from upheld.register.actions.rename_organisation import rename_organisation
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision, Organisation
from upheld.search import SearchFollower
from upheld.search.suggestions import suggesting

pytestmark = pytest.mark.django_db
Index = Callable[[], None]
LAW = [{"heading": "The law", "blocks": [{"number": 1, "text": "(Education Act 1996, section 508B)"}]}]
BODIES = ("Alderford Borough Council", "Wexcombe City Council", "Isle of Thrand Council")


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    suggesting._known.cache_clear()
    yield
    suggesting._known.cache_clear()


def suggested(reader: Reader, typed: str) -> list[dict[str, str]]:
    seen = reader.get(f"/search/suggest?q={typed}")
    assert seen.status == 200
    found: Any = json.loads(seen.response.content)
    return list(found["suggestions"])


def labels(reader: Reader, typed: str) -> list[str]:
    return [one["label"] for one in suggested(reader, typed)]


def publish_six() -> list[int]:
    """Six decisions of three bodies; their ids."""
    made = [
        published(
            f"21 000 00{place}",
            organisations=[{"name": BODIES[place % 3]}],
            summary="Mr Holloway was refused a parking permit.",
            category="Education",
            subcategory="School transport",
            sections=LAW,
        )
        for place in range(1, 7)
    ]
    return [one.pk for one in made]


def test_every_kind_leads_to_its_page(reader: Reader, index: Index) -> None:
    publish_six()
    index()
    assert suggested(reader, "alderf") == [
        {
            "kind": "Organisation",
            "label": "Alderford Borough Council",
            "note": "",
            "text": "Alderford Borough Council",
            "href": "/organisations/alderford-borough-council",
        }
    ]
    assert [(one["kind"], one["label"], one["note"], one["href"]) for one in suggested(reader, "school")] == [
        ("Subject", "School transport", "in Education", "/decisions/education/school-transport")
    ]
    assert [(one["kind"], one["href"]) for one in suggested(reader, "education")] == [
        ("Subject", "/decisions/education"),
        ("Law", "/law/education-act-1996"),
    ]
    assert [(one["kind"], one["label"], one["href"]) for one in suggested(reader, "parking")] == [
        ("Words", "parking permit", "/search?q=parking+permit")
    ]
    assert [one["href"] for one in suggested(reader, "Refused%20a%20parki")] == ["/search?q=Refused+a+parking+permit"]
    assert labels(reader, "refused%20par") == []  # a sentence may go on in any way after so little of a word
    decision = suggested(reader, "no.%2021000-001")
    assert [(one["kind"], one["label"], one["note"], one["href"]) for one in decision] == [
        ("Decision", "21 000 001", BODIES[1], "/decisions/education/school-transport/21-000-001")
    ]
    assert labels(reader, "２１ ０００００１") == labels(reader, "٢١٠٠٠٠٠١") == ["21 000 001"]
    assert labels(reader, "wexcmbe") == labels(reader, "cc wexc") == ["Wexcombe City Council"]
    assert labels(reader, "scool tran") == ["School transport"]
    assert labels(reader, "parkng") == ["parking permit"]
    assert labels(reader, "holloway") == labels(reader, "x") == labels(reader, "") == labels(reader, "%00%22") == []


@pytest.mark.parametrize("state", ["held", "withdrawn", "embargoed"])
def test_a_decision_out_of_sight_leaves_no_trace(reader: Reader, index: Index, state: str) -> None:
    """Its body, its subject and its reference are gone at once, and stay gone when all is made anew."""
    publish_six()
    hidden = published("21 900 001", organisations=[{"name": "Bexholme Trust"}], category="Health", subcategory=None)
    index()
    typed = ("bexholme", "bexhlome", "bt", "health", "219", "219 000 01")
    assert labels(reader, "bexholme") == ["Bexholme Trust"]
    assert labels(reader, "health") == ["Health"]
    assert labels(reader, "219") == ["21 900 001"]
    if state == "held":
        hold([hidden.pk], by="editor", at=NOON)
    elif state == "withdrawn":
        withdraw([hidden.pk], by="editor", at=NOON)
    else:
        rename_organisation(Organisation.objects.get(name=BODIES[2]).pk, BODIES[2], by="editor", at=NOON)
        Decision.objects.filter(pk=hidden.pk).update(state="embargoed", held_until="2099-01-01")
    assert [labels(reader, text) for text in typed] == [[]] * len(typed)
    index()
    suggesting._known.cache_clear()
    assert [labels(reader, text) for text in typed] == [[]] * len(typed)


def test_frequent_words_go_as_soon_as_too_few_decisions_say_them(reader: Reader, index: Index) -> None:
    ids = publish_six()
    index()
    assert labels(reader, "parking") == ["parking permit"]
    withdraw(ids[:1], by="editor", at=NOON)
    assert labels(reader, "parking") == ["parking permit"]  # five still do
    redact(ids[1], ["permit"], "[removed]", by="editor", at=NOON)
    assert labels(reader, "parking") == []
    index()
    suggesting._known.cache_clear()
    assert labels(reader, "parking") == []


def test_single_words_go_on_as_was_typed_while_decisions_say_them(reader: Reader, index: Index) -> None:
    made = [
        published(f"21 000 00{number}", summary="Mrs Holloway’s eviction was late; she was evicted. Evicting again.")
        for number in range(1, 5)
    ]
    index()
    assert labels(reader, "evic") == ["evicted"]  # one of each stem
    assert labels(reader, "was evic") == ["was evicted"]
    assert [labels(reader, typed) for typed in ("hollow", "ev", "again", "evic zz", "an evi")] == [[]] * 5
    withdraw([one.pk for one in made[:2]], by="editor", at=NOON)
    assert labels(reader, "evic") == []


def test_a_word_of_english_is_no_slip(reader: Reader, index: Index) -> None:
    publish_six()
    index()
    assert labels(reader, "parkign") == labels(reader, "parking") != []
    assert labels(reader, "packi") == []  # of packing
    assert labels(reader, "schol tra") == labels(reader, "schol transp") == ["School transport"]  # scholar or not
    assert "Alderford Borough Council" in labels(reader, "alterf") + labels(reader, "alderfrod")


def test_law_goes_with_the_last_decision_that_cites_it(reader: Reader, index: Index) -> None:
    ids = publish_six()
    index()
    assert labels(reader, "education act") == ["Education Act 1996"]
    withdraw(ids, by="editor", at=NOON)
    index()
    assert labels(reader, "education act") == []


def test_law_that_was_redacted_goes_while_the_index_is_made_again(
    reader: Reader, index: Index, settings: Settings
) -> None:
    ids = publish_six()
    index()
    for pk in ids:
        redact(pk, ["Education Act 1996"], "[removed]", by="editor", at=NOON)
    assert labels(reader, "education act") == []
    SearchFollower(settings.DATA_DIR / "index", memory_mb=32).repair(ids)  # and its cursor waits for new files
    assert labels(reader, "education act") == []


def test_a_former_name_is_found_and_said_to_be_one(reader: Reader, index: Index) -> None:
    publish_six()
    index()
    assert labels(reader, "wexcombe") == ["Wexcombe City Council"]
    rename_organisation(Organisation.objects.get(name=BODIES[1]).pk, "Greater Marlow Council", by="editor", at=NOON)
    before = suggested(reader, "wexcombe")
    assert [(one["label"], one["href"]) for one in before] == [
        ("Greater Marlow Council", "/organisations/greater-marlow-council")
    ]
    suggesting._known.cache_clear()
    assert [(one["label"], one["note"]) for one in suggested(reader, "wexc")] == [
        ("Greater Marlow Council", "formerly Wexcombe City Council")
    ]
    assert [(one["label"], one["note"]) for one in suggested(reader, "gmc")] == [("Greater Marlow Council", "")]


def test_the_answer_may_be_kept_only_until_the_register_moves(reader: Reader, index: Index) -> None:
    published()
    index()
    seen = reader.get("/search/suggest?q=alder")
    assert seen.header("X-Upheld-Reads") == f"search={get_head()}"
    assert seen.header("Cache-Control") == "no-cache"
    assert seen.header("X-Robots-Tag") == "noindex"
    assert seen.header("Content-Type") == "application/json"
    too_long = reader.get(f"/search/suggest?q={'a' * 201}")
    assert too_long.status == 400
    assert json.loads(too_long.response.content)["error"].startswith("Suggestions are given for at most 200")
    assert too_long.header("Cache-Control") == "no-store"
    assert reader.post("/search/suggest", {"q": "alder"}).status == 405


def test_without_an_index_names_are_suggested_and_nothing_is_kept(reader: Reader, settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path
    published(sections=LAW)
    assert labels(reader, "alder") == ["Alderford Borough Council"]
    assert labels(reader, "education act") == []
    assert reader.get("/search/suggest?q=alder").header("X-Upheld-Reads") == "search=-1"
