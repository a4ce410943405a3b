"""What was left out or changed in reading a document, gathered so that each kind is told in one sentence."""

from collections.abc import Callable
from typing import NamedTuple

from upheld.ingest import doubts
from upheld.ingest.sources.word.places import Spot, name_places


class Kind(NamedTuple):
    """What is said of one, of several, and what the person may want to do."""

    one: str
    several: str
    advice: str = ""


FOOTNOTE = Kind("1 footnote was put in brackets at its place", "{} footnotes were put in brackets at their places")
PICTURE = Kind("1 picture was left out", "{} pictures were left out", "Say in words what a reader must know of it")
CHART = Kind("1 chart was left out", "{} charts were left out", "Say in words what a reader must know of it")
DIAGRAM = Kind(
    "1 diagram was left out with its words", "{} diagrams were left out with their words", "Type them as text"
)
OBJECT = Kind("1 embedded object was left out", "{} embedded objects were left out")
CONTROL = Kind("1 form control was left out", "{} form controls were left out")
BOX = Kind(
    "the text of 1 text box was put after the paragraph it is fixed to",
    "the text of {} text boxes was put after the paragraphs they are fixed to",
)
WORD_ART = Kind("1 piece of WordArt was left out", "{} pieces of WordArt were left out", "Type the words as text")
EQUATION = Kind(
    "1 equation was written in one line", "{} equations were written in one line", "Check that it still says the same"
)
HIDDEN = Kind("1 piece of hidden text was left out", "{} pieces of hidden text were left out")
FAINT = Kind(
    "1 piece of text that can hardly be seen in Word (white or tiny) was kept",
    "{} pieces of text that can hardly be seen in Word (white or tiny) were kept",
    "Check that everybody may read it",
)
STRUCK = Kind(
    "1 piece of text that is struck through in Word was kept",
    "{} pieces of text that are struck through in Word were kept",
    "Delete it in Word if it should go",
)
NESTED = Kind(
    "1 table inside a table was written as lines of its cell",
    "{} tables inside tables were written as lines of their cells",
)
LAYOUT = Kind(
    "1 table that lays out the page was read as plain text, row by row",
    "{} tables that lay out the page were read as plain text, row by row",
)
SYMBOL = Kind(
    "1 symbol of a special font could not be read and is shown as \ufffd",
    "{} symbols of special fonts could not be read and are shown as \ufffd",
    "Type it in an ordinary font",
)
PROPERTY = Kind(
    "1 field that shows the author, the file's name or the like was left out",
    "{} fields that show the author, the file's name or the like were left out",
)
SHOWN_PROPERTY = Kind(
    "1 field that shows a property of the document was kept",
    "{} fields that show properties of the document were kept",
    "Check that everybody may read it",
)
UNFILLED = Kind("1 field that nobody filled in was left out", "{} fields that nobody filled in were left out")
COUNTED = Kind(
    "1 number that Word makes by a numbering field was left out",
    "{} numbers that Word makes by numbering fields were left out",
    "Type it as text",
)
DATED = Kind(
    "1 date that Word fills in by itself was kept as it was last shown",
    "{} dates that Word fills in by itself were kept as they were last shown",
    "Check it",
)
LOST_COMMENT = Kind(
    "1 comment that belongs to no text was left out", "{} comments that belong to no text were left out"
)


PREVIEW = Kind(doubts.PREVIEW, "{} pictures of pages were left out")
UNREAD = Kind(
    "some text stands in a form that could not be read",
    "some text stands in a form that could not be read",
    "Compare the decision with the file",
)


class Remarks:
    """The remarks on one document."""

    def __init__(self) -> None:
        self._spots: dict[Kind, list[Callable[[], Spot | None]]] = {}

    def add(self, kind: Kind, spot: Callable[[], Spot | None] = lambda: None) -> None:
        """Adds one of a kind; its place is asked for at the end, when the words around it have been read."""
        self._spots.setdefault(kind, []).append(spot)

    def sentences(self) -> list[str]:
        """One sentence for each kind, with its first places, in the order in which they were met."""
        return [_sentence(kind, [spot() for spot in spots]) for kind, spots in self._spots.items()]


def _sentence(kind: Kind, spots: list[Spot | None]) -> str:
    what = kind.one if len(spots) == 1 else kind.several.format(f"{len(spots):,}")
    where = name_places(str(spot) for spot in spots if spot)
    return f"{what}{f', {where}' if where else ''}{f'. {kind.advice}' if kind.advice else ''}"
