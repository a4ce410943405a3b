"""Where something stands in a document, in words that help a person find it."""

from collections.abc import Iterable
from dataclasses import dataclass

from upheld.ingest.sources.word.number_formats import ordinal
from upheld.ingest.sources.word.ooxml import PARAGRAPH, TEXT, Element, shown

_WORDS = 6
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: which paragraph, from 1, and the words before and after it that readers see.

    Negative: behind that paragraph, in one that holds no text; 0: before all text.
    """

    number: int
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        before, after = self.before.split()[-_WORDS:], self.after.split()[:_WORDS]
        words = " ".join(before if len(before) > 1 or not after else after)
        near = f", near “{words}”" if any(letter.isalnum() for letter in words) else ""
        if self.number == 0:
            return "at the beginning"
        return f"{'in' if self.number > 0 else 'after'} the {ordinal(abs(self.number))} paragraph{near}"


class Places:
    """Places in the body of a document: its paragraphs that hold text are counted, also those in tables and boxes."""

    def __init__(self, body: Element) -> None:
        self._numbers: dict[Element, int] = {}
        count = 0
        for element in shown(body):
            if element.tag == PARAGRAPH:
                has_text = next(element.iter(TEXT), None) is not None
                count += has_text
                self._numbers[element] = count if has_text else -count

    def number(self, paragraph: Element | None) -> int:
        """Which paragraph it is, as a spot has it."""
        return 0 if paragraph is None else self._numbers.get(paragraph, 0)

    def spot(self, element: Element) -> Spot:
        """The place of an element that holds paragraphs, or of one that stands in a paragraph."""
        inside = (self._numbers[one] for one in element.iter(PARAGRAPH) if self.number(one) > 0)
        return Spot(next(inside, 0) or self.number(paragraph_of(element)))


def paragraph_of(element: Element) -> Element | None:
    """The paragraph that an element stands in, or is."""
    return element if element.tag == PARAGRAPH else next(element.iterancestors(PARAGRAPH), None)


def name_places(places: Iterable[str]) -> str:
    """The first few places, and how many more there are."""
    different = list(dict.fromkeys(places))
    more = len(different) - _NAMED
    return "; ".join(different[:_NAMED]) + (f"; and {more:,} more place{'s' if more > 1 else ''}" if more > 0 else "")
