"""What the value of a field stands for in this register."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from upheld.analysis.reference_lists import read_list
from upheld.scheme import get_scheme
from upheld.search.language import names
from upheld.search.language.lexing import words_in
from upheld.search.language.matching import Named, find_by_words, find_exact, find_named
from upheld.search.language.remedies import REMEDY_NAMES
from upheld.search.language.shaping import all_of, any_of
from upheld.search.language.statutes import find_laws, is_known, law_titles
from upheld.search.language.tree import Chosen, Field, FieldName, Filter, Node, Within, Word
from upheld.search.language.values import read_decided, read_paid
from upheld.search.sections import SECTION_KINDS, find_section

MOST_VALUES = 500

IsCited = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """What a field means; where nobody knows its value, its words, with what is wrong, and the names there are."""

    node: Node
    message: str = ""
    names: Callable[[], Collection[Named]] = tuple


def look_up(field: Field, is_cited: IsCited) -> Found:
    """What the field means. `is_cited` says of a law that nobody knows by name whether decisions name it."""
    return _law(field.value, is_cited) if field.name == "law" else _LOOKUPS[field.name](field.value)


def _council(text: str) -> Found:
    slugs = find_by_words(text, names.organisations_with(text))
    if len(slugs) > MOST_VALUES:
        message = f"{len(slugs):,} organisations have “{text}” in their names; write more of the name."
        return Found(_words(text), message)
    if slugs:
        return Found(Chosen("organisation", slugs))
    return _unknown(text, "No organisation here is called", names.all_organisations)


def _category(text: str) -> Found:
    first, _, second = text.partition("/")
    mains, subs = names.categories(), names.subcategories()
    if second:
        subs = [one for one in subs if one.value.partition("/")[0] in find_named(first, mains)]
        mains, text = [], second
    exact = _chosen_categories(find_exact(text, mains), find_exact(text, subs))
    node = exact or _chosen_categories(find_by_words(text, mains), find_by_words(text, subs))
    return Found(node) if node else _unknown(text, "There is no category called", lambda: [*mains, *subs])


def _chosen_categories(mains: tuple[str, ...], subs: tuple[str, ...]) -> Node | None:
    parts: list[Node] = [Chosen("category", mains)] if mains else []
    parts += [Chosen("subcategory", subs)] if subs else []
    return any_of(parts) if parts else None


def _outcome(text: str) -> Found:
    return _choose("outcome", text, names.outcomes(), "There is no outcome called")


def _type(text: str) -> Found:
    return _choose("type", text, names.document_types(), "There is no type of document called")


def _remedy(text: str) -> Found:
    return _choose("remedy", text, list(REMEDY_NAMES), "There is no kind of remedy called")


def _choose(name: Filter, text: str, every: list[Named], what: str) -> Found:
    if values := find_named(text, every):
        return Found(Chosen(name, values))
    found = _unknown(text, what, lambda: every)
    there_are = ", ".join(f"“{one}”" for one in dict.fromkeys(one.name for one in every))
    return replace(found, message=f"{found.message} There are {there_are}." if there_are else found.message)


def _ref(text: str) -> Found:
    scheme = get_scheme()
    found = read_list(text, scheme.pattern).references
    if found:
        return Found(Chosen("references", tuple(one.key + one.suffix for one in found)[:MOST_VALUES]))
    return Found(_words(text), f"“{text}” is not a reference; they look like {scheme.reference.example}.")


def _law(text: str, is_cited: IsCited) -> Found:
    found = find_laws(text)[:MOST_VALUES]
    slugs = tuple(one for one in found if is_known(one) or is_cited(one))
    if slugs:
        return Found(Chosen("laws", slugs))
    return _unknown(text, "No law here is called", law_titles)


def _section(text: str) -> Found:
    slug = find_section(text)
    if slug:
        return Found(Within(slug, None))
    every = [Named(kind.slug, name) for kind in SECTION_KINDS for name in (kind.name, *kind.others)]
    if slugs := find_named(text, every):
        return Found(any_of(Within(slug, None) for slug in slugs))
    return _unknown(text, "There is no part of a decision called", lambda: every)


def _paid(text: str) -> Found:
    return Found(read_paid(text) or _words(text))


def _decided(text: str) -> Found:
    return Found(read_decided(text) or _words(text))


def _unknown(text: str, what: str, every: Callable[[], Collection[Named]]) -> Found:
    return Found(_words(text), f"{what} “{text}”.", every)


def _words(text: str) -> Node:
    return all_of(map(Word, words_in(text)))


_LOOKUPS: Mapping[FieldName, Callable[[str], Found]] = {
    "council": _council,
    "category": _category,
    "outcome": _outcome,
    "type": _type,
    "ref": _ref,
    "remedy": _remedy,
    "paid": _paid,
    "decided": _decided,
    "in": _section,
}
