"""The Markdown: read by a reader of Markdown, it gives the words and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.build.twin import MARKUP, split_words, twin, words_of
from upheld.public.twins.markdown import escape, write_markdown
from upheld.public.twins.twin import TwinParagraph, TwinSection, TwinTable

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def parse(text: str) -> list[Token]:
    return READER.parse(text)


def shown(text: str) -> str:
    """What a reader of the rendered Markdown sees."""
    parts = []
    for token in parse(text):
        for child in token.children or ():
            assert child.type in {
                "text", "hardbreak", "softbreak", "html_inline", "link_open", "link_close", "strong_open",
                "strong_close",
            }, child  # fmt: skip
            parts.append(
                child.content
                if child.type == "text"
                else "\n"
                if child.type.endswith("break") or child.content == "<br>"
                else ""
            )
            assert child.type != "html_inline" or re.fullmatch(r'<a id="[\w-]*">|</a>|<br>', child.content)
        parts.append("\n")
        assert token.type != "html_block" or re.fullmatch(r'<a id="[\w-]*"></a>\n?', token.content)
    return "".join(parts)


def test_every_word_is_there_in_order() -> None:
    made = twin(remedies=())
    expected = "\x00".join(word for word in words_of(made) if word != ".")
    found = "\x00".join(word for word in split_words(shown(write_markdown(made).decode())) if word != ".")
    assert expected in found


def test_a_person_reads_it_as_it_is() -> None:
    text = write_markdown(twin()).decode()
    assert text.startswith("# Alderford Borough Council (21 000 001)\n\n- From: Ombudsman of Examples\n")
    assert (
        '\n<a id="p3"></a>3\\. \\[2\\] It will:\n\n- (a) apologise to Mrs B;\n- (b) give back the:\n  - paper\n' in text
    )
    assert "\n### The papers\n" in text
    assert "\n| Term | Sum |\n| --- | --- |\n| Autumn | £300 |\n| Spring<br>late | £1,200 |\n" in text
    assert (
        "- **An apology**, agreed, for the person who complained ([paragraph 3](#p3))\\\n  apologise to Mrs B;" in text
    )
    assert "- [Housing Act 1996, section 184](<https://law.example/184>) (paragraphs 2 and 3)" in text


def test_one_that_was_replaced_says_so_at_the_top() -> None:
    text = write_markdown(twin(warning="Superseded. This is version 1 of 2.")).decode()
    assert text.split("\n\n")[1] == "**Superseded. This is version 1 of 2.**"


def test_lists_are_lists_within_lists() -> None:
    kinds = [token.type for token in parse(write_markdown(twin()).decode())]
    assert kinds.count("bullet_list_open") == 6  # labels, what was put right, three in the text, law
    assert kinds.count("table_open") == 2
    assert "ordered_list_open" not in kinds
    assert "code_block" not in kinds


@given(
    st.lists(st.sampled_from([*MARKUP.split(), "1.", "1)", "-", "+", "*", "#", ">", "=", "\n", "    ", "\t", "|", "<"]))
)
def test_no_text_is_read_as_markup(parts: list[str]) -> None:
    text = " ".join(parts)
    assert "".join(shown(escape(text)).split()) == "".join(text.split())
    assert "".join(shown(f"- {escape(text)}").split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["===", "---", "***", "___", "# qq", "> qq", "1. qq", "+ qq", "    qq", "qq\n---", "qq\n===", "~~~"]
)
def test_no_line_begins_a_block(text: str) -> None:
    made = write_markdown(
        twin(sections=(TwinSection("", (TwinParagraph(text, address="p1"),)),), summary=text)
    ).decode()
    assert shown(made).count(" ".join(text.partition("\n")[0].split())) == 2
    kinds = {token.type for token in parse(made)}
    assert not kinds & {"hr", "blockquote_open", "ordered_list_open", "code_block", "fence"}


def test_cells_hold_no_other_cells() -> None:
    table = TwinTable(((MARKUP, "a|b"), ("c", "d\ne")), header=False)
    section = TwinSection("", (TwinParagraph("", table=table),))
    tokens = parse(write_markdown(twin(sections=(section,), remedies=())).decode())
    assert [token.type for token in tokens].count("td_open") == 4
