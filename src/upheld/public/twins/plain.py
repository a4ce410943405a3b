"""A decision as plain text, with its labels, in the form that can be read back."""

from collections.abc import Iterator, Sequence

from upheld.analysis.document import Section
from upheld.analysis.paragraphs import list_paragraphs
from upheld.analysis.writing.text import write_text
from upheld.analysis.writing.written import WrittenDocument
from upheld.public.twins.twin import Twin


def write_plain(twin: Twin, sections: Sequence[Section]) -> bytes:
    """The twin's text, with the numbers that its page has. What a program read from it is not put between its words."""
    document = WrittenDocument(twin.title, tuple(_labels(twin)), twin.summary, _numbered(sections))
    return write_text(document).encode()


def _labels(twin: Twin) -> Iterator[tuple[str, str]]:
    if twin.warning:
        yield "Superseded", twin.warning
    yield "Decided by", twin.scheme
    yield from twin.rows
    yield "Address", twin.address
    yield from (("Note", sentence) for sentence in twin.about)


def _numbered(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with numbers that run through the text; what the source prints stays beside them."""
    paragraphs = list_paragraphs(sections)
    return tuple(
        section.model_copy(
            update={
                "blocks": tuple(
                    one.block.model_copy(update={"number": one.number, "printed": one.printed or None})
                    for one in paragraphs
                    if one.section == place
                )
            }
        )
        for place, section in enumerate(sections)
    )
