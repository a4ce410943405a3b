"""The journal's chain: any entry changed, missing, swapped or cut off is found, and its number said."""

import datetime as dt

import pytest
from click.testing import CliRunner
from django.db import connection

from tests.build.decision import NOON, published
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.journal.chain import START, Fields, link
from upheld.journal.models import Entry, Seal
from upheld.journal.queries.chain import Head, get_chain_head, list_faults
from upheld.register.actions.hold import hold, release
from upheld.register.commands.verify_journal import verify_journal
from upheld.register.queries.journal_fit import list_unentered

pytestmark = pytest.mark.django_db

CHANGED = "was changed, or swapped with another"


@pytest.fixture
def _tampered() -> None:
    """Somebody has taken away the triggers that refuse changes, as whoever owns the file can."""
    with connection.cursor() as cursor:
        for event in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER journal_entry_refuse_{event}")


def six_entries() -> None:
    with writing():
        append([NewEntry("category.moved", "category", n, reason="accuracy") for n in range(3)], by="editor", at=NOON)
    with writing():
        append(
            [NewEntry("organisation.merged", "organisation", 7, data={"into": n}) for n in range(3)], by="m", at=NOON
        )


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_was_written_is_whole_and_its_head_can_be_noted() -> None:
    assert list(list_faults()) == []
    six_entries()
    noted = get_chain_head()
    six_entries()
    assert list(list_faults(noted)) == []
    assert (Seal.objects.get().number, get_chain_head().number) == (12, 12)


@pytest.mark.parametrize(
    ("statement", "faults"),
    [
        ("UPDATE journal_entry SET by = 'another' WHERE number = 3", [f"entry 3: {CHANGED}"]),
        ("UPDATE journal_entry SET reason = '' WHERE number = 2", [f"entry 2: {CHANGED}"]),
        ("UPDATE journal_entry SET at = '2020-01-01' WHERE number = 6", [f"entry 6: {CHANGED}"]),
        ("UPDATE journal_entry SET data = '{\"into\": 9}' WHERE number = 5", [f"entry 5: {CHANGED}"]),
        ("UPDATE journal_entry SET chain = 'x' WHERE number = 4", [f"entry 4: {CHANGED}"]),
        ("DELETE FROM journal_entry WHERE number = 1", ["entry 1: is missing"]),
        ("DELETE FROM journal_entry WHERE number IN (3, 4)", ["entries 3 to 4: are missing"]),
        ("DELETE FROM journal_entry WHERE number > 4", ["entries 5 to 6: are cut off the end"]),
        ("DELETE FROM journal_entry", ["entries 1 to 6: are cut off the end"]),
        ("DELETE FROM journal_seal", ["seal: is missing, so entries cut off the end would not be seen"]),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("_tampered")
def test_every_tampering_is_found(statement: str, faults: list[str]) -> None:
    six_entries()
    execute(statement)
    assert list(list_faults()) == faults


@pytest.mark.usefixtures("_tampered")
def test_swapped_entries_are_found() -> None:
    six_entries()
    execute("UPDATE journal_entry SET number = -number WHERE number IN (2, 3)")
    execute("UPDATE journal_entry SET number = CASE number WHEN -2 THEN 3 ELSE 2 END WHERE number < 0")
    assert [fault.split(":")[0] for fault in list_faults()][:2] == ["entry 2", "entry 3"]


@pytest.mark.usefixtures("_tampered")
def test_a_cut_tail_is_still_missed_when_the_journal_has_gone_on() -> None:
    six_entries()
    execute("DELETE FROM journal_entry WHERE number > 4")
    with writing():
        assert append([NewEntry("decision.held", "decision", 9)], by="editor", at=NOON) == 7
    assert list(list_faults()) == ["entries 5 to 6: are missing"]


@pytest.mark.usefixtures("_tampered")
def test_a_journal_written_anew_from_end_to_end_is_found_by_the_noted_head() -> None:
    six_entries()
    noted, chain = get_chain_head(), START
    execute("UPDATE journal_entry SET by = 'nobody' WHERE number = 1")
    for entry in Entry.objects.order_by("number"):
        chain = link(chain, Fields(*(getattr(entry, name) for name in Fields._fields)))
        Entry.objects.filter(pk=entry.pk).update(chain=chain)
    Seal.objects.update(chain=chain)
    assert list(list_faults()) == []
    assert list(list_faults(noted)) == ["entry 6: is not the one whose hash was noted"]
    assert list(list_faults(Head(9, noted.chain))) == ["entry 9: was noted, but is not there"]


def test_the_time_zone_and_the_order_of_data_make_no_difference() -> None:
    east = NOON.astimezone(dt.timezone(dt.timedelta(hours=5)))
    one = Fields(1, "k", "s", None, None, "", {"a": 1, "b": None}, NOON, "x")
    assert link("", one) == link("", one._replace(data={"b": None, "a": 1}, at=east))


def test_every_version_and_state_has_its_entry() -> None:
    decision = published()
    hold([decision.pk], by="editor", at=NOON)
    release([decision.pk], by="editor", at=NOON)
    assert list(list_unentered()) == []
    execute("UPDATE register_decision SET state = 'held'")
    assert list(list_unentered()) == [f"decision {decision.pk}: is held after decision.released"]


@pytest.mark.usefixtures("_tampered")
def test_a_version_without_its_entry_is_named() -> None:
    published()
    execute("DELETE FROM journal_entry WHERE kind = 'decision.published'")
    assert "21 000 001: version 1 has no entry in the journal" in list(list_unentered())


def test_the_command_prints_the_head_and_compares_it() -> None:
    six_entries()
    done = CliRunner().invoke(verify_journal, [], standalone_mode=False)
    head = done.output.split()[-1]
    assert done.return_value == 0
    assert head == str(get_chain_head())
    six_entries()
    assert CliRunner().invoke(verify_journal, ["--expect", head], standalone_mode=False).return_value == 0
    other = head[:-1] + ("0" if head[-1] != "0" else "1")
    done = CliRunner().invoke(verify_journal, ["--expect", other], standalone_mode=False)
    assert done.return_value == 1
    assert "entry 6: is not the one whose hash was noted" in done.output
    assert CliRunner().invoke(verify_journal, ["--expect", "nonsense"]).exit_code == 2
