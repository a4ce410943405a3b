"""Which law a section is of: the one named right behind or before it, or the one it can only be of."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from upheld.analysis.law.catalogue import Catalogue, Law
from upheld.analysis.law.names import MOST, Mention
from upheld.analysis.law.provisions import Cited, Provision, Word, find_provisions, read_bare

_FARTHEST = 110
_PASSAGES = 3
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NOTE = r"(?:\s?[(\[][^()\[\]\x00]{1,80}[)\]])?"
_OF = re.compile(
    rf"{_NOTE}\s?,?\s?(?:of|to|in|under|from|within|at)\s(?:the\s)?(?:amended\s)?[\"'(]?|{_NOTE}\s(?:the\s)?[\"']?|"
    rf"{_NOTE},?\sas\samended,?\s(?:of|to|in)\s(?:the\s)?"
)
_BESIDE = re.compile(r"\s?,\s(?:the\s)?[\"']?|\s?[(\[]\s?(?:see\s)?(?:the\s)?|\s?[-–—:]\s?(?:the\s)?")
_BEHIND = re.compile(
    rf"(?:'s?)?(?:\s?\(?(?:{_MONTHS}\s)?(?:19|20)[0-9]{{2}}\)?)?[\"')\]]?{_NOTE}\s?[,;:–—-]?\s?"
    r"(?:(?:\(?as\samended\)?|at|in|under|see|also|specifically|particularly|in\sparticular|namely|including|especially|"
    r"(?:and\s)?its?|says\sin|states\sin|says\sat|states\sat)[,\s]+){0,3}[(\[]?\s?"
)
_JOINED = re.compile(r"\s?[,;]?\s?(?:and|or|&|,|;|/)?\s?(?:under\s|in\s)?(?:the\s)?")
_WITHIN = re.compile(r"\s?,?\s?(?:of|to|in|at|under)\s(?:the\s)?|\s?,\s?(?:at\s)?|\s?\(?")
_NOT_LAW_BEFORE = re.compile(
    r"\b(?:polic(?:y|ies)|forms?|plans?|reports?|procedures?|tenancy|agreement|leases?|contracts?|assessments?|"
    r"document|letter|scheme|handbook|manual|website|page|table|appendix|annex|box|step|EHC|EHCP|its|our|their|his|her|my)"
    r"(?:'s)?[\s,(]*(?:at\s|in\s)?\Z",
    re.IGNORECASE,
)
_NOT_LAW_AFTER = re.compile(
    r"\s(?:of|in|on|from)\s(?:the|its|their|his|her|this|our|my|that|an?|each|both|Mr|Mrs|Miss|Ms|Dr|EHC|[A-Z][a-z]+'s)\b"
)
_UNITS: dict[str, Word] = {"Regulations": "regulation", "Order": "article", "Rules": "rule"}
_SHORT_WORD = re.compile(r"(?:ss?|regs?)\.?\s?[0-9]", re.IGNORECASE)
_OF_GUIDANCE = re.compile(r"\s(?:of|in)\sthe\s(?:statutory\s)?(?:guidance|code|framework)\b", re.IGNORECASE)
_USUAL = re.compile(r"ections?\s[0-9]{1,3}[A-Z]?[\s'\"]")


@dataclass(frozen=True, slots=True)
class Attached:
    """Provisions of one law, where they are cited, and where that law was named for them (None: far off)."""

    start: int
    law: Law
    provisions: tuple[Provision, ...]
    mention: Mention | None


def attach(text: str, mentions: Sequence[Mention], catalogue: Catalogue) -> list[Attached]:
    """Every provision whose law is clear, in order."""
    if not mentions and not _USUAL.search(text):
        return []
    cited = _merged(
        text, sorted([*islice(find_provisions(text), 2 * MOST), *_bare(text, mentions)], key=lambda one: one.start)
    )
    near = _Near(text, mentions, cited).attach()
    far = _far(text, mentions, cited, near, catalogue)
    every = (near.get(place) or far.get(place) for place in range(len(cited)))
    return [_in_its_words(one) for one in every if one]


def _in_its_words(one: Attached) -> Attached:
    """`section 20 of the Regulations` is regulation 20."""
    word = next((word for name, word in _UNITS.items() if name in one.law.title), None)
    if one.law.kind != "instrument" or word is None or one.provisions[0].word != "section":
        return one
    return replace(one, provisions=tuple(replace(provision, word=word) for provision in one.provisions))


def _bare(text: str, mentions: Sequence[Mention]) -> Iterator[Cited]:
    """`SEND Code 9.67`: of guidance, a paragraph's number stands without the word."""
    for mention in mentions:
        if mention.law.kind == "guidance" and (found := read_bare(text, mention.end)):
            yield found


def _merged(text: str, cited: Sequence[Cited]) -> list[Cited]:
    """A paragraph and its Schedule are one; a section and the Part it stands in are the section."""
    merged: list[Cited] = []
    for one in cited:
        last = merged[-1] if merged else None
        if (
            last
            and last.end <= one.start
            and _WITHIN.fullmatch(text, last.end, one.start)
            and (both := _both(last, one))
        ):
            merged[-1] = both
        elif not (last and one.start < last.end):
            merged.append(one)
    return merged


def _both(first: Cited, second: Cited) -> Cited | None:
    """The inner of the two, within the outer: `Schedule 2, Part 1`; of a section alone the Part is left out."""
    ranks = [_RANKS.get(one.word, 0) for one in (first, second)]
    if first.word in {"Part", "chapter"} and second.word == "section":
        return Cited(first.start, second.end, second.provisions)
    if second.word in {"Part", "chapter"} and first.word in {"section", "chapter"}:
        return Cited(first.start, second.end, first.provisions)
    if 0 in ranks or ranks[0] == ranks[1]:
        return None
    outer, inner = (first, second) if ranks[0] > ranks[1] else (second, first)
    return Cited(first.start, second.end, tuple(_within(outer.provisions[-1], one) for one in inner.provisions))


_RANKS = {"Schedule": 3, "Part": 2, "paragraph": 1, "Class": 1}


def _within(outer: Provision, inner: Provision) -> Provision:
    """`Class E of Part 1` within Schedule 2 is all three; the Schedule comes first however they are written."""
    return replace(inner, within=", ".join(filter(None, (outer.text, inner.within))))


class _Near:
    """Finds laws that are named beside their provisions."""

    def __init__(self, text: str, mentions: Sequence[Mention], cited: Sequence[Cited]) -> None:
        self._text, self._mentions, self._cited = text, mentions, cited
        self._starts = [mention.start for mention in mentions]

    def attach(self) -> dict[int, Attached]:
        """By the place of the provision."""
        ahead = self._ahead()
        found: dict[int, Attached] = {}
        for place, one in enumerate(self._cited):
            mention = ahead.get(place) or self._behind(one) or self._beside(one) or self._with_last(place, found)
            if mention is not None:
                found[place] = Attached(one.start, mention.law, one.provisions, mention)
        return found

    def _ahead(self) -> dict[int, Mention]:
        """`section 9 of the Care Act`, and what is joined to it: `section 9 and section 18 of the Care Act`."""
        found: dict[int, Mention] = {}
        for place in range(len(self._cited) - 1, -1, -1):
            one = self._cited[place]
            if mention := self._next(one.end, _OF):
                found[place] = mention
            elif place + 1 in found and self._fits(_JOINED, one.end, self._cited[place + 1].start):
                found[place] = found[place + 1]
        return found

    def _beside(self, one: Cited) -> Mention | None:
        """`section 9, Care Act 2014`."""
        return self._next(one.end, _BESIDE)

    def _next(self, end: int, between: re.Pattern[str]) -> Mention | None:
        place = bisect_left(self._starts, end)
        if place < len(self._mentions) and self._fits(between, end, self._mentions[place].start):
            return self._mentions[place]
        return None

    def _behind(self, one: Cited) -> Mention | None:
        """`Care Act 2014, section 9`."""
        place = bisect_left(self._starts, one.start) - 1
        while place >= 0 and self._starts[place] > one.start - 2 * _FARTHEST:
            mention = self._mentions[place]
            if mention.end <= one.start and self._fits(_BEHIND, mention.end, one.start):
                return mention
            place -= 1
            if one.start - mention.end > _FARTHEST:
                break
        return None

    def _with_last(self, place: int, found: dict[int, Attached]) -> Mention | None:
        """`Care Act 2014, section 9 and Schedule 2`."""
        last = found.get(place - 1)
        if last and self._fits(_JOINED, self._cited[place - 1].end, self._cited[place].start):
            return last.mention
        return None

    def _fits(self, between: re.Pattern[str], start: int, end: int) -> bool:
        return 0 <= end - start <= _FARTHEST and between.fullmatch(self._text, start, end) is not None


def _far(
    text: str,
    mentions: Sequence[Mention],
    cited: Sequence[Cited],
    near: dict[int, Attached],
    catalogue: Catalogue,
) -> dict[int, Attached]:
    """Provisions that stand alone: of the one law that is cited with that number, or that was named before them."""
    known: dict[tuple[str, str], set[Law]] = defaultdict(set)
    for attached in near.values():
        for provision in attached.provisions:
            known[provision.word, provision.number].add(attached.law)
    found: dict[int, Attached] = {}
    for place, one in enumerate(cited):
        if place in near or _is_of_something_else(text, one):
            continue
        if one.word == "paragraph" and "." in one.provisions[0].number:  # as only guidance numbers them
            law = _named_before(text, one, mentions)
        elif _may_stand_alone(text, one):
            law = _usual(text, cited, place, catalogue) or _cited_so(one, known) or _named_before(text, one, mentions)
        else:
            continue
        if law is not None:
            found[place] = Attached(one.start, law, one.provisions, None)
    return found


def _may_stand_alone(text: str, one: Cited) -> bool:
    """Whether it may be of a law though none stands beside it: a Schedule only with its capital."""
    return one.word in {"section", "regulation"} or (one.word == "Schedule" and text[one.start] == "S")


def _is_of_something_else(text: str, one: Cited) -> bool:
    """Whether it is a section of a form, a plan or a policy, or of something that is not clear."""
    if _SHORT_WORD.match(text, one.start) or _OF_GUIDANCE.match(text, one.end):  # nobody writes `s.17` of a form
        return False
    before = text[max(0, one.start - 40) : one.start]
    return bool(_NOT_LAW_BEFORE.search(before) or _NOT_LAW_AFTER.match(text, one.end))


def _usual(text: str, cited: Sequence[Cited], place: int, catalogue: Catalogue) -> Law | None:
    """`section 117 aftercare` says by itself which law is meant; so do several joined before such a word."""
    end = cited[place].end
    for following in cited[place + 1 : place + 3]:
        if _JOINED.fullmatch(text, end, following.start):
            end = following.end
    after = text[end : end + 30].lstrip(" '\"()").lower()
    usual = catalogue.sections.get(cited[place].provisions[0].number) if cited[place].word == "section" else None
    return usual.law if usual and after.startswith(usual.words) else None


def _cited_so(one: Cited, known: dict[tuple[str, str], set[Law]]) -> Law | None:
    laws = known.get((one.word, one.provisions[0].number), set())
    return next(iter(laws)) if len(laws) == 1 else None


def _named_before(text: str, one: Cited, mentions: Sequence[Mention]) -> Law | None:
    """The law of the right kind that this passage named last, or one of the two before it."""
    start = one.start
    for _ in range(_PASSAGES):
        start = text.rfind("\x00", 0, max(start, 0))
    kind = {"regulation": "instrument", "paragraph": "guidance"}.get(one.word, "act")
    here = [mention.law for mention in mentions if start < mention.start < one.start and mention.law.kind == kind]
    return here[-1] if here else None
