"""Which law somebody means: as the index names it."""

import re
from functools import lru_cache

from upheld.analysis.law import get_catalogue
from upheld.analysis.law.reading import find_law
from upheld.lib.slugs import slugify
from upheld.search.language.matching import Named, find_by_words

_ADDRESS = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?")
_SMALL = frozenset(
    {"of", "and", "the", "for", "in", "to", "section", "sections", "regulation", "part", "schedule", "etc"}
)
_WORD = re.compile(r"[A-Za-z]{2,}")
_SECTION = re.compile(r"(?:section|sec|s)\.?\s*([0-9]{1,3}[A-Z]{0,2})", re.IGNORECASE)


def find_laws(text: str) -> tuple[str, ...]:
    """The laws, or the provisions of them, that the text names: `care-act-2014`, `care-act-2014/9`."""
    return _by_address(text) or _cited(text) or _cited(_WORD.sub(_capital, text)) or _usual(text) or _by_words(text)


def names_law(text: str) -> bool:
    """Whether the text names a law that is known, or a provision of one, down to its last word."""
    slugs = find_laws(text)
    is_last_needed = bool(_by_words(text)) or slugs != find_laws(text.rpartition(" ")[0])
    return is_last_needed and any(map(is_known, slugs))


@lru_cache(maxsize=1)
def law_titles() -> tuple[Named, ...]:
    """Every law that is known by its title."""
    return tuple(Named(law.slug, law.title) for law in get_catalogue().laws.values())


def is_known(slug: str) -> bool:
    """Whether it is a law known by its title, or a provision of one: anybody can write that of an Act there is not."""
    return slug.partition("/")[0] in _slugs()


def _by_address(text: str) -> tuple[str, ...]:
    """What is written as in an address; only of laws that are known, for a word may look so."""
    slug, _, place = text.lower().partition("/")
    is_address = slug in _slugs() and (not place or _ADDRESS.fullmatch(text.lower()))
    return (text.lower(),) if is_address else ()


def _cited(text: str) -> tuple[str, ...]:
    found = find_law([("", text)])
    return tuple(f"{law.slug}/{law.place}" if law.place else law.slug for law in found)


def _capital(word: re.Match[str]) -> str:
    return word[0] if word[0].lower() in _SMALL else word[0][0].upper() + word[0][1:]


def _usual(text: str) -> tuple[str, ...]:
    """A section by its number alone, where there is one law that everybody means by it."""
    found = _SECTION.match(text)
    usual = get_catalogue().sections.get(found[1].upper()) if found else None
    if found is None or usual is None:
        return ()
    rest = text[found.end() :].strip().lower()
    if rest and not rest.startswith(usual.words):
        return ()
    return (f"{usual.law.slug}/{slugify(found[1])}",)


def _by_words(text: str) -> tuple[str, ...]:
    return find_by_words(text, _titles_and_names())


@lru_cache(maxsize=1)
def _slugs() -> frozenset[str]:
    return frozenset(one.value for one in law_titles())


@lru_cache(maxsize=1)
def _titles_and_names() -> tuple[Named, ...]:
    every = get_catalogue().names.values()
    return (*law_titles(), *(Named(law.slug, name) for names in every for name, law in names.items()))
