"""The text of a paragraph as Word shows it: its runs, fields, symbols, notes; what is fixed to it; how it looks."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from functools import partial

from upheld.ingest.sources.word import remarks
from upheld.ingest.sources.word.fields import Field
from upheld.ingest.sources.word.ooxml import (
    MC,
    PARAGRAPH,
    TEXT,
    Element,
    M,
    W,
    alternative,
    child,
    is_element,
    is_on,
    letters,
    value,
    written,
)
from upheld.ingest.sources.word.places import Places, Spot
from upheld.ingest.sources.word.refused import RefusedError
from upheld.ingest.sources.word.remarks import Kind, Remarks
from upheld.ingest.sources.word.styles import RunLook, Styles
from upheld.ingest.sources.word.symbols import UNREADABLE, read_symbol, readable

Notes = Mapping[tuple[str, str], Element]
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_ADDED = {W + "ins", W + "moveTo"}
_LONGEST_INSTRUCTION = 2_000
_SIGNS = {W + name: text for name, text in _BREAKS.items()}
_SKIPPED = {W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "rt", "smartTagPr")}
_INSIDE = {"chart": remarks.CHART, "relIds": remarks.DIAGRAM, "textpath": remarks.WORD_ART, "control": remarks.CONTROL}
_PRIVATE_BINDINGS = ("creator", "lastmodifiedby", "manager", "company", "keywords", "description")


@dataclass
class Line:
    """What stands between two line breaks, and how many of its letters look how."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    underlined: int = 0
    large: int = 0

    @property
    def text(self) -> str:
        """The text, without space around it."""
        return "".join(self.parts).strip(" \t")


@dataclass
class ParagraphText:
    """What a paragraph shows: its lines. `boxes` are the contents of text boxes fixed to it."""

    lines: list[Line] = field(default_factory=lambda: [Line()])
    boxes: list[Element] = field(default_factory=list)
    hidden: int = 0
    is_contents: bool = False
    length: int = 0

    @property
    def text(self) -> str:
        """The text, without space around it."""
        return "\n".join(line.text for line in self.lines).strip("\n")

    def spot(self, number: int, at: int) -> Spot:
        """A place in it, by how much had been read before."""
        text = "\n".join("".join(line.parts) for line in self.lines)
        return Spot(number, text[:at], text[at:])


class TextReader:
    """Reads paragraphs one after the other: a field that begins in one can end in another."""

    def __init__(self, styles: Styles, notes: Notes, places: Places, told: Remarks) -> None:
        self._styles = styles
        self._notes = notes
        self._places = places
        self._told = told
        self._fields: list[Field] = []
        self._number = 0
        self._style = ""
        self._read = ParagraphText()
        self._in_note: ParagraphText | None = None
        self.on_ground = False
        self.met = 0  # letters of the body, shown or left out on purpose
        self._skipped = _SKIPPED
        self._watched: Container[Element] = ()
        self.watched_at: int | None = None
        self._handlers: dict[str, Callable[[Element], None]] = {
            W + "r": self._run,
            W + "sdt": self._control,
            W + "fldSimple": self._simple_field,
            M + "oMath": self._equation,
            MC + "AlternateContent": self._alternative,
        }
        self._parts: dict[str, Callable[[Element, RunLook], None]] = {
            W + "sym": self._symbol,
            W + "fldChar": self._field_mark,
            W + "instrText": self._instruct,
            W + "footnoteReference": self._note,
            W + "endnoteReference": self._note,
            W + "drawing": self._drawn,
            W + "pict": self._drawn,
            W + "object": self._drawn,
            W + "ruby": lambda part, _: self._walk(part),
            MC + "AlternateContent": self._branch,
        }

    def read(self, paragraph: Element) -> ParagraphText:
        """What the paragraph shows."""
        properties = child(paragraph, "pPr")
        self._number, self._read = self._places.number(paragraph), ParagraphText()
        self._style = self._styles.paragraph_style(properties)
        self._read.is_contents = self._styles.is_contents(properties)
        self._walk(paragraph)
        return self._read

    def leave_out(self, element: Element) -> None:
        """Counts what stands in an element as met, although nobody sees it."""
        self.met += 0 if self._in_note else letters(element)

    @property
    def is_open(self) -> bool:
        """Whether a field goes on that shows nothing, or is no text: if it never ends, text is lost."""
        return not self._is_shown or any(one.is_contents for one in self._fields)

    def unchanged(self, paragraph: Element, change: Element) -> Spot:
        """The place of a tracked change or comment, told by words beside it that were not changed and can be seen."""
        self._skipped, self._watched = _SKIPPED | _ADDED, {change, *change.iterancestors()}
        read = self.read(paragraph)
        return read.spot(self._number, self.watched_at or 0)

    def _walk(self, element: Element) -> None:
        for one in element:
            if one in self._watched and self.watched_at is None:
                self.watched_at = self._read.length
            handler = self._handlers.get(one.tag)
            if handler:
                handler(one)
            elif is_element(one) and one.tag not in self._skipped and len(one):
                self._walk(one)
            elif one.tag == W + "rt":  # how a word is spoken, in small letters over it
                self.leave_out(one)

    def _alternative(self, element: Element) -> None:
        branch = alternative(element)
        if branch is not None:
            self._walk(branch)

    def _run(self, run: Element) -> None:
        self._run_parts(run, self._styles.look(self._style, child(run, "rPr")))

    def _run_parts(self, run: Element, look: RunLook) -> None:
        for part in run:
            name = part.tag
            if name == TEXT:
                self.met += 0 if self._in_note else sum(not letter.isspace() for letter in part.text or "")
                self._write(readable(_joined(part.text or ""), look.font), look)
            elif name in _SIGNS:
                self._write(_SIGNS[name], look)
            elif name in self._parts:
                self._parts[name](part, look)

    def _branch(self, part: Element, look: RunLook) -> None:
        branch = alternative(part)
        if branch is not None:
            self._run_parts(branch, look)

    def _write(self, text: str, look: RunLook) -> None:
        visible = sum(not letter.isspace() for letter in text)
        for one in self._fields if visible and not look.hidden else ():
            one.has_text = one.has_text or one.in_result
        if not text or not self._is_shown:
            return
        if look.hidden:
            self._read.hidden += visible
            if visible:
                self._tell(remarks.HIDDEN)
            return
        if visible and look.is_faint and not self.on_ground:
            self._tell(remarks.FAINT)
        if visible and look.struck:
            self._tell(remarks.STRUCK)
        self._read.is_contents = self._read.is_contents or any(one.is_contents for one in self._fields)
        self._read.length += len(text)
        if text == "\n":
            self._read.lines.append(Line())
            return
        line = self._read.lines[-1]
        line.parts.append(text)
        line.letters += visible
        line.bold += visible if look.bold else 0
        line.underlined += visible if look.underlined else 0
        line.large += visible if look.half_points >= self._styles.size + 4 else 0

    @property
    def _is_shown(self) -> bool:
        return all(one.in_result and one.is_shown for one in self._fields)

    def _tell(self, kind: Kind) -> None:
        """A remark with its place; in a note, the place of the paragraph that it belongs to."""
        read = self._in_note or self._read
        self._told.add(kind, partial(read.spot, self._number, read.length))

    def _symbol(self, part: Element, look: RunLook) -> None:
        try:
            text = read_symbol(value(part, "font"), int(value(part, "char"), 16))
        except ValueError:
            text = UNREADABLE
        if text == UNREADABLE and not look.hidden:
            self._tell(remarks.SYMBOL)
        self._write(text, look)

    def _field_mark(self, part: Element, look: RunLook) -> None:
        kind = value(part, "fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._end_field(self._fields.pop(), look)

    def _end_field(self, ended: Field, look: RunLook) -> None:
        if not self._is_shown:
            return
        self._write(ended.symbol, look)
        if ended.remark and not look.hidden:
            self._tell(ended.remark)

    def _instruct(self, part: Element, _: RunLook) -> None:
        if self._fields and not self._fields[-1].in_result and len(self._fields[-1].instruction) < _LONGEST_INSTRUCTION:
            self._fields[-1].instruction += part.text or ""

    def _simple_field(self, element: Element) -> None:
        self._fields.append(Field(value(element, "instr"), in_result=True))
        self._walk(element)
        self._end_field(self._fields.pop(), RunLook())

    def _control(self, element: Element) -> None:
        """A content control: what it holds, unless nobody filled it in or it shows who wrote the document."""
        remark = control_remark(element)
        if remark:
            self._tell(remark)
            self.leave_out(element)
            return
        content = child(element, "sdtContent")
        if content is not None:
            self._walk(content)

    def _equation(self, element: Element) -> None:
        self._tell(remarks.EQUATION)
        self._write("".join(one.text or "" for one in element.iter(M + "t", TEXT)), RunLook())

    def _note(self, part: Element, look: RunLook) -> None:
        note = self._notes.get((part.tag.removeprefix(W).removesuffix("Reference"), value(part, "id")))
        if note is None or look.hidden or self._in_note or not self._is_shown:
            return
        text = self._note_text(note)
        if text:
            self._tell(remarks.FOOTNOTE)
            before = "".join(self._read.lines[-1].parts[-2:])[-1:]
            self._write(f"{'' if not before or before.isspace() or before == '(' else ' '}[{text}]", look)

    def _note_text(self, note: Element) -> str:
        kept = self._read, self._fields, self._style
        self._in_note = self._read
        texts: list[str] = []
        for paragraph in note.iter(PARAGRAPH):
            self._read, self._fields = ParagraphText(), []
            self._style = self._styles.paragraph_style(child(paragraph, "pPr"))
            self._walk(paragraph)
            texts.append(" ".join(self._read.text.split()))
        self._in_note = None
        self._read, self._fields, self._style = kept
        return " ".join(text for text in texts if text)

    def _drawn(self, drawn: Element, look: RunLook) -> None:
        if look.hidden or not self._is_shown:
            self.leave_out(drawn)
            return
        boxes, kinds = _inside(drawn)
        self._read.boxes += [box for box in boxes if not self._in_note]
        for kind in kinds:
            self._tell(kind)


def control_remark(element: Element) -> Kind | None:
    """Why what a content control shows is left out; None where it is not."""
    properties = child(element, "sdtPr")
    if is_on(child(properties, "showingPlcHdr")):
        return remarks.UNFILLED
    bound = value(child(properties, "dataBinding"), "xpath").lower()
    return remarks.PROPERTY if any(name in bound for name in _PRIVATE_BINDINGS) else None


def refuse_foreign(element: Element) -> None:
    """Raises RefusedError for a part of another file that Word would only now bring in."""
    if element.tag in {W + "altChunk", W + "subDoc"}:
        raise RefusedError(
            "other-file",
            "brings in the text of another file, which cannot be read here. Open it in Word, save it once more as "
            "“Word Document (.docx)”, and import that",
        )


def _joined(text: str) -> str:
    """The text of one element: its line ends are only how the file is written."""
    return " ".join(part.strip() for part in text.splitlines()) if "\n" in text or "\r" in text else text


def _inside(drawn: Element) -> tuple[list[Element], list[Kind]]:
    """The text boxes of a drawing, and a remark for each other thing in it that is more than a line or a shape."""
    boxes: list[Element] = []
    kinds: list[Kind] = []
    waiting = [drawn]
    while waiting:
        element = waiting.pop()
        if not is_element(element):
            continue
        name = element.tag.rpartition("}")[2]
        if element.tag == W + "txbxContent":
            boxes.append(element)
            continue
        if name == "OLEObject":
            return boxes, [remarks.OBJECT]
        if name in {"pic", "imagedata"}:
            kinds.append(remarks.PICTURE)
        elif name in _INSIDE:
            kinds.append(_INSIDE[name])
        branch = alternative(element) if element.tag == MC + "AlternateContent" else None
        waiting += reversed(element) if branch is None else [branch]
    return boxes, kinds + [remarks.BOX] * sum(bool(written(box).strip()) for box in boxes)
