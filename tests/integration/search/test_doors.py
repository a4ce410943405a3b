"""The doors of the search on an index that follows a register: what is withdrawn is behind none of them."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.build.decision import NOON, published, record
from upheld.journal.queries.entry import get_head
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import restore, withdraw
from upheld.search import (
    Likeness,
    SearchFollower,
    SearchRequest,
    count_words,
    differences,
    explain,
    find_alike,
    find_similar,
    list_vocabulary,
    search,
    walk,
)
from upheld.search.conditions import is_indexed

pytestmark = pytest.mark.django_db

SECTIONS = [
    {"heading": "The complaint", "blocks": [{"number": 1, "text": "Mrs B complained that a walnut tree fell."}]},
    {
        "heading": "Agreed action",
        "blocks": [{"number": 2, "text": "The Council has agreed to apologise to Mrs B and pay her £350."}],
    },
]
COUNTS = ("outcome", "organisation", "remedy")


def ids(folder: Path, text: str = "", **values: Any) -> tuple[int, ...]:
    return search(SearchRequest(text, **values), folder=folder).decision_ids


def test_what_is_withdrawn_is_behind_no_door_and_comes_back_where_it_was(
    follower: SearchFollower, folder: Path
) -> None:
    tree = published("21 000 001", sections=SECTIONS, decided_on=dt.date(2021, 5, 1))
    other = published("21 000 002", summary="Mr D complained about a boiler.")
    follower.follow(get_head())
    before = search(SearchRequest("complained", counts=COUNTS, years=True), folder=folder)
    assert before.counts["remedy"] == {"apology": 1, "symbolic-payment": 1}
    assert before.years == {"2021": {"upheld": 1}, "2022": {"upheld": 1}}
    assert (before.held, before.first_day, before.last_day) == (2, dt.date(2021, 5, 1), dt.date(2022, 4, 5))

    withdraw([tree.pk], by="editor", at=NOON)
    assert_only(other.pk, folder, without=tree.pk)
    restore([tree.pk], by="editor", at=NOON)
    assert search(SearchRequest("complained", counts=COUNTS, years=True), folder=folder).counts == before.counts
    withdraw([tree.pk], by="editor", at=NOON)
    follower.follow(get_head())
    assert_only(other.pk, folder, without=tree.pk)

    restore([tree.pk], by="editor", at=NOON)
    follower.follow(get_head())
    assert set(ids(folder, "complained", at=before.at)) == {tree.pk, other.pk}
    assert find_similar(Likeness("a walnut tree fell"), limit=5, folder=folder)[0].decision_id == tree.pk
    assert explain(SearchRequest("walnut"), tree.pk, folder=folder) is not None


def assert_only(other: int, folder: Path, *, without: int) -> None:
    """Whether or not the index has followed, every door knows of the other decision alone."""
    after = search(SearchRequest("complained", counts=COUNTS, years=True), folder=folder)
    assert (after.decision_ids, after.total, after.held) == ((other,), 1, 1)
    assert (after.counts["remedy"], after.years, after.first_day) == ({}, {"2022": {"upheld": 1}}, after.last_day)
    assert after.counts["outcome"] == {"upheld": 1}
    assert search(SearchRequest(outcomes=("upheld",)), folder=folder).counts["outcome"] == {"upheld": 1}
    assert ids(folder, references=("21000001", "21000002")) == (other,)
    assert ids(folder, "complaned walnut boiler") == ids(folder, "complained", sort="newest") == (other,)
    found = walk(SearchRequest(), folder=folder)
    assert (found.total, list(found.chunks)) == (1, [(other,)])
    assert count_words(["walnut"], folder=folder) == {"walnut": 0}
    assert list(list_vocabulary("wal", 5, folder=folder)) == []
    assert find_similar(Likeness("a walnut tree fell"), limit=5, folder=folder) == ()
    alike = find_alike("My walnut tree fell, and a boiler leaked", folder=folder)
    assert (without in alike.texts, alike.compared, alike.held) == (False, 1, 1)
    assert explain(SearchRequest("walnut"), without, folder=folder) is None
    assert not is_indexed("21000001", folder=folder)


def test_many_that_were_taken_down_in_any_way_are_left_out_together(
    follower: SearchFollower, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("upheld.search.queries.taken_down._SLICE", 2)
    made = [published(f"21 000 00{n}", summary=f"Zebedee {n} lost a boiler.") for n in range(7)]
    follower.follow(get_head())
    withdraw([one.pk for one in made[:3]], by="editor", at=NOON)
    hold([made[3].pk], by="editor", at=NOON)
    assert sorted(ids(folder, "boiler")) == [one.pk for one in made[4:]]
    redact(made[4].pk, ["Zebedee"], "Mr X", by="editor", at=NOON)
    assert sorted(ids(folder, "zebedee")) == [one.pk for one in made[5:]]
    assert search(SearchRequest("boiler"), folder=folder).counts["outcome"] == {"upheld": 2}
    release([made[3].pk], by="editor", at=NOON)
    restore([made[0].pk], by="editor", at=NOON)
    assert sorted(ids(folder, "boiler")) == [made[n].pk for n in (0, 3, 5, 6)]


def test_sums_sections_and_references_are_asked_for_in_the_readers_words(
    follower: SearchFollower, folder: Path
) -> None:
    tree = published("21 000 001", sections=SECTIONS)
    published("21 000 002", summary="The Council apologised.")
    follower.follow(get_head())
    for text in ("paid:>300", "paid:350", 'in:"agreed action" apologise', "ref:21000001", "walnut -boiler", "waln*"):
        assert ids(folder, text) == (tree.pk,), text
    for text in ("paid:>350", "in:complaint apologise", '"walnut fell"', "walnut -tree"):
        assert ids(folder, text) == (), text
    assert ids(folder, '"walnut fell"~2') == (tree.pk,)


@pytest.mark.slow
def test_a_list_as_of_a_number_leaves_out_what_came_later(follower: SearchFollower, folder: Path) -> None:
    first = published("21 000 001")
    follower.follow(get_head())
    at = search(SearchRequest(), folder=folder).at
    assert at == get_head()
    second = published("21 000 002")
    correct([Correction(first.pk, 1, record(summary="Other words."))], by="editor", at=NOON)
    follower.follow(get_head())
    assert ids(folder, at=at) == (first.pk,)
    assert search(SearchRequest(at=at), folder=folder).at == at
    assert set(ids(folder, at=10**30)) == {first.pk, second.pk}
    assert ids(folder, at=-5) == ()


def test_texts_that_an_index_has_read_are_not_read_again(
    follower: SearchFollower, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published("21 000 001", sections=SECTIONS)
    follower.follow(get_head())
    monkeypatch.setattr("upheld.search.documents.shown_remedies", lambda *_: pytest.fail("read again"))
    follower.rebuild()
    assert list(differences(folder)) == []
    assert len(ids(folder, "paid:350")) == 1
