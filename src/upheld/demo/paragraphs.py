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

    def head(self, heading: str, *, level: int = 1) -> None:
        """Begins a section, of level 2 below the one of level 1 before it."""
        self.blocks = []
        below = {"level": level} if level > 1 else {}
        self.sections.append({"heading": heading, **below, "blocks": self.blocks})

    def say(self, text: str, items: Sequence[str | JsonBlock] = ()) -> None:
        """Adds a numbered paragraph, perhaps with a list."""
        self.number += 1
        self.blocks.append({"number": self.number, "text": text, **({"items": list(items)} if items else {})})

    def tabulate(self, caption: str, rows: Sequence[Sequence[str]]) -> None:
        """Adds a table; its first row heads the columns."""
        table = {"rows": [list(row) for row in rows], "header": True}
        self.blocks.append({"number": None, "text": caption, "table": table})

    def sign(self, text: str) -> None:
        """Adds the line that says who decided."""
        self.blocks.append({"number": None, "text": text, "signature": True})

    def note(self, text: str, items: Sequence[str | JsonBlock] = ()) -> None:
        """Adds a paragraph without a number."""
        self.blocks.append({"number": None, "text": text, **({"items": list(items)} if items else {})})
