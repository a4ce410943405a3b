"""Lists of drafts: by state, by what keeps them back, by person and by words, a page at a time."""

import base64
import binascii
import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, QuerySet

from upheld.editorial import rules
from upheld.editorial.models import Draft, DraftRevision
from upheld.editorial.models.draft import IS_OPEN
from upheld.editorial.records import key_of
from upheld.scheme import get_scheme

PAGE_SIZE = 50
_MOST = 20_000  # drafts that a search looks through
_MAX_QUERY = 200


@dataclass(frozen=True)
class DraftFilters:
    """What a list of drafts is narrowed to; nothing given is every draft that is open.

    `mine` is a person who worked on them, `for_approval` one who could approve them, `blocker` a code.
    """

    states: tuple[str, ...] = ()
    mine: str = ""
    for_approval: str = ""
    blocker: str = ""
    q: str = ""
    organisation: str = ""
    category: str = ""
    document_type: str = ""
    outcome: str = ""
    decided_from: dt.date | None = None
    decided_to: dt.date | None = None
    run: int | None = None
    corrections: bool | None = None
    newest_first: bool = False


@dataclass(frozen=True)
class DraftPage:
    """One page of drafts. `after` asks for the next, empty on the last; `counts` are by state, of every state."""

    drafts: tuple[Draft, ...]
    after: str
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many there are in all open states."""
        return sum(self.counts.get(state, 0) for state in rules.OPEN)


def list_drafts(filters: DraftFilters | None = None, after: str = "", size: int = PAGE_SIZE) -> DraftPage:
    """A page of the drafts, those that wait longest first, with counts by state."""
    filters = filters or DraftFilters()
    every = _narrowed(filters)
    rows = every.filter(state__in=filters.states) if filters.states else every.filter(IS_OPEN)
    order = ("-state_at", "-pk") if filters.newest_first else ("state_at", "pk")
    found = list(_beyond(rows, after, newest_first=filters.newest_first).order_by(*order)[: size + 1])
    page = tuple(found[:size])
    return DraftPage(page, _cursor(page[-1]) if len(found) > size else "", _counts(every))


def count_waiting(person: str = "") -> dict[str, int]:
    """How many drafts there are by state, and under `for-approval` how many the person could approve."""
    counts = _counts(Draft.objects.all())
    if person:
        counts["for-approval"] = list_for_approval(person).count()
    return counts


def list_for_approval(person: str) -> "QuerySet[Draft]":
    """The drafts that are ready and on which the person has not worked, those that wait longest first."""
    return _narrowed(DraftFilters(for_approval=person)).order_by("state_at", "pk")


def list_clean(person: str, limit: int = 1_000) -> Sequence[Draft]:
    """What the person could approve in a batch: ready, without a finding or a doubt ever."""
    return list(list_for_approval(person).filter(answered=0, open_findings=0, doubts=[])[:limit])


def list_decisions_of(person: str) -> "QuerySet[Draft, int | None]":
    """The ids of the decisions that were drafts on which the person worked."""
    rows = Draft.objects.filter(editors__icontains=f"\n{person}\n", decision__isnull=False)
    return rows.values_list("decision_id", flat=True)


def list_scheduled(first: dt.date, last: dt.date) -> Sequence[Draft]:
    """The open drafts for which a day between the two was chosen."""
    return list(Draft.objects.filter(IS_OPEN, not_before__range=(first, last)).order_by("not_before", "pk"))


def _counts(rows: "QuerySet[Draft]") -> dict[str, int]:
    return dict(rows.order_by().values_list("state").annotate(number=Count("pk")))


def _narrowed(filters: DraftFilters) -> "QuerySet[Draft]":
    rows = Draft.objects.all()
    exact = {
        "category": filters.category, "document_type": filters.document_type, "organisation": filters.organisation,
        "run": filters.run, "outcome": filters.outcome, "decided_on__gte": filters.decided_from,
        "decided_on__lte": filters.decided_to,
    }  # fmt: skip
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if filters.mine:
        rows = rows.filter(editors__icontains=f"\n{filters.mine}\n")
    if filters.for_approval:
        rows = rows.filter(state=rules.READY).exclude(editors__icontains=f"\n{filters.for_approval.strip()}\n")
    if filters.blocker:
        rows = rows.filter(blocker_codes__contains=f"\n{filters.blocker}\n")
    if filters.corrections is not None:
        rows = rows.filter(decision__isnull=not filters.corrections)
    return _matching(rows, filters.q) if filters.q.strip() else rows


def _matching(rows: "QuerySet[Draft]", q: str) -> "QuerySet[Draft]":
    """Those that are meant: by a reference, by what lists show of them, or by what they say."""
    words = q.strip()[:_MAX_QUERY]
    reference = get_scheme().pattern.parse(words)
    if reference:
        key = key_of(reference)
        return rows.filter(Q(reference_key=key) | Q(other_keys__contains=f"\n{key}\n"))
    found = set(rows.values_list("pk", flat=True)[:_MOST])
    for word in words.split()[:8]:
        shown = Q(reference__icontains=word) | Q(organisation__icontains=word) | Q(title__icontains=word)
        named = set(rows.filter(shown).values_list("pk", flat=True))
        found &= named | _saying(word, found - named)
    return rows.filter(pk__in=found)


def _saying(word: str, among: set[int]) -> set[int]:
    """Those of the drafts whose present text says the word. It is looked for once, not again for each count."""
    inside = json.dumps(word, ensure_ascii=False)[1:-1]
    texts = DraftRevision.objects.filter(number=F("draft__revision"), record__icontains=inside, draft__in=among)
    return set(texts.values_list("draft_id", flat=True))


def _cursor(draft: Draft) -> str:
    return base64.urlsafe_b64encode(f"{draft.state_at.isoformat()}|{draft.pk}".encode()).decode().rstrip("=")


def _beyond(rows: "QuerySet[Draft]", after: str, *, newest_first: bool) -> "QuerySet[Draft]":
    """The rows after a cursor; all of them when it is none of ours."""
    try:
        text = base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)).decode()
        moment, _, number = text.partition("|")
        at, pk = dt.datetime.fromisoformat(moment), int(number)
    except (ValueError, binascii.Error):
        return rows
    if newest_first:
        return rows.filter(Q(state_at__lt=at) | Q(state_at=at, pk__lt=pk))
    return rows.filter(Q(state_at__gt=at) | Q(state_at=at, pk__gt=pk))


def list_by_uid(uids: Sequence[str]) -> Sequence[Draft]:
    """Those of the drafts that exist, in the order given."""
    found = {draft.uid: draft for draft in Draft.objects.filter(uid__in=list(uids)[:_MOST])}
    return [found[uid] for uid in dict.fromkeys(uids) if uid in found]
