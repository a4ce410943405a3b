"""References: the numbers by which people name a decision, however they type them."""

import re
from dataclasses import dataclass
from functools import cached_property

from upheld.lib.text import narrow

_LEAD = (
    r"(?:(?:our|your|case|complaint|decision)\s+)*(?:ref(?:erence)?s?|no|number|id|case)?[\s.:#]*(?:no|number)?[\s.:#]*"
)
_GAP = r"[\s\u00a0\u2010-\u2015/._-]{0,3}"
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # copying brings them along


def as_pasted(text: str) -> str:
    """The text in which references are looked for: digits of every kind as plain ones, nothing that nobody sees."""
    return narrow(_UNSEEN.sub("", text))


@dataclass(frozen=True)
class Reference:
    """One reference: as printed, and the key by which all its spellings are the same."""

    printed: str
    key: str
    suffix: str = ""

    @property
    def slug(self) -> str:
        """The reference in an address: `21-017-299`, `19-018-519c`."""
        return self.printed.lower().replace(" ", "-")


@dataclass(frozen=True)
class ReferencePattern:
    """How a scheme writes its references: a fixed prefix, groups of digits, perhaps a letter at the end."""

    prefix: str = ""
    groups: tuple[int, ...] = (2, 3, 3)
    separator: str = " "
    suffix: bool = True

    def parse(self, text: str) -> Reference | None:
        """The reference that the whole text is, typed in any way; None if it is not one."""
        found = self._whole.fullmatch(as_pasted(text).strip()) if len(text) <= 60 else None
        return self._reference(found) if found else None

    def parse_printed(self, text: str) -> Reference | None:
        """The reference, if the text is one and nothing else (no `ref.` before it)."""
        found = self._bare.fullmatch(text.strip()) if len(text) <= 60 else None
        return self._reference(found) if found else None

    def at_end(self, path: str) -> Reference | None:
        """The reference that the last part of an address is; None if it is not one."""
        return self.parse_printed(path.rstrip("/").rpartition("/")[2])

    def _reference(self, found: re.Match[str]) -> Reference:
        digits = [found[f"g{number}"] for number in range(len(self.groups))]
        suffix = (found["suffix"] or "").lower() if self.suffix else ""
        printed = self.prefix + self.separator.join(digits) + suffix
        return Reference(printed=printed, key=_key(self.prefix) + "".join(digits), suffix=suffix)

    @cached_property
    def _body(self) -> str:
        groups = _GAP.join(rf"(?P<g{number}>[0-9]{{{size}}})" for number, size in enumerate(self.groups))
        prefix = _GAP.join(re.escape(character) for character in _key(self.prefix))
        suffix = rf"(?:{_GAP}(?P<suffix>[A-Za-z]))?" if self.suffix else ""
        return (prefix + _GAP if prefix else "") + groups + suffix

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(rf"[\s(\[]*{_LEAD}{self._body}[\s)\].,;:]*", re.IGNORECASE)

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        return re.compile(self._body, re.IGNORECASE)


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", text).upper()
