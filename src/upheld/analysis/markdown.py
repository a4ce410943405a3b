"""What Markdown puts around a text: some copies of pages are that."""

import re
from collections.abc import Sequence

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\[\]]{0,600})\]\(([^()\s]{1,600})(?: \"[^\"]{0,200}\")?\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])")
_LONGEST = 20_000


def is_markdown(lines: Sequence[str]) -> bool:
    """Whether the lines are Markdown."""
    marks = 0
    for line in lines:
        if len(line) < _LONGEST:
            marks += bool(_HEADING.match(line)) + bool(_LINK.search(line)) + bool(_BOLD.match(line.lstrip("-* ")))
        if marks > 1:
            return True
    return False


def heading_of(line: str) -> tuple[int, str] | None:
    """Level and text, if the line is a heading."""
    found = _HEADING.match(line)
    if found and found[2]:
        return len(found[1]), without_marks(found[2])
    return None


def is_bold(line: str) -> bool:
    """Whether all of the line is bold."""
    found = _BOLD.fullmatch(line.strip())
    return found is not None


def without_marks(line: str) -> str:
    """The text of a line: of links their words, nothing of what makes words bold."""
    if len(line) > _LONGEST:
        return line
    return _ESCAPED.sub(r"\1", _BOLD.sub(r"\2", _LINK.sub(r"\1", line)))
