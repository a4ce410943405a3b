"""The remedies of a document: of its text, or of its summary where the text has none."""

from collections.abc import Iterator, Sequence

from upheld.analysis.document import Block, Section
from upheld.analysis.paragraphs import SUMMARY, list_paragraphs
from upheld.analysis.remedies.gates import gated, holds
from upheld.analysis.remedies.places import Place, places
from upheld.analysis.remedies.reader import Reader
from upheld.analysis.remedies.repeats import without_repeats
from upheld.analysis.remedies.sentences import plain
from upheld.analysis.remedies.standing import agrees, agrees_to_all
from upheld.analysis.remedies.worth import DURING, WORTH_READING
from upheld.analysis.remedy import Remedy

_SETTLED = gated(
    r"\b(?:has|have|had) (?:already |since |now |subsequently )*(?:remedied|apologised|refunded|paid|repaid"
    r"|put (?:matters|things|this|it) right|taken (?:suitable|appropriate|satisfactory)|agreed|accepted"
    r"|offered)\b.{0,120}"
    r"\b(?:so we|suitable|appropriate|satisf\w+|fair|remed\w+|not (?:lead|achieve)|nothing more|no more"
    r"|different outcome|worthwhile|discontinued)|"
    r"\b(?:satisf\w+|suitable|appropriate|fair|accepted)\b.{0,60}\b(?:remed\w+|action|offer|apolog\w+)"
    r"|already (?:remedied|apologised|refunded|paid|put|taken|provided)",
    "already|accepted|satisf|suitable|appropriate|fair|remed|so we|not lead|not achieve|nothing more|no more"
    "|different outcome|worthwhile|discontinued",
)
"""The summary of a decision that ends because the body put things right."""


_AGREED_TO = gated(
    r"\b(?:council|councils|provider|trust|home|authority|academy|school|landlord|company|it|they)\b(?:\s\w+){0,3}?"
    r"\sagreed to\b",
    "agreed to",
)
"""A summary that tells of acts agreed tells of more of them with `should`."""
_DURING_BEGINS = frozenset(("du", "af", "fo", "as", "in", "si", "on"))
"""How a paragraph that tells of our asking begins."""


def read_remedies(
    summary: str,
    sections: Sequence[Section],
    document_type: str = "statement",  # noqa: ARG001 a scheme's types may be read each in its way; these are read alike
) -> tuple[Remedy, ...]:
    """Every act that puts something right, in the order of the text; each says at which paragraph it was read."""
    settled = bool(_SETTLED.search(plain(summary)))
    return tuple(_read_sections(sections, settled=settled)) or tuple(_read_summary(summary))


def _read_summary(summary: str) -> list[Remedy]:
    if not holds(summary.lower(), WORTH_READING):
        return []
    lowered = plain(summary)
    reader = Reader(None, agrees_to_all(lowered) or bool(_AGREED_TO.search(lowered)), SUMMARY)
    for part in summary.split("\n\n"):
        reader.read_block(Block(text=part))
    return reader.found


def _read_sections(sections: Sequence[Section], *, settled: bool) -> list[Remedy]:
    found_by_place: list[tuple[Place, list[Remedy]]] = []
    headings: list[str] = []
    by_section: dict[int, list[tuple[Block, str]]] = {}
    for paragraph in list_paragraphs(sections):
        by_section.setdefault(paragraph.section, []).append((paragraph.block, paragraph.address))
    for number, place in enumerate(places(sections)):
        blocks, read_as = by_section.get(number, []), place
        if place is Place.ELSEWHERE:  # what was done on our asking may be told among the events
            blocks = [one for one in blocks if _is_told_during(one[0].text)]
            read_as = Place.FINDINGS
        if blocks:
            found_by_place.append((read_as, _read_section(read_as, blocks, settled=settled)))
            headings.append(plain(sections[number].heading or ""))
    return without_repeats(found_by_place, headings)


def _read_section(place: Place, blocks: Sequence[tuple[Block, str]], *, settled: bool) -> list[Remedy]:
    accepted = place is Place.ASKED and any(agrees(plain(line)) for block, _ in blocks for line in _lines(block))
    reader = Reader(place, accepted, settled=settled and place is Place.FINDINGS)
    following = [*(block.text for block, _ in blocks[1:]), ""]
    for (block, reader.address), reader.following in zip(blocks, following, strict=True):
        reader.read_block(block)
    return reader.found


def _is_told_during(text: str) -> bool:
    """Whether a paragraph begins with what was done on our asking."""
    return text[:2].lower() in _DURING_BEGINS and DURING.match(plain(text[:80])) is not None


def _lines(block: Block) -> Iterator[str]:
    yield block.text
    for item in block.items:
        yield from [item] if isinstance(item, str) else _lines(item)
