"""Published decisions by the beginning of their reference, however it is spelt."""

import re
from collections.abc import Iterable

from upheld.analysis.references import as_pasted
from upheld.register.models import Decision, DecisionOrganisation, DecisionReference
from upheld.register.models.decision import PUBLISHED
from upheld.scheme import get_scheme
from upheld.search.suggestions.suggestion import Suggestion

_LEAD = re.compile(
    r"\s*(?:(?:our|your|case|complaint|decision)\s+)*(?:ref(?:erence)?|no|number|id)?[\s.:#]*(?:no|number)?[\s.:#]*",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s\u00a0\u2010-\u2015/._-]+")
_COLUMNS = ("decision_id", "printed", "decision__reference", "decision__category__slug", "decision__subcategory__slug")
_LEAST = 3  # digits: fewer are the beginning of too many


def suggest_references(typed: str, limit: int) -> list[Suggestion]:
    """The newest of the published decisions whose reference begins so; nothing when it is no beginning of one."""
    bounds = _bounds(as_pasted(typed))
    if bounds is None:
        return []
    first, last, suffix = bounds
    rows = DecisionReference.objects.filter(key__gte=first, key__lte=last, decision__state=PUBLISHED)
    if suffix:
        rows = rows.filter(suffix=suffix)
    found: dict[int, tuple[str, str]] = {}
    for decision_id, printed, *place in rows.order_by("-key", "suffix").values_list(*_COLUMNS)[: limit * 2]:
        found.setdefault(decision_id, (printed, _path(*place)))
    bodies = _bodies(found)
    shown = [
        Suggestion("decision", printed, printed, path, bodies.get(pk, "")) for pk, (printed, path) in found.items()
    ]
    return shown[:limit]


def _bounds(typed: str) -> tuple[str, str, str] | None:
    """The first and the last key that begin as typed, which are all of digits after the prefix, and the letter."""
    pattern = get_scheme().pattern
    prefix = re.sub(r"[^A-Za-z0-9]", "", pattern.prefix).upper()
    length = sum(pattern.groups)
    text = _GAP.sub("", _LEAD.sub("", typed, count=1)).upper().removeprefix(prefix)
    found = re.fullmatch(rf"([0-9]{{{_LEAST},{length}}})([A-Z]?)", text)
    if not found or (found[2] and (len(found[1]) < length or not pattern.suffix)):
        return None
    return prefix + found[1].ljust(length, "0"), prefix + found[1].ljust(length, "9"), found[2].lower()


def _bodies(ids: Iterable[int]) -> dict[int, str]:
    """The first body of each decision, as it is printed."""
    rows = DecisionOrganisation.objects.filter(decision__in=list(ids)).order_by("-position")
    return dict(rows.values_list("decision_id", "name"))


def _path(reference: str, category: str, subcategory: str | None) -> str:
    place = f"{category}/{subcategory}" if subcategory else category
    return f"/decisions/{place}/{Decision(reference=reference).slug}"
