"""Says how well the law in sentences is read, against what a person labelled: part of `make evaluate`.

`python -m tests.evaluation.law_sentences` prints precision and recall of laws and of provisions; with `--misses` every
passage that was not read as labelled too.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.evaluation.counts import Count
from upheld.analysis.document import Block, Section
from upheld.analysis.law import read_law

FOLDER = Path(__file__).parent / "law"
FILES = ("spellings", "traps", "held-out")


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs, and what they cite: laws by title, and (title, provision)."""

    paragraphs: tuple[str, ...]
    laws: frozenset[str]
    provisions: frozenset[tuple[str, str]]

    def read(self) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
        """What is read in them."""
        blocks = tuple(Block(number=number, text=text) for number, text in enumerate(self.paragraphs, 1))
        found = [one for one in read_law("", (Section(blocks=blocks),)) if one.kind != "case"]
        return frozenset(one.title for one in found), frozenset((o.title, o.provision) for o in found if o.provision)


def load_passages(name: str) -> list[Passage]:
    """The passages of one file."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    parts = (part.strip().split("\n") for part in re.split(r"\n\s*\n", text))
    return [_passage(lines) for lines in parts if not lines[0].startswith("# ")]


def count(passages: list[Passage]) -> tuple[Count, Count]:
    """How many laws and how many provisions were read rightly."""
    laws, provisions = Count(), Count()
    for one in passages:
        read = one.read()
        laws.add(len(read[0] & one.laws), len(read[0]), len(one.laws))
        provisions.add(len(read[1] & one.provisions), len(read[1]), len(one.provisions))
    return laws, provisions


def _passage(lines: list[str]) -> Passage:
    labels = [line[2:].split("; ") for line in lines if line.startswith("= ") and line != "= none"]
    paragraphs = tuple(line for line in lines if not line.startswith("= "))
    provisions = frozenset((title, one) for title, *some in labels for one in some)
    return Passage(paragraphs, frozenset(title for title, *_ in labels), provisions)


def _misses(passages: list[Passage]) -> Iterator[str]:
    for one in passages:
        laws, provisions = one.read()
        wrong = [f"not read: {x}" for x in sorted(map(str, (one.laws - laws) | (one.provisions - provisions)))]
        wrong += [f"read:     {x}" for x in sorted(map(str, (laws - one.laws) | (provisions - one.provisions)))]
        if wrong:
            yield "\n    ".join((f"\n  {' / '.join(one.paragraphs)}", *wrong))


def main() -> int:
    """Prints the figures of each file."""
    print("\nLaw in sentences")
    for name in FILES:
        passages = load_passages(name)
        laws, provisions = count(passages)
        print(laws.line(f"{name}: laws"))
        print(provisions.line(f"{name}: provisions"))
        if "--misses" in sys.argv:
            print("\n".join(_misses(passages)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
