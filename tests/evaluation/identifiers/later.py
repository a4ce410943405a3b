"""A third set, by another author than the first two and in another manner: whole passages, marked where to be found.

`later/cases.txt` holds `# kind: group` headings and a case a line: ` || ` parts what stands in several places, a place
stands before `:: ` (paragraph 7 if none does), `\\n` is the end of a line, and brackets are around what is to be found.
`later/ordinary.txt` is text in which there is nothing to find, in the way of the folder `ordinary`.
"""

import re
from collections.abc import Iterator
from functools import cache

from tests.evaluation.identifiers.ordinary import Text, texts_in
from tests.evaluation.identifiers.planted import FOLDER, Case, Span, places, sections, tells
from upheld.analysis.identifiers import Part

LATER = "later"
_MARKED = re.compile(r"\[([^\]]*)\]")


@cache
def later() -> tuple[Case, ...]:
    """The cases of the third set."""
    found = sections(FOLDER / LATER / "cases.txt")
    return tuple(_case(heading, line) for heading, lines in found.items() for line in lines)


@cache
def later_ordinary() -> tuple[Text, ...]:
    """Ordinary text of the third set."""
    return tuple(texts_in(FOLDER / LATER / "ordinary.txt"))


def _case(heading: str, line: str) -> Case:
    kind, _, group = heading.partition(": ")
    parts: list[Part] = []
    spans: list[Span] = []
    for where, marked in places(line.replace("\\n", "\n")):
        text, found = _unmarked(marked)
        spans += [Span(len(parts), *one) for pair in found for one in _spans(kind, text, *pair)]
        parts.append(Part(where, text))
    return Case(LATER, kind, group or kind, tuple(parts), tuple(spans))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, found, end = "", [], 0
    for one in _MARKED.finditer(marked):
        text += marked[end : one.start()]
        found.append((len(text), len(text) + len(one.group(1))))
        text, end = text + one.group(1), one.end()
    return text + marked[end:], found


def _spans(kind: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Of a name each word that tells who it is; all of anything else."""
    if kind != "name":
        yield start, end
        return
    words = list(re.finditer(r"[^\s_]+", text[start:end]))
    told = [word for word in words if tells(word.group().rstrip(",.")) and word.group() not in _TITLES]
    yield from ((start + word.start(), start + word.end()) for word in told or words)


_TITLES = frozenset(["Mr", "Mrs", "Ms", "Miss", "mr", "mrs", "THE", "FAMILY", "and", "&", "v", "Nanna"])
