"""Which decisions the journal speaks of."""

from upheld.journal.queries.entry import get_head, list_after

_MANY = 500


def list_touched(after: int) -> tuple[int, frozenset[int] | None]:
    """The journal's head, and the decisions that entries after `after` name; None instead of more than a few."""
    entries = list_after(after, _MANY)
    if len(entries) == _MANY:
        return get_head(), None
    head = entries[-1].number if entries else after
    return head, frozenset(entry.subject_id for entry in entries if entry.subject == "decision" and entry.subject_id)
