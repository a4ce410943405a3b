"""The addresses by which sections and paragraphs of a document are cited: the same on the page and in every twin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from upheld.analysis.document import Block, Section
from upheld.lib.slugs import slugify

SUMMARY = "summary"
"""The address of the summary."""

_DEEPEST = 5  # HTML has six steps, and the first is the title's
_OURS = re.compile(
    r"main|find|contents|summary|history|cite(-.*)?|cited|copies|law|next|put-right|paragraph-[0-9]+|match-[0-9]+|p[0-9].*"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section (counted from 0) with its address, `p12`.

    `number` runs through the document, None where the source numbers none or not this one; `printed` is what the source
    prints where that differs, else empty.
    """

    section: int
    block: Block
    address: str
    number: int | None
    printed: str


def list_paragraphs(sections: Sequence[Section]) -> tuple[Paragraph, ...]:
    """Every paragraph in order, each with an address of its own.

    Numbers that start again are counted on, so that each stands once. A document without numbers is addressed by
    counting its paragraphs; one without a number among numbered ones by the number before it: `p12-1`.
    """
    blocks = [(place, block) for place, section in enumerate(sections) for block in section.blocks]
    numbers = [block.number for _, block in blocks if block.number is not None]
    return tuple(_counted(blocks, renumber=not _rises(numbers)) if numbers else _unnumbered(blocks))


def section_addresses(sections: Sequence[Section]) -> tuple[str, ...]:
    """An address for each section, made of its heading; all differ, from those of paragraphs and of the page too."""
    taken: set[str] = set()
    return tuple(_free(slugify(section.heading or "")[:60], place, taken) for place, section in enumerate(sections, 1))


def heading_levels(sections: Sequence[Section]) -> tuple[int, ...]:
    """The level at which each section is shown, from 1 to 5: one step below the last heading above it.

    What has no heading belongs to the one before it.
    """
    levels: list[int] = []
    above: list[int] = []
    for section in sections:
        if section.heading:
            above = [level for level in above if level < section.level]
            above.append(section.level)
        levels.append(min(max(len(above), 1), _DEEPEST))
    return tuple(levels)


def _rises(numbers: Sequence[int]) -> bool:
    return numbers[0] > 0 and all(before < after for before, after in pairwise(numbers))


def _unnumbered(blocks: Sequence[tuple[int, Block]]) -> Iterator[Paragraph]:
    for count, (place, block) in enumerate(blocks, 1):
        yield Paragraph(place, block, f"p{count}", None, block.printed or "")


def _counted(blocks: Sequence[tuple[int, Block]], *, renumber: bool) -> Iterator[Paragraph]:
    number = between = 0
    for place, block in blocks:
        if block.number is None:
            between += 1
            yield Paragraph(place, block, f"p{number}-{between}", None, block.printed or "")
            continue
        number, between = number + 1 if renumber else block.number, 0
        printed = block.printed or ("" if block.number == number else str(block.number))
        yield Paragraph(place, block, f"p{number}", number, printed)


def _free(wanted: str, place: int, taken: set[str]) -> str:
    start = wanted if wanted and not _OURS.fullmatch(wanted) else f"part-{place}"
    free, count = start, 2
    while free in taken:
        free, count = f"{start}-{count}", count + 1
    taken.add(free)
    return free
