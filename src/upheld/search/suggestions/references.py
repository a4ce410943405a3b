"""Published decisions by the beginning of their reference, however it is spelt."""

import re

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
    bounds = _bounds(typed)
    if bounds is None:
        return []
    first, last, suffix = bounds
    rows = DecisionReference.objects.filter(key__gte=first, key__lte=last, decision__state=PUBLISHED)
    if suffix:
        rows = rows.filter(suffix=suffix)
    return [_suggestion(*row) for row in rows.order_by("-key", "suffix").values_list(*_COLUMNS)[:limit]]


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


def _suggestion(decision_id: int, printed: str, reference: str, category: str, subcategory: str | None) -> Suggestion:
    bodies = DecisionOrganisation.objects.filter(decision=decision_id).order_by("position")
    place = f"{category}/{subcategory}" if subcategory else category
    path = f"/decisions/{place}/{Decision(reference=reference).slug}"
    return Suggestion("decision", printed, printed, path, bodies.values_list("name", flat=True).first() or "")
