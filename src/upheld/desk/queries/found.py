"""What Find finds: drafts first, then decisions that nobody outside can read, then the published; a page at a time."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from upheld.analysis.references import Reference
from upheld.desk.asking import ME, Asked
from upheld.desk.queries.decision import Standing, find_by_uid, read_decisions
from upheld.editorial.models import Draft
from upheld.editorial.queries.examination import count_waiting_findings, list_waiting
from upheld.editorial.queries.queue import DraftFilters, list_decisions_of, list_drafts
from upheld.register.models import Category, Decision, DecisionOrganisation
from upheld.register.models.decision import EMBARGOED, HELD, PUBLISHED, WITHDRAWN
from upheld.search import IndexNotReadyError, QueryError, SearchRequest, search

SIZE = 50
MOST_TEXTS = 2_000
OPEN_FINDINGS = "open-findings"
_STATES_OF_DRAFTS = ("draft", "checking", "ready", "returned", "held", "never")
_STATE_OF = {"scheduled": EMBARGOED, "held": HELD, "withdrawn": WITHDRAWN, "published": PUBLISHED}
_NAME_OF = {state: name for name, state in _STATE_OF.items()}
Hit = Draft | Standing


@dataclass(frozen=True)
class Wanted:
    """A search as the sources understand it: what was asked, its days, who asks, and the reference it names if any."""

    asked: Asked
    first: dt.date | None
    last: dt.date | None
    me: str
    reference: Reference | None = None

    @property
    def person(self) -> str:
        """The person asked for, by address."""
        return self.me if self.asked.person == ME else self.asked.person

    @property
    def is_of_drafts(self) -> bool:
        """Whether only drafts can be meant: nothing keeps a decision back, and none waits for approval."""
        return bool(self.asked.approve or self.asked.blocker)

    @property
    def asks_findings(self) -> bool:
        """Whether what has open findings is meant, which published decisions can have too."""
        return self.asked.blocker == OPEN_FINDINGS


@dataclass(frozen=True)
class Found:
    """A page of what was found. `after` asks for the next, and `counts` are by state, whatever states were asked for.

    A count is missing where it is not known on this page. `note` says what was not looked at.
    """

    hits: tuple[Hit, ...] = ()
    after: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    note: str = ""


def find(wanted: Wanted) -> Found:
    """A page of what is asked for."""
    begin, _, cursor = wanted.asked.after.partition(":")
    names = list(_SOURCES)
    names = names[names.index(begin) if begin in names else 0 :]
    hits: list[Hit] = []
    counts: Counter[str] = Counter()
    after = note = ""
    for name in names:
        part = _SOURCES[name](wanted, cursor if name == begin else "", max(0, SIZE - len(hits)))
        hits += part.hits
        counts.update(part.counts)
        note = note or part.note
        after = after or (f"{name}:{part.after}" if part.after else "")
    return Found(tuple(hits), after, counts, note)


def _find_drafts(wanted: Wanted, cursor: str, room: int) -> Found:
    asked = wanted.asked
    filters = DraftFilters(
        states=("ready",) if asked.approve else asked.wants(*_STATES_OF_DRAFTS) or ("none",),
        mine=wanted.person,
        for_approval=wanted.me if asked.approve else "",
        blocker=asked.blocker,
        q=asked.query,
        category=_category_name(asked.category),
        document_type=asked.document_type,
        outcome=asked.outcome,
        decided_from=wanted.first,
        decided_to=wanted.last,
        newest_first=not asked.approve,
    )
    page = list_drafts(filters, cursor, room or 1)
    counts = {state: count for state, count in page.counts.items() if state in _STATES_OF_DRAFTS}
    return Found(page.drafts[:room], page.after, counts)


def _find_hidden(wanted: Wanted, cursor: str, room: int) -> Found:
    """Decisions that wait, are held or are withdrawn; published ones too where the search cannot tell."""
    if wanted.is_of_drafts:
        return Found()
    rows, note = _saying(_narrowed(wanted), wanted)
    counts = {_NAME_OF[state]: count for state, count in rows.values_list("state").annotate(count=Count("pk"))}
    rows = rows.filter(state__in=[_STATE_OF[one] for one in wanted.asked.wants(*_STATE_OF)])
    if cursor.isdecimal():
        rows = rows.filter(pk__lt=int(cursor))
    found = list(rows.order_by("-pk").values_list("pk", flat=True)[: room + 1])
    page = found[:room]
    after = str((page or [found[0] + 1])[-1]) if len(found) > room else ""
    return Found(read_decisions(Decision.objects.filter(pk__in=page).order_by("-pk")), after, counts, note)


def _narrowed(wanted: Wanted) -> "QuerySet[Decision]":
    asked = wanted.asked
    rows = Decision.objects.all()
    if not _asks_register(wanted):
        rows = rows.exclude(state=PUBLISHED)
    exact = {
        "document_type": asked.document_type, "outcome": asked.outcome, "category__slug": asked.category,
        "decided_on__gte": wanted.first, "decided_on__lte": wanted.last,
    }  # fmt: skip
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if wanted.person:
        rows = rows.filter(pk__in=list_decisions_of(wanted.person))
    if one := wanted.reference:
        rows = rows.filter(references__key=one.key, references__suffix=one.suffix)
    return rows.order_by()


def _asks_register(wanted: Wanted) -> bool:
    """Whether published decisions are looked for in the register itself: by reference, or by who prepared them."""
    return bool(wanted.reference or wanted.person)


def _saying(rows: "QuerySet[Decision]", wanted: Wanted) -> tuple["QuerySet[Decision]", str]:
    """Those of the rows that say every word; of very many only the newest are looked through, which the note says."""
    words = [] if wanted.reference else wanted.asked.query.split()[:8]
    if not words:
        return rows, ""
    newest = list(rows.order_by("-pk").values_list("pk", flat=True)[: MOST_TEXTS + 1])
    found = Decision.objects.filter(pk__in=newest[:MOST_TEXTS])
    for word in words:
        named = DecisionOrganisation.objects.filter(decision=OuterRef("pk"), name__icontains=word)
        inside = json.dumps(word, ensure_ascii=False)[1:-1]
        said = Q(version__summary__icontains=word) | Q(version__content__icontains=inside)
        found = found.filter(said | Q(reference__icontains=word) | Exists(named))
    too_many = f"Of decisions that are not public, the words were looked for in the newest {MOST_TEXTS:,}."
    return found.order_by(), too_many if len(newest) > MOST_TEXTS else ""


def _find_published(wanted: Wanted, cursor: str, room: int) -> Found:
    if _asks_register(wanted) or (wanted.is_of_drafts and not wanted.asks_findings):
        return Found()
    page = int(cursor) if cursor.isdecimal() else 1
    if wanted.asks_findings:
        return _with_findings(wanted, page, room)
    asked = wanted.asked
    request = SearchRequest(
        text=asked.query,
        outcomes=(asked.outcome,) if asked.outcome else (),
        types=(asked.document_type,) if asked.document_type else (),
        categories=(asked.category,) if asked.category else (),
        decided_from=wanted.first,
        decided_to=wanted.last,
        sort="relevance" if asked.query else "added",
        page=page,
        page_size=SIZE,
        counts=(),
    )
    try:
        results = search(request)
    except QueryError as error:
        return Found(note=f"Published decisions were not searched: {error}.")
    except IndexNotReadyError:
        return Found(note="Published decisions are not searched yet: their index is being made.")
    ids = results.decision_ids if "published" in asked.wants("published") else ()
    return _published(ids, results.total, page, room)


def _published(ids: tuple[int, ...], total: int, page: int, room: int) -> Found:
    """What the search found, if the register still shows it."""
    counts = {"published": total}
    if not ids or not room:
        return Found((), str(page) if ids else "", counts)
    rows = {one.pk: one for one in read_decisions(Decision.objects.filter(pk__in=ids, state=PUBLISHED))}
    hits = tuple(rows[pk] for pk in ids if pk in rows)
    return Found(hits, str(page + 1) if page * SIZE < total else "", counts)


def _with_findings(wanted: Wanted, page: int, room: int) -> Found:
    total, _ = count_waiting_findings()
    waits = list_waiting(SIZE, (page - 1) * SIZE) if "published" in wanted.asked.wants("published") else []
    if not waits or not room:
        return Found((), str(page) if waits else "", {"published": total})
    return Found(
        find_by_uid([one.uid for one in waits]), str(page + 1) if page * SIZE < total else "", {"published": total}
    )


def _category_name(slug: str) -> str:
    """The name by which drafts know the category; the slug itself where there is none, which no draft has."""
    if not slug:
        return ""
    return Category.objects.filter(slug=slug, parent=None).values_list("name", flat=True).first() or slug


_SOURCES: dict[str, Callable[[Wanted, str, int], Found]] = {
    "drafts": _find_drafts,
    "hidden": _find_hidden,
    "published": _find_published,
}
