"""Find: everything that the desk has, narrowed by anything, with saved views."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.accounts.models import Person
from upheld.accounts.requirements import may
from upheld.desk.asking import FIND, ME, STATES, Asked
from upheld.desk.components import DeskRow, Fault
from upheld.desk.frame import HOME
from upheld.desk.pages.blockers import BLOCKERS
from upheld.desk.pages.bulk import ACTS, Act
from upheld.desk.pages.rows import row_of
from upheld.desk.queries.found import Found
from upheld.editorial.models import SavedView
from upheld.editorial.rules import STATES as MEANINGS
from upheld.scheme import get_scheme
from upheld.ui.components import Choice, Tag
from upheld.ui.site import Head


@dataclass(frozen=True)
class Select:
    """A choice of one value; the first stands for all."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class View:
    """A saved view; `owner` is empty for the person's own. `pk` is None for those that everybody has."""

    name: str
    href: str
    is_current: bool
    pk: int | None = None
    owner: str = ""
    is_shared: bool = False


@dataclass(frozen=True)
class Find:
    """All that the page shows. `acts` are what the person may do with the rows that they choose."""

    asked: Asked
    rows: tuple[DeskRow, ...]
    states: tuple[Choice, ...]
    selects: tuple[Select, ...]
    tags: tuple[Tag, ...]
    views: tuple[View, ...]
    acts: tuple[Act, ...]
    count: int | None
    next: str
    first_page: str
    clear: str
    kept: str
    note: str
    faults: tuple[Fault, ...]


_OWN_VIEWS = (
    ("I can approve", Asked(approve=ME)),
    ("I worked on", Asked(person=ME, states=("draft", "checking", "ready", "returned", "held"))),
    ("Findings to answer", Asked(blocker="open-findings")),
    ("Held", Asked(states=("held",))),
    ("Scheduled", Asked(states=("scheduled",))),
)


def make_find(
    asked: Asked,
    found: Found,
    person: Person,
    *,
    people: Sequence[Person],
    categories: Sequence[tuple[str, str]],
    views: Sequence[SavedView],
    faults: tuple[Fault, ...] = (),
) -> Find:
    """The page. `people` may be asked for, `categories` are slugs with names."""
    selects = _selects(asked, people, categories)
    return Find(
        asked=asked,
        rows=tuple(row_of(hit, {one.email: str(one) for one in people}) for hit in found.hits),
        states=tuple(
            Choice(
                slug,
                MEANINGS[_meaning(slug)].label,
                None if asked.after else found.counts.get(slug, 0),
                slug in asked.states,
            )
            for slug in STATES
        ),
        selects=selects,
        tags=_tags(asked, selects),
        views=_views(asked, views, person.email),
        acts=tuple(act for act in ACTS.values() if may(person, act.permission)),
        count=_count(asked, found),
        next=asked.href(after=found.after) if found.after else "",
        first_page=asked.href() if asked.after else "",
        clear=Asked(query=asked.query).href(),
        kept=asked.kept,
        note=found.note,
        faults=faults,
    )


def find_head(page: Find) -> Head:
    """What the page says of itself."""
    words = f"“{page.asked.query[:60]}”: find" if page.asked.query else "Find"
    return Head(words, trail=(HOME,), has_search=True)


def _meaning(state: str) -> str:
    return "embargoed" if state == "scheduled" else state


def _count(asked: Asked, found: Found) -> int | None:
    """How many there are in all, known on the first page; None on the others."""
    return None if asked.after else sum(found.counts.get(state, 0) for state in asked.wants(*STATES))


def _selects(asked: Asked, people: Sequence[Person], categories: Sequence[tuple[str, str]]) -> tuple[Select, ...]:
    scheme = get_scheme()
    blockers = [(code, label) for code, label in BLOCKERS.items() if code not in {"held", "never"}]
    kinds = [(one.slug, one.name) for one in scheme.document_types]
    persons = [(ME, "Me"), *((one.email, str(one)) for one in people)]
    return (
        _select("blocker", "What keeps it back", "Anything or nothing", blockers, asked.blocker),
        _select("person", "Who worked on it", "Anybody", persons, asked.person),
        _select("type", "Document type", "Any", kinds, asked.document_type),
        _select("outcome", "Outcome", "Any", [(one.slug, one.name) for one in scheme.outcomes], asked.outcome),
        _select("category", "Category", "Any", categories, asked.category),
    )  # fmt: skip


def _select(name: str, label: str, all_of_them: str, pairs: Sequence[tuple[str, str]], chosen: str) -> Select:
    """A value that is asked for and not known is offered as it is, so that the form says what was asked."""
    known = [*pairs, *([(chosen, chosen)] if chosen and chosen not in dict(pairs) else [])]
    choices = (Choice(value, text, None, value == chosen) for value, text in [("", all_of_them), *known])
    return Select(name, label, tuple(choices))


def _tags(asked: Asked, selects: Sequence[Select]) -> tuple[Tag, ...]:
    fields = {"type": "document_type"}
    tags = [
        Tag("State", MEANINGS[_meaning(one)].label, asked.href(states=tuple(s for s in asked.states if s != one)))
        for one in asked.states
    ]
    tags += [
        Tag(select.label, choice.label, asked.href(**{fields.get(select.name, select.name): ""}))
        for select in selects
        for choice in select.choices
        if choice.value and choice.is_chosen
    ]
    if asked.approve:
        tags.append(Tag("Waits for", "an approval that I can give", asked.href(approve="")))
    days = (("Decided from", "first", asked.first), ("Decided to", "last", asked.last))
    return (*tags, *(Tag(label, value, asked.href(**{name: ""})) for label, name, value in days if value))


def _views(asked: Asked, views: Sequence[SavedView], me: str) -> tuple[View, ...]:
    own = [View(name, one.href(), one.kept == asked.kept) for name, one in _OWN_VIEWS]
    kept = [
        View(
            one.name, f"{FIND}?{one.query}" if one.query else FIND, one.query == asked.kept, one.pk,
            "" if one.owner == me else one.owner, one.is_shared,
        )
        for one in views
    ]  # fmt: skip
    return (*own, *kept)
