"""Reads of the journal with the names of what its entries are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from upheld.accounts.models import Person
from upheld.editorial.models import Draft, OpenReview, RecognitionReport
from upheld.journal.models import Entry
from upheld.register.models import Category, Decision, Organisation

PAGE = 50
SUBJECTS = ("decision", "draft", "review", "report", "organisation", "category", "person", "register")
STATE_AFTER = {
    "decision.published": "published", "decision.embargoed": "embargoed", "decision.held": "held",
    "decision.released": "", "decision.withdrawn": "withdrawn", "decision.restored": "published",
}  # fmt: skip
"""The state that an entry leads to; empty where the entry does not say."""


@dataclass(frozen=True)
class Named:
    """What an entry is about: its name, and its page in the desk where it has one."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Written:
    """An entry, what it is about, and the state before it where it moved a decision."""

    entry: Entry
    named: Named
    before: str = ""


def list_entries(
    *, person: str = "", subject: str = "", decision: Decision | None = None, before: int | None = None
) -> tuple[Sequence[Written], int | None]:
    """A page of entries, the newest first, and the number to go on before; None on the last page."""
    rows = Entry.objects.all() if decision is None else entries_of(decision)
    if person:
        rows = rows.filter(by__iexact=person)
    if subject in SUBJECTS:
        rows = rows.filter(subject=subject) if subject != "decision" else rows.filter(subject__in=_DECISION)
    if before is not None:
        rows = rows.filter(number__lt=before)
    found = list(rows.order_by("-number")[: PAGE + 1])
    more = found[PAGE - 1].number if len(found) > PAGE else None
    return name_entries(found[:PAGE]), more


def entries_of(decision: Decision) -> "QuerySet[Entry]":
    """All entries about the decision: its own, those of its drafts, reviews, findings and readers' reports."""
    ids = {
        "draft": Draft.objects.filter(decision=decision).values("pk"),
        "review": OpenReview.objects.filter(decision=decision).values("pk"),
        "report": RecognitionReport.objects.filter(decision=decision).values("pk"),
    }
    theirs = Q(subject__in=_DECISION, subject_id=decision.pk)
    for subject, rows in ids.items():
        theirs |= Q(subject=subject, subject_id__in=rows)
    return Entry.objects.filter(theirs)


def name_entries(entries: Sequence[Entry]) -> Sequence[Written]:
    """The entries with the names of what they are about."""
    names = _names(entries)
    unknown = Named("no longer here")
    return [
        Written(one, names.get((one.subject, one.subject_id), Named("") if one.subject_id is None else unknown),
                _state_before(one))
        for one in entries
    ]  # fmt: skip


_DECISION = ("decision", "examination")


def _names(entries: Iterable[Entry]) -> Mapping[tuple[str, int | None], Named]:
    ids: dict[str, set[int]] = defaultdict(set)
    for one in entries:
        if one.subject_id is not None:
            ids["decision" if one.subject in _DECISION else one.subject].add(one.subject_id)
    found: dict[tuple[str, int | None], Named] = {
        (subject, pk): named for subject, name in _NAMERS.items() for pk, named in name(ids[subject])
    }
    return found | {("examination", pk): named for (subject, pk), named in found.items() if subject == "decision"}


def _decisions(ids: set[int]) -> Iterator[tuple[int, Named]]:
    for pk, uid, reference in Decision.objects.filter(pk__in=ids).values_list("pk", "uid", "reference"):
        yield pk, Named(reference, f"/desk/decisions/{uid}")


def _drafts(ids: set[int]) -> Iterator[tuple[int, Named]]:
    return ((one.pk, Named(f"draft {one}", one.get_absolute_url())) for one in Draft.objects.filter(pk__in=ids))


def _reports(ids: set[int]) -> Iterator[tuple[int, Named]]:
    rows = RecognitionReport.objects.filter(pk__in=ids).select_related("decision")
    return ((one.pk, Named(one.decision.reference, one.get_absolute_url())) for one in rows)


def _reviews(ids: set[int]) -> Iterator[tuple[int, Named]]:
    return ((one.pk, Named(one.reference, "/desk/reviews")) for one in OpenReview.objects.filter(pk__in=ids))


def _people(ids: set[int]) -> Iterator[tuple[int, Named]]:
    return ((one.pk, Named(one.email, one.get_absolute_url())) for one in Person.objects.filter(pk__in=ids))


def _organisations(ids: set[int]) -> Iterator[tuple[int, Named]]:
    return ((one.pk, Named(one.name)) for one in Organisation.objects.filter(pk__in=ids))


def _categories(ids: set[int]) -> Iterator[tuple[int, Named]]:
    return ((one.pk, Named(one.name)) for one in Category.objects.filter(pk__in=ids))


_NAMERS = {
    "decision": _decisions, "draft": _drafts, "report": _reports, "review": _reviews, "person": _people,
    "organisation": _organisations, "category": _categories,
}  # fmt: skip


def _state_before(entry: Entry) -> str:
    """The state that the decision was in before this entry, where this entry moved it and the journal tells."""
    if entry.kind not in STATE_AFTER or entry.kind == "decision.embargoed":
        return ""
    rows = Entry.objects.filter(subject="decision", subject_id=entry.subject_id, number__lt=entry.number)
    last = rows.filter(kind__in=STATE_AFTER).order_by("-number").values_list("kind", flat=True).first()
    return STATE_AFTER[last] if last else ""
