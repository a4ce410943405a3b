"""The form of the search page: what was asked, what it can be narrowed to, and what can be taken away again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from upheld.public.items import place_name
from upheld.public.pages.remedies import KINDS
from upheld.public.queries.filters import name_categories, name_kinds, name_organisations
from upheld.public.searching import FILTERS, SORTS, TITLES, Asked, Fault, Place
from upheld.scheme import get_scheme
from upheld.ui.components import Choice, FilterGroup, Tag

MOST_ORGANISATIONS = 40
Counts = Mapping[str, Mapping[str, int]]
Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class SortChoice:
    """One order of the results. `value` is for the form, `href` for a link that needs no form."""

    value: str
    label: str
    href: str
    is_chosen: bool

    @property
    def parts(self) -> tuple[str, str]:
        """The label in two: what can be left unseen where there is little room comes second."""
        short, rest, _ = self.label.partition(" first")
        return short, rest


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What was asked, as it was typed. `groups` are the filters with counts, the chosen ones among them.

    `sorts` are the orders there are; `sort` is the one that was chosen, empty where none was: then other words are
    listed in the order that is best for them.
    `errors` have a `field` (`q`, `from`, `to`, `refs`, `page` or `filters`) and a `message`.
    """

    query: str
    decided_from: str
    decided_to: str
    refs: str
    groups: tuple[FilterGroup, ...]
    sorts: tuple[SortChoice, ...]
    sort: str = ""
    errors: tuple[Fault, ...] = ()

    def error(self, field: str) -> str:
        """The sentence for this field; empty when nothing is wrong with it."""
        return next((error.message for error in self.errors if error.field == field), "")

    @property
    def has_wrong_filters(self) -> bool:
        """Whether something is wrong among the filters, so that they are to be seen."""
        return any(error.field in {"from", "to", "filters"} for error in self.errors)


def name_values(asked: Asked, counts: Counts) -> Names:
    """Every value that can be chosen, with its label."""
    scheme = get_scheme()
    categories, subcategories = name_categories()
    of_bodies = counts.get("organisation", {})
    most = sorted(of_bodies, key=lambda slug: -of_bodies[slug])[:MOST_ORGANISATIONS]
    bodies = name_organisations({*most, *asked.values.get("organisation", ())})
    below = {value: place_name(name, categories[value.partition("/")[0]]) for value, name in subcategories.items()}
    return {
        "outcome": {one.slug: one.name for one in scheme.outcomes},
        "type": {one.slug: one.label or one.name for one in scheme.document_types},
        "category": categories,
        "subcategory": below,
        "organisation": dict(sorted(bodies.items(), key=lambda pair: (-of_bodies.get(pair[0], 0), pair[1]))),
        "kind": name_kinds(),
        "remedy": KINDS,
    }


def make_form(
    asked: Asked, names: Names, counts: Counts | None, faults: tuple[Fault, ...] = (), *, has_words: bool
) -> SearchForm:
    """The form. `counts` is None when nothing was searched: then no choice says how many it would show.

    Without words, when only fields or a list of references were typed, no match is better than another.
    """
    order = asked.order if has_words or asked.order != "relevance" else "newest"
    groups = (_group(name, asked, names[name], None if counts is None else counts.get(name, {})) for name in FILTERS)
    sorts = tuple(
        SortChoice(value, label, replace(asked, sort=value, place=Place()).address(), order == value)
        for value, label in SORTS.items()
        if value != "relevance" or has_words
    )
    return SearchForm(
        query=asked.query,
        decided_from=asked.decided_from,
        decided_to=asked.decided_to,
        refs=asked.refs,
        groups=tuple(group for group in groups if group.choices),
        sorts=sorts,
        sort=asked.sort,
        errors=faults,
    )


def make_tags(asked: Asked, names: Names) -> tuple[Tag, ...]:
    """What was chosen, each with the address of the search without it."""
    tags = [
        Tag(TITLES[name], names[name].get(value, value), asked.without(name, value).address())
        for name in FILTERS
        for value in asked.values.get(name, ())
    ]
    if asked.decided_from:
        tags.append(Tag("Decided from", asked.decided_from, replace(asked, decided_from="", place=Place()).address()))
    if asked.decided_to:
        tags.append(Tag("Decided to", asked.decided_to, replace(asked, decided_to="", place=Place()).address()))
    return tuple(tags)


def _group(name: str, asked: Asked, names: Mapping[str, str], known: Mapping[str, int] | None) -> FilterGroup:
    """A filter. Short lists keep their empty choices, so that nothing jumps; long ones show what adds something."""
    chosen, counts = asked.values.get(name, ()), known or {}
    is_short = name in {"outcome", "type"} or (known is None and name == "category")
    shown = {value: label for value, label in names.items() if is_short or value in chosen or counts.get(value)}
    choices = tuple(
        Choice(value, label, None if known is None else counts.get(value, 0), value in chosen)
        for value, label in shown.items()
    )
    left_out = len(counts) - len(choices) if name == "organisation" else 0
    title = f"{TITLES[name]} ({len(choices)} of {len(counts):,})" if left_out > 0 else TITLES[name]
    notes = _notes() if name == "outcome" and known is not None else ()
    return FilterGroup(name, title, choices, is_open=name in {"outcome", "type", "category"}, notes=notes)


def _notes() -> tuple[str, ...]:
    return tuple(one.includes for one in get_scheme().outcomes if one.includes)
