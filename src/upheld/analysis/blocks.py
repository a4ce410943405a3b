"""Builds sections of the pieces of a text: numbered paragraphs, each with its list; tables; the signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from upheld.analysis.document import Block, Section, Table
from upheld.analysis.marks import Mark, begins, follows, read_mark
from upheld.analysis.pieces import Piece

DEEPEST = 7  # lists nested deeper are shown at this depth; the register keeps no deeper ones
_SIGNATURE = re.compile(
    r"(?:[\w.,'’ -]{0,80}\s)?(?:on|for and on) behalf of (?:the |an? )?(?:[A-Z][\w-]+ |and |for |[A-Z]\w+'s |local "
    r"|social |care |government ){0,9}ombudsm[ae]n(?: for [\w ]{2,40})?\.?"
    r"|(?:the )?(?:investigator|investigating officer)['’]s (?:final )?decision(?: on behalf of the ombudsm[ae]n)?\.?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:within|by|when|once|where|if|in future|for)\b|(?:formally |also |now |again |further "
    r"|personally )?(?:write|apologi[sz]e|pay|refund|reimburse|waive|backdate|review|provide|give|send|issue|remind"
    r"|train|ensure|make"
    r"|meet|hold|carry|complete|arrange|consider|reconsider|offer|share|produce|report|undertake|amend|update"
    r"|create|agree|confirm|contact"
    r"|calculate|explain|develop|discuss|identify|improve|implement|increase|invite|keep|look|monitor|place|prepare"
    r"|publish|put|re-?assess|reassess"
    r"|record|reduce|remove|repair|repay|replace|set|show|stop|take|tell|visit|work|correct|add|allow|appoint"
    r"|assess|award|cancel|check|circulate"
    r"|commission|conduct|credit|deliver|draw|establish|evidence|inform|install|introduce|investigate|organi[sz]e"
    r"|reinstate|resume|revise|respond|start|submit|support|use)\b(?!['’])",
    re.IGNORECASE,
)  # fmt: skip
_OPENS = re.compile(r":\s*[-–—]?\s*$")
_GOES_ON = re.compile(r"(?:[;,]|\b(?:and|or))\s*$")


@dataclass
class _Open:
    """A paragraph or item that is being built."""

    text: str
    number: int | None = None
    printed: str | None = None
    table: Table | None = None
    signature: bool = False
    items: "list[_Open]" = field(default_factory=list)
    plain: bool = False

    def block(self) -> Block:
        return Block(
            number=self.number, printed=self.printed, text=self.text, table=self.table, signature=self.signature,
            items=tuple(item.text if item.plain and not item.items else item.block() for item in self.items),
        )  # fmt: skip


@dataclass
class _Part:
    heading: str | None
    level: int
    blocks: list[_Open] = field(default_factory=list)


@dataclass(frozen=True)
class _List:
    """An open list: how deep its source says it is, the mark of its last item, and where its items go."""

    level: int
    mark: Mark
    owner: _Open


class Builder:
    """Takes the pieces of a text in order and gives its sections."""

    def __init__(self, pieces: Sequence[Piece], headings: dict[int, int]) -> None:
        self.pieces = pieces
        self.headings = headings
        self.parts: list[_Part] = []
        self.lists: list[_List] = []
        self.loose: list[tuple[_Open, bool]] = []  # lists without marks: the last item and whether it has a capital
        self.last = 0  # the printed number of the last paragraph, as its source counts
        self.marks: list[tuple[_Open, Mark]] = []

    def sections(self) -> tuple[Section, ...]:
        """The sections."""
        for place, piece in enumerate(self.pieces):
            if place in self.headings:
                self._close()
                self.parts.append(_Part(_printed(piece) or None, self.headings[place]))
            else:
                self._add(place, piece)
        self._number()
        return tuple(_section(part) for part in self.parts)

    def _add(self, place: int, piece: Piece) -> None:
        if piece.kind == "table":
            self._close()
            self._paragraph(_Open(piece.text, table=Table(rows=piece.rows, header=piece.header)))
            return
        mark = read_mark(piece.mark)
        if is_signature(piece):
            self._close()
            self._paragraph(_Open(_printed(piece), signature=True))
        elif piece.mark and (mark.is_decimal or mark.style == "1.1") and self._is_paragraph(place, piece, mark):
            self._close()
            self.last = mark.value if mark.is_decimal else self.last
            block = _Open(piece.text)
            self.marks.append((block, mark))
            self._paragraph(block)
        elif piece.mark or piece.kind == "item":
            self._item(piece, mark)
        elif not self._loose_item(place, piece):
            self._close()
            self._paragraph(_Open(piece.text))

    def _paragraph(self, block: _Open) -> None:
        self._part().blocks.append(block)

    def _part(self) -> _Part:
        if not self.parts:
            self.parts.append(_Part(None, 1))
        return self.parts[-1]

    def _close(self) -> None:
        self.lists.clear()
        self.loose.clear()

    # Numbered paragraphs and numbered lists look alike

    def _is_paragraph(self, place: int, piece: Piece, mark: Mark) -> bool:
        """Whether a number before a text is that of a paragraph, and not of an item in the list of the one before."""
        blocks = self._part().blocks
        if piece.kind == "item" and piece.level > 1 and (self.lists or blocks):
            return False
        before = blocks[-1] if blocks else None
        if mark.style == "1.1":
            return not any(follows(mark, one.mark) for one in self.lists)
        in_list = next((one for one in reversed(self.lists) if follows(mark, one.mark)), None)
        if before is None:
            return True
        if in_list:
            return mark.value == self.last + 1 and not self._comes_again(place, mark) and not self._goes_on(in_list)
        opens = _OPENS.search(before.text) is not None and not before.table
        return not (mark.value == 1 and opens)

    def _comes_again(self, place: int, mark: Mark) -> bool:
        """Whether the same number is yet to come in this section, so that this one is an item's."""
        for following in range(place + 1, min(len(self.pieces), place + 60)):
            if following in self.headings:
                return False
            other = read_mark(self.pieces[following].mark)
            if other.is_decimal and other.value == mark.value:
                return True
        return False

    def _goes_on(self, one: _List) -> bool:
        last = _last_item(one.owner)
        return last is not None and (_GOES_ON.search(last.text) is not None or last.text[:1].islower())

    # Lists

    def _item(self, piece: Piece, mark: Mark) -> None:
        self.loose.clear()
        item = _Open(piece.text, printed=piece.mark or None, plain=not piece.mark)
        owner = self._owner(piece, mark)
        owner.items.append(item)

    def _owner(self, piece: Piece, mark: Mark) -> _Open:
        """The paragraph or item whose list the item belongs to."""
        while self.lists and piece.level and self.lists[-1].level > piece.level:
            self.lists.pop()
        depth = self._list_of(piece, mark)
        if depth is not None:
            del self.lists[depth + 1 :]
            self.lists[depth] = _List(self.lists[depth].level, mark, self.lists[depth].owner)
            return self.lists[depth].owner
        same_depth = bool(self.lists) and piece.level > 0 and self.lists[-1].level == piece.level
        owner = self.lists.pop().owner if same_depth else self._parent()
        self.lists.append(_List(piece.level or len(self.lists) + 1, mark, owner))
        return owner

    def _list_of(self, piece: Piece, mark: Mark) -> int | None:
        """The open list that the item goes on: `(c)` after `(b) (i) (ii)` that of `(b)`, though `(ii)` looks alike."""
        lists = [at for at, one in enumerate(self.lists) if not piece.level or one.level == piece.level]
        next_of = [at for at in lists if follows(mark, self.lists[at].mark)]
        alike = [at for at in lists if self.lists[at].mark.style == mark.style and not begins(mark)]
        found = next_of or alike
        return found[-1] if found else None

    def _parent(self) -> _Open:
        """What a new list belongs to: the last item of the list that is open, else the paragraph before."""
        if self.lists and len(self.lists) < DEEPEST and (last := _last_item(self.lists[-1].owner)):
            return last
        if self.lists:
            return self.lists[-1].owner
        blocks = self._part().blocks
        if not blocks or blocks[-1].table or blocks[-1].signature:
            blocks.append(_Open(""))
        return blocks[-1]

    # Lists that nothing marks

    def _loose_item(self, place: int, piece: Piece) -> bool:
        """Takes a paragraph that is an item of the list which a colon before it began; False if it is none."""
        text = piece.text
        small = text[:1].islower()
        while self.loose:
            owner, capital = self.loose[-1]
            last = _last_item(owner)
            if last is not None and capital and small and _OPENS.search(last.text):
                self.loose.append((last, False))
                last.items.append(_Open(text, plain=True))
                return True
            if small or (capital and _VERB.match(text)):
                if small and capital and len(self.loose) == 1:
                    break
                if not small or not capital:
                    owner.items.append(_Open(text, plain=True))
                    return True
            self.loose.pop()
        return self._first_loose(place, text, small=small)

    def _first_loose(self, place: int, text: str, *, small: bool) -> bool:
        blocks = self._part().blocks
        before = _deepest(blocks[-1]) if blocks and not blocks[-1].table else None
        if before is None or not _OPENS.search(before.text):
            return False
        verb = _VERB.match(text) is not None and not text.rstrip().endswith(":.") and self._is_list_of_verbs(place)
        if not small and not verb:
            return False
        self.loose = [(before, not small)]
        self.lists.clear()
        before.items.append(_Open(text, plain=True))
        return True

    def _is_list_of_verbs(self, place: int) -> bool:
        """Whether more than one line here begins with a verb as the acts of a remedy do, or the only one does."""
        following = self.pieces[place + 1 : place + 2]
        if not following or place + 1 in self.headings or following[0].kind != "paragraph" or following[0].mark:
            return True
        text = following[0].text
        return text[:1].islower() or _VERB.match(text) is not None

    # Numbers

    def _number(self) -> None:
        """Gives each numbered paragraph its number: the printed one, or a running one where the printed start again."""
        values = [mark.value if mark.is_decimal else 0 for _, mark in self.marks]
        rises = bool(values) and values[0] > 0 and all(one < two for one, two in pairwise(values))
        for count, (block, mark) in enumerate(self.marks, 1):
            block.number = mark.value if rises else count
            printed = mark.printed.rstrip(".)")
            block.printed = None if printed == str(block.number) else printed


def is_signature(piece: Piece) -> bool:
    """Whether the piece is the line by which an investigator signs for the Ombudsman."""
    text = piece.text.strip()
    return piece.kind in {"paragraph", "heading"} and len(text) <= 160 and _SIGNATURE.fullmatch(text) is not None


def _printed(piece: Piece) -> str:
    return f"{piece.mark} {piece.text}" if piece.mark else piece.text


def _section(part: _Part) -> Section:
    return Section(heading=part.heading, level=part.level, blocks=tuple(block.block() for block in part.blocks))


def _last_item(owner: _Open | None) -> _Open | None:
    return owner.items[-1] if owner and owner.items else None


def _deepest(block: _Open) -> _Open:
    while block.items:
        block = block.items[-1]
    return block
