"""Where something stands in a document, in words that help a person find it."""

from collections.abc import Iterable, Sequence

from upheld.ingest.sources.word.number_formats import ordinal
from upheld.ingest.sources.word.ooxml import PARAGRAPH, TEXT, Element, W, shown

_WORDS = 6
_NAMED = 3
_CHANGED = {W + name for name in ("ins", "del", "moveFrom", "moveTo")}


class Places:
    """Places in the body of a document: its paragraphs that hold text are counted, also those in tables and boxes."""

    def __init__(self, body: Element) -> None:
        self._numbers: dict[Element, int] = {}
        for element in shown(body):
            if element.tag == PARAGRAPH and next(element.iter(TEXT), None) is not None:
                self._numbers[element] = len(self._numbers) + 1

    def number(self, paragraph: Element) -> int:
        """Which paragraph it is, from 1; 0 for one without text."""
        return self._numbers.get(paragraph, 0)

    def name(self, element: Element) -> str:
        """The place of an element, with words beside it that were not changed."""
        paragraph = element if element.tag == PARAGRAPH else next(element.iterancestors(PARAGRAPH), None)
        if paragraph is None:
            paragraph = next(element.iter(PARAGRAPH), None)
        if paragraph is None:
            return "in the layout"
        words = _words_beside(element, paragraph)
        near = f", near “{words}”" if words else ""
        found = self._numbers.get(paragraph)
        return f"in the {ordinal(found)} paragraph{near}" if found else f"in a paragraph without text of its own{near}"


def name_places(places: Iterable[str]) -> str:
    """The first few places, and how many more there are."""
    different = list(dict.fromkeys(places))
    more = len(different) - _NAMED
    return "; ".join(different[:_NAMED]) + (f"; and {more:,} more place{'s' if more > 1 else ''}" if more > 0 else "")


def _words_beside(element: Element, paragraph: Element) -> str:
    before: list[str] = []
    after: list[str] = []
    seen = False
    for one in paragraph.iter():
        seen = seen or one is element
        if one.tag == TEXT and one.text and not any(above.tag in _CHANGED for above in one.iterancestors()):
            (after if seen else before).append(one.text)
    return " ".join(_last(before) or "".join(after).split()[:_WORDS])


def _last(texts: Sequence[str]) -> list[str]:
    words = "".join(texts).split()
    return words[-_WORDS:] if len(words) > 1 else []
