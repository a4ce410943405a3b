"""The law that is known by name, with its place on legislation.gov.uk."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from upheld.analysis.law.citation import Kind
from upheld.analysis.law.words import Token, title_key, tokens_before
from upheld.lib.slugs import slugify

_FILE = Path(__file__).with_name("legislation.toml")
_SITE = "https://www.legislation.gov.uk"
_LONGEST = 180
_MARKS = " ,.;:'\"()[]\x00"
_FOLD = str.maketrans("", "", "'.-")
_SIGNS = (
    "guidance",
    "code",
    "framework",
    "regulation",
    "gdpr",
    "gpdo",
    "npp",
    "order",
    "school",
    "safeguard",
    "minimum standards",
    "care leavers",
)
_COUNTRY = re.compile(r" \(england(?: and wales)?\)")
_END = re.compile(r"(.+?) (Act|Regulations|Order|Rules|Directions|Measure)( \([\w ]+\))? ([0-9]{4})")
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "etc"})

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """A law by its title. `known` says that `href` is its own address, to which a provision can be added."""

    kind: Kind
    title: str
    href: str = ""
    known: bool = False

    @property
    def slug(self) -> str:
        """Its address among ours."""
        return slugify(self.title)


@dataclass(frozen=True, slots=True)
class Usual:
    """The law that a section means by itself when one of `words` follows."""

    law: Law
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A title without its kind and year: as it is written, in lower case, and its words from the last to the first."""

    name: str
    key: Key
    law: Law


Titles = Mapping[tuple[str, str], Mapping[str, Sequence[Entry]]]
"""By (kind, year), or (kind, "") for titles that need no year; then by the last word, the longest first."""


@dataclass(frozen=True)
class Catalogue:
    """All that is known. `names` need no year; each stands under a part of it that few texts hold."""

    titles: Titles
    acronyms: Mapping[str, Law]
    names: Mapping[str, Mapping[str, Law]] = field(default_factory=dict)
    sections: Mapping[str, Usual] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)

    def get(self, kind: Kind, title: str) -> Law:
        """The law of this title, known or not."""
        year = title[-4:] if title[-4:].isdecimal() else ""
        return self.laws.get(title) or unknown_law(kind, title, year)

    def find(self, kind: str, year: str, text: str, end: int) -> tuple[Law, int] | None:
        """The law whose title without kind and year ends at `end`, and where in the text it begins."""
        by_word = self.titles.get((kind, year))
        if not by_word:
            return None
        before = text[max(0, end - _LONGEST) : end].lower().rstrip()
        entries = by_word.get(last_word(before), ())
        shift = max(0, end - _LONGEST)
        for entry in entries:
            start = len(before) - len(entry.name)
            if before.endswith(entry.name) and not before[start - 1 : start].isalnum():
                return entry.law, shift + start
        return _by_words(entries, text, end) if entries else None


def last_word(text: str) -> str:
    """The last word of a text in lower case, for comparing."""
    word = text.replace("\x00", " ").rstrip(_MARKS).rpartition(" ")[2].lstrip(_MARKS)
    return word.translate(_FOLD) if word.isalnum() or word.translate(_FOLD).isalnum() else ""


def _by_words(entries: Sequence[Entry], text: str, end: int) -> tuple[Law, int] | None:
    """The same where commas, brackets, hyphens or `&` are written in another way."""
    words = [token for token in tokens_before(text, end) if token.is_word]
    for entry in entries:
        if len(entry.key) <= len(words) and all(map(_same, entry.key, words)):
            return entry.law, words[len(entry.key) - 1].start
    return None


@lru_cache(maxsize=1)
def get_catalogue() -> Catalogue:
    """The catalogue, read once."""
    with _FILE.open("rb") as file:
        data = tomllib.load(file)
    laws = {law.title: law for law in chain(_laws(data), _guidance(data))}
    return Catalogue(
        titles=_titles(laws.values(), data["plain"]),
        acronyms=dict(_acronyms(laws.values())),
        names=_names(data, laws),
        sections={number: Usual(laws[one["law"]], tuple(one["words"])) for number, one in data["sections"].items()},
        laws=laws,
    )


def unknown_law(kind: Kind, title: str, year: str) -> Law:
    """A law that is not in the catalogue: its link is a search of legislation.gov.uk."""
    name = title.removesuffix(year).strip()
    return Law(kind, title, f"{_SITE}/all?{urlencode({'title': name, 'year': year})}")


def _same(word: str, token: Token) -> bool:
    return word == token.folded


def _laws(data: Mapping[str, Any]) -> Iterator[Law]:
    for title, place in data["acts"].items():
        yield Law("act", title, f"{_SITE}/{place}", known=True)
    for title, place in chain(data["instruments"].items(), data["others"].items()):
        yield Law("instrument", title, f"{_SITE}/{place}", known=True)


def _guidance(data: Mapping[str, Any]) -> Iterator[Law]:
    return (Law("guidance", one["title"], one["href"]) for one in data["guidance"])


def _titles(laws: Iterable[Law], plain: Sequence[str]) -> Titles:
    """By kind and year; and without the year those that share their name with no other, or are meant by it."""
    found: dict[tuple[str, str], dict[str, list[Entry]]] = {}
    bare: dict[tuple[str, Key], list[Entry]] = {}
    for law in laws:
        if parts := _END.fullmatch(law.title):
            entry, kind = Entry(parts[1].lower(), title_key(parts[1]), law), parts[2].lower()
            _put(found, kind, parts[4], entry)
            _put_short(found, kind, parts[4], entry)
            bare.setdefault((kind, entry.key), []).append(entry)
    for (kind, _), same in bare.items():
        for entry in same if len(same) == 1 else [entry for entry in same if entry.law.title in plain]:
            _put(found, kind, "", entry)
    return found


def _put(found: dict[tuple[str, str], dict[str, list[Entry]]], kind: str, year: str, entry: Entry) -> None:
    entries = found.setdefault((kind, year), {}).setdefault(entry.key[0], [])
    entries.append(entry)
    entries.sort(key=lambda one: -len(one.key))


def _put_short(found: dict[tuple[str, str], dict[str, list[Entry]]], kind: str, year: str, entry: Entry) -> None:
    """The title without `(England)`, which people leave out, unless another law of that year has that title."""
    name = _COUNTRY.sub("", entry.name)
    if name != entry.name and name not in {one.name for every in found[kind, year].values() for one in every}:
        _put(found, kind, year, Entry(name, title_key(name), entry.law))


def _acronyms(laws: Iterable[Law]) -> Iterator[tuple[str, Law]]:
    """`CFA 2014` and `FOIA 2000`: the first letters of an Act's words, with and without the small ones."""
    found: dict[str, set[Law]] = {}
    for law in laws:
        if law.kind == "act" and (parts := _END.fullmatch(law.title)):
            words = re.findall(r"[^\W\d_]+", f"{parts[1]} {parts[2]}".replace("'", "").replace("-", ""))
            for small in (_SMALL, _SMALL - {"of"}):
                letters = "".join(word[0] for word in words if word.lower() not in small).upper()
                found.setdefault(f"{letters} {parts[4]}", set()).add(law)
    return ((acronym, next(iter(same))) for acronym, same in found.items() if len(same) == 1)


def _names(data: Mapping[str, Any], laws: Mapping[str, Law]) -> dict[str, dict[str, Law]]:
    """Every name that needs no year, in lower case, under a sign of it: a word of the list, else the name itself."""
    names = {name.lower(): laws[title] for title, every in data["names"].items() for name in every}
    for one in data["guidance"]:
        names |= {name.lower(): laws[one["title"]] for name in (one["title"], *one["names"])}
    found: dict[str, dict[str, Law]] = {}
    for name, law in names.items():
        sign = next((sign for sign in _SIGNS if sign in name), name)
        found.setdefault(sign, {})[name] = law
    return found
