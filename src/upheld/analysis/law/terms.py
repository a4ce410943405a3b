"""Words that a text uses for a law it has named: `the Act`, `the 2014 Regulations`, `the Code`, `CFA`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from upheld.analysis.law.catalogue import Law
from upheld.analysis.law.names import MOST, Mention

_LEADS = (
    r"(?:(?:hereafter|hereinafter|henceforth|referred|to|also|known|called|as|in|this|statement|report|decision|or|"
    r"below|simply|from|now|on|we|refer|will|it|which|is|abbreviated)[\s,]+){0,10}"
)
_TERM = (
    r"(?P<term>[Tt]he\s[A-Z0-9][\w&-]*(?:\s[A-Z][\w&-]*){0,4}|[A-Z][A-Za-z&]{1,9}(?:\s(?:19|20)[0-9]{2})?|"
    r"[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){1,4})"
)
_DEFINED = re.compile(rf"[\s,]*[(\[]\s?{_LEADS}[\"']?{_TERM}[\"']?\s?(?:[,;][^()\[\]\x00]{{0,60}})?[)\]]")
_KNOWN_AS = re.compile(rf",?\s(?:\(?(?:hereafter|hereinafter|known as|called|referred to as))[\s,]+[\"']{_TERM}[\"']")
_PROVISIONS = re.compile(r"[^()\[\]\x00.;]{0,60}?(?=\s?[(\[])")
# Each begins with plain letters, which the engine looks for far quicker than for a place between words.
_GENERIC = re.compile(
    r"he(?<=\b[Tt]he)\s(?:(?P<year>(?:18|19|20)[0-9]{2})\s)?"
    r"(?P<word>Act|Regulations|Rules|Order|Code|Guidance|Framework)\b"
    r"(?!\s(?:of\s)?\(?(?:18|19|20)[0-9]{2}|\sof\s(?:Practice|Guidance|Conduct))"
)
_THAT = re.compile(
    r"h(?:at(?<=\b[Tt]hat)|e\ssame(?<=\b[Tt]he\ssame))\s(?P<word>Act|Regulations|Rules|Order|Code|Guidance)\b"
)
_SHORT = re.compile(r"(?:Code\sof\sGuidance|Code\sof\sPractice|Code|Guidance|Framework|Standards)\b(?!\s(?:of|for)\s)")
_BEFORE_SHORT = re.compile(r"(?<![\w-])(?:[A-Z][a-z]+\s){1,3}\Z")
_LONGEST_BEFORE = 60
_FEW_PASSAGES = 16
_FIRST_WORD = re.compile(r"[Tt]he\s")


@dataclass(frozen=True, slots=True)
class Definition:
    """From `start` on, the text says `term` for the law."""

    start: int
    term: str
    law: Law


def find_terms(text: str, names: Sequence[Mention]) -> list[Mention]:
    """Every place where such words stand for a law named in the text; what is not clear is left out."""
    definitions = [one for name in names for one in _defined_at(text, name)]
    found = [*_own_terms(text, definitions), *_generic(text, names, definitions), *_that(text, names)]
    found += _short(text, names)
    taken = [(name.start, name.end) for name in names]
    return [one for one in found if not _overlaps(one, taken)]


def _defined_at(text: str, name: Mention) -> Iterator[Definition]:
    """What a bracket behind a name says it will be called: at once, or after its provisions."""
    ends = [name.end]
    if (gap := _PROVISIONS.match(text, name.end)) and gap.end() > name.end:
        ends.append(gap.end())
    for end in ends:
        if (found := _DEFINED.match(text, end) or _KNOWN_AS.match(text, end)) and _names_it(found["term"], name.law):
            yield Definition(found.start("term"), _FIRST_WORD.sub("", found["term"]), name.law)
            return


def _names_it(term: str, law: Law) -> bool:
    """Whether a term can be of this law: made of its letters, or of words of its title."""
    bare = _FIRST_WORD.sub("", term)
    title = law.title.lower()
    words = [word.lower() for word in bare.split() if not word.isdigit()]
    if all(word in title or word.rstrip("s") in title for word in words):
        return True
    if words[-1] in {"guidance", "code", "act", "regulations", "framework"} and len(words) == 1:
        return law.kind == "guidance" or words[-1] in title
    letters = iter("".join(word[0] for word in re.findall(r"[a-z]+", title)))
    return (
        len(words) == 1
        and len(bare) <= 8
        and bare[:1].isupper()
        and all(one in letters for one in words[0].rstrip("s"))
    )


def _own_terms(text: str, definitions: Sequence[Definition]) -> Iterator[Mention]:
    """Where a defined term stands that is more than `Act` or `Code`, which `_generic` reads."""
    own = {one.term: one for one in reversed(definitions) if one.term not in _BARE}
    if not own:
        return
    every = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, own), key=len, reverse=True))})(?![\w-])")
    for found in every.finditer(text):
        definition = own[found.group()]
        if found.start() > definition.start:
            yield Mention(found.start(), found.end(), definition.law)


_BARE = frozenset({"Act", "Regulations", "Rules", "Order", "Code", "Guidance", "Framework"})


def _generic(text: str, names: Sequence[Mention], definitions: Sequence[Definition]) -> Iterator[Mention]:
    starts = [name.start for name in names]
    for found in islice(_GENERIC.finditer(text), MOST) if names else ():
        law = _meant(text, found, names[: bisect_right(starts, found.start())], names, definitions)
        if law is not None:
            yield Mention(found.start("year") if found["year"] else found.start("word"), found.end(), law)


def _that(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """`that Act`: the last one named before it, in this passage or the one before."""
    for found in islice(_THAT.finditer(text), MOST) if names else ():
        start = text.rfind("\x00", 0, max(text.rfind("\x00", 0, found.start()), 0))
        before = [one.law for one in names if start < one.start < found.start() and _is_called(one.law, found["word"])]
        if before:
            yield Mention(found.start() - 1, found.end(), before[-1])


def _short(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """`Appeals Code`, `Code of Guidance`: guidance by some of the words of its name, if no other law named has them."""
    guidance = list(dict.fromkeys(name.law for name in names if name.law.kind == "guidance"))
    for found in islice(_SHORT.finditer(text), MOST) if guidance else ():
        before = _BEFORE_SHORT.search(text, max(0, found.start() - _LONGEST_BEFORE), found.start())
        start = before.start() if before else found.start()
        words = set(_FIRST_WORD.sub("", text[start : found.end()]).lower().split())
        law = _only([law for law in guidance if words <= set(re.findall(r"[a-z]+", law.title.lower()))])
        if law and len(words) > 1:
            yield Mention(start, found.end(), law)


def _meant(
    text: str,
    found: re.Match[str],
    before: Sequence[Mention],
    names: Sequence[Mention],
    definitions: Sequence[Definition],
) -> Law | None:
    """The law meant: of that year; the one last defined so; the last named in this passage; the only one there is."""
    word, year = found["word"], found["year"]
    if year:
        return _only(name.law for name in names if name.law.title.endswith(year) and _is_called(name.law, word))
    defined = [one.law for one in definitions if one.term == word and one.start <= found.start()]
    if defined:
        return defined[-1]
    start = text.rfind("\x00", 0, found.start())
    here = [name.law for name in before if name.start > start and _is_called(name.law, word)]
    if here:
        return here[-1]
    return _last_passage(text, start, before, word) or _only(name.law for name in names if _is_called(name.law, word))


def _last_passage(text: str, start: int, before: Sequence[Mention], word: str) -> Law | None:
    """The law of the nearest of a few passages before that names any, when it names one."""
    for _ in range(_FEW_PASSAGES):
        if start <= 0:
            return None
        earlier = text.rfind("\x00", 0, start)
        if near := [name.law for name in before if earlier < name.start < start and _is_called(name.law, word)]:
            return _only(near)
        start = earlier
    return None


def _only(laws: "Iterator[Law] | Sequence[Law]") -> Law | None:
    different = list(dict.fromkeys(laws))
    return different[0] if len(different) == 1 else None


def _is_called(law: Law, word: str) -> bool:
    """Whether a law is of the kind that the word names."""
    if word == "Act":
        return law.kind == "act"
    return word.lower() in law.title.lower() and law.kind != "act"


def _overlaps(one: Mention, taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (one.start, 1 << 60))
    return any(start < one.end and one.start < end for start, end in taken[max(0, place - 2) : place + 1])
