"""Where the reading of a file is in doubt, each with the paragraph in which the words stand that it quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.amendment import block_texts
from upheld.analysis.document import Section
from upheld.analysis.paragraphs import list_paragraphs

_QUOTED = re.compile(r"“([^”]{3,200})”")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What to look at, and the paragraph in which it stands; empty where that cannot be told."""

    text: str
    address: str


def make_doubts(doubts: Sequence[str], sections: Sequence[Section]) -> tuple[Doubt, ...]:
    """The doubts with their places."""
    if not doubts:
        return ()
    texts = [
        (paragraph.address, " ".join(text.split()))
        for paragraph in list_paragraphs(sections)
        for _, text in block_texts(paragraph.block, paragraph.address)
    ]
    return tuple(Doubt(doubt, _address(doubt, texts)) for doubt in doubts)


def _address(doubt: str, texts: Sequence[tuple[str, str]]) -> str:
    for quoted in _QUOTED.findall(doubt):
        words = " ".join(quoted.split())
        if found := next((address for address, text in texts if words in text), ""):
            return found
    return ""
