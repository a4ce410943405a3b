"""Category pages for tests, every word invented, and what a reader makes of them."""

import io
from collections.abc import Sequence

from upheld.ingest.found import Found, Reading, Refusal, SourceEntry
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.sources.registry import read_source
from upheld.register.records import DecisionRecord
from upheld.scheme import load_scheme

MARKER = "Recent statements in this category are shown below:"
COOKIES = (
    "Privacy settings\n\nReview your privacy settings\n\nRequired cookies\n\nWithout these nothing works.\n\n"
    "View required cookies\n\nAnalytical cookies\n\nThese count visits.\n"
)
SUMMARY = "the Council took nine months to answer Mrs B’s letter and it's at fault"


def entry(
    head: str = "Alderford Borough Council (21 000 001)",
    meta: str = "Statement Upheld Child protection 05-Apr-2022",
    summary: str = SUMMARY,
) -> str:
    """One entry as the bulleted layout prints it."""
    return f"  • {head}\n\n    {meta}\n\n    Summary: {summary}\n\n"


def page(*entries: str, heading: str = "Child protection", marker: str = MARKER) -> str:
    """A category page of the bulleted layout."""
    return f"{heading}\n\n\n{marker}\n\n{''.join(entries or (entry(),))}"


def dashed(text: str) -> str:
    """The same page in the layout where each entry stands under a lone dash and nothing is indented."""
    lines = text.replace("  • ", "-\n\n").split("\n")
    return "\n".join(line.lstrip(" ") for line in lines)


def found(data: str | bytes, category: str | None = None, *, file: str = "page.txt") -> list[Found]:
    """Everything the reader gives."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    scheme = load_scheme("lgo")
    return list(
        read_source(stream, Reading(file, Vocabulary.of(scheme), category, "https://ombudsman.example/decisions"))
    )


def records(data: str | bytes, category: str | None = None) -> list[DecisionRecord]:
    """The records of the entries; none may be refused."""
    everything = found(data, category)
    assert [str(one) for one in everything if isinstance(one, Refusal)] == []
    return [one.record for one in everything if isinstance(one, SourceEntry)]


def refusals(everything: Sequence[Found]) -> list[Refusal]:
    """What could not be read."""
    return [one for one in everything if isinstance(one, Refusal)]
