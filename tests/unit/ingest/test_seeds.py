"""The real pages: every field of every entry, against a second, much plainer reading of the same file."""

import datetime as dt
import re
from pathlib import Path

import pytest

from tests.build.page import dashed, records
from upheld.register.records import DecisionRecord

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
OUTCOMES = ("Closed after initial enquiries", "Not upheld", "Upheld")
ENTRY = re.compile(
    r"• (?P<name>.*) \((?P<reference>[\d ]+)\)\n\n {4}(?P<type>Statement|Report) (?P<rest>.*) (?P<date>\S+)\n\n"
    r" {4}Summary: (?P<summary>.*)(?:\n|$)"
)

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the real pages are not beside this checkout (../shared/seeds)"
)


def seed(name: str) -> str:
    """The file as it is."""
    return (SEEDS / name).read_bytes().decode()


def plainly(text: str) -> list[tuple[object, ...]]:
    """What the entries say."""
    rows = []
    for found in ENTRY.finditer(text):
        outcome = next(one for one in OUTCOMES if found["rest"].startswith(one))
        day = dt.datetime.strptime(found["date"], "%d-%b-%Y").replace(tzinfo=dt.UTC).date()
        rows.append((
            found["reference"], found["type"], outcome, found["name"], "Children's care services",
            found["rest"].removeprefix(outcome).strip(), day, found["summary"],
        ))  # fmt: skip
    return rows


def row(record: DecisionRecord) -> tuple[object, ...]:
    """The record's fields in the same order."""
    [organisation] = record.organisations
    return (
        record.reference, record.document_type, record.outcome, organisation.name, record.category,
        record.subcategory, record.decided_on, record.summary,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["child-protection-2022.txt", "childrens-care-services-2025.txt"])
@pytest.mark.parametrize("change", [str, dashed, lambda text: text.replace("\n", "\r\n")])
def test_every_field_of_every_entry_is_right(name: str, change: object) -> None:
    assert callable(change)
    expected = plainly(seed(name))
    assert len(expected) == 10
    assert [row(record) for record in records(change(seed(name)))] == expected


def test_both_pages_may_be_one_file_in_any_order() -> None:
    first, second = seed("child-protection-2022.txt"), seed("childrens-care-services-2025.txt")
    for text in (first + second, second + first, first + first, second + second):
        assert [row(record) for record in records(text)] == plainly(text.replace("not upheld.", "not upheld.\n"))
