"""The label block of a decision: organisation, references, category, decision, date, in any layout of it."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from upheld.analysis.headings import is_known, looks_like_one
from upheld.analysis.pieces import Piece
from upheld.analysis.references import Reference
from upheld.analysis.titles import leads_to_name, names_body, read_references, read_title, split_names
from upheld.analysis.vocabulary import Words
from upheld.lib.dates import DateNotUnderstoodError, parse_date
from upheld.lib.slugs import slugify
from upheld.lib.text import fold

_NAMES = {
    "category": r"categor(?:y|ies)|subject(?: area)?|topic",
    "subcategory": r"sub-?\s?category",
    "date": r"decision date|date of (?:the )?(?:final )?(?:decision|report)|(?:final )?decision (?:made"
    r"|issued)(?: on)?|date decided|decided(?: on)?"
    r"|final decision date|report date|determination date|date of determination|decision made on",
    "day": r"date|dated",
    "outcome": r"decision|outcome|decision outcome|result|determination|(?:the )?ombudsman's decision"
    r"|outcome of (?:the )?complaint",
    "reference": r"(?:(?:our|case|complaint|decision|report|lgo|lgsco|ombudsman"
    r"|investigation) )?ref(?:erence)?s?\.?(?: ?(?:numbers?|nos?\.?|id|\(s\)))?"
    r"|(?:case|complaint|decision|report) (?:numbers?|nos?\.?|id)",
    "organisation": r"organi[sz]ations?|council|councils|body|bodies|public body|(?:local )?authority|authorities"
    r"|provider|care provider|landlord"
    r"|body (?:in jurisdiction|complained (?:about|of))|(?:organi[sz]ation|council|body|provider) (?:complained"
    r"|investigated)(?: about| of)?"
    r"|organi[sz]ation (?:name|concerned)|name of (?:the )?(?:organi[sz]ation|council|body|authority)"
    r"|complaint (?:about|against)|respondent",
    "type": r"document type|type(?: of (?:document|decision))?|decision type",
    "published": r"publi(?:shed|cation date)(?: on)?|date (?:of publication|published)",
}
_ANY = "|".join(f"(?P<{kind}>{names})" for kind, names in _NAMES.items())
_BARE = re.compile(rf"(?:{_ANY})\s*(?:\(s\))?\s*", re.IGNORECASE)
_LABEL = re.compile(rf"(?:^|(?<=[\s|,;.)\]]))(?:{_ANY})\s*(?:\(s\))?\s*:", re.IGNORECASE)
_STEP = re.compile(r"\s*(?:[>»›→|\u2192/]|\s[-–—]\s|:\s)\s*")
_WEEKDAY = re.compile(
    r"^(?:on )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:the )?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2})[./-](\d{1,2}|[A-Za-z]{3})[./-](\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_LONGEST_VALUE = 200
_LONGEST_LINE = 1_000


@dataclass(frozen=True)
class Labels:
    """What a document says of itself. What it does not say is empty, never guessed.

    `by_layout` says that the document type was told by the layout, no word naming it. `printed` is every text that was
    read as labels, in order.
    """

    references: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    category: str | None = None
    subcategory: str | None = None
    document_type: str | None = None
    by_layout: bool = False
    outcome: str | None = None
    decided_on: dt.date | None = None
    published_on: dt.date | None = None
    printed: tuple[str, ...] = ()


@dataclass
class LabelReader:
    """Collects labels from the pieces before a document's text. `used` are the places it took, with their texts."""

    words: Words
    used: dict[int, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    category: list[str] = field(default_factory=list)
    subcategory: str | None = None
    document_type: str | None = None
    outcome: str | None = None
    decided_on: dt.date | None = None
    published_on: dt.date | None = None
    texts: dict[int, str] = field(default_factory=dict)
    free: frozenset[int] = frozenset()
    marks: dict[int, str] = field(default_factory=dict)

    def read(self, pieces: Sequence[Piece], places: Sequence[int]) -> None:
        """Reads what of the pieces at the places is a label with its value, or the title."""
        self.texts = {place: pieces[place].text.strip() for place in places}
        self.free = frozenset(places)
        self.marks |= {place: pieces[place].mark for place in places}
        position = 0
        while position < len(places):
            position += self._read_at(pieces, places[position : position + 8]) or 1

    def read_subject(self, piece: Piece, place: int) -> bool:
        """Takes a line that is a category we know, with a part of it or not: reports have one above their summary."""
        text = piece.text.strip()
        if piece.kind == "table" or self.category or len(text) > 120 or not _is_known_first(text, self.words):
            return False
        self.used[place] = text
        return self._take_category(text)

    def result(self) -> Labels:
        """The labels."""
        titles = self.title
        named = self.organisations or list(titles[0])
        references = list(dict.fromkeys([*(titles[1] if not self.references else ()), *self.references]))
        return Labels(
            references=tuple(reference.printed for reference in references),
            organisations=tuple(dict.fromkeys(named)),
            category=self.category[0] if self.category else None,
            subcategory=self.subcategory or (self.category[-1] if len(self.category) > 1 else None),
            document_type=self.document_type,
            outcome=self.outcome,
            decided_on=self.decided_on,
            published_on=self.published_on,
            printed=tuple(f"{self.marks.get(place, '')} {text}".strip() for place, text in sorted(self.used.items())),
        )

    title: tuple[tuple[str, ...], tuple[Reference, ...]] = ((), ())

    def _read_at(self, pieces: Sequence[Piece], places: Sequence[int]) -> int:
        """How many pieces were taken at the first place; 0 if it holds no label."""
        piece = pieces[places[0]]
        if piece.kind == "table":
            return self._read_table(piece, places[0])
        text = piece.text.strip()
        if len(text) > _LONGEST_LINE:
            return 0
        if found := list(labels_in(text)):
            return self._read_line(found, text, pieces, places)
        if (bare := _BARE.fullmatch(text)) and (count := self._read_bare(_kind(bare), pieces, places)):
            return count
        return self._read_title(text, piece, places[0]) or self._read_lone(text, places[0])

    def _read_line(
        self, found: list[tuple[str, int, int]], text: str, pieces: Sequence[Piece], places: Sequence[int]
    ) -> int:
        values = [
            (kind, text[end:following].strip(" ,;|"))
            for (kind, _, end), following in zip(found, [*(one[1] for one in found[1:]), len(text)], strict=True)
        ]
        if all(value for _, value in values):
            taken = [self._take(kind, value) for kind, value in values]
            if not all(taken):
                return 0
            self.used[places[0]] = text
            return 1
        *first, (last, empty) = values
        if empty or not all(value and self._take(kind, value) for kind, value in first):
            return 0
        return self._read_bare(last, pieces, places, colon=True)

    def _read_bare(self, kind: str, pieces: Sequence[Piece], places: Sequence[int], *, colon: bool = False) -> int:
        """Takes a label whose value stands on the lines after it."""
        lines = [pieces[place].text.strip() for place in places[1:]]
        lines = list(takewhile(lambda line: not is_known(line), lines))
        marked = next((at for at, place in enumerate(places[1:]) if pieces[place].mark), len(lines))
        lines = lines[:marked]
        count = self._value_lines(kind, lines)
        if not count and colon and lines and (len(lines[0]) > _LONGEST_VALUE or not lines[0]):
            return 0
        value = (" " if kind != "category" else " > ").join(line for line in lines[:count] if line.strip(" >»›/|"))
        known = colon or kind not in {"organisation", "day", "type", "category"} or bool(self.seen)
        if not count or not known or not self._take(kind, value, sure=colon):
            return 0
        for place in places[: count + 1]:
            self.used[place] = pieces[place].text
        return count + 1

    def _value_lines(self, kind: str, lines: Sequence[str]) -> int:
        """How many of the lines are the value of a label of this kind."""
        if (
            not lines
            or not lines[0]
            or len(lines[0]) > _LONGEST_VALUE
            or any(labels_in(lines[0]))
            or _BARE.fullmatch(lines[0])
        ):
            return 0
        if kind == "category":
            return (
                3
                if len(lines) > 2 and lines[1] in {">", "»", "›", "→", "/", "|"}
                else 2
                if (len(lines) > 1 and lines[1][:1] in {">", "»", "›"}) or lines[0].endswith((">", "»", "›"))
                else 1
            )
        count = 1
        while kind == "reference" and count < len(lines) and read_references(lines[count], self.words):
            count += 1
        return count

    def _read_table(self, table: Piece, place: int) -> int:
        """Takes a table whose first column, or first row, is labels."""
        rows = [[cell.strip() for cell in row] for row in table.rows]
        if len(rows) == 2 and len(rows[0]) > 1 and all(_BARE.fullmatch(cell.rstrip(": ")) for cell in rows[0]):
            rows = [list(pair) for pair in zip(*rows, strict=False)]
        pairs = [
            (_BARE.fullmatch(row[0].rstrip(": ")), " > ".join(filter(None, row[1:])) if len(row) > 2 else row[-1])
            for row in rows
            if len(row) > 1
        ]
        if len(pairs) != len(rows) or not pairs or sum(label is not None for label, _ in pairs) * 2 < len(pairs):
            return 0
        for label, value in pairs:
            if label and value:
                self._take(_kind(label), value, sure=True)
        self.used[place] = "\n".join([table.text, *(" ".join(row) for row in table.rows)]).strip()
        return 1

    def _read_title(self, text: str, piece: Piece, place: int) -> int:
        title = read_title(text, self.words)
        if title is None or (self.title[1] and piece.kind != "heading"):
            return 0
        if not title[0] and not self.title[0]:
            title = (self._names_above(place), title[1])
        known = set(self.title[1])
        self.title = (self.title[0] or title[0], (*self.title[1], *(one for one in title[1] if one not in known)))
        self.used[place] = text
        return 1

    def _names_above(self, place: int) -> tuple[str, ...]:
        """The organisation on the line above a reference in brackets; a line above that may lead to it."""
        above = [at for at in range(max(0, place - 3), place) if at not in self.used and at in self.free]
        if not above or above[-1] != place - 1 or not names_body(self.texts[above[-1]]):
            return ()
        taken = above[-1:] if len(above) < 2 or not leads_to_name(self.texts[above[-2]]) else above[-2:]
        self.used.update((at, self.texts[at]) for at in taken)
        return tuple(split_names(self.texts[above[-1]], self.words))

    def _read_lone(self, text: str, place: int) -> int:
        """A line that is a reference, or the name of a document type with or without “decision” before it."""
        word = fold(text.strip(" ."))
        for kind in self.words.document_types:
            if word in {fold(kind), f"decision {fold(kind)}", f"public interest {fold(kind)}", f"public {fold(kind)}"}:
                self.document_type = self.document_type or kind
                self.used[place] = text
                return 1
        found = read_references(text, self.words)
        if found and not self.references:
            self.references += found
            self.used[place] = text
            return 1
        return 0

    def _take(self, kind: str, value: str, *, sure: bool = False) -> bool:
        """Takes the value of a label; False if it is none of this kind, so that the line is text."""
        value = value.strip(" \t\n,;|")
        if not value or len(value) > _LONGEST_VALUE:
            return False
        taken = getattr(self, f"_take_{kind}")(value)
        if taken is None:
            if not (sure or len(value.split()) <= 8):
                return False
            self.doubts.append(f"“{value[:60]}” was not understood as {_WHAT[kind]}, so that was left empty")
        elif not taken:
            return False
        self.seen.add(kind)
        return True

    def _take_category(self, value: str) -> bool:
        steps = [step.strip() for step in re.split(r"\s*[>»›→]\s*", value) if step.strip()]
        if len(steps) == 1 and slugify(value) not in {slugify(name) for name in self.words.categories}:
            steps = [step for step in _STEP.split(value) if step] if _is_known_first(value, self.words) else steps
        if any(len(step) > 100 or step.endswith((".", ";")) for step in steps):
            return False
        self.category = self.category or steps
        return True

    def _take_subcategory(self, value: str) -> bool:
        self.subcategory = self.subcategory or value
        return True

    def _take_outcome(self, value: str) -> bool | None:
        plain = fold(value.strip(" ."))
        for outcome in sorted(self.words.outcomes, key=len, reverse=True):
            if plain == fold(outcome):
                self.outcome = self.outcome or outcome
                return True
            if plain.startswith(fold(outcome)) and plain[len(outcome) :].lstrip()[:1] in tuple(":;,(-\u2013"):
                self.doubts.append(f"“{value[:60]}” was read as the outcome “{outcome}”")
                self.outcome = self.outcome or outcome
                return True
        return None

    def _take_date(self, value: str) -> bool | None:
        day = read_day(value)
        self.decided_on = self.decided_on or day
        return True if day else None

    def _take_day(self, value: str) -> bool:
        """“Date:” alone, which is the decision's where nothing else is."""
        day = read_day(value)
        if day and "date" not in self.seen:
            self.decided_on = self.decided_on or day
        return day is not None

    def _take_published(self, value: str) -> bool:
        day = read_day(value)
        self.published_on = self.published_on or day
        return day is not None

    def _take_reference(self, value: str) -> bool | None:
        found = read_references(value, self.words)
        self.references += [one for one in found if one not in self.references]
        return True if found else None

    def _take_organisation(self, value: str) -> bool:
        if title := read_title(value, self.words):
            self.organisations += title[0]
            self.references += [one for one in title[1] if one not in self.references]
            return True
        if value.endswith((".", ";", ":")) or len(value.split()) > 25:
            return False
        self.organisations += split_names(value, self.words)
        return True

    def _take_type(self, value: str) -> bool:
        plain = fold(value.strip(" ."))
        for kind in self.words.document_types:
            if fold(kind) in plain.split() and len(plain.split()) <= 4:
                self.document_type = self.document_type or kind
                return True
        return False


_WHAT = {
    "outcome": "an outcome of this scheme",
    "date": "a date",
    "reference": "a reference",
}


def labels_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The labels of a line that begins with one: kind, where it begins, where its value does."""
    return _labels_in(text) if len(text) <= _LONGEST_LINE and ":" in text else ()


@lru_cache(maxsize=4096)
def _labels_in(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(_find_labels(text))


def _find_labels(text: str) -> Iterator[tuple[str, int, int]]:
    first = _LABEL.match(text)
    if first is None:
        return
    yield _kind(first), 0, first.end()
    for found in _LABEL.finditer(text, first.end()):
        if text[found.end() : found.end() + 1] in {"", " ", "\u00a0", "\n", "\t"} or text[found.end() - 2] == " ":
            yield _kind(found), found.start(), found.end()


@lru_cache(maxsize=4096)
def label_kinds(text: str) -> frozenset[str]:
    """What the labels of a line name: `date`, `outcome` and so on. A label may stand alone, its value further on."""
    if len(text) > _LONGEST_LINE:
        return frozenset()
    bare = _BARE.fullmatch(text)
    return frozenset({_kind(bare)} if bare else {kind for kind, _, _ in labels_in(text)})


def is_label(text: str) -> bool:
    """Whether a line begins with a label and a colon, or is nothing but one."""
    return bool(label_kinds(text))


def read_day(text: str) -> dt.date | None:
    """The day a text is, in any usual way of writing one; a year of two digits is one of this century."""
    words = _WEEKDAY.sub("", " ".join(text.replace(",", ", ").split()).strip(" .")).replace(" of ", " ")
    if found := _MONTH_FIRST.fullmatch(words.replace(" ,", ",")):
        words = f"{found[2]} {found[1]} {found[3]}"
    elif found := _SHORT_YEAR.fullmatch(words):
        words = f"{found[1]} {found[2]} 20{found[3]}"
    elif found := _YEAR_FIRST.fullmatch(words):
        words = f"{found[1]}-{found[2]}-{found[3]}"
    try:
        return parse_date(words)
    except DateNotUnderstoodError:
        return None


def _kind(found: re.Match[str]) -> str:
    return next(kind for kind in _NAMES if found[kind])


def _is_known_first(value: str, words: Words) -> bool:
    first = _STEP.split(value)[0]
    return slugify(first) in {slugify(name) for name in words.categories} and looks_like_one(value)
