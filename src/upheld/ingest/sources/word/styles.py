"""The styles of a document: what a paragraph or a run looks like when everything it inherits is taken together."""

import re
from dataclasses import dataclass
from functools import cached_property

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
    capitals: bool = False
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


class Styles:
    """Answers by style; a document without styles has those of a plain page."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._styles = {value(style, "styleId"): style for style in found}
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._looks: dict[tuple[str, str], RunLook] = {}
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        standard = [style for style in found if value(style, "default") in {"1", "true"}]
        self._standard = {value(style, "type"): value(style, "styleId") for style in standard}

    def chain(self, style: str) -> tuple[Element, ...]:
        """The style and those it is based on, nearest first."""
        if style not in self._chains:
            chain: list[Element] = []
            following = style
            while (element := self._styles.get(following)) is not None and element not in chain[:_LONGEST_CHAIN]:
                chain.append(element)
                following = value(child(element, "basedOn"))
                if len(chain) == _LONGEST_CHAIN:
                    break
            self._chains[style] = tuple(chain)
        return self._chains[style]

    def paragraph_style(self, properties: Element | None) -> str:
        """The style of a paragraph, by its properties."""
        return value(child(properties, "pStyle")) or self._standard.get("paragraph", "")

    def names(self, style: str) -> list[str]:
        """What the style and those below it are called, in the language they were made in."""
        return [value(child(element, "name")) for element in self.chain(style)]

    def heading_level(self, properties: Element | None) -> int | None:
        """The level of a heading from 1; None for what is none."""
        direct = number(child(properties, "outlineLvl"))
        if direct is not None:
            return min(direct + 1, MAX_LEVEL) if 0 <= direct < 9 else None
        for element in self.chain(self.paragraph_style(properties)):
            name = value(child(element, "name")).strip()
            level = number(child(element, "pPr", "outlineLvl"))
            if level is not None:
                return min(level + 1, MAX_LEVEL) if 0 <= level < 9 else None
            if match := _HEADING.fullmatch(name):
                return min(int(match[1]), MAX_LEVEL)
            if name.lower() in _TITLES:
                return 1
        return None

    def is_contents(self, properties: Element | None) -> bool:
        """Whether the paragraph is a line of a table of contents or of an index."""
        return any(_CONTENTS.fullmatch(name.strip()) for name in self.names(self.paragraph_style(properties)))

    def table_has_look(self, style: str) -> bool:
        """Whether tables of the style have shaded cells, on which white letters can be read."""
        return any(element.find(f".//{W}shd") is not None for element in self.chain(style))

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
            capitals=of_letters.capitals or of_paragraph.capitals,
            half_points=of_letters.half_points or of_paragraph.half_points or below.half_points,
            colour=of_letters.colour or of_paragraph.colour or below.colour,
            fill=of_letters.fill or of_paragraph.fill or below.fill,
            font=of_letters.font or of_paragraph.font or below.font,
        )

    def _of_chain(self, style: str, look: RunLook) -> RunLook:
        for element in reversed(self.chain(style)):
            properties = child(element, "rPr")
            look = look if properties is None else _direct(properties, look)
            shading = child(element, "pPr", "shd")
            look = look if shading is None else _direct_fill(shading, look)
        return look


def _direct(properties: Element, under: RunLook) -> RunLook:
    hidden, bold = is_on(child(properties, "vanish")), is_on(child(properties, "b"))
    capitals, underline = is_on(child(properties, "caps")), child(properties, "u")
    look = RunLook(
        hidden=under.hidden if hidden is None else hidden,
        bold=under.bold if bold is None else bold,
        underlined=under.underlined if underline is None else value(underline) not in {"none", ""},
        capitals=under.capitals if capitals is None else capitals,
        half_points=number(child(properties, "sz")) or under.half_points,
        colour=value(child(properties, "color")).upper() or under.colour,
        fill=under.fill,
        font=value(child(properties, "rFonts"), "ascii") or under.font,
    )
    shading = child(properties, "shd")
    if value(child(properties, "highlight")) not in {"", "none", "white"}:
        return _filled(look, "HIGHLIGHT")
    return look if shading is None else _direct_fill(shading, look)


def _direct_fill(shading: Element, look: RunLook) -> RunLook:
    fill = value(shading, "fill").upper()
    themed = value(shading, "themeFill")
    return _filled(look, fill if fill not in {"AUTO", "FFFFFF"} or not themed else "THEME")


def _filled(look: RunLook, fill: str) -> RunLook:
    return RunLook(
        look.hidden, look.bold, look.underlined, look.capitals, look.half_points, look.colour,
        "" if fill in {"AUTO", "FFFFFF"} else fill, look.font,
    )  # fmt: skip
