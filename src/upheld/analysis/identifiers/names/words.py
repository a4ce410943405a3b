"""The words of a text that are written with a capital, in runs as they stand side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from upheld.analysis.identifiers.levelled import plain
from upheld.analysis.identifiers.names.lexicon import sorts_of

_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W_]*(?:['-][^\W_]+)*(?:'(?=\W))?")
_DATE = re.compile(r"-\d")
PARTICLES = frozenset(
    "van der den de la le da dos das do di del della von zu bin ibn bint al el ul ur ap ab ferch ter ten af av y "
    "e".split()
)
_ENDS = frozenset(".!?:;\n\x00\u2022*|\u2014")
_NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Cllr|Prof|Rev|No|Sgt|Rt|Hon|v|vs|inc|Messrs|[A-Z]))\.\Z")
_NUMBERING = re.compile(r"(?:\A|[\n\x00.;:])[\s\"'(\[]*(?:\(?[a-z0-9]{1,4}[.)]|[\d.]{1,6}|[-*\u2022o]|\d+[a-z]?)\s*\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a capital: without its possessive ending, with what the lists say about it."""

    start: int
    end: int
    text: str
    sorts: int
    begins: bool
    owns: bool
    full_end: int

    def is_any(self, sorts: int) -> bool:
        """Whether the word can be one of these."""
        return bool(self.sorts & sorts)

    @property
    def plain_word(self) -> str:
        """The word as lists have it."""
        return plain(self.text)

    @property
    def is_initial(self) -> bool:
        """One capital letter, or two or three of initials."""
        return len(self.text) == 1

    @property
    def shouts(self) -> bool:
        """Whether it is all capitals, as an acronym is."""
        return len(self.text) > 1 and self.text.replace("-", "").replace("'", "").isupper()


Run = list[Word]


def list_runs(text: str) -> Iterator[Run]:
    """Words with capitals that stand side by side, particles such as `van` or `bin` not counted between."""
    run: Run = []
    for word in _list_words(text):
        if run and not _side_by_side(text, run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _list_words(text: str) -> Iterator[Word]:
    for found in _CAPITAL.finditer(text):
        whole = found.group()
        if whole[0].isupper() and not _DATE.search(whole):
            word, owns = _without_possessive(whole)
            start = found.start()
            yield Word(start, start + len(word), word, sorts_of(word), _begins(text, start), owns, found.end())


def _without_possessive(word: str) -> tuple[str, bool]:
    if word.endswith(("'s", "'S")):
        return word[:-2], True
    return (word[:-1], True) if word.endswith("'") else (word, False)


def _begins(text: str, start: int) -> bool:
    """Whether a capital is due here: after the end of a sentence, in front of a line, after a bullet or a number."""
    at = start - 1
    while at >= 0 and text[at] in " \"'([":
        at -= 1
    if at < 0 or text[at] in _ENDS:
        return at < 0 or text[at] != "." or not _NO_END.search(text, max(0, at - 8), at + 1)
    return text[at] in ".)0123456789-o" and bool(_NUMBERING.search(text[max(0, at - 8) : start]))


def _side_by_side(text: str, left: Word, right: Word) -> bool:
    gap = text[left.full_end : right.start]
    if left.owns:
        return False
    if gap in (" ", ". ", ".", "  ", "\n"):
        return "." not in gap or left.is_initial or left.text in ("Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Cllr", "Rev")
    return len(gap) <= 12 and gap[:1] == " " and all(one.casefold() in PARTICLES for one in gap.split())
