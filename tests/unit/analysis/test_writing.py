"""Documents written out and read back: the same, whatever their texts look like; and pleasant to read."""

import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import TypeAdapter

from tests.build.whole import LABELS, SUMMARY, TITLE, expected
from tests.build.written import documents
from upheld.analysis.document import Block, Section, Table
from upheld.analysis.writing.html import read_html, write_html
from upheld.analysis.writing.text import read_text, write_text
from upheld.analysis.writing.written import WrittenDocument

_JSON = TypeAdapter(WrittenDocument)
_SETTINGS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.slow
@_SETTINGS
@given(documents)
def test_text_comes_back_the_same(document: WrittenDocument) -> None:
    assert read_text(write_text(document)) == document


@_SETTINGS
@given(documents)
def test_html_comes_back_the_same(document: WrittenDocument) -> None:
    assert read_html(write_html(document)) == document


@_SETTINGS
@given(documents)
def test_json_comes_back_the_same(document: WrittenDocument) -> None:
    assert _JSON.validate_json(_JSON.dump_json(document)) == document


def test_text_reads_well() -> None:
    document = WrittenDocument(
        "Alderford Borough Council (21 000 001)",
        (("Decision", "Upheld"), ("Decision date", "5 April 2022")),
        "We found fault.",
        (
            Section(
                heading="Agreed action",
                blocks=(
                    Block(number=1, text="The Council will:", items=("say so;", Block(printed="(a)", text="pay."))),
                    Block(number=12, printed="3", text="It has agreed, within a month of our decision, to say so."),
                    Block(text="Payments", table=Table(rows=(("For", "Sum"), ("Distress", "£200")), header=True)),
                    Block(text="Investigator's decision on behalf of the Ombudsman", signature=True),
                ),
            ),
        ),
    )  # fmt: skip
    expected_text = """\
        Alderford Borough Council (21 000 001)
        ======================================

        Decision:       Upheld
        Decision date:  5 April 2022

        Summary
        -------

        We found fault.

        Agreed action
        -------------

        1.   The Council will:
             •    say so;
             (a)  pay.

        12. [3]  It has agreed, within a month of our decision, to say so.

        Payments
          | For      | Sum  |
          |----------|------|
          | Distress | £200 |

        —    Investigator's decision on behalf of the Ombudsman
        """
    assert write_text(document) == textwrap.dedent(expected_text)


def test_no_line_of_ordinary_text_is_long_and_none_has_an_escape() -> None:
    text = write_text(WrittenDocument(TITLE, LABELS, SUMMARY, expected()))
    assert max(map(len, text.split("\n"))) <= 76
    assert "\\" not in text


def test_any_other_text_is_not_taken_for_a_written_one() -> None:
    for text in ("", "A title\n=======\nText straight under it.\n", "The complaint\n\n1. Mrs B complained.\n", "\\"):
        assert read_text(text) is None or write_text(read_text(text) or WrittenDocument()) == text
    assert read_html("<article><p>x</p></article>") is None
    assert read_html("<p>") is None
