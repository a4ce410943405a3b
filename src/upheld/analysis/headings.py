"""Headings: those every decision has, and the shape by which others are told where nothing marks them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from upheld.analysis.pieces import Piece

_KNOWN = (
    r"(?:the )?complaint(?:s)?(?: and (?:its|the) background)?|(?:the )?(?:complainant's|\w{1,4} \w's) complaint"
    r"|what (?:i|we) (?:have|did)(?:n't| not)? investigate(?:d)?|what (?:i|we) have \(?and have not\)? investigated"
    r"|what (?:i|we) investigated|what (?:i|we) (?:have|did) (?:and (?:have|did) not )?investigated?"
    r"|what (?:i|we) have (?:and have not )?investigated"
    r"|(?:the )?ombudsm[ae]n's role(?: and powers?)?(?: and (?:the )?(?:law|jurisdiction))?|our role(?: and powers)?"
    r"|how (?:i|we) considered (?:this|the|these|\w+ \w's) complaints?|how (?:i|we) (?:have )?(?:investigated"
    r"|looked at) (?:this|the|these) complaints?"
    r"|what (?:i|we) found|what happened|what should (?:have )?happen(?:ed)?|(?:my|our) (?:assessment|findings?"
    r"|analysis|investigation|decision|views?|considerations?)"
    r"|(?:the )?(?:assessment|findings?|analysis|investigation)(?: and (?:analysis|conclusions?|findings?))?"
    r"|(?:the )?(?:key )?(?:facts|events)|chronology|background(?: information)?(?: and (?:context|legislation"
    r"|events))?|introduction"
    r"|conclusions?|summary of (?:our )?(?:findings|conclusions)|(?:agreed|recommended) (?:actions?|remed(?:y|ies))"
    r"|(?:the )?recommendations?|(?:draft |provisional )?recommended remedy|remed(?:y|ies)|agreed remedy|action(?:s)?"
    r"|(?:the |my |our )?(?:final |draft |provisional )?decisions?|(?:the )?ombudsm[ae]n's (?:final )?decision"
    r"|(?:relevant )?(?:legal|legislative|law|statutory) (?:and (?:administrative|policy) )?(?:background|framework"
    r"|context)"
    r"|(?:the )?(?:relevant )?(?:law|legislation|law and (?:guidance|policy)|law, (?:guidance|policy) and (?:policy"
    r"|guidance)|guidance|policy)"
    r"|relevant (?:law|legislation)(?:,? (?:and )?(?:guidance|policy|policies))*|(?:statutory )?guidance(?: and law)?"
    r"|injustice(?: and remedy)?|fault(?: and injustice)?|(?:was there )?(?:fault|injustice)(?: causing injustice)?\??"
    r"|did the (?:fault|council's fault|actions) cause (?:an )?injustice\??|was there fault(?: by the (?:council"
    r"|\w+))?\??"
    r"|(?:the )?consideration|(?:comments|reasons|evidence)(?: for (?:the |my )?decision)?|reasons for (?:this "
    r"|the |my )?decision"
    r"|parts? of the complaint (?:that )?(?:i|we) did not investigate|(?:this|the|our) (?:report|investigation)"
    r"|further report"
    r"|(?:the )?council's (?:response|position|comments)(?: to (?:the |our |my )?.{3,60})?|(?:report )?summary"
    r"|key to names used"
    r"|appendix(?: \w)?|annex(?: \w)?|(?:the )?investigation and findings|jurisdiction|compliance|(?:the )?impact"
    r"|service improvements?"
    r"|consideration of remedy|wider (?:public )?(?:interest|learning)|learning points?|next steps?|footnotes?"
    r"|scope of (?:the )?investigation"
)  # fmt: skip
_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section|appendix|annex)\s+(?:\d{1,2}|[ivxIVX]{1,5}|[A-Z])\b\s*[:.\u2013-]?\s*"
    r"|\d{1,2}(?:\.\d{1,2})*[.:)]?\s+(?=[A-Z\u2018\u201c]))",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"(?:chapter|part)\s+(?:\d{1,2}|[ivx]{1,5}|[a-z])\b", re.IGNORECASE)
_KNOWN_HEADING = re.compile(rf"(?:{_KNOWN})\s*:?", re.IGNORECASE)
_MINOR = re.compile(
    r"what happened|what should (?:have )?happen(?:ed)?|(?:relevant |the )?(?:law|legislation|guidance|policy).*"
    r"|key facts|chronology"
    r"|(?:was there )?(?:fault|injustice).*|did the .*|(?:my|our) (?:findings?|analysis|assessment)|analysis"
    r"|injustice.*|background.*"
    r"|(?:legal|legislative|statutory|law) (?:and|back|frame|context).*",
    re.IGNORECASE,
)  # fmt: skip
_ENDS = re.compile(r"[.;,:!\u2026]$|[;,] (?:and|or)$")
_SENTENCE = re.compile(r"[.?!][\u2019\u201d'\"]?\s+\(.*\)$")
_SMALL = re.compile(r"[a-z]")
_FOUND = re.compile(
    r"(?:\d+\.? )?(?:what (?:i|we) found|(?:my|our|the)? ?(?:assessment|findings?|investigation))\s*:?", re.IGNORECASE
)
LONGEST = 120


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u2019", "'").replace("\u2018", "'")).strip()


@lru_cache(maxsize=4096)
def is_known(text: str) -> bool:
    """Whether the text is a heading that decisions have, with or without a number before it."""
    if len(text) > LONGEST or text.endswith((".", ",", ";")):
        return False
    text = _plain(text)
    if not text or text[0].islower():
        return False
    return bool(_KNOWN_HEADING.fullmatch(text) or _KNOWN_HEADING.fullmatch(_NUMBERED.sub("", text, count=1)))


def is_chapter(text: str) -> bool:
    """Whether the text reads `Chapter 2 …` or `Part B …`."""
    return len(text) <= 200 and _CHAPTER.match(text) is not None


def is_minor(text: str) -> bool:
    """Whether a heading that decisions have stands below others as a rule: “What happened” below “What I found”."""
    return _MINOR.fullmatch(_plain(text).rstrip(" :")) is not None


def looks_like_one(text: str) -> bool:
    """Whether the text has the shape of a heading: short, begins as one does, ends without a stop."""
    text = _plain(text)
    if not 2 <= len(text) <= LONGEST or len(text.split()) > 16 or _ENDS.search(text) or _SMALL.match(text):
        return False
    if _SENTENCE.search(text):  # a sentence with the law behind it
        return False
    if text[0] == "(" and (")" not in text or text.endswith(")")):  # a law or a remark in brackets, after a list
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 2 and (text[0].isupper() or text[0].isdigit() or text[0] in "\u2018\u201c'\"(")


def heading_levels(pieces: Mapping[int, Piece]) -> dict[int, int]:
    """The level of each heading: its source's, or where that has none, told by its words and those before it."""
    ranks = {level: rank for rank, level in enumerate(sorted({one.level for one in pieces.values() if one.level}), 1)}
    chapters = [at for at, piece in pieces.items() if is_chapter(piece.text)]
    base = next(
        (ranks[one.level] for one in pieces.values() if one.level and is_known(one.text)), 1 + (len(chapters) > 1)
    )
    levels: dict[int, int] = {}
    above, last = "", 0
    for at, piece in pieces.items():
        text = _plain(piece.text)
        level = ranks[piece.level] if piece.level else _guessed(text, above, base)
        if not piece.level and level == base == levels.get(at - 1) and not is_chapter(text):
            level += 1  # a heading straight under another
        above = text if level <= base else above
        levels[at] = last = min(level, last + 1, 6)
    return levels


def _guessed(text: str, above: str, base: int) -> int:
    if is_chapter(text):
        return max(1, base - 1)
    if _NUMBERED.match(text) and not re.match(r"\d+\.\d", text):
        return base
    if is_known(text):
        return base + bool(is_minor(text) and _FOUND.fullmatch(above))
    return base + bool(is_known(above) and not is_chapter(above))
