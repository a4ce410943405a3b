"""Erasing words from a decision: which words, every place before and after, and what else holds them."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.desk.pages.difference import DifferenceShown, show_difference
from upheld.editorial.actions.redact import Redaction
from upheld.register.content import prepare
from upheld.register.differences import compare_contents, said_by, said_in
from upheld.register.models import Decision
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link

REPLACEMENT = "[removed]"
_KEPT = {
    "drafts": ("draft", "drafts"),
    "revisions": ("text of a draft", "texts of drafts"),
    "notes": ("note", "notes"),
    "answers": ("reason given for a finding", "reasons given for findings"),
    "reports": ("reader's report", "readers' reports"),
    "views": ("saved search, which is deleted", "saved searches, which are deleted"),
    "words": ("entry among words called not personal", "entries among words called not personal"),
}


@dataclass(frozen=True, slots=True)
class RedactionShown:
    """What redacting will do. `difference` is of the present text, None where that does not hold the words."""

    difference: DifferenceShown | None
    loses_source: bool
    erased: tuple[int, ...]
    kept: tuple[str, ...]
    elsewhere: tuple[str, ...]
    drafts_elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedactPage:
    """The form, one run of words a line; with `plan` what it will do, waiting for the confirmation."""

    reference: str
    words: str
    replacement: str
    reasons: tuple[tuple[str, str], ...]
    chosen: str
    plan: RedactionShown | None
    faults: tuple[Fault, ...]
    here: str
    back: str


def make_redact(
    decision: Decision, words: str, replacement: str, chosen: str, *, plan: Redaction | None = None,
    faults: Sequence[Fault] = (),
) -> RedactPage:  # fmt: skip
    """The page."""
    reasons = tuple((one.slug, one.label) for one in get_scheme().reasons_for("redact"))
    here = f"/desk/decisions/{decision.uid}"
    return RedactPage(
        reference=decision.reference,
        words=words,
        replacement=replacement,
        reasons=reasons,
        chosen=chosen if chosen in dict(reasons) else reasons[0][0],
        plan=_shown(decision, plan) if plan else None,
        faults=tuple(faults),
        here=f"{here}/redact",
        back=here,
    )


def redact_head(decision: Decision) -> Head:
    """What the page says of itself."""
    here = Link(decision.reference, f"/desk/decisions/{decision.uid}")
    return Head(f"Redact {decision.reference}", trail=(Link("Desk", "/desk/"), here))


def _shown(decision: Decision, plan: Redaction) -> RedactionShown:
    record = plan.decision.record if plan.decision else None
    return RedactionShown(
        difference=_difference(decision, plan) if record else None,
        loses_source=bool(record and record.source_url != (decision.source_url or None)),
        erased=plan.decision.erased if plan.decision else (),
        kept=tuple(f"{count} {_KEPT[name][count > 1]}" for name, count in plan.kept.items()),
        elsewhere=plan.elsewhere,
        drafts_elsewhere=plan.drafts_elsewhere,
    )


def _difference(decision: Decision, plan: Redaction) -> DifferenceShown | None:
    if plan.decision is None or plan.decision.record is None or decision.version.content is None:
        return None
    fresh = said_in(prepare(plan.decision.record, get_scheme()))
    return show_difference(compare_contents(said_by(decision.version), fresh))
