"""Word files made by LibreOffice: their words, in order, with the numbers and marks that Word prints."""

import re

import pytest

from tests.build.odf import SECRET
from tests.build.word_files import FOLDER
from tests.build.word_reading import entries, lines, read, refusal
from upheld.ingest.found import SourceEntry
from upheld.register.records import DecisionRecord

pytestmark = pytest.mark.slow

REFUSED = {"tracked", "comments"}
NAMES = sorted(path.stem for path in FOLDER.glob("*.docx"))
READABLE = [name for name in NAMES if name not in REFUSED]
WHOLE = ["contents", "from-doc", "from-html", "from-rtf", "label-table", "restarting", "styled", "typed"]


def data(name: str) -> bytes:
    return (FOLDER / f"{name}.docx").read_bytes()


def expected(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def entry(name: str) -> SourceEntry:
    (found,) = entries(data(name))
    assert isinstance(found, SourceEntry)
    return found


def words(text: str) -> list[str]:
    return re.findall(r"[\w£’]+", text)


def written(record: DecisionRecord) -> str:
    """Every text of a record in order, without what is no word of it."""
    parts = [record.summary]
    for section in record.sections:
        parts.append(section.heading or "")
        waiting: list[object] = list(section.blocks)
        while waiting:
            block = waiting.pop(0)
            parts.append(block if isinstance(block, str) else block.text)  # type: ignore[attr-defined]
            waiting[:0] = [] if isinstance(block, str) else block.items  # type: ignore[attr-defined]
    return " ".join(parts)


def test_there_are_files_of_many_layouts() -> None:
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", READABLE)
def test_nothing_is_lost_and_every_mark_is_the_printed_one(name: str) -> None:
    assert lines(read(data(name)).pieces) == expected(name)


@pytest.mark.parametrize("name", WHOLE)
def test_every_layout_of_a_statement_is_the_same_decision(name: str) -> None:
    record = entry(name).record
    assert record.reference == "21 000 001"
    assert [one.name for one in record.organisations] == ["Alderford Borough Council"]
    assert [section.heading for section in record.sections] == [
        "The complaint", "How I considered this complaint", "What I found", "What happened", "My assessment",
        "Agreed action", "Final decision",
    ]  # fmt: skip
    blocks = [block for section in record.sections for block in section.blocks]
    assert [block.number for block in blocks] == [*range(1, 10), None]
    assert [getattr(item, "printed", None) for item in blocks[1].items] == ["(a)", "(b)", "(c)"]
    assert [getattr(item, "printed", None) for item in getattr(blocks[1].items[1], "items", ())] == ["(i)", "(ii)"]
    assert blocks[-1].signature
    text = expected("styled")
    body = " ".join(line.partition("\t")[2] for line in text[text.index("\tThe complaint") :])
    summary = next(line for line in text if line.startswith("\tSummary: "))
    assert words(written(record)) == words(summary.removeprefix("\tSummary: ") + " " + body)


@pytest.mark.parametrize("name", [name for name in WHOLE if name != "contents"])
def test_the_labels_are_read(name: str) -> None:
    record = entry(name).record
    assert (record.category, record.subcategory, record.outcome) == ("Housing", "Homelessness", "Upheld")
    assert record.decided_on is not None
    assert record.decided_on.isoformat() == "2022-03-14"


def test_numbers_that_begin_again_in_every_section_go_on_and_are_kept_beside() -> None:
    blocks = [block for section in entry("restarting").record.sections for block in section.blocks]
    assert [(block.number, block.printed) for block in blocks[2:5]] == [(3, "1"), (4, "2"), (5, "1")]


def test_a_header_is_furniture_unless_only_it_has_the_reference() -> None:
    found = entry("contents")
    assert found.record.reference == "21 000 001"
    assert any("header or footer" in doubt for doubt in found.doubts)
    assert not any("header" in doubt for doubt in entry("styled").doubts)


def test_a_contents_list_and_page_numbers_are_no_text() -> None:
    pieces = read(data("contents")).pieces
    assert [piece.text.split("\t")[0] for piece in pieces if piece.kind == "furniture"][:2] == [
        "Contents",
        "The complaint",
    ]
    assert "Page" not in words(written(entry("contents").record))


@pytest.mark.parametrize("name", NAMES)
def test_the_author_is_never_named(name: str) -> None:
    assert SECRET.split()[1] not in repr(entries(data(name)))


def test_tracked_changes_are_refused_with_their_places_and_none_of_their_words() -> None:
    refused = refusal(data("tracked"))
    assert refused.code == "tracked-changes"
    assert "1 insertion and 1 deletion" in refused.reason
    assert "near “The Council agreed to pay her”" in refused.reason
    assert "near “In the end”" in refused.reason
    assert "Accept All Changes" in refused.reason
    assert not {"£450", "Brenda", "Appletree"} & set(words(refused.reason))


def test_comments_are_refused_with_their_place_and_none_of_their_words() -> None:
    refused = refusal(data("comments"))
    assert refused.code == "comments"
    assert "1 comment" in refused.reason
    assert "near “The Council lost her papers”" in refused.reason
    assert "Delete All Comments" in refused.reason
    assert "Brenda" not in refused.reason


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("boxes", "the text of 1 text box was put after the paragraph it is fixed to, in the 2nd paragraph"),
        ("boxes", "1 picture was left out, in the 4th paragraph, near “A map is here:”"),
        ("hidden", "2 pieces of hidden text were left out, in the 2nd paragraph, near “Mrs B”"),
        ("hidden", "1 piece of text that can hardly be seen in Word (white or tiny) was kept"),
        ("hidden", "1 field that shows the author"),
        ("notes", "3 footnotes were put in brackets at their places"),
        ("nested-table", "1 table inside a table"),
        ("page-table", "1 table that lays out the page was read as plain text"),
    ],
)
def test_what_was_changed_in_reading_is_told_with_its_place(name: str, told: str) -> None:
    assert any(remark.startswith(told) for remark in read(data(name)).remarks)


@pytest.mark.parametrize("name", ["styled", "typed", "legal", "breaks", "sums", "link"])
def test_a_plain_file_gives_no_remarks(name: str) -> None:
    assert read(data(name)).remarks == ()


def test_the_first_row_heads_a_table() -> None:
    (table,) = (piece for piece in read(data("sums")).pieces if piece.kind == "table")
    assert table.header
