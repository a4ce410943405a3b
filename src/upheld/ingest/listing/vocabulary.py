"""The words by which an entry of a category page is read: the scheme's, and the categories known so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from upheld.analysis.references import ReferencePattern
from upheld.lib.slugs import slugify
from upheld.scheme import Scheme

Shelf = tuple[str, str | None]
_BETWEEN = re.compile(r"^[\s,;|/·•–-]+|[\s,;|/·•–-]+$")


@dataclass(frozen=True)
class Vocabulary:
    """Document types and outcomes by name, and the category tree: names of categories to those of their parts."""

    pattern: ReferencePattern
    example: str
    document_types: tuple[str, ...]
    outcomes: tuple[str, ...]
    categories: Mapping[str, tuple[str, ...]]
    organisation_not_stated: str = ""

    @classmethod
    def of(cls, scheme: Scheme, more: Iterable[Shelf] = ()) -> Vocabulary:
        """The scheme's words, with categories that a register has beside them."""
        tree: dict[str, dict[str, None]] = {one.name: dict.fromkeys(one.subcategories) for one in scheme.categories}
        for category, subcategory in more:
            tree.setdefault(category, {}).update({subcategory: None} if subcategory else {})
        return cls(
            pattern=scheme.pattern,
            example=scheme.reference.example,
            document_types=_longest_first(kind.name for kind in scheme.document_types),
            outcomes=_longest_first(outcome.name for outcome in scheme.outcomes),
            categories={name: tuple(parts) for name, parts in tree.items()},
            organisation_not_stated=scheme.texts.empty_reference,
        )

    def category(self, text: str) -> str | None:
        """The category's name as it is kept; None if none is called so. Slugs are understood too."""
        return self._by_slug.get(slugify(text))

    def subcategory(self, category: str, text: str) -> str:
        """The subcategory's name as it is kept, or the text itself where it is new."""
        return self._parts.get((slugify(category), slugify(text)), text)

    def parents(self, text: str) -> tuple[str, ...]:
        """The categories that have a subcategory of this name."""
        return self._parents.get(slugify(text), ())

    @cached_property
    def meta_at_end(self) -> re.Pattern[str]:
        """Finds an entry's second line at the end of its first words: a document type, an outcome or not, a date."""
        types = "|".join(map(re.escape, self.document_types))
        return re.compile(rf"(?:^|(?<=[\s)•|]))(?:{types})(?![a-z])[^()]{{0,300}}?{DATE}\s*$", re.IGNORECASE)

    def begins_with_type(self, text: str) -> bool:
        """Whether the text begins with the name of a document type."""
        return take_word(text, self.document_types)[0] is not None

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Every heading a page of these categories can have, longest first."""
        names = {*self.categories, *(part for parts in self.categories.values() for part in parts)}
        return _longest_first(names | {f"Other: {name}" for name in self.categories})

    @cached_property
    def _by_slug(self) -> dict[str, str]:
        return {slugify(name): name for name in self.categories}

    @cached_property
    def _parts(self) -> dict[tuple[str, str], str]:
        return {(slugify(name), slugify(part)): part for name, parts in self.categories.items() for part in parts}

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        parents: dict[str, tuple[str, ...]] = {}
        for name, parts in self.categories.items():
            for part in parts:
                parents[slugify(part)] = (*parents.get(slugify(part), ()), name)
        return parents


DATE = r"\d{1,2}(?:st|nd|rd|th)?[-/. ]{1,2}(?:[A-Za-z]{3,9}|\d{1,2})[-/., ]{1,2}\d{4}"


def take_word(text: str, words: tuple[str, ...]) -> tuple[str | None, str]:
    """Which of the words (longest first) the text begins with, and what follows it. Capitals do not matter."""
    text = _BETWEEN.sub("", text)
    for word in words:
        rest = text[len(word) :]
        if text[: len(word)].lower() == word.lower() and not rest[:1].islower():
            return word, _BETWEEN.sub("", rest)
    return None, text


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=len, reverse=True))
