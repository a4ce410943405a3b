"""Reads of organisations."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from upheld.register.models import Organisation, OrganisationCode, OrganisationName
from upheld.register.names import name_key
from upheld.register.records import OrganisationName as PrintedName

_SLICE = 500


def match_names(names: Iterable[str]) -> dict[str, int | None]:
    """The id of the one body that each name means; None where no body, or more than one, has an equal name."""
    keys = {name: name_key(name) for name in names}
    bodies: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    wanted = sorted(set(keys.values()))
    for start in range(0, len(wanted), _SLICE):
        rows = OrganisationName.objects.filter(key__in=wanted[start : start + _SLICE])
        for key, organisation_id, known in rows.values_list("key", "organisation_id", "organisation__known"):
            bodies[key].append((organisation_id, known))
    return {name: _the_one(bodies[key]) for name, key in keys.items()}


def match_bodies(names: Sequence[PrintedName]) -> dict[PrintedName, int | None]:
    """The body that each printed name means: by its `body` slug, else its code, else its name."""
    by_name = match_names({name.name for name in names})
    slugs = {name.body for name in names if name.body}
    codes = {name.code for name in names if name.code}
    by_slug = dict(Organisation.objects.filter(slug__in=slugs).values_list("slug", "id")) if slugs else {}
    by_code: dict[str, set[int]] = defaultdict(set)
    for code, pk in (
        OrganisationCode.objects.filter(code__in=codes).values_list("code", "organisation_id") if codes else ()
    ):
        by_code[code].add(pk)
    return {
        name: by_slug.get(name.body or "") or _only(by_code.get(name.code or "")) or by_name[name.name]
        for name in names
    }


def get_organisation(slug: str) -> Organisation | None:
    """The body at this address; None if there is none."""
    return Organisation.objects.select_related("successor").filter(slug=slug).first()


def _the_one(found: list[tuple[int, bool]]) -> int | None:
    """The body an equal name means. Where several listed bodies share it, the one made from decisions stands for it."""
    from_decisions = [pk for pk, known in found if not known]
    candidates = [pk for pk, _ in found] if len(found) == 1 else from_decisions
    return candidates[0] if len(candidates) == 1 else None


def _only(found: set[int] | None) -> int | None:
    return next(iter(found)) if found and len(found) == 1 else None
