"""What changed from one text of a draft to another, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.compared import list_passages
from upheld.analysis.difference import Change, Passage, compare
from upheld.desk.pages.draft import title_of
from upheld.editorial.queries.draft import DraftView
from upheld.editorial.records import DraftRecord
from upheld.lib.dates import format_date
from upheld.register.differences import NOT_STATED, FactChange
from upheld.ui.site import Link

_CONTEXT = 1


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A passage: where it stands, what became of it, and its words."""

    place: str
    standing: str
    change: Change


@dataclass(frozen=True, slots=True)
class DraftChangesPage:
    """The changes; `skipped` passages in a row did not change, and stand as a count."""

    title: str
    href: str
    state: str
    has_text: bool
    can_edit: bool
    sentence: str
    facts: tuple[FactChange, ...]
    lines: tuple[ChangeLine | int, ...]
    count: int
    others: tuple[Link, ...]
    revision: int = 0
    take_up: int = 0
    """The version of the decision from which the correction can go on, where that has moved on meanwhile."""


def make_draft_changes(
    view: DraftView, old: DraftRecord | None, new: DraftRecord, since: int, to: int
) -> DraftChangesPage:
    """The page. Without an `old` text there is nothing to compare with."""
    changes = compare_texts(old, new) if old else ()
    return DraftChangesPage(
        title=title_of(view),
        href=view.draft.get_absolute_url(),
        state=view.state,
        has_text=True,
        can_edit=view.state in {"draft", "checking", "ready", "returned"},
        sentence=_sentence(view, since, to, has_old=old is not None),
        facts=tuple(compare_facts(old, new)) if old else (),
        lines=tuple(shown_changes(changes)),
        count=sum(one.is_changed for one in changes),
        others=tuple(_others(view)),
        revision=view.revision,
        take_up=_newer_version(view),
    )


def compare_texts(old: DraftRecord, new: DraftRecord) -> tuple[Change, ...]:
    """Every passage of both texts, each with what changed in it."""
    return compare(list_passages(old.summary, old.sections), list_passages(new.summary, new.sections))


def compare_facts(old: DraftRecord, new: DraftRecord) -> list[FactChange]:
    """The facts that are others now, in words."""
    before, after = _facts(old), _facts(new)
    return [
        FactChange(name, before[name] or NOT_STATED, after[name] or NOT_STATED)
        for name in before
        if before[name] != after[name]
    ]


def _facts(record: DraftRecord) -> dict[str, str]:
    return {
        "Reference": record.reference,
        "Other references": ", ".join(record.also_known_as),
        "Organisations": ", ".join(one.name for one in record.organisations),
        "Category": " > ".join(filter(None, (record.category, record.subcategory))),
        "Document type": record.document_type,
        "Outcome": record.outcome or "",
        "Decision date": format_date(record.decided_on) if record.decided_on else "",
        "Published first": record.source_url or "",
    }


def shown_changes(changes: Sequence[Change]) -> list[ChangeLine | int]:
    """What changed, with the passage before and after; what lies between as how many passages did not."""
    near = {
        other
        for place, change in enumerate(changes)
        if change.is_changed
        for other in range(place - _CONTEXT, place + _CONTEXT + 1)
    }
    lines: list[ChangeLine | int] = []
    for place, change in enumerate(changes):
        last = lines[-1] if lines else None
        if place in near:
            lines.append(_line(change))
        elif isinstance(last, int):
            lines[-1] = last + 1
        else:
            lines.append(1)
    return lines if near else []


def _line(change: Change) -> ChangeLine:
    passage = change.new or change.old or Passage("")
    names = {"summary": "Summary", "heading": "Heading"}
    place = names.get(passage.group) or f"Paragraph {passage.address[1:]}"
    if change.old is None:
        return ChangeLine(place, "added", change)
    if change.new is None:
        return ChangeLine(place, "removed", change)
    return ChangeLine(place, "changed" if change.is_changed else "same", change)


def _sentence(view: DraftView, since: int, to: int, *, has_old: bool) -> str:
    new = "its text of now" if to == view.revision else f"its text {to}"
    if since == 0 and view.draft.decision is not None:
        return f"From what the register says of {view.draft.decision.reference} to {new}."
    if not has_old:
        return "This is its first text, so there is nothing to compare it with."
    author = next((one.by for one in view.revisions if one.number == to), "")
    return f"From its text {since} to {new}{f', written by {author}' if author else ''}."


def _newer_version(view: DraftView) -> int:
    decision = view.draft.decision
    moved = any(blocker.code == "decision-moved" for blocker in view.blockers)
    return decision.version_number if decision is not None and moved else 0


def _others(view: DraftView) -> list[Link]:
    href, found = f"{view.draft.get_absolute_url()}/changes", []
    if view.draft.decision is not None:
        found.append(Link("From the register to its text of now", f"{href}?from=0&to={view.revision}"))
    if view.revision > 2:
        found.append(Link("From its first text to that of now", f"{href}?from=1&to={view.revision}"))
    kept = reversed(view.revisions[1:])
    found += [Link(f"Text {one.number}, by {one.by}", f"{href}?from={one.number - 1}&to={one.number}") for one in kept]
    return found[:20]
