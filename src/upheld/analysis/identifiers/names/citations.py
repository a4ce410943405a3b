"""Names in the titles of reported cases, which are law and no secret."""

import re
from collections.abc import Iterator

_VERSUS = re.compile(r"\sv\.?\s")
_REPORTED = re.compile(
    r"[^\x00\n]{0,160}?(?:[\[(](?:19|20)\d\d[\])]|(?:EWHC|EWCA|UKSC|UKHL|UKUT|WLR|AC \d|QB \d|All ER)\b)"
)
_REPORTED_AFTER_IN = re.compile(
    r"\b(?:Re|In re|In the matter of)\s(?:[A-Z]\w*\s?){1,4}(?:\([^)]{1,40}\)\s)?\[(?:19|20)\d\d\]"
)
_BEGINNING = re.compile(  # possessive: words in capitals without spaces between could be parted in very many ways
    r"(?<!\w)(?:R\s?\([^)\x00]{1,90}\)"
    r"|(?:(?:[A-Z][\w'.&-]*+|(?:of|the|and|for|on)(?!\w)|&|\([^)]{1,40}\)),?+(?:\s++|\Z)){1,12}+)\Z"
)


def list_citations(text: str) -> Iterator[tuple[int, int]]:
    """Where the titles of reported cases stand: `… v … [2019] …`, `Re … [2004]`."""
    for found in _VERSUS.finditer(text):
        reported = _REPORTED.match(text, found.end())
        first = text.rfind("\x00", 0, found.start()) + 1
        beginning = _BEGINNING.search(text, max(first, found.start() - 110), found.start())
        if reported and beginning:
            yield beginning.start(), reported.end()
    for found in _REPORTED_AFTER_IN.finditer(text):
        yield found.span()
