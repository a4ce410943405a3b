"""The index follows the register, entry by entry, and is made again when that is needed."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.build.decision import NOON, published, record
from upheld.journal.queries.entry import get_head
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.merge_organisations import merge_organisations
from upheld.register.actions.publish import publish
from upheld.register.actions.redact import redact
from upheld.register.actions.rename_organisation import rename_organisation
from upheld.register.actions.withdraw import restore, withdraw
from upheld.register.models import Decision, Organisation
from upheld.search import Difference, IndexNotReadyError, SearchFollower, SearchRequest, differences, search
from upheld.search import inspect as inspect_index
from upheld.search.engine import BrokenIndexError
from upheld.search.generations import Generation, Generations

pytestmark = pytest.mark.django_db


def follow(follower: SearchFollower) -> None:
    follower.follow(get_head())
    assert follower.cursor() == get_head()


def ids(folder: Path, text: str = "") -> tuple[int, ...]:
    return search(SearchRequest(text=text), folder=folder).decision_ids


def live(folder: Path) -> Path:
    generation = Generations(folder).live()
    assert generation is not None
    return generation.folder


def test_every_action_on_a_decision_shows(follower: SearchFollower, folder: Path) -> None:
    decision = published(summary="A heron was disturbed.")
    follow(follower)
    results = search(SearchRequest(text="herons"), folder=folder)
    assert (results.decision_ids, results.cursor) == ((decision.pk,), get_head())

    correct([Correction(decision.pk, 1, record(summary="An otter was disturbed."))], by="editor", at=NOON)
    follow(follower)
    assert (ids(folder, "heron"), ids(folder, "otter")) == ((), (decision.pk,))

    for gone, back in ((hold, release), (withdraw, restore)):
        gone([decision.pk], by="editor", at=NOON)
        follow(follower)
        assert ids(folder, "otter") == ()
        back([decision.pk], by="editor", at=NOON)
        follow(follower)
        assert ids(folder, "otter") == (decision.pk,)


def test_all_that_a_decision_says_is_found(follower: SearchFollower, folder: Path) -> None:
    sections = [
        {"heading": "The lift", "blocks": [{"number": 1, "text": "A ramp", "items": ["stairs", {"text": "ladder"}]}]}
    ]
    decision = published(
        "21 017 299",
        also_known_as=["21 017 300"],
        summary="A heron",
        sections=sections,
        organisations=[{"name": "Elmwick Council"}, {"name": "Oakham Homes"}],
    )
    follow(follower)
    for text in (
        "lift ramp stairs ladder heron",
        "elmwick oakham",
        "housing homelessness",
        "21-017-299",
        "21017300",
        '"A ramp"',
    ):
        assert ids(folder, text) == (decision.pk,), text


def test_renaming_and_merging_bodies_shows_on_their_decisions(follower: SearchFollower, folder: Path) -> None:
    first = published("21 000 001", organisations=[{"name": "Elmwick Council"}])
    second = published("21 000 002", organisations=[{"name": "Oakham Council"}])
    follow(follower)
    elmwick, oakham = (Organisation.objects.get(decisions__decision=one).pk for one in (first, second))
    rename_organisation(elmwick, "Elmwick and Vale Council", by="editor", at=NOON)
    follow(follower)
    assert ids(folder, "vale") == (first.pk,)
    merge_organisations(oakham, elmwick, by="editor", at=NOON)
    follow(follower)
    counts = search(SearchRequest(), folder=folder).counts
    assert counts["organisation"] == {Organisation.objects.get(pk=elmwick).slug: 2}
    assert set(ids(folder, "vale")) == {first.pk, second.pk}


def test_redacted_words_are_in_no_file_of_the_index(follower: SearchFollower, folder: Path) -> None:
    decision = published(summary="Zebedee complained.", organisations=[{"name": "Zebedee House"}])
    published("21 000 002", summary="Another wrote.")  # keeps the file of both from going with the last of it
    follow(follower)
    assert "zebede" in bytes_of(folder)
    redact(decision.pk, ["Zebedee"], "Mr X", by="editor", at=NOON)
    follow(follower)
    assert ids(folder, "zebedee") == ()
    assert ids(folder, "complained") == (decision.pk,)
    assert "zebede" not in bytes_of(folder)


@pytest.mark.slow
def test_many_redactions_make_the_index_again_once(follower: SearchFollower, folder: Path) -> None:
    decisions = [published(f"21 000 00{n}", summary=f"Zebedee {n} complained.") for n in range(5)]
    follow(follower)
    before = int(live(folder).name)
    for decision in decisions:
        redact(decision.pk, ["Zebedee"], "Mr X", by="editor", at=NOON)
    follow(follower)
    assert int(live(folder).name) == before + 1


def test_an_empty_register_has_an_index_in_which_nothing_is_found(follower: SearchFollower, folder: Path) -> None:
    assert follower.cursor() == -1
    with pytest.raises(IndexNotReadyError):
        ids(folder)
    follow(follower)
    assert ids(folder) == ()


@pytest.mark.parametrize("loss", ["current", "fingerprint", "cursor", "meta.json", "segment", "everything"])
def test_a_lost_index_is_noticed_and_made_again(follower: SearchFollower, folder: Path, loss: str) -> None:
    decision = published()
    follow(follower)
    lose(folder, loss)
    started_again = SearchFollower(folder, memory_mb=32)
    assert started_again.cursor() == -1
    follow(started_again)
    assert ids(folder) == (decision.pk,)
    assert len(list((folder / "generations").iterdir())) == 1


def test_an_index_of_another_schema_is_not_searched(follower: SearchFollower, folder: Path) -> None:
    published()
    follow(follower)
    (live(folder) / "fingerprint").write_text("of another build")
    with pytest.raises(IndexNotReadyError):
        ids(folder)


def test_an_index_ahead_of_the_journal_is_made_again(follower: SearchFollower, folder: Path) -> None:
    decision = published()
    follow(follower)
    (live(folder) / "cursor").write_text("9999")
    started_again = SearchFollower(folder, memory_mb=32)
    follow(started_again)
    assert ids(folder) == (decision.pk,)


def test_rebuilding_leaves_one_generation_and_searches_go_on(follower: SearchFollower, folder: Path) -> None:
    decision = published()
    follow(follower)
    before = live(folder)
    follower.want_rebuild()
    assert follower.cursor() == -1
    assert ids(folder) == (decision.pk,)
    follow(follower)
    assert live(folder) != before
    assert list((folder / "generations").iterdir()) == [live(folder)]
    assert ids(folder) == (decision.pk,)


def test_what_happens_while_an_index_is_made_is_in_both(
    follower: SearchFollower, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = published("21 000 001"), published("21 000 002", summary="otter")
    follow(follower)
    shown: list[tuple[int, ...]] = []

    def hold_in_the_middle(folder: Path) -> None:
        if not shown:
            hold([first.pk], by="editor", at=NOON)
            shown.append(())

    keep_up = SearchFollower._keep_up

    def spied(self: SearchFollower, generation: Generation | None, seen: int) -> int:
        hold_in_the_middle(folder)
        last = keep_up(self, generation, seen)
        shown.append(ids(folder))
        return last

    monkeypatch.setattr(SearchFollower, "_keep_up", spied)
    follower.rebuild()
    assert shown[1] == (second.pk,)
    assert ids(folder) == (second.pk,)
    assert follower.cursor() == get_head()


def test_what_is_withdrawn_does_not_wait_for_what_is_taken_in(
    follower: SearchFollower, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("upheld.search.follower.STEP", 1)
    monkeypatch.setattr("upheld.search.follower.SOON", 0.0)  # no step grows, however quick the machine is
    gone = published("21 000 001")
    follow(follower)
    publish([record(f"21 000 01{n}") for n in range(3)], by="editor", at=NOON)
    shown: list[bool] = []

    def spied(_: Sequence[int], __: object) -> None:
        if not shown:
            withdraw([gone.pk], by="editor", at=NOON)
        shown.append(gone.pk in [one.decision_id for one in inspect_index(folder)])

    monkeypatch.setattr("upheld.search.follower._read", spied)
    follower.follow(get_head())
    assert shown == [True, True, False, False]  # at the first of three, at itself, and then at the others
    follow(follower)
    assert len(ids(folder)) == 3


def test_one_that_cannot_be_written_is_made_again_whatever_happens_meanwhile(
    follower: SearchFollower, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published("21 000 001")
    follow(follower)
    broken, renew_all = live(folder), SearchFollower._renew_all

    def fails(self: SearchFollower, generation: Generation, found: list[int]) -> None:
        if generation.folder == broken:
            raise BrokenIndexError("no space left")
        renew_all(self, generation, found)

    def spied(chunk: Sequence[int], _: object) -> None:
        if len(chunk) == Decision.objects.count() == 1:
            published("21 000 002")

    monkeypatch.setattr(SearchFollower, "_renew_all", fails)
    monkeypatch.setattr("upheld.search.follower._read", spied)
    follower.rebuild()
    assert len(ids(folder)) == 2


def test_what_comes_in_while_the_first_index_is_made_is_taken_in_once(
    follower: SearchFollower, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in: list[int] = []
    found = {published("21 000 001").pk}

    def spied(chunk: Sequence[int], _: object) -> None:
        taken_in.extend(chunk)
        if len(found) == 1:
            found.add(published("21 000 002").pk)

    monkeypatch.setattr("upheld.search.follower._read", spied)
    follower.follow(get_head())
    follow(follower)
    assert sorted(taken_in) == sorted(found)
    assert set(ids(folder)) == found


def test_batches_smaller_than_the_journal_reach_its_head(
    follower: SearchFollower, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("upheld.search.follower.BATCH", 3)
    follow(follower)
    publish([record(f"21 000 {n:03d}") for n in range(20)], by="editor", at=NOON)
    follow(follower)
    assert search(SearchRequest(), folder=folder).total == 20


def test_applying_entries_again_changes_nothing(follower: SearchFollower, folder: Path) -> None:
    publish([record(f"21 000 {n:03d}") for n in range(20)], by="editor", at=NOON)
    follow(follower)
    (live(folder) / "cursor").write_text("1")
    follow(SearchFollower(folder, memory_mb=32))
    assert search(SearchRequest(), folder=folder).total == 20
    assert list(differences(folder)) == []


def test_differences_are_named_and_repaired(follower: SearchFollower, folder: Path) -> None:
    kept, stale, missing, surplus = (published(f"21 000 00{n}") for n in range(1, 5))
    hold([missing.pk], by="editor", at=NOON)
    follow(follower)
    assert list(differences(folder)) == []
    assert [one.decision_id for one in inspect_index(folder)] == [kept.pk, stale.pk, surplus.pk]
    head = get_head()
    correct([Correction(stale.pk, 1, record("21 000 002", summary="Other."))], by="editor", at=NOON)
    release([missing.pk], by="editor", at=NOON)
    withdraw([surplus.pk], by="editor", at=NOON)
    expected = [
        Difference(stale.pk, "stale"),
        Difference(missing.pk, "missing"),
        Difference(surplus.pk, "surplus"),
    ]
    assert list(differences(folder)) == expected
    follower.repair([one.decision_id for one in expected])
    assert list(differences(folder)) == []
    assert follower.cursor() == head


def test_dates_narrow_and_counts_say_what_a_choice_would_give(follower: SearchFollower, folder: Path) -> None:
    published("21 000 001", decided_on=dt.date(2021, 5, 1))
    newer = published("21 000 002", outcome="Not upheld", decided_on=dt.date(2022, 5, 1))
    follow(follower)
    results = search(SearchRequest(decided_from=dt.date(2022, 1, 1), outcomes=("upheld",)), folder=folder)
    assert results.total == 0
    assert results.counts["outcome"] == {"not-upheld": 1}
    assert ids(folder)[0] == newer.pk


def bytes_of(folder: Path) -> str:
    return "".join(path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file()).lower()


def lose(folder: Path, loss: str) -> None:
    generation = live(folder)
    if loss == "current":
        (folder / "current").unlink()
    elif loss == "segment":
        next(generation.glob("*.idx")).unlink()
    elif loss == "everything":
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    else:
        (generation / loss).write_bytes(b"")
