"""What a program reads from a version's text: read when it is wanted, or taken from where an earlier reading is kept.

A version holds none of it. What is kept (`models.Reading`) holds no words: of each remedy where they stand. Its seal is
made of the text's hash, of the reader's own program and of what was read, so that nothing old is ever taken for true.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from upheld.analysis.document import Section
from upheld.analysis.paragraphs import SUMMARY
from upheld.analysis.passages import list_passages
from upheld.analysis.remedies import read_remedies
from upheld.analysis.remedy import Remedy
from upheld.register.content import Facts, read_facts
from upheld.register.records import DecisionRecord

_PROGRAM = (
    ("upheld.analysis", ("document.py", "paragraphs.py", "passages.py", "remedy.py")),
    ("upheld.lib", ("slugs.py", "text.py")),
    ("upheld.analysis.remedies", ()),
)
"""The program that reads, by rooms and their files; of the last room every file, its lists of words too."""
_WORDS = "words"  # of a kept remedy: which string of its paragraph holds its words, from where, to where


def _digest_of_program() -> str:
    found = [
        (one.name, one.read_bytes())
        for room, names in _PROGRAM
        for one in resources.files(room).iterdir()
        if one.is_file() and (one.name in names or not names)
    ]
    return hashlib.sha256(repr(sorted(found)).encode()).hexdigest()


REVISION = _digest_of_program()
"""Differs when the reader does: what an earlier one read is then read anew."""


def shown_remedies(facts: Facts, summary: str, kept: str | None = None) -> tuple[Remedy, ...]:
    """The remedies the source gave, else those read from the text, each marked `read` with its paragraph's address.

    `kept` is what was read from this very text, where that is known.
    """
    if facts.remedies or kept is None:
        return facts.remedies or read_remedies(summary, facts.sections, facts.document_type)
    return unpack_whole(kept, summary, facts.sections)


def counted_remedies(facts: Facts, summary: str, kept: str | None) -> tuple[Remedy, ...]:
    """The same for counting: those that are kept come without their words."""
    return unpack(kept) if kept is not None and not facts.remedies else shown_remedies(facts, summary)


def with_read_remedies(record: DecisionRecord, kept: str | None = None) -> DecisionRecord:
    """The record as it is given away: where its source gave no remedies, with those read from the text.

    `kept` is what was read from this very text, where that is known.
    """
    if record.remedies or not (read := _read(record, kept)):
        return record
    return record.model_copy(update={"remedies": read})


def _read(record: DecisionRecord, kept: str | None) -> tuple[Remedy, ...]:
    if kept is None:
        return read_remedies(record.summary, record.sections, record.document_type)
    return unpack_whole(kept, record.summary, record.sections)


def seal(content_hash: str, packed: str) -> str:
    """What agrees only with this text, this reader and what was read."""
    return hashlib.blake2b(f"{REVISION}\n{content_hash}\n{packed}".encode(), digest_size=16).hexdigest()


def pack(remedies: Sequence[Remedy], summary: str, sections: Sequence[Section]) -> str | None:
    """Remedies read from the text, as they are kept; None where the words of one stand in no one place of it."""
    strings = _strings(summary, sections, {one.at for one in remedies})
    packed = []
    for one in remedies:
        place = _place(one.text, strings.get(one.at or "", ()))
        if place is None:
            return None
        values = one.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"text", "read"})
        packed.append(values | {_WORDS: place})
    return json.dumps(packed, separators=(",", ":"))


def read_and_pack(content: str, summary: str) -> str | None:
    """What is read of a version's text, as it is kept; None where the source says it, or it cannot be kept."""
    facts = read_facts(content)
    return None if facts.remedies else pack(shown_remedies(facts, summary), summary, facts.sections)


def read_many(texts: bytes) -> bytes:
    """The same of many, for another process: JSON of content and summary of each, and of what was read."""
    return json.dumps([read_and_pack(content, summary) for content, summary in json.loads(texts)]).encode()


def unpack(packed: str) -> tuple[Remedy, ...]:
    """The remedies without their words."""
    return tuple(_remedy(values, "") for values in json.loads(packed))


def unpack_whole(packed: str, summary: str, sections: Sequence[Section]) -> tuple[Remedy, ...]:
    """The remedies, their words taken from the text they were read from."""
    kept = json.loads(packed)
    strings = _strings(summary, sections, {values["at"] for values in kept})
    return tuple(_remedy(values, _words(values, strings)) for values in kept)


def _remedy(values: Mapping[str, Any], text: str) -> Remedy:
    given = {("for_" if key == "for" else key): value for key, value in values.items() if key != _WORDS}
    return Remedy.model_construct(**given, text=text, read=True)


def _words(values: Mapping[str, Any], strings: Mapping[str, Sequence[str]]) -> str:
    number, start, end = values[_WORDS]
    text: str = strings[values["at"]][number]
    return text[start:end]


def _place(words: str, strings: Sequence[str]) -> tuple[int, int, int] | None:
    for number, text in enumerate(strings):
        if (start := text.find(words)) >= 0:
            return number, start, start + len(words)
    return None


def _strings(summary: str, sections: Sequence[Section], wanted: set[str | None]) -> dict[str, list[str]]:
    """The strings of the paragraphs at the wanted addresses, by their addresses."""
    found: dict[str, list[str]] = {}
    for passage in list_passages(summary, sections if wanted - {SUMMARY} else ()):
        found.setdefault(passage.at, []).append(passage.text)
    return found
