"""Automatic numbering: the numbers that Word prints are in no text, so they are counted here as Word counts them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from upheld.ingest.sources.word.number_formats import write_number
from upheld.ingest.sources.word.ooxml import MC, Element, W, child, is_on, number, value
from upheld.ingest.sources.word.styles import Styles

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LONGEST_MARK = 40


class Numbered(NamedTuple):
    """A paragraph's place in a list: the list's level from 0, and what is printed before it, empty for a bullet."""

    level: int
    mark: str
    is_bullet: bool


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts. `restart` is the level from 1 after which it begins again; 0 never."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph_style: str = ""


@dataclass
class Counts:
    """Where a list has got to on each of its levels; None where it has not been."""

    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """Counts the lists of one document in the order of its paragraphs."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstract = [] if root is None else root.findall(W + "abstractNum")
        self._abstract = {value(one, "abstractNumId"): one for one in abstract}
        self._numbers = {value(one, "numId"): one for one in ([] if root is None else root.findall(W + "num"))}
        self._levels: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, Counts] = {}
        self._of_style = cache(self._list_of_style)
        self._begun: set[tuple[str, int]] = set()

    def next(self, properties: Element | None) -> Numbered | None:
        """The place of the next paragraph, by its properties; None if it is in no list."""
        found = self._list_of(properties)
        if found is None:
            return None
        number_id, level = found
        levels = self._levels_of(number_id)
        if level not in levels:
            return None
        values = self._counted(number_id, level, levels)
        mark, own = _mark(levels, level, values), levels[level]
        is_bullet = own.style == "bullet" or not any(letter.isalnum() for letter in mark)
        return Numbered(level, "" if is_bullet else mark, is_bullet and bool(own.text.strip() or own.style == "bullet"))

    def _list_of(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and the level: what the paragraph says goes before what its style says."""
        direct = child(properties, "numPr")
        number_id, level = value(child(direct, "numId")), number(child(direct, "ilvl"))
        style = self._styles.paragraph_style(properties)
        if not number_id:
            number_id, inherited = self._of_style(style)
            level = inherited if level is None else level
        if number_id in {"", "0"} or number_id not in self._numbers:
            return None
        return number_id, max(0, min(level or 0, LEVELS - 1))

    def _list_of_style(self, style: str) -> tuple[str, int | None]:
        for one in self._styles.chain(style):
            number_id = value(child(one.listed, "numId"))
            if number_id:
                return number_id, self._level_of_style(number_id, one.key, one.listed)
        return "", None

    def _level_of_style(self, number_id: str, style: str, found: Element | None) -> int | None:
        """The level that names the style, else the one that the style names."""
        if number_id not in self._numbers:
            return None
        linked = [level for level, one in self._levels_of(number_id).items() if one.paragraph_style == style]
        return linked[0] if linked else number(child(found, "ilvl"))

    def _levels_of(self, number_id: str) -> dict[int, Level]:
        if number_id not in self._levels:
            levels = _read_levels(self._abstract.get(self._abstract_of(number_id)))
            starts: dict[int, int] = {}
            for override in self._numbers[number_id].findall(W + "lvlOverride"):
                level = number(override, "ilvl") or 0
                if (own := child(override, "lvl")) is not None:
                    levels[level] = _read_level(own)
                if (start := number(child(override, "startOverride"))) is not None:
                    starts[level] = start
            self._levels[number_id], self._starts[number_id] = levels, starts
        return self._levels[number_id]

    def _abstract_of(self, number_id: str) -> str:
        """The definition behind a list, followed through styles of lists."""
        abstract = value(child(self._numbers.get(number_id), "abstractNumId"))
        for _ in range(5):
            link = value(child(self._abstract.get(abstract), "numStyleLink"))
            if not link:
                break
            chain = self._styles.chain(link)
            number_id = value(child(chain[0].listed, "numId")) if chain else ""
            abstract = value(child(self._numbers.get(number_id), "abstractNumId")) or abstract
        return abstract

    def _counted(self, number_id: str, level: int, levels: Mapping[int, Level]) -> list[int]:
        """The values of all levels up to this one, with this paragraph counted."""
        values = self._counts.setdefault(self._abstract_of(number_id), Counts()).values
        for above in range(level + 1):
            start = self._starts[number_id].get(above)
            if start is not None and (number_id, above) not in self._begun:
                self._begun.add((number_id, above))
                values[above] = None
                _forget_below(values, above, levels)
        for above in range(level):
            if values[above] is None:
                values[above] = self._start(number_id, above, levels)
        before = values[level]
        values[level] = self._start(number_id, level, levels) if before is None else before + 1
        _forget_below(values, level, levels)
        return [one or 0 for one in values[: level + 1]]

    def _start(self, number_id: str, level: int, levels: Mapping[int, Level]) -> int:
        start = self._starts[number_id].get(level)
        return levels.get(level, Level()).start if start is None else start


def _forget_below(values: list[int | None], level: int, levels: Mapping[int, Level]) -> None:
    for below in range(level + 1, LEVELS):
        restart = levels.get(below, Level()).restart
        if restart is None or level < restart:
            values[below] = None


def _mark(levels: Mapping[int, Level], level: int, values: list[int]) -> str:
    own = levels[level]

    def written(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        if place > level:
            return ""
        named = levels.get(place, Level())
        style = "decimal" if own.legal and named.style not in {"bullet", "none"} else named.style
        return write_number(values[place], style, named.pattern)

    return " ".join(_PLACE.sub(written, own.text).split())[:_LONGEST_MARK]


def _read_levels(abstract: Element | None) -> dict[int, Level]:
    found = [] if abstract is None else abstract.findall(W + "lvl")
    return {min(max(number(one, "ilvl") or 0, 0), LEVELS - 1): _read_level(one) for one in found}


def _read_level(element: Element) -> Level:
    style = child(element, "numFmt")
    if style is None:  # a format of newer versions, with one for older beside it
        style = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    start, restart = number(child(element, "start")), number(child(element, "lvlRestart"))
    return Level(
        start=0 if start is None else start,
        style=value(style) or "decimal",
        pattern=value(style, "format"),
        text=value(child(element, "lvlText")),
        restart=restart,
        legal=bool(is_on(child(element, "isLgl"))),
        paragraph_style=value(child(element, "pStyle")),
    )
