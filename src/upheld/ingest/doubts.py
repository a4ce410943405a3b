"""Which remarks on a reading a person has to look at before a draft goes on, and which are only told."""

from collections.abc import Iterable

FROM_LAYOUT = "Document type not stated, read from the layout as"
PREVIEW = "the small picture of the first page was left out"
_ONLY_TOLD = (FROM_LAYOUT.casefold(), PREVIEW.casefold())
"""The layout is told by words that only one kind of document has, and nobody reads the small picture."""


def doubts_to_settle(remarks: Iterable[str]) -> tuple[str, ...]:
    """The remarks that keep a draft waiting until somebody has compared it with its source."""
    return tuple(remark for remark in remarks if not remark.casefold().startswith(_ONLY_TOLD))
