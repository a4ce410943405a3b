"""A place of a draft being written anew, and two texts of it where somebody else was quicker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from upheld.analysis.amendment import Amendment, amend, texts_of
from upheld.analysis.compared import list_passages
from upheld.analysis.difference import Run, compare, compare_words
from upheld.desk.components import Fault
from upheld.desk.forms.facts import FactsForm
from upheld.desk.forms.text import AFTER, TABLE, TEXT, TextForm
from upheld.desk.pages.draft import title_of
from upheld.desk.pages.draft_changes import ChangeLine, compare_facts, compare_texts, shown_changes
from upheld.desk.pages.edit_fields import EditBlock, EditField, make_blocks
from upheld.desk.pages.facts_fields import FactsFields, make_facts_fields
from upheld.desk.pages.finding_card import place_words
from upheld.desk.pages.marked_text import MarkedRow, make_rows
from upheld.desk.pages.marks import Marker
from upheld.editorial.queries.draft import DraftView
from upheld.editorial.records import DraftRecord
from upheld.register.differences import FactChange

SUMMARY_FIELD = f"{TEXT}summary"


@dataclass(frozen=True, slots=True)
class EditPage:
    """The form, or without `at` the whole text with the way to each place. `blocks` are paragraphs in their order."""

    title: str
    href: str
    state: str
    has_text: bool
    can_edit: bool
    revision: int
    at: str
    place: str
    back: str
    blocks: tuple[EditBlock, ...] = ()
    fields: FactsFields | None = None
    numbers_matter: bool = False
    rows: tuple[MarkedRow, ...] = ()
    summary: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that I wrote anew: what they made of the text that we both began with, and what I did."""

    name: str
    label: str
    theirs: tuple[Run, ...]
    mine: tuple[Run, ...]
    text: str
    rows: int
    is_gone: bool
    """Whether the paragraph is not there any more: mine is then added where it stood."""
    is_same: bool
    """Whether they left it as it was."""


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Two texts of one draft. Saved, mine goes into theirs, place by place as chosen."""

    title: str
    href: str
    back: str
    revision: int
    at: str
    by: str
    clashes: tuple[Clash, ...]
    fields: FactsFields | None
    facts: tuple[FactChange, ...]
    theirs: tuple[ChangeLine | int, ...]
    join: str


def make_edit(view: DraftView, record: DraftRecord, at: str, *, faults: Sequence[Fault] = ()) -> EditPage | None:
    """The form for a place of the draft as it is now; None where there is no such place."""
    if at == "facts":
        fields = make_facts_fields(FactsForm.of(record), faults=faults)
        return _page(view, at, "What it is", fields=fields, faults=faults)
    if at == "summary":
        field = EditField(SUMMARY_FIELD, "Summary", record.summary, hint="An empty line begins a new paragraph.")
        return _page(view, at, "Summary", blocks=(EditBlock("summary", "Summary", "", (field,)),), faults=faults)
    if not at:
        rows = make_rows(record.sections, Marker({}, {}), {})
        return _page(view, at, "Edit", rows=rows, summary=record.summary)
    blocks = make_blocks(record.sections, at)
    if not blocks:
        return None
    numbered = any(block.number is not None for section in record.sections for block in section.blocks)
    label = "Section" if at.startswith("section-") else blocks[0].label
    return _page(view, at, label, blocks=blocks, numbers_matter=numbered, faults=faults)


def edit_with(page: EditPage, typed: Mapping[str, str]) -> EditPage:
    """The form with what was typed in it."""
    blocks = tuple(
        EditBlock(one.address, one.label, one.mark, _typed(one.fields, typed), _typed(one.more, typed), one.may_join)
        for one in page.blocks
    )
    values = {name: getattr(page, name) for name in EditPage.__dataclass_fields__} | {"blocks": blocks}
    return EditPage(**values)


def make_conflict(
    view: DraftView, at: str, base: DraftRecord, theirs: DraftRecord, form: TextForm, *, by: str
) -> ConflictPage:
    """Both texts, where I wrote a text anew."""
    return _conflict(view, at, base, theirs, by, clashes=tuple(_clashes(base, theirs, form)), join=form.amendment.join)


def make_facts_conflict(
    view: DraftView, base: DraftRecord, theirs: DraftRecord, mine: FactsForm, by: str
) -> ConflictPage:
    """Both texts, where I filled in what it is: my fields stay as I changed them, the others are theirs."""
    before, now = FactsForm.of(base), FactsForm.of(theirs)
    kept = {
        name: getattr(mine, name) if getattr(mine, name) != getattr(before, name) else getattr(now, name)
        for name in FactsForm.__dataclass_fields__
    }
    return _conflict(view, "facts", base, theirs, by, fields=make_facts_fields(FactsForm(**kept)))


def apply(record: DraftRecord, amendment: Amendment) -> tuple[DraftRecord, str]:
    """The record with the amendment made, and what is to be known of its numbers. Raises AmendmentError."""
    made = amend(record.summary, record.sections, amendment)
    fresh = record.model_copy(update={"summary": made.summary, "sections": made.sections})
    if made.moved is None:
        return fresh, ""
    sentence = f" Paragraphs have moved: {made.moved[0]} is now {made.moved[1]}, and those after it moved too."
    if made.mentions:
        places = ", ".join(address[1:] for address in made.mentions[:8])
        sentence += f" Look at the paragraphs that name another by its number: {places}."
    return fresh, sentence


def _page(view: DraftView, at: str, place: str, **values: object) -> EditPage:
    href = view.draft.get_absolute_url()
    return EditPage(
        title=title_of(view),
        href=href,
        state=view.state,
        has_text=True,
        can_edit=True,
        revision=view.revision,
        at=at,
        place=place,
        back=f"{href}#{'findings' if at in {'facts', 'end', ''} else at}",
        **values,  # type: ignore[arg-type]  # each caller names its own
    )


def _typed(fields: tuple[EditField, ...], typed: Mapping[str, str]) -> tuple[EditField, ...]:
    return tuple(
        EditField(one.name, one.label, typed.get(one.name, one.value), one.kind, one.depth, one.mark, one.hint)
        for one in fields
    )


def _conflict(
    view: DraftView,
    at: str,
    base: DraftRecord,
    theirs: DraftRecord,
    by: str,
    *,
    clashes: tuple[Clash, ...] = (),
    fields: FactsFields | None = None,
    join: str = "",
) -> ConflictPage:
    href = view.draft.get_absolute_url()
    return ConflictPage(
        title="Somebody else was quicker",
        href=href,
        back=href,
        revision=view.revision,
        at=at,
        by=by,
        clashes=clashes,
        fields=fields,
        facts=tuple(compare_facts(base, theirs)),
        theirs=tuple(shown_changes(compare_texts(base, theirs))),
        join=join,
    )


def _clashes(base: DraftRecord, theirs: DraftRecord, form: TextForm) -> list[Clash]:
    before, now = texts_of(base.summary, base.sections), texts_of(theirs.summary, theirs.sections)
    moved = _moved(base, theirs)
    found = [_clash(place, text, before[place], now, moved) for place, text in form.changed.items()]
    for name, text in form.added.items():
        lead, _, place = name.partition(":")
        words = {"after": "New paragraphs", "items": "New items", "heading": "New heading"}[lead]
        run = (Run("added", text),)
        field = f"{lead}:{_place(place, moved)}"
        found.append(Clash(field, words, (), run, text, _rows(text), is_gone=False, is_same=True))
    return found


def _clash(place: str, mine: str, before: str, now: Mapping[str, str], moved: Mapping[str, str]) -> Clash:
    there = _place(place, moved)
    label, present = place_words(place), now.get(there)
    lead = TABLE if place.startswith("table ") else TEXT
    address = there.removeprefix("table ").split(" ")[0]
    name = f"{lead}{there}" if present is not None else f"{AFTER}{address if address in now else _last(now)}"
    return Clash(
        name=name,
        label=label,
        theirs=compare_words(before, present or ""),
        mine=compare_words(before, mine),
        text=mine,
        rows=_rows(mine),
        is_gone=present is None,
        is_same=present == before,
    )


def _moved(base: DraftRecord, theirs: DraftRecord) -> dict[str, str]:
    """Where each paragraph of the one text stands in the other."""
    found: dict[str, str] = {}
    for change in compare(list_passages("", base.sections), list_passages("", theirs.sections)):
        if change.old and change.new and change.old.group != "heading":
            found.setdefault(change.old.address, change.new.address)
    headings = {section.heading: number for number, section in reversed(list(enumerate(theirs.sections, 1)))}
    for number, section in enumerate(base.sections, 1):
        found[f"section {number} heading"] = f"section {headings.get(section.heading, number)} heading"
    return found


def _place(place: str, moved: Mapping[str, str]) -> str:
    """The place in the other text."""
    if place in moved:
        return moved[place]
    table = "table " if place.startswith("table ") else ""
    address, space, rest = place.removeprefix("table ").partition(" ")
    return f"{table}{moved.get(address, address)}{space}{rest}"


def _last(texts: Mapping[str, str]) -> str:
    return next((place for place in reversed(list(texts)) if place[:1] == "p" and " " not in place), "")


def _rows(text: str) -> int:
    return min(20, 2 + sum(1 + len(line) // 80 for line in text.split("\n")))
