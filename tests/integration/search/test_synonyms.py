"""Words that mean the same: searches use them at once, and whoever may can change them."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.build.decision import NOON, published
from upheld.journal.models import Entry
from upheld.journal.queries.entry import get_head
from upheld.lib.runtime import Runtime
from upheld.register.rules import OvertakenError
from upheld.scheme import get_scheme
from upheld.search import SearchFollower, SearchRequest, search
from upheld.search.actions.change_synonyms import change_synonyms, restore_synonyms
from upheld.search.commands.synonyms import synonyms
from upheld.search.language.parsing import parse
from upheld.search.language.synonyms import Synonyms, SynonymsError, read_groups
from upheld.search.language.understanding import understand
from upheld.search.models import SynonymList
from upheld.search.queries.synonyms import get_synonyms, list_changes
from upheld.search.trying import try_synonyms

pytestmark = pytest.mark.django_db


def change(text: str) -> int:
    return change_synonyms(text, seen=get_synonyms().number, by="editor", at=NOON)


def test_a_changed_list_is_used_by_the_next_search_without_a_new_index(follower: SearchFollower, folder: Path) -> None:
    heron = published(summary="A heron was disturbed.")
    follower.follow(get_head())
    index = set(folder.rglob("generations/*"))
    asked = SearchRequest(text="grey fisher pond")
    assert search(SearchRequest(text="wader"), folder=folder).total == 0
    assert try_synonyms("wader", "heron = wader", folder=folder).found == 1
    before = search(asked, folder=folder).cursor

    change("heron = wader = grey fisher")
    follower.follow(get_head())
    found = search(SearchRequest(text="waders"), folder=folder)
    assert found.decision_ids == (heron.pk,)
    assert found.query is not None
    assert [(one.typed, one.others) for one in found.query.synonyms] == [("waders", ("heron", "grey fisher"))]
    assert search(SearchRequest(text='"wader"'), folder=folder).total == 0
    assert search(SearchRequest(text="grey fisher"), folder=folder).total == 1
    assert found.cursor == get_head() > before  # pages kept by the cursor are made again
    assert set(folder.rglob("generations/*")) == index
    entry = Entry.objects.get(number=get_head())
    assert (entry.kind, entry.by, entry.data) == ("synonyms.changed", "editor", {})


def test_a_word_of_a_run_that_nothing_has_finds_what_means_the_same_as_it_alone(
    follower: SearchFollower, folder: Path
) -> None:
    heron = published(summary="A heron was disturbed.")
    change("wader => heron\nbringing up my waders => guardianship")
    follower.follow(get_head())
    found = search(SearchRequest(text="I am bringing up my waders on a pension"), folder=folder)
    assert (found.decision_ids, found.has_most) == ((heron.pk,), True)


def test_what_cannot_be_kept_leaves_no_trace() -> None:
    head, first = get_head(), get_synonyms()
    with pytest.raises(SynonymsError) as refused:
        change("heron = wader\n# fine\nheron wader\na = of")
    assert [fault.line for fault in refused.value.faults] == [3, 4]
    number = change("heron = wader")
    with pytest.raises(OvertakenError):
        change_synonyms("otter = wader", seen=first.number, by="b", at=NOON)
    with pytest.raises(OvertakenError):
        restore_synonyms(seen=first.number, by="b", at=NOON)
    assert change("heron = wader") == number  # the same again is no change
    assert (get_synonyms().text, SynonymList.objects.count(), get_head()) == ("heron = wader\n", 1, head + 1)


def test_the_schemes_own_list_can_be_had_back() -> None:
    number = change("heron = wader")
    restore_synonyms(seen=number, by="editor", at=NOON)
    assert (get_synonyms().text, get_synonyms().is_default) == (get_scheme().synonyms, True)
    assert [(one.by, one.is_default) for one in list_changes(5)] == [("editor", True), ("editor", False)]


def test_the_schemes_own_list_has_no_fault() -> None:
    groups, faults = read_groups(get_scheme().synonyms)
    assert (faults, len(groups) > 60) == ((), True)


@pytest.mark.parametrize(
    ("typed", "other"),
    [("nobody answers my emails", "did not reply"), ("fell over broken pavement", "highway repair")],
)
def test_the_schemes_own_list_has_what_decisions_call_it(typed: str, other: str) -> None:
    used = understand(parse(typed), Synonyms.of(read_groups(get_scheme().synonyms)[0])).synonyms
    assert other in [name for one in used for name in one.others]


def test_the_command_writes_and_reads_the_list(tmp_path: Path) -> None:
    runtime = Runtime(data_dir=tmp_path, follow=lambda: None, prepare=lambda: None, following=nullcontext)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(synonyms, arguments, obj=runtime, standalone_mode=False)

    file = tmp_path / "own.txt"
    assert run("--export", str(file)).output.endswith(f"groups to {file}\n")
    assert file.read_text(encoding="utf-8") == run().output == get_scheme().synonyms
    file.write_text("heron = wader\nodd\n", encoding="utf-8")
    assert run("--import", str(file), "--by", "editor").return_value == 1
    file.write_text("heron = wader\n", encoding="utf-8")
    assert "--by" in str(run("--import", str(file)).exception)
    said = run("--import", str(file), "--by", "editor").output
    assert said == "Searches now use 1 group of words that mean the same\n"
    assert get_synonyms().text == "heron = wader\n"
