"""Workbooks are sent while they are written, and every cell comes out as it went in."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from upheld.public.exports import workbook
from upheld.public.exports.columns import Cell
from upheld.public.exports.workbook import CUT, LONGEST, Sheet, Style, write_workbook


def sheet(*rows: Sequence[Cell], name: str = "Herons", style: Style = Style.PLAIN) -> Sheet:
    width = len(rows[0]) if rows else 1
    return Sheet(name, [20] * width, [style] * width, [f"Column {n}" for n in range(width)], rows)


def read(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(b"".join(write_workbook(sheets))))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("=1+1", "=1+1"),
        ("<r><t>a</t></r>", "<r><t>a</t></r>"),
        ("a & b ]]> <c>", "a & b ]]> <c>"),
        (" \tblanks\n ", " \tblanks\n "),
        ("\U0001f9a9" * 20_000, "\U0001f9a9" * ((LONGEST - len(CUT)) // 2) + CUT),
        ("reed" * 10_000, ("reed" * 10_000)[: LONGEST - len(CUT)] + CUT),
        ("r" * LONGEST, "r" * LONGEST),
        (12, 12),
        (350.25, 350.25),
        (0, 0),
        ("", None),
        (None, None),
        (dt.date(1900, 3, 1), dt.date(1900, 3, 1)),
        (dt.date(2022, 4, 5), dt.date(2022, 4, 5)),
        (dt.date(1899, 12, 31), "1899-12-31"),
    ],
)
def test_a_cell_is_what_it_was(cell: Cell, found: object) -> None:
    made = read(sheet(["before", cell, "after"]))["Herons"]
    before, one, after = made[2]
    value = one.value.date() if one.is_date else one.value
    assert (before.value, value, after.value) == ("before", found, "after")
    assert one.data_type != "f"
    assert one.number_format == ("d mmmm yyyy" if isinstance(found, dt.date) else "General")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x07b\rc", "a_x0007_b_x000D_c"),
        ("\ud800 \ufffe", "_xD800_ _xFFFE_"),
        ("_x0041_x0042_ _x00_", "_x005F_x0041_x005F_x0042_ _x00_"),
    ],
)
def test_what_xml_cannot_hold_is_marked_and_what_looks_so_too(text: str, written: str) -> None:
    assert workbook.escape(text) == written
    assert written in read(sheet([text]))["Herons"]["A2"].value.replace("_x005F_x0041_x0042_", written)


def test_headings_stay_in_sight_and_every_sheet_has_its_columns() -> None:
    about = Sheet("About", [28, 100], [Style.LABEL, Style.TEXT], [], [("What", "Herons")])
    book = read(sheet(["a", "b"]), about)
    assert [one.title for one in book] == ["Herons", "About"]
    assert [one.freeze_panes for one in book] == ["B2", None]
    assert [(one.auto_filter.ref or "")[:4] for one in book] == ["A1:B", ""]
    assert [cell.value for cell in book["Herons"][1]] == ["Column 0", "Column 1"]
    assert book["Herons"]["A1"].font.bold
    assert (book["About"]["A1"].font.bold, book["About"]["B1"].alignment.wrap_text) == (True, True)
    assert book["About"].column_dimensions["B"].width > 90
    assert [one.sheet_view.tabSelected for one in book] == [True, None]


@pytest.mark.parametrize(("limit", "most"), [("MOST_ROWS", 2), ("MOST_BYTES", 100)])
def test_a_full_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    monkeypatch.setattr(workbook, limit, most)
    book = read(sheet(*([f"heron {n}"] for n in range(5))), sheet(name="Empty"))
    found = [[cell.value for (cell,) in one.iter_rows(min_row=2)] for one in book]
    assert [one.title for one in book] == ["Herons", "Herons 2", "Herons 3", "Empty"]
    assert found == [["heron 0", "heron 1"], ["heron 2", "heron 3"], ["heron 4"], []]
    assert {one["A1"].value for one in book} == {"Column 0"}


def test_pieces_come_while_rows_are_asked_for_and_the_rest_is_asked_for_last() -> None:
    told = list[str]()

    def rows() -> Iterator[list[str]]:
        for number in range(3_000):
            told.append(f"row {number}")
            yield [f"{number} {number**40}"]

    def sheets() -> Iterator[Sheet]:
        yield Sheet("Herons", [20], [Style.PLAIN], ["Number"], rows())
        told.append("about")
        yield sheet(["checksum"], name="About")

    pieces = write_workbook(sheets())
    first = next(pieces)
    assert (bool(first), told) == (True, [])
    seen = [(len(piece), len(told)) for piece in pieces]
    assert len({asked for _, asked in seen}) > 4
    assert max(size for size, _ in seen) < 100_000
    assert told[-1] == "about"


def test_its_parts_are_what_strict_readers_take() -> None:
    with ZipFile(io.BytesIO(b"".join(write_workbook([sheet(["a", 2], ["b", None])])))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "_rels/.rels"
        assert {(one.extract_version, one.extra) for one in archive.infolist()} == {(20, b"")}  # no ZIP64
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
        told = set(re.findall(r'PartName="/([^"]+)"', archive.read("[Content_Types].xml").decode()))
        assert told <= set(archive.namelist())
    assert "<dimension" not in xml
    assert re.findall(r'<(?:row|c) r="(\w+)"', xml) == ["1", "A1", "B1", "2", "A2", "B2", "3", "A3"]
