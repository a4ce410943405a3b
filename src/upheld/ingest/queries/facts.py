"""What the register knows about the references of a batch: the facts that the plan decides on."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from upheld.analysis.identifiers import KINDS
from upheld.editorial.actions.gate import kinds_in_details, passes_at_once
from upheld.editorial.queries.waiting import WaitingDraft, list_never, list_waiting_drafts
from upheld.ingest.candidate import Candidate
from upheld.ingest.options import Options
from upheld.ingest.plan import Facts, Incoming, Known, Seen, Values, Waiting
from upheld.lib.slugs import slugify
from upheld.register.actions.place import place_of
from upheld.register.content import Content, read_facts
from upheld.register.models import Decision, FurtherReport, Version
from upheld.register.queries.category import list_places
from upheld.register.queries.reference import list_taken
from upheld.register.queries.register import is_demo
from upheld.register.records import DecisionRecord
from upheld.register.timing import time_of
from upheld.scheme import Scheme

_CARRIED = (
    "document_type", "outcome", "organisations", "category", "decided_on", "summary", "sections", "remedies",
    "published_on", "source_url", "related", "satisfied_on", "further_reports", "also_known_as",
)  # fmt: skip
PlaceIds = Mapping[tuple[str, str | None], tuple[int, int | None]]
_SLICE = 500


class _Row(NamedTuple):
    """A decision as it stands, without its text."""

    pk: int
    version_number: int
    state: str
    redacted: bool
    content_hash: str | None
    published_on: dt.date | None
    source_url: str
    related: list[str]
    category_id: int
    subcategory_id: int | None
    satisfied_on: dt.date | None


@dataclass(frozen=True)
class Weighed:
    """A candidate with the facts about it, and the version its decision stands at (0 for a new one).

    `draft` is what waits at the desk under its reference.
    """

    candidate: Candidate
    incoming: Incoming
    facts: Facts
    version: int
    draft: WaitingDraft | None = None


def weigh(
    batch: Sequence[tuple[Candidate, Seen | None]], options: Options, scheme: Scheme, at: dt.datetime
) -> list[Weighed]:
    """The facts about each candidate. Inside `writing()` they stay true until its end."""
    reading = _Reading(batch, options, scheme, at)
    return [reading.weigh(candidate, seen) for candidate, seen in batch]


class _Reading:
    """Everything read for one batch, in a handful of queries."""

    def __init__(
        self, batch: Sequence[tuple[Candidate, Seen | None]], options: Options, scheme: Scheme, at: dt.datetime
    ) -> None:
        contents = [candidate.content for candidate, _ in batch]
        self.options, self.scheme, self.at = options, scheme, at
        self.taken = list_taken([one for content in contents for one in (content.reference, *content.others)])
        self.rows = _rows(sorted(set(self.taken.values())))
        self.further = _further([pk for content in contents if content.further and (pk := self._owner_id(content))])
        self.places = list_places()
        self.scheme_places = _scheme_places(scheme)
        keys = [key for candidate, _ in batch for key in candidate.keys]
        self.drafting = not passes_at_once(options.already_public)
        self.drafts, self.never = list_waiting_drafts(keys), list_never(keys)
        self.demo_allowed = any(content.record.demo for content in contents) and (is_demo() or _is_empty())
        self.versions = _versions(
            [pk for content in contents if (pk := self._owner_id(content)) and self._differs(content, pk)]
        )

    def weigh(self, candidate: Candidate, seen: Seen | None) -> Weighed:
        content = candidate.content
        owner = self._owner_id(content)
        others = {self.taken.get((one.key, one.suffix)) for one in content.others} - {None, owner}
        draft = next((self.drafts[key] for key in candidate.keys if key in self.drafts), None)
        timing = time_of(content, self.scheme, self.at, already_public=bool(self.options.already_public))
        facts = Facts(
            owner=self._known(content, owner) if owner else None,
            strangers=tuple(sorted(self._printed(content, others))),
            seen=seen,
            place_is_known=place_of(content.record) in self.places or place_of(content.record) in self.scheme_places,
            new_places_allowed=self.options.new_categories,
            day_can_be_told=timing is not None,
            held_until=timing.held_until if timing else None,
            demo_allowed=self.demo_allowed,
            drafting=self.drafting,
            waiting=self._waiting(draft, content),
            never=next((self.never[key] for key in candidate.keys if key in self.never), ""),
            found=_found_in_details(content) if self.drafting and owner else "",
        )
        values = self._given(content) if owner and self._differs(content, owner) else {}
        incoming = Incoming(values, self._details(content, owner) if owner else {}, demo=content.record.demo)
        return Weighed(candidate, incoming, facts, self.rows[owner].version_number if owner else 0, draft)

    def _waiting(self, draft: WaitingDraft | None, content: Content) -> Waiting | None:
        if draft is None:
            return None
        return Waiting(merged(draft.record, content).line() == draft.record.line(), draft.is_untouched)

    def _owner_id(self, content: Content) -> int | None:
        return self.taken.get((content.reference.key, content.reference.suffix))

    def _differs(self, content: Content, owner: int) -> bool:
        return self.rows[owner].content_hash != content.digest

    def _printed(self, content: Content, others: set[int | None]) -> list[str]:
        return [one.printed for one in content.others if self.taken.get((one.key, one.suffix)) in others]

    def _known(self, content: Content, owner: int) -> Known:
        row = self.rows[owner]
        details: Values = {
            "published_on": row.published_on,
            "source_url": row.source_url or None,
            "related": tuple(row.related),
            "satisfied_on": row.satisfied_on,
            "further_reports": self.further.get(owner, frozenset()),
        }
        if not self._differs(content, owner):
            return Known(owner, row.state, row.redacted, None, details)
        contents = self.versions[owner]
        present = _values_kept(contents[row.version_number], self.places) if row.version_number in contents else {}
        present |= {"category": row.category_id, "subcategory": row.subcategory_id}
        earlier = tuple(
            _values_kept(kept, self.places)
            for number, kept in contents.items()
            if number != row.version_number and _corrected_after(number, contents)
        )
        return Known(owner, row.state, row.redacted, present, details, earlier)

    def _details(self, content: Content, owner: int) -> Values:
        """The details that the source carries. Further reports that the register has stay beside those it names."""
        record = content.record
        further = frozenset((one.key, one.suffix) for one in content.further)
        values: dict[str, Hashable] = {
            "published_on": record.published_on,
            "source_url": record.source_url,
            "related": record.related,
            "satisfied_on": record.satisfied_on,
            "further_reports": further and further | self.further.get(owner, frozenset()),
        }
        return {key: value for key, value in values.items() if value}

    def _given(self, content: Content) -> dict[str, Hashable]:
        """The keys that the source carries; what is empty says nothing."""
        record = content.record
        category, subcategory = _place_values(record.category, record.subcategory, self.places)
        values: dict[str, Hashable] = {
            "document_type": content.document_type,
            "outcome": content.outcome,
            "organisations": tuple(name.name for name in record.organisations),
            "category": category,
            "subcategory": subcategory,
            "decided_on": record.decided_on.isoformat() if record.decided_on else None,
            "summary": record.summary,
            "sections": record.sections,
            "remedies": record.remedies,
            "also_known_as": _all_references(content.reference.printed, [one.printed for one in content.others])
            if content.others
            else None,
        }
        return {key: value for key, value in values.items() if value}


class _Kept(NamedTuple):
    by_import: bool
    summary: str
    content: str


def merged(present: DecisionRecord, content: Content) -> DecisionRecord:
    """What a draft says, with what a newer document says instead; what that does not say is no change."""
    given = {key: value for key in _CARRIED if (value := getattr(content.record, key))}
    if "category" in given:
        same = given["category"] == present.category
        given["subcategory"] = content.record.subcategory or (present.subcategory if same else None)
    if content.others:  # it may call itself by another of its references first
        own = (content.reference.printed, *(other.printed for other in content.others))
        given["also_known_as"] = tuple(one for one in own if one != present.reference)
    return present.model_copy(update=given)


def _found_in_details(content: Content) -> str:
    return ", ".join(KINDS[kind].label.lower() for kind in kinds_in_details(content.record))


def _rows(ids: Sequence[int]) -> dict[int, _Row]:
    found: dict[int, _Row] = {}
    for start in range(0, len(ids), _SLICE):
        rows = Decision.objects.filter(pk__in=ids[start : start + _SLICE]).values_list(
            "pk", "version_number", "state", "redacted", "version__content_hash", "published_on", "source_url",
            "related", "category_id", "subcategory_id", "satisfied_on",
        )  # fmt: skip
        found |= {row[0]: _Row(*row) for row in rows}
    return found


def _further(ids: Sequence[int]) -> dict[int, frozenset[tuple[str, str]]]:
    """The keys of the further reports of decisions."""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for start in range(0, len(ids), _SLICE):
        rows = FurtherReport.objects.filter(decision_id__in=ids[start : start + _SLICE])
        for pk, key, suffix in rows.values_list("decision_id", "key", "suffix"):
            found[pk].add((key, suffix))
    return {pk: frozenset(keys) for pk, keys in found.items()}


def _versions(ids: Sequence[int]) -> dict[int, dict[int, _Kept]]:
    """The versions of decisions that still have their text, by number."""
    found: dict[int, dict[int, _Kept]] = defaultdict(dict)
    for start in range(0, len(ids), _SLICE):
        rows = Version.objects.filter(decision_id__in=ids[start : start + _SLICE], content__isnull=False)
        for pk, number, by_import, summary, content in rows.values_list(
            "decision_id", "number", "by_import", "summary", "content"
        ):
            found[pk][number] = _Kept(by_import, summary or "", content or "{}")
    return found


def _corrected_after(number: int, versions: Mapping[int, _Kept]) -> bool:
    """Whether a person, not an import, gave the decision newer content than this version's."""
    return any(not kept.by_import for later, kept in versions.items() if later > number)


def _values_kept(kept: _Kept, places: PlaceIds) -> dict[str, Hashable]:
    facts = read_facts(kept.content)
    category, subcategory = _place_values(facts.category, facts.subcategory, places)
    return {
        "document_type": facts.document_type,
        "outcome": facts.outcome,
        "organisations": facts.organisations,
        "category": category,
        "subcategory": subcategory,
        "decided_on": facts.decided_on,
        "summary": kept.summary,
        "sections": facts.sections,
        "remedies": facts.remedies,
        "also_known_as": _all_references(facts.reference, facts.also_known_as),
    }


def _place_values(category: str, subcategory: str | None, places: PlaceIds) -> tuple[Hashable, Hashable]:
    """Ids where the register has the place, slugs where it does not."""
    place = (slugify(category), slugify(subcategory) if subcategory else None)
    if place in places:
        return places[place]
    top = places.get((place[0], None))
    return (top[0] if top else place[0]), place[1]


def _all_references(reference: str, others: Sequence[str]) -> frozenset[str]:
    return frozenset((reference, *others))


def _scheme_places(scheme: Scheme) -> set[tuple[str, str | None]]:
    tops: set[tuple[str, str | None]] = {(slugify(form.name), None) for form in scheme.categories}
    return tops | {(slugify(form.name), slugify(part)) for form in scheme.categories for part in form.subcategories}


def _is_empty() -> bool:
    return not Decision.objects.exists()
