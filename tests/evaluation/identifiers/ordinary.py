"""Texts of decisions in which nobody can be known: what is found in them is found falsely, or is an alias."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.evaluation.held_out import SETS, HeldOut, held_out
from tests.evaluation.identifiers.planted import FOLDER
from upheld.analysis.document import Block
from upheld.analysis.identifiers import Part

SHARED = FOLDER.parents[3] / "shared"
"""Real texts, where they are at hand; never copied."""

_TITLES = "Mr|Mrs|Ms|Miss|Dr|Mx|Child|Officer|Worker|Manager|Councillor|School|Home|Provider|Landlord|Road|Council"
_FAMILY = "daughter|son|child|brother|sister|mother|father|wife|husband|partner"
_SAYS = (
    "was|were|has|had|is|did|do|could|would|should|who|lived|said|told|went|started|came|received|stopped|pushed|each"
)
ALIAS = re.compile(
    rf"\b(?:(?:{_TITLES}) (?:and (?:Mr|Mrs|Ms|Miss) )?|(?:{_FAMILY}),? )[B-Z]\b(?![.’']?\w{{2}})"
    rf"|(?<![\w.,'’(] )\b[B-HJ-Z](?=['’]s\b|,? (?:and [B-HJ-Z]\b|(?:{_SAYS})\b))"
)
_REFERENCE = re.compile(r"\d{2} \d{3} \d{3}")
_WORD = re.compile(r"\w[\w’'-]*")
_CAPITALISED = re.compile(r"[^\W\d_][\w’'-]*")
_BODY = re.compile(
    r"(?:(?:London|Royal) Borough of [A-Z]\w+(?: [A-Z]\w+)*"
    r"|[A-Z]\w+(?: [A-Z]\w+)* (?:Council|NHS Foundation Trust|NHS Trust|Care Limited|Housing Association|Limited))"
)


@dataclass(frozen=True, slots=True)
class Text:
    """A document as parts."""

    name: str
    parts: tuple[Part, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(_WORD.findall(part.text)) for part in self.parts)

    def aliases(self) -> Iterator[tuple[str, int, int]]:
        """Where each alias stands: part, start, end."""
        for part in self.parts:
            yield from ((part.where, found.start(), found.end()) for found in ALIAS.finditer(part.text))


class Register:
    """What a register would know that had published some texts."""

    def __init__(self, texts: Iterable[Text]) -> None:
        said = [part.text for text in texts for part in text.parts]
        self._seen = {word for text in said for word in _capitalised(text)}
        self._bodies = {found.group().casefold() for text in said for found in _BODY.finditer(text)}

    def has_seen(self, word: str) -> bool:
        """Whether it stood with a capital in one of the texts."""
        return _bare(word) in self._seen

    def is_organisation(self, words: str) -> bool:
        """Whether the texts name a body so."""
        return words.casefold() in self._bodies

    def is_cleared(self, words: str, kind: str) -> bool:
        """Nobody has cleared anything."""
        return False


def _capitalised(text: str) -> Iterator[str]:
    return (_bare(word) for word in _CAPITALISED.findall(text) if word[0].isupper())


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).casefold()


@cache
def ordinary() -> tuple[Text, ...]:
    """The invented texts."""
    return tuple(text for path in sorted((FOLDER / "ordinary").glob("*.txt")) for text in texts_in(path))


def texts_in(path: Path) -> Iterator[Text]:
    for document in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, *lines = (line for line in document.split("\n") if line.strip())
        reference = _REFERENCE.search(title)
        known_by = (Part("reference", reference.group()),) if reference else ()
        bodies = [Part(f"organisation {at}", name) for at, name in enumerate(_BODY.findall(title), 1)]
        yield Text(f"{path.stem}: {title}", (Part("title", title), *known_by, *bodies, *_parts(lines)))


def _parts(lines: Iterable[str]) -> Iterator[Part]:
    """Paragraphs are numbered on, `## ` begins a section, `- ` an item, `| ` a row, `Summary: ` the summary."""
    number = section = item = row = 0
    for line in lines:
        if line.startswith("## "):
            section += 1
            yield Part(f"section {section} heading", line[3:])
        elif line.startswith("Summary: "):
            yield Part("summary", line)
        elif line.startswith("- "):
            item += 1
            yield Part(f"p{number} item {item}", line[2:])
        elif line.startswith("| "):
            row += 1
            cells = enumerate(line.strip("| ").split(" | "), 1)
            yield from (Part(f"table p{number} row {row} column {at}", cell) for at, cell in cells)
        else:
            number, item, row = number + 1, 0, 0
            yield Part(f"p{number}", line)


@cache
def documents() -> tuple[Text, ...]:
    """The documents with which structure, remedies and law are measured: written by others, for something else."""
    return tuple(_document(one) for which in SETS for one in held_out(which))


def _document(held: HeldOut) -> Text:
    known_by = [Part("reference", held.reference), Part("summary", held.summary)]
    bodies = [Part(f"organisation {at}", one.name) for at, one in enumerate(held.organisations, 1)]
    lines = [line for section in held.sections for line in (section.heading or "", *_lines(section.blocks)) if line]
    parts = (Part(f"p{at}", line) for at, line in enumerate(lines, 1))
    return Text(held.reference, (*known_by, *bodies, *parts))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        for item in block.items:
            yield from [item] if isinstance(item, str) else _lines((item,))


def alias_slips() -> list[tuple[Part, ...]]:
    """Passages in which an alias is to be told: one letter for two people, Mr A, a letter that is the real one."""
    lines = (FOLDER / "aliases.txt").read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(Part(*piece.split(":: ", 1)) for piece in line.split(" || ")) for line in lines if line]


@cache
def real() -> tuple[Text, ...]:
    """Published reports and summaries, when they are at hand."""
    reports = SHARED / "data" / "lgo-public-reports.json"
    if not reports.exists():
        return ()
    found = [Text(one["case_id"], _numbered(one["text"])) for one in json.loads(reports.read_text(encoding="utf-8"))]
    for page in sorted((SHARED / "seeds").glob("*.txt")):
        summaries = (line.strip() for line in page.read_text(encoding="utf-8").split("\n") if "Summary: " in line)
        found += [Text(f"{page.stem} {at}", (Part("summary", line),)) for at, line in enumerate(summaries, 1)]
    return tuple(found)


def _numbered(text: str) -> tuple[Part, ...]:
    return tuple(Part(f"p{at}", line) for at, line in enumerate(filter(str.strip, text.split("\n")), 1))


def words_in(texts: Sequence[Text]) -> int:
    """How many words some texts have together."""
    return sum(text.words for text in texts)
