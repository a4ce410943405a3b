"""The fields for what a decision is: what can be chosen, what was read and from where, bodies that were looked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from upheld.desk.components import Fault
from upheld.desk.forms.facts import BETWEEN, FactsForm
from upheld.lib.text import fold
from upheld.register.models import Organisation, OrganisationName
from upheld.register.queries.category import list_categories
from upheld.scheme import get_scheme

MOST_BODIES = 10


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a select."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """A category and what can be chosen of it, itself first."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class FactsFields:
    """The fields. `told` says of a field by its name whence its value is; `looked_for` are bodies found by `search`."""

    form: FactsForm
    document_types: tuple[Option, ...]
    outcomes: tuple[Option, ...]
    places: tuple[OptionGroup, ...]
    faults: Mapping[str, str]
    told: Mapping[str, str] = field(default_factory=dict)
    search: str = ""
    found: tuple[str, ...] = ()
    has_searched: bool = False


def make_facts_fields(
    form: FactsForm,
    *,
    faults: Sequence[Fault] = (),
    told: Mapping[str, str] | None = None,
    search: str = "",
) -> FactsFields:
    """The fields with what stands in them."""
    scheme = get_scheme()
    return FactsFields(
        form=form,
        document_types=tuple(Option(one.slug, one.name) for one in scheme.document_types),
        outcomes=tuple(Option(one.slug, one.name) for one in scheme.outcomes),
        places=list_places(form.place),
        faults={fault.field: fault.text for fault in faults if fault.field},
        told=told or {},
        search=search,
        found=find_bodies(search) if search.strip() else (),
        has_searched=bool(search.strip()),
    )


def find_bodies(text: str) -> tuple[str, ...]:
    """Names of bodies of the register that have every word of the text."""
    words = [word for word in fold(text).split() if word][:8]
    if not words:
        return ()
    wanted = Q()
    for word in words:
        wanted &= Q(key__contains=word)
    ids = OrganisationName.objects.filter(wanted).values_list("organisation_id", flat=True)[:200]
    return tuple(
        Organisation.objects.filter(pk__in=list(ids)).order_by("name").values_list("name", flat=True)[:MOST_BODIES]
    )


def list_places(chosen: str) -> tuple[OptionGroup, ...]:
    """Every category of the scheme and the register, with their parts; the chosen one too, where it is new."""
    tree: dict[str, dict[str, None]] = {one.name: dict.fromkeys(one.subcategories) for one in get_scheme().categories}
    for one in list_categories():
        tree.setdefault(one.parent.name if one.parent else one.name, {})
        if one.parent:
            tree[one.parent.name][one.name] = None
    category, _, part = chosen.partition(BETWEEN)
    if category:
        tree.setdefault(category, {})
        if part:
            tree[category][part] = None
    return tuple(_group(name, tuple(parts)) for name, parts in tree.items())


def _group(name: str, parts: Sequence[str]) -> OptionGroup:
    below = (Option(f"{name}{BETWEEN}{part}", f"{name}{BETWEEN}{part}") for part in parts)
    return OptionGroup(name, (Option(name, name), *below))
