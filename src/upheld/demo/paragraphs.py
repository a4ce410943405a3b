"""Sections with paragraphs numbered from one to the end, as decisions print them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

JsonBlock = dict[str, object]


@dataclass
class Paper:
    """A text being written: sections in order, paragraphs numbered through."""

    sections: list[dict[str, object]] = field(default_factory=list)
    number: int = 0
    blocks: list[JsonBlock] = field(default_factory=list)

    def head(self, heading: str) -> None:
        """Begins a section."""
        self.blocks = []
        self.sections.append({"heading": heading, "blocks": self.blocks})

    def say(self, text: str, items: Sequence[str | JsonBlock] = ()) -> None:
        """Adds a numbered paragraph, perhaps with a list."""
        self.number += 1
        self.blocks.append({"number": self.number, "text": text, **({"items": list(items)} if items else {})})

    def note(self, text: str, items: Sequence[str | JsonBlock] = ()) -> None:
        """Adds a paragraph without a number."""
        self.blocks.append({"number": None, "text": text, **({"items": list(items)} if items else {})})
