"""How text is written where some signs mean something: a backslash before what would be mistaken."""

import re

_ESCAPED = {"\\": "\\\\", "\t": "\\t", "\r": "\\r", "\n": "\\\n"}
_PLAIN = {
    "\\\\": "\\",
    "\\t": "\t",
    "\\r": "\r",
    "\\n": "\n",
    "\\&": "",
    "\\s": " ",
    "\\|": "|",
    "\\:": ":",
    "\\\n": "\n",
    "\n": " ",
}
_SIGN = re.compile(r"\\[\\tr&ns|:\n]|\n")


def escape(text: str) -> str:
    """The text with its line breaks behind a backslash, ready to be wrapped."""
    escaped = re.sub(r"[\\\t\r\n]", lambda found: _ESCAPED[found[0]], text)
    return _edges(escaped)


def escape_cell(text: str) -> str:
    """The text of a table's cell, on one line."""
    escaped = escape(text).replace("\\\n", "\\n").replace("|", "\\|")
    return "\\&" + escaped if escaped and not escaped.strip("-") else escaped


def unescape(text: str) -> str:
    """The text as it was; the end of a line without a backslash is a space."""
    return _SIGN.sub(lambda found: _PLAIN[found[0]], text)


def _edges(text: str) -> str:
    """Spaces at the edges of a line, which an editor would take away, behind a backslash."""
    *lines, last = text.split("\n")
    return "\n".join([*map(_edge, lines), _edge(last) or ("\\&" if lines else "")])


def _edge(line: str) -> str:
    """The line without a space at either end, nor before the backslash that keeps its line break."""
    hard = "\\" if re.search(r"(?<!\\)(?:\\\\)*\\$", line) else ""
    body = line.removesuffix(hard)
    if body.startswith(" "):
        body = "\\s" + body[1:]
    if body.endswith(" "):
        body = body[:-1] + "\\s"
    return body + hard
