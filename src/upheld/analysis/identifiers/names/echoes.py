"""A name found once is looked for everywhere in the document: in parts, without capitals, inside web addresses."""

import re
from collections.abc import Iterator, Sequence

from upheld.analysis.identifiers.candidate import Candidate
from upheld.analysis.identifiers.levelled import plain
from upheld.analysis.identifiers.names.context import beside
from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of

INSTEAD = "an alias, such as Mr X, Mrs Y or Child C"
_MOST = 300
_SURE = 0.7
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{2,})?")
_COMMON = Sort.ENGLISH | Sort.PLACE | Sort.PROPER
_PARTICLES = frozenset("van der den del della von bin ibn bint the and mrs miss".split())
_OTHER_THING = re.compile(
    r" (?:Council|Borough|Street|Road|Lane|Avenue|Close|Drive|Park|School|Academy|College|Hospital|House|Act|Trust|"
    r"Ltd|Limited|City|"
    r"County|District|Court|Belt|Paper|Book|Green|Badge|Bank|Order|Group|Team)\b|-[a-z]"
)
WHY = "It is part of a name that stands elsewhere in this document."


def find_echoes(text: str, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Where else in the text the words of these names stand."""
    rare, common = _words_of(text, names)
    if rare:
        pattern = re.compile(rf"(?<![^\W\d_])(?:{_any(rare)})(?:(?=s?(?![^\W\d_])))", re.IGNORECASE)
        yield from _joined(text, (found.span() for found in pattern.finditer(text)), 0.88)
    if common:
        pattern = re.compile(rf"(?<![^\W_])(?:{_any(common | {word.upper() for word in common})})(?![^\W_])")
        for found in pattern.finditer(text):
            if _is_person(text, found):
                yield Candidate(*found.span(), "name", 0.75, WHY, INSTEAD)


def _any(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))[:_MOST])


def _words_of(text: str, names: Sequence[Candidate]) -> tuple[set[str], set[str]]:
    rare: set[str] = set()
    common: set[str] = set()
    for name in names:
        if name.kind == "name" and name.sure >= _SURE:
            for word in _PIECE.findall(text[name.start : name.end]):
                if len(word) > 2 and plain(word) not in _PARTICLES:
                    (common if sorts_of(word) & _COMMON else rare).add(word)
        elif name.kind == "email":
            rare.update(_of_mailbox(text[name.start : name.end]))
    return rare, {word for word in common if word[0].isupper() and not word.isupper()}


def _of_mailbox(address: str) -> Iterator[str]:
    for word in re.findall(r"[A-Za-z]{3,}", address.partition("@")[0] if "@" in address else ""):
        if sorts_of(word) & (Sort.GIVEN | Sort.SURNAME) and not sorts_of(word) & _COMMON:
            yield word


def _is_person(text: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    if found.group().isupper() or _OTHER_THING.match(text, end):
        return False
    owns = text.startswith("'s", end)
    context = beside(text, start, end + 2 * owns, owns=owns)
    if context.is_date or context.has_determiner or sorts_of(found.group()) & Sort.PLACE:
        return context.acts
    if _is_first(context.before):
        return context.acts or context.may_act or owns
    return True


def _is_first(before: str) -> bool:
    return not before.rstrip(" \"'(") or before.rstrip(" \"'(")[-1] in ".!?:;\n\u2022"


def _joined(text: str, spans: Iterator[tuple[int, int]], sure: float) -> Iterator[Candidate]:
    """Spans side by side are one name: `tariq hussain`, `tariq.hussain`."""
    last: tuple[int, int] | None = None
    for start, end in spans:
        if last and start - last[1] <= 1 and text[last[1] : start] in " -_.,'":
            last = (last[0], end)
            continue
        if last:
            yield Candidate(*last, "name", sure, WHY, INSTEAD)
        last = (start, end)
    if last:
        yield Candidate(*last, "name", sure, WHY, INSTEAD)
