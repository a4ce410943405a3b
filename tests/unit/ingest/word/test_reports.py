"""Long reports, and files of any text whatever: nothing is lost, and it does not take long."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build.word import lvl, numbering, p, r, tbl, word_file
from tests.build.word_reading import lines, read
from tests.build.word_report import long_report
from upheld.ingest.sources.word.reader import LIMITS, word_child

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Sc"]), min_size=1, max_size=12)
TEXTS = st.lists(WORDS, min_size=1, max_size=8)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:u w:val="single"/>', '<w:color w:val="C00000"/>', "<w:caps/>"])
LISTS = numbering({0: [lvl(level, "decimal", "%1.") for level in range(9)]}, {1: 0})


@pytest.mark.slow
def test_a_report_of_a_hundred_pages_is_read_whole_within_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    data, seen = long_report()
    word_child().close()
    # By the clock a busy machine takes longer. Of the processor it gets no more than ever.
    monkeypatch.setattr(word_child(), "limits", replace(LIMITS, seconds=60))
    assert lines(read(data).pieces) == seen


def test_a_short_report_made_by_another_program_is_read_whole() -> None:
    data, seen = long_report(2)
    assert lines(read(data).pieces) == seen


@pytest.mark.slow
@given(st.lists(st.tuples(TEXTS, LOOKS, st.sampled_from(["text", "item", "cell", "heading"])), min_size=1, max_size=8))
def test_the_words_of_any_document_come_out_in_order(parts: list[tuple[list[str], str, str]]) -> None:
    """Runs end anywhere, in any look; every letter of every word comes out where it went in."""
    body = "".join(written(texts, look, kind) for texts, look, kind in parts)
    pieces = read(word_file(body, parts={"numbering": LISTS})).pieces
    cells = [" ".join(cell for row in piece.rows for cell in row) for piece in pieces]
    typed = ["" if piece.mark.rstrip(".").isdigit() and piece.level else piece.mark for piece in pieces]
    out = "".join(mark + piece.text + cell for mark, piece, cell in zip(typed, pieces, cells, strict=True))
    went_in = "".join("".join(texts) for texts, _, _ in parts)
    assert letters(out) == letters(went_in)


def written(texts: list[str], look: str, kind: str) -> str:
    """A paragraph of the words, each a run of its own."""
    runs = [r(f"{text} ", look if number % 2 else "") for number, text in enumerate(texts)]
    if kind == "cell":
        return tbl([p(*runs), p()], [p(), p()])
    if kind == "heading":
        return p(*runs, style="Heading1")
    return p(*runs, numbered=(1, 0) if kind == "item" else None)


def letters(text: str) -> str:
    """The letters and digits: a typed bullet is no word, and a mark may lose the point behind it."""
    return "".join(letter for letter in text if letter.isalnum())
