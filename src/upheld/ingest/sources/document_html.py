"""The page of one decision saved as HTML."""

from collections.abc import Iterator, Sequence

from lxml import html

from upheld.ingest.document import Origin, entry_of
from upheld.ingest.found import Found, Outside, Reading, SourceEntry
from upheld.ingest.listing.split import PageLine
from upheld.ingest.recognition import count_decisions, is_decision
from upheld.ingest.sources.document_text import MORE_THAN_ONE
from upheld.ingest.sources.html_outside import html_outside
from upheld.ingest.sources.html_pieces import html_pieces


def is_document(lines: Sequence[PageLine], reading: Reading) -> bool:
    """Whether the visible lines of the page are those of one decision."""
    return is_decision((line.text for line in lines), reading.vocabulary)


def read(page: html.HtmlElement, lines: Sequence[PageLine], reading: Reading, origin: Origin) -> Iterator[Found]:
    """The decision."""
    if count_decisions(line.text for line in lines) > 1:
        yield reading.refuse(0, "not-one-decision", MORE_THAN_ONE)
    else:
        found = entry_of(html_pieces(page), reading, origin)
        if isinstance(found, SourceEntry):
            found = found._replace(outside=Outside(found.outside | html_outside(page)))
        yield found
