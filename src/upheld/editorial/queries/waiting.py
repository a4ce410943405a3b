"""The drafts that wait, and the cases that are never to be published, by their references: what an import must know."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from upheld.editorial import rules
from upheld.editorial.models import Draft, DraftRevision
from upheld.editorial.models.draft import IS_OPEN
from upheld.editorial.queries.checked import never_label
from upheld.editorial.records import DraftRecord, read_draft
from upheld.scheme import get_scheme

_SLICE = 500
_IN_A_DRAFT = (rules.DRAFT, rules.CHECKING, rules.READY)


@dataclass(frozen=True)
class WaitingDraft:
    """A draft that waits, with what it says. `is_untouched`: it is as an import brought it, so a newer replaces it."""

    reference: str
    decision_id: int | None
    record: DraftRecord
    is_untouched: bool


def list_waiting_drafts(keys: Collection[str]) -> dict[str, WaitingDraft]:
    """The open drafts that go by these keys of references, under each key that they have."""
    found: dict[str, WaitingDraft] = {}
    for draft in _drafts(sorted(set(keys))):
        record = DraftRevision.objects.filter(draft=draft, number=draft.revision).values_list("record", flat=True).get()
        untouched = draft.source == "import" and not draft.touched and draft.state in _IN_A_DRAFT
        waiting = WaitingDraft(draft.reference, draft.decision_id, read_draft(record), untouched)
        own = {draft.reference_key, *draft.other_keys.split("\n")} - {""}
        found |= dict.fromkeys(own & set(keys), waiting)
    return found


def list_never(keys: Collection[str]) -> dict[str, str]:
    """Why these are never to be published, by their keys."""
    scheme, wanted = get_scheme(), set(keys)
    found: dict[str, str] = {}
    never = Draft.objects.filter(state=rules.NEVER).values_list("reference_key", "other_keys", "never_reason")
    rows = [row for part in _sliced(sorted(wanted)) for row in never.filter(reference_key__in=part)]
    for key, others, slug in (*rows, *never.exclude(other_keys="\n")):
        found |= dict.fromkeys(wanted & {key, *others.split("\n")}, never_label(slug, scheme))
    return found


def _drafts(keys: Sequence[str]) -> Iterator[Draft]:
    wanted = set(keys)
    for part in _sliced(keys):
        yield from Draft.objects.filter(IS_OPEN, reference_key__in=part)
    for draft in Draft.objects.filter(IS_OPEN).exclude(other_keys="\n").iterator(_SLICE):
        if wanted & set(draft.other_keys.split("\n")) and draft.reference_key not in wanted:
            yield draft


def _sliced(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (keys[start : start + _SLICE] for start in range(0, len(keys), _SLICE))
