"""The law that a document cites."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from upheld.analysis.document import Section
from upheld.analysis.law.attaching import attach
from upheld.analysis.law.catalogue import Law, get_catalogue
from upheld.analysis.law.citation import LawCitation
from upheld.analysis.law.names import Mention, find_names
from upheld.analysis.law.places import address_of, natural, place_of
from upheld.analysis.law.provisions import Provision
from upheld.analysis.law.terms import find_terms
from upheld.analysis.law.words import level
from upheld.analysis.passages import list_passages

READING = 1
"""Raise it when the same text comes to be read in another way, so that indexes are made again."""


def read_law(summary: str, sections: Sequence[Section]) -> tuple[LawCitation, ...]:
    """Every law and provision cited, each once: laws in the order of the text, their provisions in that of the law."""
    return find_law((passage.at, passage.text) for passage in list_passages(summary, sections))


def find_law(passages: Iterable[tuple[str, str]]) -> tuple[LawCitation, ...]:
    """The same of passages, each an address and its text."""
    addresses, texts = [], []
    for address, text in passages:
        addresses.append(address)
        texts.append(text)
    starts = [0]
    for one in texts:
        starts.append(starts[-1] + len(one) + 1)
    return _gather(level("\x00".join(texts)), starts, addresses)


def find_law_of_lines(text: str) -> tuple[LawCitation, ...]:
    """The same of a text of which each line is a passage; where in it the law is cited is not told."""
    return _gather(level(text.replace("\n", "\x00")), [0], [""])


@dataclass(slots=True)
class _Found:
    """One law while it is gathered: where it is cited as a whole, and where each of its provisions is."""

    law: Law
    whole: dict[str, None] = field(default_factory=dict)
    parts: dict[Provision, dict[str, None]] = field(default_factory=dict)


def _gather(text: str, starts: Sequence[int], addresses: Sequence[str]) -> tuple[LawCitation, ...]:
    found: dict[str, _Found] = {}
    for place, law, provisions in sorted(_cited(text), key=lambda one: one[0]):
        entry = found.setdefault(law.slug, _Found(law))
        at = addresses[bisect_right(starts, place) - 1]
        for provision in provisions:
            entry.parts.setdefault(provision, {})[at] = None
        if not provisions:
            entry.whole[at] = None
    return tuple(citation for entry in found.values() for citation in _citations(entry))


def _cited(text: str) -> Iterator[tuple[int, Law, tuple[Provision, ...]]]:
    """Every place that cites a law: with its provisions, or as a whole."""
    catalogue = get_catalogue()
    names = find_names(text, catalogue)
    mentions = sorted([*names, *find_terms(text, names)], key=_start) if names else []
    attached = attach(text, mentions, catalogue)
    for one in attached:
        yield one.start, one.law, one.provisions
    specific = {one.mention for one in attached}
    for mention in mentions:
        if mention not in specific:
            yield mention.start, mention.law, ()


def _start(mention: Mention) -> int:
    return mention.start


def _citations(found: _Found) -> Iterator[LawCitation]:
    law = found.law
    if found.whole:
        yield LawCitation(law.kind, law.title, law.slug, at=tuple(found.whole), href=law.href)
    for one in sorted(found.parts, key=_order):
        place, href = place_of(law, one), address_of(law, one)
        yield LawCitation(law.kind, law.title, law.slug, one.text, place, tuple(found.parts[one]), href)


def _order(one: Provision) -> tuple[object, ...]:
    """Sections first, in the order of the law: 26, 26A, 117."""
    words = ("section", "regulation", "article", "rule", "paragraph", "chapter", "Part", "Class", "Schedule", "Annex")
    outer = (one.within or one.number, one.number if one.within else "", one.subs)
    word = "Schedule" if one.within.startswith("Schedule") else one.word
    return words.index(word), *([natural(part) for part in outer])
