"""Reads a held-out document back from a layout, as a file that someone imports."""

from lxml import html

from tests.evaluation.held_out import HeldOut
from tests.evaluation.rendering import LAYOUTS
from upheld.analysis.lines import read_lines
from upheld.analysis.structure import ReadDocument, read_document
from upheld.ingest.document import words_of
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.sources.html_pieces import html_pieces
from upheld.scheme import load_scheme


def read_layout(held: HeldOut, layout: str) -> ReadDocument:
    """The document as it is read from one of its layouts."""
    text, words = LAYOUTS[layout](held), words_of(Vocabulary.of(load_scheme("lgo")))
    if layout == "HTML":
        return read_document(html_pieces(html.document_fromstring(text)), words)
    return read_document(read_lines(list(enumerate(text.split("\n"), 1))), words)
