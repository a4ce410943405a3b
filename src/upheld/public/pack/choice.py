"""The choice of a pack: read from its address or from a pasted list, and written back in one form."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from upheld.analysis.reference_lists import read_list
from upheld.analysis.references import Reference, ReferencePattern

MOST = 50
"""Decisions of a pack."""

MOST_READ = 500
"""Decisions that are read from an address, to say in which parts they can be had."""

_MOST_UNREAD = 10
_LONGEST = 60  # characters of a piece that is shown again
_VERSION = re.compile(
    r"(?P<reference>.*[0-9][a-z]?)[\s.(-]{0,3}v(?:ersion|\.)?[\s.]{0,3}(?P<number>[0-9]{1,6})\)?", re.IGNORECASE
)
_PARTS = re.compile(r"[,;|\t\n\r]")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A decision of the choice, by its reference; a version of it where one was asked for, else the present one."""

    reference: Reference
    version: int | None = None

    @property
    def slug(self) -> str:
        """As it stands in an address: `21-017-299`, `21-017-299v2`."""
        return self.reference.slug if self.version is None else f"{self.reference.slug}v{self.version}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a pack is to hold, each once and in order; and pieces of what was given that are no references."""

    chosen: tuple[Chosen, ...] = ()
    unread: tuple[str, ...] = ()

    def address(self, path: str = "/pack") -> str:
        """The address of the pack in the form of `path`, which is the same however the choice was made."""
        pairs = [f"ref={','.join(quote(one.slug) for one in self.chosen)}"] if self.chosen else []
        pairs += [urlencode({"refs": "\n".join(self.unread)})] if self.unread else []
        return f"{path}?{'&'.join(pairs)}" if pairs else path

    def without(self, left: Chosen) -> "Choice":
        """The choice without one."""
        return Choice(tuple(one for one in self.chosen if one != left))

    def in_parts(self) -> tuple["Choice", ...]:
        """Choices that are small enough, one after the other."""
        starts = range(0, len(self.chosen), MOST)
        return tuple(Choice(self.chosen[start : start + MOST]) for start in starts)


def read_choice(references: Iterable[str], pasted: str, pattern: ReferencePattern) -> Choice:
    """What an address asks for: `references` as it has them, one or several in each; and a list in any form."""
    pieces = (piece for value in references for piece in value.split(",") if piece.strip())
    found = [*(read for piece in pieces for read in _piece(piece, pattern)), *_lines(pasted, pattern)]
    chosen = tuple(dict.fromkeys(one for one in found if isinstance(one, Chosen)))
    unread = tuple(dict.fromkeys(one for one in found if isinstance(one, str)))
    return Choice(chosen[:MOST_READ], unread[:_MOST_UNREAD])


def _piece(piece: str, pattern: ReferencePattern) -> Iterator[Chosen | str]:
    """A reference with or without a version; else what a list would give in its place: addresses keep it as one."""
    words = " ".join(piece.replace("\x00", "\ufffd").split())
    with_version = _VERSION.fullmatch(words[:_LONGEST])
    if with_version and (reference := pattern.parse(with_version["reference"])):
        yield Chosen(reference, int(with_version["number"]))
    elif reference := pattern.parse(words):
        yield Chosen(reference)
    else:
        yield from _listed(words, pattern)


def _lines(pasted: str, pattern: ReferencePattern) -> Iterator[Chosen | str]:
    """A version is looked for in short pieces; a line without one is read as people write lists."""
    for line in pasted.replace("\x00", "\ufffd").splitlines():
        parts = [part for part in _PARTS.split(line) if part.strip()]
        if any(_names_version(part, pattern) for part in parts):
            for part in parts:
                yield from _piece(part, pattern)
            continue
        yield from _listed(line, pattern)


def _listed(line: str, pattern: ReferencePattern) -> Iterator[Chosen | str]:
    listed = read_list(line, pattern)
    yield from map(Chosen, listed.references)
    yield from listed.unread


def _names_version(part: str, pattern: ReferencePattern) -> bool:
    found = _VERSION.fullmatch(part.strip()[:_LONGEST])
    return bool(found and pattern.parse(found["reference"]))
