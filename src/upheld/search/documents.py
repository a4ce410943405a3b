"""What the index is given of each published decision, read from the register in bulk."""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Max, Min, Q
from django.db.models.functions import Coalesce

from upheld.analysis.citations import find_references
from upheld.analysis.law.reading import find_law_of_lines
from upheld.analysis.remedy import Remedy
from upheld.journal.models import Entry
from upheld.lib.slugs import slugify
from upheld.register.content import Facts, read_facts
from upheld.register.models import (
    Category,
    Decision,
    DecisionOrganisation,
    DecisionReference,
    Organisation,
    OrganisationName,
    Version,
)
from upheld.register.models.decision import IS_PUBLIC, PUBLISHED
from upheld.register.names import name_key
from upheld.register.queries.reading import get_kept
from upheld.register.reading import shown_remedies, unpack
from upheld.scheme import get_scheme
from upheld.search.sections import kinds_of_sections

CHUNK = 500
_PUBLISHED, _RELEASED = "decision.published", "decision.released"


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One decision as it is to be found: its words, what it is filtered by, and what it is sorted by."""

    decision_id: int
    version: int
    reference_key: str
    references: tuple[str, ...]
    document_type: str
    outcome: str | None
    category: str
    subcategory: str | None
    category_names: tuple[str, ...]
    organisations: tuple[str, ...]
    kinds: tuple[str, ...]
    organisation_names: tuple[str, ...]
    decided_on: dt.date | None
    added_at: dt.datetime
    summary: str
    sections: tuple[tuple[str, str], ...] = ()
    """The kind of each section, as a slug or nothing where it is of no known kind, and its text."""
    laws: tuple[str, ...] = ()
    """Slugs of the laws the text cites, and of their provisions: `care-act-2014`, `care-act-2014/9`."""
    law_titles: tuple[str, ...] = ()
    """Kind and title of each: `act|Care Act 2014`."""
    cites: tuple[str, ...] = ()
    """The references of decisions the text names, each as key and suffix in one word; never its own."""
    keys: tuple[str, ...] = ()
    """Its own references, written alike."""
    remedies: tuple[str, ...] = ()
    """The kinds of remedy that were agreed, recommended or done."""
    paid: int | None = None
    """Pence agreed or paid to the complainant in plain sums; None where there is none."""
    entered: int = 0
    """The journal entry by which it first came in."""

    @property
    def digest(self) -> int:
        """63 bits that differ when anything in the document differs."""
        short = (str(getattr(self, name)) for name in self.__slots__ if name != "sections")
        return _bits((*short, *chain.from_iterable(self.sections)))


@dataclass(frozen=True, slots=True)
class _Bodies:
    """The organisations of one decision."""

    slugs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of the decisions of a chunk beside their own rows."""

    references: Mapping[int, tuple[tuple[str, ...], tuple[str, ...]]]
    bodies: Mapping[int, _Bodies]
    entered: Mapping[int, int]
    kept: Mapping[int, str]


def load_documents(decision_ids: Sequence[int]) -> Iterator[SearchDocument]:
    """The documents of those of the decisions that are published, by id: five queries for each 500."""
    for start in range(0, len(decision_ids), CHUNK):
        chunk = decision_ids[start : start + CHUNK]
        rows = list(_rows(chunk))
        kept = get_kept({row[0]: row[-1] for row in rows})
        around = _Around(_references(chunk), _bodies(chunk), _entered(chunk), kept)
        yield from (_document(row, around) for row in rows)


def load_former(versions: Mapping[int, int]) -> Iterator[SearchDocument]:
    """The documents of published decisions in the version given for each, as far as its text is kept.

    What a version does not hold is as it is today: the slugs of its category and organisations, its references.
    """
    ids = list(versions)
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        found = [(one, read_facts(one.content)) for one in _versions(chunk) if one.number == versions[one.decision_id]]
        around = _Around(_references(chunk), _bodies_of(found), _entered(chunk), {})
        for one, facts in found:
            yield _document(_row_of(one, facts), around)


def published_ids(after: int, limit: int, last: int | None = None) -> Sequence[int]:
    """At most `limit` ids of published decisions, in order, beginning after `after`, up to `last`."""
    rows = Decision.objects.filter(IS_PUBLIC, pk__gt=after)
    rows = rows if last is None else rows.filter(pk__lte=last)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:limit])


def count_published(last: int) -> int:
    """How many published decisions there are with ids up to `last`."""
    return Decision.objects.filter(IS_PUBLIC, pk__lte=last).count()


def last_id() -> int:
    """The id of the decision that came in last; 0 where there is none."""
    return Decision.objects.aggregate(last=Max("pk"))["last"] or 0


def texts_of(content: str | None) -> tuple[tuple[str, str], ...]:
    """The kind of each section, nothing where it is of none that is known, and its text."""
    sections = json.loads(content).get("sections", ()) if content else ()
    kinds = kinds_of_sections([(one.get("heading"), one.get("level", 1)) for one in sections])
    texts = ("\n".join(_lines(section)) for section in sections)
    return tuple((kind or "", text) for kind, text in zip(kinds, texts, strict=True))


def _lines(section: Mapping[str, Any]) -> Iterator[str]:
    if heading := section.get("heading"):
        yield heading
    yield from _block_lines(section.get("blocks", ()))


def _block_lines(blocks: Sequence[Any]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            yield block
            continue
        yield block["text"]
        if items := block.get("items"):
            yield from _block_lines(items)
        if table := block.get("table"):
            yield from (cell for row in table["rows"] for cell in row)


def _rows(chunk: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    columns = (
        "pk", "version_number", "reference_key", "document_type", "outcome", "category__slug", "subcategory__slug",
        "category__name", "subcategory__name", "decided_on", "added_at", "version__summary", "version__content",
        "version__content_hash",
    )  # fmt: skip
    return Decision.objects.filter(IS_PUBLIC, pk__in=chunk).order_by("pk").values_list(*columns).iterator(CHUNK)


def _document(row: tuple[Any, ...], around: _Around) -> SearchDocument:
    (pk, version, key, kind, outcome, category, subcategory, *names, decided_on, added_at, summary, content, _) = row
    bodies, (references, keys) = around.bodies.get(pk, _Bodies()), around.references.get(pk, ((), ()))
    summary = summary or ""
    sections = texts_of(content)
    lines = "\n".join((summary, *(text for _, text in sections)))
    laws = find_law_of_lines(lines)
    remedies = _remedies(content, summary, around.kept.get(pk))
    return SearchDocument(
        decision_id=pk,
        version=version,
        reference_key=key,
        references=references,
        document_type=kind,
        outcome=outcome,
        category=category,
        subcategory=subcategory,
        category_names=tuple(name for name in names if name),
        organisations=bodies.slugs,
        kinds=bodies.kinds,
        organisation_names=bodies.names,
        decided_on=decided_on,
        added_at=added_at,
        summary=summary,
        sections=sections,
        laws=_once(slug for law in laws for slug in (law.slug, f"{law.slug}/{law.place}" if law.place else law.slug)),
        law_titles=_once(f"{law.kind}|{law.title}" for law in laws),
        cites=_cited(lines, keys),
        keys=keys,
        remedies=_once(sorted(one.kind for one in remedies if one.status != "not-made")),
        paid=_paid(remedies),
        entered=around.entered.get(pk, 0),
    )


def _remedies(content: str | None, summary: str, kept: str | None) -> tuple[Remedy, ...]:
    """Those that are kept are without their words, which an index has no use for."""
    if kept is not None:
        return unpack(kept)
    return shown_remedies(read_facts(content), summary) if content else ()


def _bits(parts: Iterable[str]) -> int:
    text = "\0".join(parts).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big") >> 1


def _paid(remedies: Sequence[Remedy]) -> int | None:
    sums = [
        one.pence
        for one in remedies
        if one.pence and one.per is None and one.status in ("agreed", "done") and one.for_complainant
    ]
    return sum(sums) if sums else None


def _cited(text: str, own: Sequence[str]) -> tuple[str, ...]:
    found = (reference for reference, _, _ in find_references(text, get_scheme().pattern))
    return _once(key for one in found if (key := one.key + one.suffix) not in own)


def _references(chunk: Sequence[int]) -> Mapping[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The references of each, as printed and as one word, and then only as one word."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = DecisionReference.objects.filter(decision__in=chunk).order_by("pk")
    for decision, printed, key, suffix in rows.values_list("decision_id", "printed", "key", "suffix"):
        found[decision].append((printed, f"{key}{suffix}"))
    return {
        decision: (tuple(text for pair in pairs for text in pair), tuple(key for _, key in pairs))
        for decision, pairs in found.items()
    }


def _entered(chunk: Sequence[int]) -> Mapping[int, int]:
    """By which entry each first came in: one that was withdrawn and restored came in when it was published.

    What waited for its day and was held over it came in when it was released; else a release brings nothing new.
    """
    entries = Entry.objects.filter(subject="decision", subject_id__in=chunk, kind__in=(_PUBLISHED, _RELEASED))
    first = {kind: Min("number", filter=Q(kind=kind)) for kind in (_PUBLISHED, _RELEASED)}
    rows = entries.values_list("subject_id").annotate(first=Coalesce(*first.values())).order_by()
    return {decision: number for decision, number in rows if decision is not None}


def _bodies(chunk: Sequence[int]) -> Mapping[int, _Bodies]:
    found: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    columns = ("decision_id", "organisation__slug", "organisation__kind", "name", "organisation__name")
    rows = DecisionOrganisation.objects.filter(decision__in=chunk).order_by("decision_id", "position")
    for decision, *values in rows.values_list(*columns):
        found[decision].append(tuple(values))
    return {decision: _gather(values) for decision, values in found.items()}


def _gather(values: Sequence[tuple[str, ...]]) -> _Bodies:
    slugs, kinds, printed, names = zip(*values, strict=True)
    return _Bodies(_once(slugs), _once(kind for kind in kinds if kind), _once((*printed, *names)))


def _once(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _versions(chunk: Sequence[int]) -> Iterator[Any]:
    """The versions of decisions that are published, those with their text."""
    rows = Version.objects.select_related("decision").filter(decision__in=chunk, content__isnull=False)
    return rows.filter(decision__state=PUBLISHED).order_by("decision").iterator(CHUNK)


def _row_of(version: Any, facts: Facts) -> tuple[Any, ...]:
    """A version as `_rows` gives present ones."""
    decision, day = version.decision, dt.date.fromisoformat(facts.decided_on) if facts.decided_on else None
    top = Category.objects.filter(parent=None, name=facts.category).first()
    below = Category.objects.filter(parent=top, name=facts.subcategory).first() if facts.subcategory else None
    return (
        decision.pk, version.number, decision.reference_key, facts.document_type, facts.outcome,
        top.slug if top else slugify(facts.category),
        below.slug if below else slugify(facts.subcategory) if facts.subcategory else None,
        facts.category, facts.subcategory, day, decision.added_at, version.summary, version.content,
        version.content_hash,
    )  # fmt: skip


def _bodies_of(found: Sequence[tuple[Any, Facts]]) -> Mapping[int, _Bodies]:
    """The organisations that versions name, as names are matched."""
    keys = {name_key(name) for _, facts in found for name in facts.organisations}
    rows = OrganisationName.objects.filter(key__in=keys).select_related("organisation")
    known = {one.key: one.organisation for one in rows}
    return {version.decision_id: _named(facts.organisations, known) for version, facts in found}


def _named(names: Sequence[str], known: Mapping[str, Organisation]) -> _Bodies:
    bodies = [known[key] for key in map(name_key, names) if key in known]
    return _Bodies(
        _once(one.slug for one in bodies),
        _once(one.kind for one in bodies if one.kind),
        _once((*names, *(one.name for one in bodies))),
    )
