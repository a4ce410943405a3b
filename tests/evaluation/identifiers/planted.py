"""The planted cases: short passages into which a name, a number or a place was put, and where it stands.

Each half has its own values and its own carriers, so that nothing in `held-out` is seen in `development`. A file holds
`# heading` lines and below each its values or carriers, one a line. A carrier says where it stands before `::`
(paragraph 7 if it says nothing), ` || ` parts what stands in several places, and braces hold the value: `{full}`,
`{given}`, `{surname}` and `{initial}` of a name, `{}` of anything else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle
from pathlib import Path

from tests.evaluation.identifiers.spelling import Spelling, plain, spellings
from upheld.analysis.identifiers import Part

FOLDER = Path(__file__).parent
HALVES = ("development", "held-out")
CONTEXT = ("school", "care-home", "street", "place", "age-and-condition", "role", "quotation")
"""Kinds that have no form of their own."""

_HOLE = re.compile(r"\{(\w*)\}")
_PARTICLES = frozenset(["ab", "abu", "al", "ap", "ben", "bin", "da", "de", "der", "do", "dos", "du", "ibn", "la", "le"])
_PARTICLES |= frozenset(["mac", "ní", "ó", "st", "van", "den", "von"])


@dataclass(frozen=True, slots=True)
class Span:
    """A place in one of the parts of a case."""

    part: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """A passage with what was planted in it: every span of it is to be found."""

    half: str
    kind: str
    group: str
    parts: tuple[Part, ...]
    spans: tuple[Span, ...]

    @property
    def shown(self) -> str:
        """The passage on one line, with what was planted in brackets."""
        return " | ".join(f"{part.where}: {self._marked(at)!r}" for at, part in enumerate(self.parts))

    def set_in(self, before: str, after: str) -> "Case":
        """Only what was planted, without its carrier, between other words of one paragraph."""
        (part,), start, end = self.parts, self.spans[0].start, self.spans[-1].end
        shift = len(before) - start
        spans = tuple(Span(0, one.start + shift, one.end + shift) for one in self.spans)
        return replace(self, parts=(Part("p7", before + part.text[start:end] + after),), spans=spans)

    def _marked(self, at: int) -> str:
        text = self.parts[at].text
        for span in sorted((span for span in self.spans if span.part == at), key=lambda one: -one.start):
            text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
        return text


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and the culture or manner it is filed under."""

    culture: str
    given: str
    surname: str

    def words(self, which: str) -> list[str]:
        """The words of the whole name or a part of it."""
        return {"full": f"{self.given} {self.surname}", "initial": self.given[0]}.get(
            which, getattr(self, which, "")
        ).split()


@dataclass(frozen=True, slots=True)
class Use:
    """How names of one group are used: the carriers, how many, and the spellings they take in turn."""

    group: str
    carriers: tuple[str, ...]
    count: int
    spellings: str = "plain"


USES = (
    Use("sentence start", ("starts given", "starts surname"), 60),
    Use("list", ("list",), 35),
    Use("table", ("table",), 40),
    Use("heading, title, summary", ("heading",), 28),
    Use("file name", ("file name",), 35),
    Use("property, note", ("property",), 32),
    Use("signature", ("signature",), 28),
    Use("with initial", ("initials",), 25),
    Use("possessive", ("possessive",), 30),
    Use("lower case", ("lower",), 40, "lower"),
    Use("capitals", ("caps",), 40, "capitals"),
    Use("split", ("full",), 44, "split"),
    Use("OCR", ("full",), 44, "ocr"),
)


@cache
def planted(half: str) -> tuple[Case, ...]:
    """All cases of one half."""
    return (*_names(half), *_forms(half))


def sections(path: Path) -> dict[str, list[str]]:
    """The lines of a file under its headings."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line:
            found.setdefault(heading, []).append(line)
    return found


# --- Names ---------------------------------------------------------------------------------------------------------


def names(half: str) -> list[Name]:
    """The names of one half."""
    found = sections(FOLDER / half / "names.txt")
    pairs = ((culture, *line.split(" | ")) for culture, lines in found.items() for line in lines)
    return [Name(*pair) for pair in pairs]


def _names(half: str) -> Iterator[Case]:
    carriers = sections(FOLDER / half / "names-carriers.txt")
    of_people = [name for name in names(half) if name.culture != "word-names"]
    of_words = [name for name in names(half) if name.culture == "word-names"]
    yield from _of_cultures(half, of_people, carriers)
    yield from _of_words(half, of_words, carriers)
    for stride, use in enumerate(USES, 3):
        yield from _of_use(half, use, _every(stride, of_people + of_words), carriers)


def _of_cultures(half: str, people: Sequence[Name], carriers: dict[str, list[str]]) -> Iterator[Case]:
    forms = cycle(("given", "titled", "given", "titled", "surname"))
    for at, name in enumerate(people):
        for form in ("full", next(forms)):
            yield name_case(half, name.culture, _pick(carriers[form], at), name)


def _of_words(half: str, people: Sequence[Name], carriers: dict[str, list[str]]) -> Iterator[Case]:
    """A surname that is a word seldom stands alone, and so does here only with every third name."""
    for form in ("full", "given", "titled", "surname", "starts given", "starts surname"):
        for at, name in enumerate(people[:: 3 if "surname" in form else 1]):
            yield name_case(half, "word-names", _pick(carriers[form], at), name)


def _of_use(half: str, use: Use, people: Iterator[Name], carriers: dict[str, list[str]]) -> Iterator[Case]:
    lines = [line for form in use.carriers for line in carriers[form]]
    turns = cycle(spellings(use.spellings))
    for at in range(use.count):
        yield name_case(half, use.group, _pick(lines, at), next(people), next(turns))


def _every(stride: int, people: Sequence[Name]) -> Iterator[Name]:
    at = stride
    while True:
        yield people[at % len(people)]
        at += stride * 2 + 1


def _pick(lines: Sequence[str], at: int) -> str:
    return lines[at % len(lines)]


def name_case(half: str, group: str, carrier: str, name: Name, spelling: Spelling = plain) -> Case:
    """A carrier with a name in it: its words are to be found, but not its letters and particles."""
    parts: list[Part] = []
    spans: list[Span] = []
    for where, text in places(carrier):
        pieces = _HOLE.split(text)
        built = pieces[0]
        for which, after in zip(pieces[1::2], pieces[2::2], strict=True):
            written, stand = spelling(name.words(which))
            spans += [
                Span(len(parts), len(built) + start, len(built) + end)
                for word, (start, end) in zip(name.words(which), stand, strict=True)
                if tells(word)
            ]
            built += written + after
        parts.append(Part(where, built))
    return Case(half, "name", group, tuple(parts), tuple(spans))


def tells(word: str) -> bool:
    return len(word) > 1 and word.casefold().strip("'’.") not in _PARTICLES


# --- Everything else -----------------------------------------------------------------------------------------------


def _forms(half: str) -> Iterator[Case]:
    carriers = sections(FOLDER / half / "forms-carriers.txt")
    for kind, values in sections(FOLDER / half / "forms.txt").items():
        for at, value in enumerate(values):
            yield form_case(half, kind, _pick(carriers[kind], at), value)
            yield form_case(half, kind, _pick(carriers[kind], at + 2), value)


def form_case(half: str, kind: str, carrier: str, value: str) -> Case:
    """A carrier with a value in it, all of which is to be found."""
    parts: list[Part] = []
    spans: list[Span] = []
    for where, text in places(carrier):
        if (start := text.find("{}")) >= 0:
            spans.append(Span(len(parts), start, start + len(value)))
        parts.append(Part(where, text.replace("{}", value)))
    return Case(half, kind, kind, tuple(parts), tuple(spans))


def places(carrier: str) -> Iterator[tuple[str, str]]:
    for piece in carrier.split(" || "):
        where, parted, text = piece.partition(":: ")
        yield (where, text) if parted else ("p7", piece)
