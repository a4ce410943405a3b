"""The styles of a document: what a paragraph or a run looks like when everything it inherits is taken together."""

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property

from upheld.ingest.sources.word.ooxml import Element, W, child, is_on, number, value

MAX_LEVEL = 6
TINY = 4  # half points
_LONGEST_CHAIN = 30
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|intestazione|kop|rubrik|overskrift|otsikko|nagłówek|pennawd)"
    r"\s*([1-9])",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:toc|contents|index|verzeichnis|tm)\s*(?:\d|heading)|table of figures|user index.*|index heading", re.IGNORECASE
)
_TITLES = {"title", "titel", "teitl", "titre"}


@dataclass(frozen=True, slots=True)
class RunLook:
    """How the letters of a run look, as far as that says something about them."""

    hidden: bool = False
    bold: bool = False
    underlined: bool = False
    struck: bool = False
    half_points: int = 0
    colour: str = ""
    fill: str = ""
    font: str = ""

    @property
    def is_faint(self) -> bool:
        """Whether a reader of the page would hardly see it: in the colour of its ground, or tiny."""
        return (self.colour == "FFFFFF" and not self.fill) or (
            0 < self.half_points <= TINY or (bool(self.fill) and self.colour == self.fill)
        )


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself."""

    key: str
    name: str
    based_on: str
    outline: int | None
    listed: Element | None
    letters: Element | None
    ground: Element | None
    shades: bool


class Styles:
    """Answers by style; a document without styles has those of a plain page."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._styles = {style.key: style for style in map(_read_style, found)}
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._looks: dict[tuple[str, str], RunLook] = {}
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        standard = [style for style in found if value(style, "default") in {"1", "true"}]
        self._level = cache(self._level_of_style)
        self._is_contents = cache(self._is_contents_style)
        self._standard = {value(style, "type"): value(style, "styleId") for style in standard}

    def chain(self, key: str) -> tuple[Style, ...]:
        """The style and those it is based on, nearest first."""
        if key not in self._chains:
            chain: list[Style] = []
            following = self._styles.get(key)
            while following is not None and len(chain) < _LONGEST_CHAIN:  # also where styles go in a circle
                chain.append(following)
                following = self._styles.get(following.based_on)
            self._chains[key] = tuple(chain)
        return self._chains[key]

    def paragraph_style(self, properties: Element | None) -> str:
        """The style of a paragraph, by its properties."""
        return value(child(properties, "pStyle")) or self._standard.get("paragraph", "")

    def heading_level(self, properties: Element | None) -> int | None:
        """The level of a heading from 1; None for what is none."""
        direct = number(child(properties, "outlineLvl"))
        return self._level(self.paragraph_style(properties)) if direct is None else _level(direct)

    def is_contents(self, properties: Element | None) -> bool:
        """Whether the paragraph is a line of a table of contents or of an index."""
        return self._is_contents(self.paragraph_style(properties))

    def _level_of_style(self, key: str) -> int | None:
        for style in self.chain(key):
            if style.outline is not None:
                return _level(style.outline)
            if match := _HEADING.fullmatch(style.name):
                return min(int(match[1]), MAX_LEVEL)
            if style.name.lower() in _TITLES:
                return 1
        return None

    def _is_contents_style(self, key: str) -> bool:
        return any(_CONTENTS.fullmatch(style.name) for style in self.chain(key))

    def table_has_look(self, key: str) -> bool:
        """Whether tables of the style have shaded cells, on which white letters can be read."""
        return any(style.shades for style in self.chain(key))

    def look(self, paragraph: str, run: Element | None) -> RunLook:
        """How a run looks in a paragraph of that style, by the run's own properties."""
        character = value(child(run, "rStyle"))
        inherited = self._looks.get((paragraph, character))
        if inherited is None:
            inherited = self._looks[paragraph, character] = self._inherited(paragraph, character)
        return inherited if run is None or not len(run) else _direct(run, inherited)

    @cached_property
    def size(self) -> int:
        """The size of the document's plain text in half points."""
        return self.look(self._standard.get("paragraph", ""), None).half_points or 20

    def _inherited(self, paragraph: str, character: str) -> RunLook:
        """Hidden and bold are switches: a style of letters turns back what the style of the paragraph turned."""
        below = _direct(self._defaults, RunLook()) if self._defaults is not None else RunLook()
        of_paragraph = self._of_chain(paragraph, RunLook())
        of_letters = self._of_chain(character, RunLook())
        return RunLook(
            hidden=below.hidden or of_paragraph.hidden != of_letters.hidden,
            bold=below.bold or of_paragraph.bold != of_letters.bold,
            underlined=of_letters.underlined or of_paragraph.underlined,
            struck=of_letters.struck or of_paragraph.struck,
            half_points=of_letters.half_points or of_paragraph.half_points or below.half_points,
            colour=of_letters.colour or of_paragraph.colour or below.colour,
            fill=of_letters.fill or of_paragraph.fill or below.fill,
            font=of_letters.font or of_paragraph.font or below.font,
        )

    def _of_chain(self, key: str, look: RunLook) -> RunLook:
        for style in reversed(self.chain(key)):
            look = look if style.letters is None else _direct(style.letters, look)
            look = look if style.ground is None else _direct_fill(style.ground, look)
        return look


def _read_style(element: Element) -> Style:
    return Style(
        key=value(element, "styleId"),
        name=value(child(element, "name")).strip(),
        based_on=value(child(element, "basedOn")),
        outline=number(child(element, "pPr", "outlineLvl")),
        listed=child(element, "pPr", "numPr"),
        letters=child(element, "rPr"),
        ground=child(element, "pPr", "shd"),
        shades=value(element, "type") == "table" and element.find(f".//{W}shd") is not None,
    )


def _level(outline: int) -> int | None:
    """The level of a heading; 9 says that a text is none."""
    return min(outline + 1, MAX_LEVEL) if 0 <= outline < 9 else None


def _direct(properties: Element, under: RunLook) -> RunLook:
    said = {element.tag: element for element in properties}
    hidden, bold, struck = (is_on(said.get(W + name)) for name in ("vanish", "b", "strike"))
    underline, shading = said.get(W + "u"), said.get(W + "shd")
    look = RunLook(
        hidden=under.hidden if hidden is None else hidden,
        bold=under.bold if bold is None else bold,
        underlined=under.underlined if underline is None else value(underline) not in {"none", ""},
        struck=under.struck if struck is None else struck,
        half_points=number(said.get(W + "sz")) or under.half_points,
        colour=value(said.get(W + "color")).upper() or under.colour,
        fill=under.fill,
        font=value(said.get(W + "rFonts"), "ascii") or under.font,
    )
    if value(said.get(W + "highlight")) not in {"", "none", "white"}:
        return _filled(look, "HIGHLIGHT")
    return look if shading is None else _direct_fill(shading, look)


def _direct_fill(shading: Element, look: RunLook) -> RunLook:
    fill = value(shading, "fill").upper()
    themed = value(shading, "themeFill")
    return _filled(look, fill if fill not in {"AUTO", "FFFFFF"} or not themed else "THEME")


def _filled(look: RunLook, fill: str) -> RunLook:
    return replace(look, fill="" if fill in {"AUTO", "FFFFFF"} else fill)
