"""What could show who a person is, in a decision as it stands or as it is meant to be."""

import hashlib
from collections.abc import Mapping

from upheld.analysis.identifiers import Finding, Known, Part, examine
from upheld.editorial.parts import is_outside, is_routine, parts_of
from upheld.editorial.queries.knowledge import Knowledge, Uncleared, get_knowledge
from upheld.register.records import DecisionRecord

_REMEMBERED = 1_000  # a batch that was looked at is examined once until it is approved
_memory: dict[tuple[bytes, int], tuple[Finding, ...]] = {}


def examine_record(
    record: DecisionRecord, outside: Mapping[str, str] | None = None, known: Known | None = None
) -> tuple[Finding, ...]:
    """Everything found in what would be shown or kept.

    What came from `outside` (a file's name, its properties) is looked at for what it says about the text, the real
    initial behind an alias for instance. What is found in it alone is `examine_outside`'s: nobody keeps it.
    """
    return _split(record, outside, known)[0]


def examine_outside(
    record: DecisionRecord, outside: Mapping[str, str], known: Known | None = None
) -> tuple[Finding, ...]:
    """Everything found in what came with a file and is not kept, but for what every file says of who wrote it."""
    return _split(record, outside, known)[1]


def examine_both(
    record: DecisionRecord, outside: Mapping[str, str], known: Known | None = None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What is found in the decision, and what in that which came with it."""
    return _split(record, outside, known)


def _examined(parts: tuple[Part, ...], known: Known) -> tuple[Finding, ...]:
    """What is found; texts that were examined with the same knowledge a moment ago are not looked through again.

    A draft is checked several times on its way, and an import examines before it takes the write lock.
    """
    if isinstance(known, Knowledge):
        found = _examined(parts, Uncleared(known))
        return tuple(one for one in found if not known.is_cleared(one.words, one.kind))
    if not isinstance(known, Uncleared):
        return examine(parts, known)
    said = hashlib.blake2b(repr(parts).encode("utf-8", "replace"), digest_size=16)
    key = (said.digest(), known.knowledge.generation)
    findings = _memory.get(key)
    if findings is None:
        while len(_memory) >= _REMEMBERED:
            _memory.pop(next(iter(_memory)), None)
        findings = _memory[key] = examine(parts, known)
    return findings


def _split(
    record: DecisionRecord, outside: Mapping[str, str] | None, known: Known | None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    found = _examined(parts_of(record, outside), get_knowledge() if known is None else known)
    inside = tuple(one for one in found if not is_outside(one.where))
    return inside, tuple(one for one in found if is_outside(one.where) and not is_routine(one.where))
