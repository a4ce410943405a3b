"""Where an entry stands in the category tree: told by its address, by the page's heading, or by the user."""

import re
from dataclasses import dataclass

from upheld.ingest.listing.vocabulary import Shelf, Vocabulary
from upheld.lib.slugs import slugify

_STEP = re.compile(r"\s*[>»›→]\s*|\s*:\s+")


@dataclass(frozen=True)
class Heading:
    """What a page is titled, and the category its breadcrumbs or address name."""

    text: str = ""
    under: str | None = None


class ShelfUnknownError(ValueError):
    """Nothing says in which category an entry belongs."""


def read_heading(text: str, vocabulary: Vocabulary) -> Heading | None:
    """The heading that a line is, if it names a category or subcategory we know; else None."""
    if len(text) > 200:
        return None
    steps = [step for step in _STEP.split(text.strip()) if step]
    known = [vocabulary.category(step) for step in steps]
    if len(steps) == 1 and (known[0] or vocabulary.parents(steps[0])):
        return Heading(steps[0])
    if len(steps) > 1 and known[-1] and vocabulary.parents(steps[0]):
        return Heading(steps[0], under=known[-1])
    parents = [name for name in known[:-1] if name]
    return Heading(steps[-1], under=parents[-1]) if parents else None


def shelf_of(word: str, heading: Heading, given: str | None, path: str, vocabulary: Vocabulary) -> Shelf:
    """Category and subcategory, from the entry's word and address and its page. Raises ShelfUnknownError."""
    return _by_address(word, path, vocabulary) or _by_heading(word, heading, given, vocabulary)


def _by_address(word: str, path: str, vocabulary: Vocabulary) -> Shelf | None:
    """`…/decisions/{category}/{subcategory}/{reference}` says all, if we know the category."""
    _, _, rest = path.partition("/decisions/")
    parts = [part for part in rest.split("/") if part]
    category = vocabulary.category(parts[0]) if len(parts) > 1 else None
    if category is None or (word and len(parts) > 2 and slugify(word) != slugify(parts[1])):
        return None
    return category, vocabulary.subcategory(category, word) if word else None


def _by_heading(word: str, heading: Heading, given: str | None, vocabulary: Vocabulary) -> Shelf:
    title, own = heading.text, vocabulary.category(heading.text)
    says_title = bool(title) and slugify(word or title) == slugify(title)
    if own and not heading.under and (word == "" or not says_title):
        return own, vocabulary.subcategory(own, word) if word else None
    if given:
        asked = vocabulary.category(given) or given
        part = word if slugify(asked) == slugify(title) else word or title
        return asked, vocabulary.subcategory(asked, part) if part else None
    if says_title:
        return _by_parent(word or title, heading, vocabulary)
    raise ShelfUnknownError(_unknown(word, title))


def _by_parent(word: str, heading: Heading, vocabulary: Vocabulary) -> Shelf:
    parents = (heading.under,) if heading.under else vocabulary.parents(word)
    if len(parents) == 1:
        return parents[0], vocabulary.subcategory(parents[0], word)
    if parents:
        raise ShelfUnknownError(f"“{word[:80]}” is part of {len(parents)} categories; say which: --category “name”")
    raise ShelfUnknownError(f"no category is known that “{word[:80]}” is part of; say which: --category “name”")


def _unknown(word: str, title: str) -> str:
    if not title:
        return "the page's heading is missing, so its category is not known; say which: --category “name”"
    if not word:
        return f"“{title[:80]}” is not a category we know; if it is one: --category “{title[:80]}”"
    return (
        f"the entry says “{word[:80]}” and its page is headed “{title[:80]}”, which is not a category we know; "
        "say which the page belongs to: --category “name”"
    )
