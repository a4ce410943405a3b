"""An entry made ready to be compared: its content in the register's form, and fingerprints of it."""

import hashlib
from dataclasses import dataclass, field

from upheld.ingest.found import Outside, Place, Refusal, SourceEntry
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.lib.slugs import slugify
from upheld.register.content import Content, ContentError, prepare
from upheld.register.records import DecisionRecord
from upheld.scheme import Scheme

_LONGEST_CATEGORY = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """A decision that may be taken in. `listed` is the fingerprint of what a category page would say of it."""

    content: Content
    place: Place
    listed: bytes
    doubts: tuple[str, ...] = ()
    outside: Outside = field(default_factory=Outside)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all its references, the preferred one first."""
        return tuple(one.key + one.suffix for one in (self.content.reference, *self.content.others))

    @property
    def is_whole(self) -> bool:
        """Whether it carries more than a category page does."""
        record = self.content.record
        return bool(record.sections or record.remedies or record.also_known_as)


@dataclass
class Preparer:
    """Makes candidates for one scheme, with the names of categories as they are kept."""

    scheme: Scheme
    vocabulary: Vocabulary
    _names: dict[tuple[str, str | None], tuple[str, str | None]] = field(default_factory=dict)

    def prepare(self, entry: SourceEntry) -> Candidate | Refusal:
        """The candidate, or why the register could never keep it."""
        try:
            content = prepare(self._with_kept_names(entry.record), self.scheme)
        except ContentError as error:
            return Refusal(entry.place, "content", str(error), self._printed(entry.record))
        if why := _unkeepable(content.record):
            return Refusal(entry.place, "category", why, content.reference.printed)
        return Candidate(content, entry.place, _listed(content), entry.doubts, entry.outside)

    def _with_kept_names(self, record: DecisionRecord) -> DecisionRecord:
        given = (record.category, record.subcategory)
        kept = self._names.get(given)
        if kept is None:
            kept = self._names[given] = self._kept(*given)
            if len(self._names) > 10_000:
                self._names.clear()
        if kept == given:
            return record
        return record.model_copy(update={"category": kept[0], "subcategory": kept[1]})

    def _kept(self, category: str, subcategory: str | None) -> tuple[str, str | None]:
        name = self.vocabulary.category(category) or category
        return name, self.vocabulary.subcategory(name, subcategory) if subcategory else subcategory

    def _printed(self, record: DecisionRecord) -> str:
        reference = self.scheme.pattern.parse_printed(record.reference)
        return reference.printed if reference else ""


def _unkeepable(record: DecisionRecord) -> str | None:
    for name in (record.category, record.subcategory):
        if name is not None and len(name) > _LONGEST_CATEGORY:
            return f"a category's name has at most {_LONGEST_CATEGORY} characters"
        if name is not None and not slugify(name):
            return f"“{name[:60]}” is no name of a category: it has no letter or digit"
    return None


def _listed(content: Content) -> bytes:
    record = content.record
    parts = (
        content.reference.printed, content.document_type, content.outcome,
        tuple(organisation.name for organisation in record.organisations),
        slugify(record.category), slugify(record.subcategory or ""), record.decided_on,
    )  # fmt: skip
    fingerprint = hashlib.blake2b(repr(parts).encode(), digest_size=12)
    fingerprint.update(record.summary.encode())
    return fingerprint.digest()
