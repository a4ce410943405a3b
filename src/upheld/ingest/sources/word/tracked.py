"""Tracked changes and comments: a document that has any is refused, because it says what was said before, and by whom.

What they say, and who made them, is never repeated: only their kind, and words beside them that were not changed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from upheld.ingest.sources.word.ooxml import PARAGRAPH, Element, W, shown
from upheld.ingest.sources.word.places import name_places, paragraph_of
from upheld.ingest.sources.word.refused import RefusedError
from upheld.ingest.sources.word.text import TextReader

_MOST = 1_000  # so many are counted: who has more has to accept them all anyway

_INSERTED, _DELETED, _MOVED, _FORMAT, _COMMENT = (
    "insertion",
    "deletion",
    "piece of moved text",
    "change of format",
    "comment",
)
_KINDS = {
    "ins": _INSERTED, "cellIns": _INSERTED, "customXmlInsRangeStart": _INSERTED,
    "del": _DELETED, "cellDel": _DELETED, "customXmlDelRangeStart": _DELETED, "delText": _DELETED,
    "delInstrText": _DELETED,
    "moveFrom": _MOVED, "moveTo": _MOVED, "customXmlMoveFromRangeStart": _MOVED, "customXmlMoveToRangeStart": _MOVED,
    "rPrChange": _FORMAT, "pPrChange": _FORMAT, "sectPrChange": _FORMAT, "tblPrChange": _FORMAT, "trPrChange": _FORMAT,
    "tcPrChange": _FORMAT, "tblGridChange": _FORMAT, "tblPrExChange": _FORMAT, "numberingChange": _FORMAT,
    "cellMerge": _FORMAT,
    "commentReference": _COMMENT,
}  # fmt: skip
_BY_TAG = {W + name: kind for name, kind in _KINDS.items()}
_PLURALS = {_MOVED: "pieces of moved text", _FORMAT: "changes of format"}
_ACCEPT = "accept or reject all changes (Review > Accept > Accept All Changes)"
_DELETE = "delete all comments (Review > Delete > Delete All Comments in Document)"


def check_tracked(body: Element, others: Iterable[tuple[str, Element]], reader: Callable[[], TextReader]) -> None:
    """Raises RefusedError where the body, or another part by what it is called, holds changes or comments."""
    found = [(kind, _name(element, reader)) for kind, element in islice(_marks(body), _MOST)]
    found += [(kind, f"in {name}") for name, part in others for kind, _ in _marks(part)]
    if not found:
        return
    counts = Counter(kind for kind, _ in found)
    comments = counts.pop(_COMMENT, 0)
    holds = [f"tracked changes ({_list(_count(kind, count) for kind, count in counts.items())})"] if counts else []
    holds += [_count(_COMMENT, comments)] if comments else []
    advice = _list([_ACCEPT] * bool(counts) + [_DELETE] * bool(comments))
    raise RefusedError(
        "tracked-changes" if counts else "comments",
        f"holds {_list(holds)}, {name_places(place for _, place in found)}. Such marks can show what was written "
        f"before, and by whom. In Word {advice}, save, and import it again",
    )


def _marks(root: Element) -> Iterator[tuple[str, Element]]:
    """Each change once: what stands inside a change of the same kind belongs to it."""
    seen = [element for element in shown(root) if element.tag in _BY_TAG]
    for element in seen or root.iter(*_BY_TAG):
        kind = _BY_TAG[element.tag]
        inside = any(_BY_TAG.get(above.tag) == kind for above in element.iterancestors())
        if not inside:
            yield kind, element


def _name(element: Element, reader: Callable[[], TextReader]) -> str:
    paragraph = paragraph_of(element)
    if paragraph is None:
        paragraph = next(element.iter(PARAGRAPH), None)
    return "in the layout" if paragraph is None else str(reader().unchanged(paragraph, element))


def _count(kind: str, count: int) -> str:
    return f"1 {kind}" if count == 1 else f"{count:,} {_PLURALS.get(kind, kind + 's')}"


def _list(parts: Iterable[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
