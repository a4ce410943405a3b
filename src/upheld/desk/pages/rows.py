"""Drafts and decisions as rows of the desk's tables."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from upheld.desk.components import DeskRow
from upheld.desk.pages.blockers import say_blocker
from upheld.desk.queries.decision import Standing
from upheld.desk.queries.found import Hit
from upheld.editorial.models import Draft
from upheld.scheme import get_scheme

NOBODY: Mapping[str, str] = MappingProxyType({})
_SAID_ELSEWHERE = frozenset({"open-findings", "held", "never", "second-person-missing"})  # by its state and its count


def row_of_decision(one: Standing) -> DeskRow:
    """A decision of the register."""
    reason = get_scheme().reason(one.reason) if one.state in {"held", "withdrawn"} else None
    day, label = (one.held_until, "Appears") if one.held_until else (one.decided_on, "Decided")
    return DeskRow(
        href=f"/desk/decisions/{one.uid}",
        reference=one.reference,
        title=listed(one.organisations) or get_scheme().texts.empty_reference,
        state=one.state,
        facts=facts(one.document_type, one.outcome or "", one.subcategory or one.category),
        at=one.changed_at,
        day=day,
        day_label=label,
        key=f"decision:{one.uid}",
        note=reason.label if reason else "",
    )


def row_of_draft(draft: Draft, names: Mapping[str, str] = NOBODY) -> DeskRow:
    """A draft that is open, or one that is never to be published. `names` are of people, by their addresses."""
    codes = [code for code in draft.blocker_codes.split("\n") if code and code not in _SAID_ELSEWHERE]
    day, label = (draft.not_before, "Not before") if draft.not_before else (draft.decided_on, "Decided")
    return DeskRow(
        href=draft.get_absolute_url(),
        reference=draft.reference or "no reference yet",
        title=draft.organisation or "Organisation not named",
        state=draft.state,
        facts=facts(draft.document_type, draft.outcome, draft.subcategory or draft.category),
        by=names.get(draft.prepared_by, draft.prepared_by),
        at=draft.changed_at,
        day=day,
        day_label=label,
        findings=draft.open_findings,
        blockers=tuple(map(say_blocker, codes)),
        key=f"draft:{draft.uid}",
        note="Correction" if draft.decision_id else "",
    )


def row_of(hit: Hit, names: Mapping[str, str] = NOBODY) -> DeskRow:
    """A draft or a decision."""
    return row_of_decision(hit) if isinstance(hit, Standing) else row_of_draft(hit, names)


def facts(document_type: str, outcome: str, subject: str) -> tuple[str, ...]:
    """What kind of document it is, its outcome and its subject, those that are known."""
    scheme = get_scheme()
    kind, graded = scheme.document_type(document_type), scheme.outcome(outcome) if outcome else None
    return tuple(filter(None, (kind.name if kind else document_type, graded.name if graded else outcome, subject)))


def listed(names: Sequence[str]) -> str:
    """Names in a row: “Alderford Council, Ellisham Council and 2 others”."""
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and {len(names) - 2} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def weekday(day: dt.date) -> str:
    """`Thursday`."""
    return f"{day:%A}"
