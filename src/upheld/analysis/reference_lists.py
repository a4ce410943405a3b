"""Lists of references as people paste them: out of a message, a spreadsheet, a letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from upheld.analysis.references import Reference, ReferencePattern, as_pasted

# Within a reference no line ends. A spreadsheet writes a large number with commas and no space: 21,017,299.
_GAP = r"(?:[ \t\u00a0\u2010-\u2015\u2212/._-]{0,3}|,)"
_WORDS = re.compile(
    r"\b(?:our|your|my|the|and|or|also|see|plus|lgo|lgsco|cases?|complaints?|decisions?|reports?|statements?|"
    r"ref(?:erence)?s?|nos?|numbers?|ids?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w")
_NUMBERING = re.compile(r"\s*\(?[0-9]{1,3}(?:[.):][ \t\u00a0]*|\t[ ]*)")  # of a list or its rows: “3.”, “(3)”
_LONGEST = 60  # characters of a piece that is shown again


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """What was pasted: the references, each once, in their order; how many came again; and pieces that are none."""

    references: tuple[Reference, ...]
    repeated: int
    unread: tuple[str, ...]


def read_list(text: str, pattern: ReferencePattern) -> ReferenceList:
    """The references in a text that should hold nothing else, however they are written and parted.

    A version that stands behind one is passed over: whoever wants versions makes a pack.
    """
    every: list[Reference] = []
    unread: list[str] = []
    for line in as_pasted(text).splitlines():
        done = 0
        for found in _finder(pattern).finditer(line):
            before = line[done : found.start()]
            unread += () if not done and _NUMBERING.fullmatch(before) else _left(before)
            every += filter(None, (pattern.parse_printed(found["reference"].replace(",", " ")),))
            done = found.end()
        unread += _left(line[done:])
    once = tuple(dict.fromkeys(every))
    return ReferenceList(once, len(every) - len(once), tuple(dict.fromkeys(unread)))


def read_one(text: str, pattern: ReferencePattern) -> Reference | None:
    """The one reference that the text is, however it is written, perhaps with its version; None if it is not one."""
    read = read_list(text, pattern)
    is_one = len(read.references) == 1 and not read.repeated and not read.unread
    return pattern.parse(text) or (read.references[0] if is_one else None)


def is_list(text: str, pattern: ReferencePattern) -> bool:
    """Whether the text is two or more references and nothing else."""
    read = read_list(text, pattern)
    return len(read.references) + read.repeated > 1 and not read.unread


def _left(text: str) -> Iterator[str]:
    """What stands between references and is neither a word for one nor a sign."""
    for part in re.split(r"[,;|\t]", text):
        if _WORD.search(_WORDS.sub(" ", part)):
            words = " ".join(part.split()).strip(" :.()[]")
            yield words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


@lru_cache(maxsize=16)
def _finder(pattern: ReferencePattern) -> re.Pattern[str]:
    groups = _GAP.join(f"[0-9]{{{size}}}" for size in pattern.groups)
    prefix = "".join(re.escape(sign) + _GAP for sign in pattern.prefix if sign.isalnum())
    suffix = r"(?:[ \t\u00a0-]?[a-z])?" if pattern.suffix else ""
    # 21,017,299,50 is an amount; 21 017 299,19 018 519 are two references.
    no_amount = rf"(?!,[0-9]{{1,2}}\b(?!{_GAP}[0-9]))"
    version = r"(?:[ \t\u00a0.(-]{0,3}v(?:ersion)?[ .]?[0-9]{1,6}\)?)?"  # as the register writes them: 21-017-299v2
    return re.compile(rf"(?<![\w£])(?P<reference>{prefix}{groups}{suffix}){version}(?!\w){no_amount}", re.IGNORECASE)
