"""Furniture: what stands on a page around a decision and is no part of it. Also the note that a body complied."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from upheld.analysis.headings import is_known, looks_like_one
from upheld.analysis.marks import split_mark
from upheld.analysis.pieces import Piece
from upheld.lib.dates import DateNotUnderstoodError, parse_date
from upheld.lib.text import fold

_LINES = (
    r"(?:back|return|go) to (?:the )?top(?: of (?:the )?page)?|top of (?:the )?page|\[?top\]?"
    r"|print(?: (?:this )?(?:page|decision|version))?|printer[- ]friendly(?: version)?"
    r"|download(?: this)? (?:as )?(?:pdf|page)"
    r"|skip to (?:the )?(?:main )?(?:content|navigation)|lgo logogram|menu|search|share(?: this(?: page)?)?(?: on)?:?"
    r"|share (?:this )?(?:page )?(?:on|by|via) (?:facebook|twitter|x|linkedin|e-?mail|whatsapp)"
    r"|facebook|twitter|linkedin|whatsapp|tweet(?: this)?|e-?mail (?:this )?(?:page|to a friend)|copy link"
    r"|privacy settings|review your privacy settings|(?:view )?(?:required|analytical|essential|optional) cookies"
    r"|(?:(?:accept|reject|allow|decline)(?: all| additional| analytics| analytical| optional| these)?|view"
    r"|hide this|manage)"
    r" cookies(?: message| settings| preferences)?|cookie (?:settings|preferences|policy|notice)"
    r"|cookies(?: on this (?:web)?site)?"
    r"|page \d{1,4}(?: (?:of|/) \d{1,4})?|\d{1,4} of \d{1,4}|page \d{1,4} ?/ ?\d{1,4}|previous(?: page)?"
    r"|next(?: page)?"
    r"|previous decision|next decision|back to (?:search )?(?:results|decisions|list)|home"
    r"|save (?:this )?(?:page|decision)|was this page helpful\??|listen(?: to this page)?|close"
)
_LINE = re.compile(rf"(?:{_LINES})[.\s]*", re.IGNORECASE)
_COOKIE_TEXT = re.compile(
    r"these cookies (?:enable|allow|help|are)|google analytics cookies help|we recommend you set these"
    r"|in using google analytics|(?:we|this (?:web)?site) uses? (?:\w+ )?cookies|we(?:'d"
    r"| would) (?:also )?like to (?:use|set)"
    r"(?: \w+){0,3} cookies|by (?:using|continuing to use) (?:this|our) (?:web)?site|you(?:'ve| have) accepted",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"(?:you are here\s*:?\s*)?home\s*[>»›/\u2192].*|you are here\b.*", re.IGNORECASE)
_SATISFIED = re.compile(
    r"(?:the )?(?:local government (?:and social care )?)?(?:ombudsman|lgo|lgsco|we)(?: is| was| are"
    r"| were)?(?: now)? satisfied"
    r" (?:with|by) (?:the )?(?:[\w.,&'’() -]{1,120}?\s)??(?:response|action|actions|remedy|compliance|reply)"
    r"(?: to (?:the|our) (?:report|recommendations?))?\s*(?:[:;\u2013-]|on\b"
    r"|as of\b)?\s*(?:on )?(?P<date>[\w ,./-]{6,40}?)\s*\.?\s*",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents(?: list)?(?: of this (?:page|report|decision))?|(?:on|in) this (?:page|report"
    r"|decision)|jump to|index",
    re.IGNORECASE,
)  # fmt: skip
_PAGES = re.compile(
    r"[\s.\u2026_·\t]*(?:\s|\.|\u2026|\t)(?:paras?(?:graphs?)?\.? ?|pages? ?"
    r"|p\.? ?)?\d{1,4}(?:\s*[-\u2013]\s*\d{1,4})?\s*$"
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|\u2026{2,}|_{4,}")
_FAR_NUMBER = re.compile(r"\t\d{1,3}\s*$|\s{3,}\d{1,3}\s*$")
_LONGEST_LINE = 300


def is_furniture(piece: Piece) -> bool:
    """Whether the piece is a control of its page, cookie text, a breadcrumb or a page number."""
    if piece.kind == "furniture":
        return True
    text = piece.text.strip()
    if piece.kind == "table" or not text or len(text) > 1_000:
        return False
    if len(text) <= _LONGEST_LINE and (_LINE.fullmatch(text) or _CRUMBS.fullmatch(text)):
        return True
    return bool(_COOKIE_TEXT.match(text))


def satisfied_on(text: str) -> dt.date | None:
    """The day on which the Ombudsman was satisfied with what a body did, if the text is the note that says so."""
    found = _SATISFIED.fullmatch(text.strip()) if len(text) <= _LONGEST_LINE else None
    if found is None:
        return None
    try:
        return parse_date(re.sub(r"^on ", "", found["date"].strip(" .")))
    except DateNotUnderstoodError:
        return None


def contents_lists(pieces: Sequence[Piece]) -> frozenset[int]:
    """The places of every piece that belongs to a contents list: lines that repeat headings which come later."""
    keys = [_key(piece) for piece in pieces]
    last = {key: place for place, key in enumerate(keys) if key and _may_head(pieces[place].text)}
    return frozenset(place for run in _runs(pieces, keys, last) for place in run)


def _may_head(text: str) -> bool:
    """Whether a line can be a heading, as far as its own shape tells: a person's letter can be one, too."""
    return looks_like_one(text) or re.fullmatch(r"[A-Z]", text) is not None


def _runs(pieces: Sequence[Piece], keys: Sequence[str], last: dict[str, int]) -> Iterator[range]:
    place, counts = 0, Counter(keys)
    while place < len(pieces):
        titled = _CONTENTS.fullmatch(pieces[place].text.strip(" :")) is not None
        start = end = place + titled
        seen: Counter[str] = Counter()
        while end < len(pieces) and _is_entry(end, pieces, keys, last, titled=titled):
            if (again := seen[keys[end]]) and not (titled and counts[keys[end]] >= 2 * (again + 1)):
                break  # the text itself begins; a heading that it has twice stands twice in the list
            seen[keys[end]] += 1
            end += 1
        enough = end > start if titled else end - start >= 3 and all(last[key] >= end for key in seen)
        if enough:
            yield range(place, end)
        place = max(end, place + 1) if enough else place + 1


def _is_entry(place: int, pieces: Sequence[Piece], keys: Sequence[str], last: dict[str, int], *, titled: bool) -> bool:
    """Whether the piece is a line of a contents list: a heading that comes later says the same; or it has a page."""
    piece, later = pieces[place], last.get(keys[place], -1)
    if not keys[place] or piece.kind == "table":
        return False
    if later > place and (titled or pieces[later].kind == "heading" or is_known(pieces[later].text)):
        return True
    return titled and bool(_LEADERS.search(piece.text) or _FAR_NUMBER.search(piece.text))


def _key(piece: Piece) -> str:
    """The words of a line as a heading and its entry have them alike: without number, dots and page."""
    text = piece.text.strip()
    if len(text) > 200 or piece.kind in {"table", "furniture"} or is_furniture(piece):
        return ""
    marked = split_mark(text)
    text = _PAGES.sub("", marked[1] if marked and marked[1] else text)
    return re.sub(r"[^a-z0-9]+", " ", fold(_LEADERS.sub(" ", text))).strip()
