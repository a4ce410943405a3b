"""What the index is given of each published decision, read from the register in bulk."""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from upheld.analysis.citations import find_references
from upheld.analysis.law.reading import find_law
from upheld.register.models import Decision, DecisionOrganisation, DecisionReference
from upheld.register.models.decision import IS_PUBLIC
from upheld.scheme import get_scheme

CHUNK = 500


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
    text: str
    laws: tuple[str, ...] = ()
    """Slugs of the laws the text cites, and of their provisions: `care-act-2014`, `care-act-2014/9`."""
    law_titles: tuple[str, ...] = ()
    """Kind and title of each: `act|Care Act 2014`."""
    cites: tuple[str, ...] = ()
    """The references of decisions the text names, each as key and suffix in one word; never its own."""

    @property
    def digest(self) -> int:
        """63 bits that differ when anything in the document differs."""
        values = "\0".join(map(str, (getattr(self, name) for name in self.__slots__)))
        return int.from_bytes(hashlib.blake2b(values.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1


@dataclass(frozen=True, slots=True)
class _Bodies:
    """The organisations of one decision."""

    slugs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def load_documents(decision_ids: Sequence[int]) -> Iterator[SearchDocument]:
    """The documents of those of the decisions that are published, by id: three queries for each 500."""
    for start in range(0, len(decision_ids), CHUNK):
        chunk = decision_ids[start : start + CHUNK]
        references, bodies = _references(chunk), _bodies(chunk)
        for row in _rows(chunk):
            yield _document(row, references.get(row[0], ()), bodies.get(row[0], _Bodies()))


def published_ids(after: int, limit: int) -> Sequence[int]:
    """At most `limit` ids of published decisions, in order, beginning after `after`."""
    return list(Decision.objects.filter(IS_PUBLIC, pk__gt=after).order_by("pk").values_list("pk", flat=True)[:limit])


def _all_lines(content: str | None) -> list[str]:
    """The headings, paragraphs and cells in a version's JSON."""
    if not content:
        return []
    return [line for section in json.loads(content).get("sections", ()) for line in _lines(section)]


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
    )  # fmt: skip
    return Decision.objects.filter(IS_PUBLIC, pk__in=chunk).order_by("pk").values_list(*columns).iterator(CHUNK)


def _document(row: tuple[Any, ...], references: tuple[str, ...], bodies: _Bodies) -> SearchDocument:
    (pk, version, key, kind, outcome, category, subcategory, *names, decided_on, added_at, summary, content) = row
    lines = _all_lines(content)
    text, laws = "\n".join(lines), find_law(("", line) for line in (summary or "", *lines))
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
        summary=summary or "",
        text=text,
        laws=_once(slug for law in laws for slug in (law.slug, f"{law.slug}/{law.place}" if law.place else law.slug)),
        law_titles=_once(f"{law.kind}|{law.title}" for law in laws),
        cites=_cited(f"{summary or ''}\n{text}", references),
    )


def _cited(text: str, own: Sequence[str]) -> tuple[str, ...]:
    found = (reference for reference, _, _ in find_references(text, get_scheme().pattern))
    return _once(key for one in found if (key := one.key + one.suffix) not in own)


def _references(chunk: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """Each reference as printed and as one word."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = DecisionReference.objects.filter(decision__in=chunk).order_by("pk")
    for decision, printed, key, suffix in rows.values_list("decision_id", "printed", "key", "suffix"):
        found[decision] += (printed, f"{key}{suffix}")
    return {decision: tuple(texts) for decision, texts in found.items()}


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
