"""“Did you mean”: only words of several published decisions, and only where they find more."""

from pathlib import Path

import pytest

from tests.build.decision import NOON, published
from upheld.journal.queries.entry import get_head
from upheld.register.actions.withdraw import withdraw
from upheld.search import SearchFollower, SearchRequest, search, spell

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = ("A heron by the highway.", "Two herons near the highway.", "A heron sat on the highway.", "A bittern.")
    for place, text in enumerate((*texts, *["A swift and its noise."] * 6), 1):
        published(f"21 000 {place:03}", summary=text)
    published("21 000 011", organisations=[{"name": "Wexcombe Trust"}])
    follow(tmp_path)
    return tmp_path


def follow(folder: Path) -> None:
    SearchFollower(folder, memory_mb=32).follow(get_head())


def asked(text: str, folder: Path, **filters: tuple[str, ...]) -> tuple[str, int] | None:
    request = SearchRequest(text=text, **filters)  # type: ignore[arg-type]  # filters of the request
    found = spell(request, search(request, folder=folder), folder=folder)
    return (found.text, found.total) if found else None


def test_what_is_asked_finds_more(folder: Path) -> None:
    assert asked("Highwya", folder) == ("Highway", 3)
    assert asked("alderfrod (highwy OR zzz) -bittern", folder) == ("alderford (highway OR zzz) -bittern", 3)
    assert asked("high way", folder) == ("highway", 3)
    assert asked("highwayheron", folder) is None  # herons are written in two ways: too few of each
    assert asked("herron", folder) == ("heron", 3)  # yet enough of both
    assert asked("wexcmbe", folder) == asked("wexcombee", folder) == ("wexcombe", 1)  # a body, however few say its name
    assert asked("thehighway", folder) == ("the highway", 3)
    assert asked('"the highwya"', folder) == ('"the highway"', 3)
    assert asked("alderford highwya zzz", folder) == ("alderford highway zzz", 3)  # of a sentence, most is something
    request = SearchRequest(text="heron highwya")
    found = spell(request, search(request, folder=folder), folder=folder)
    assert found
    assert found.pieces == (("heron ", False), ("highway", True))


def test_nothing_is_asked_without_a_reason(folder: Path) -> None:
    assert asked("highway", folder) is None
    assert asked("bitern", folder) is None  # in one decision only
    assert asked("noisy swift", folder) is None  # a word that no decision happens to say
    assert asked("heroin", folder) is None  # and no slip, however near it is
    assert asked("highwayman", folder) is None
    assert asked("hernon", folder) is None  # somebody’s name
    assert asked("wexcombe heron", folder) is None  # a body's own name is none
    assert asked("-highwya", folder) is None
    assert asked("council:highwya", folder) is None
    assert asked("councl:highwya heron", folder) is None  # the page says already that council: was meant
    assert asked("highwya", folder, outcomes=("not-upheld",)) is None  # would find nothing with this filter
    assert asked("", folder) is None
    assert asked("highways moated", folder) is None  # finds what highway finds


def test_words_are_asked_for_as_the_register_stands(folder: Path) -> None:
    assert asked("highwya", folder) == ("highway", 3)
    withdraw([1], by="editor", at=NOON)
    follow(folder)
    assert asked("highwya", folder) is None
    for number in ("031", "032", "033"):
        published(f"21 000 {number}", summary="A kestrel. The collections were corrected.")
    follow(folder)
    assert asked("kestrl", folder) == ("kestrel", 3)  # as soon as the index has it
    assert asked("colected", folder) == ("collected", 3)  # another form is there: it is no “corrected”
    assert asked("corected", folder) == ("corrected", 3)
    withdraw([11], by="editor", at=NOON)
    assert asked("wexcmbe", folder) is None  # in the register it is gone already
