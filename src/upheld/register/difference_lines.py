"""A difference as lines for a terminal: `[-went-]` and `{+came+}`, with a few words around."""

from collections.abc import Iterator, Sequence

from upheld.analysis.difference import Change, Passage, Run
from upheld.register.differences import Difference

MOST = 20
"""So many changed passages are shown of one decision unless more are asked for."""
_AROUND = 50  # characters of what stayed that are shown on each side of what changed
_LONGEST = 400  # characters of one run


def difference_lines(difference: Difference, most: int = MOST) -> Iterator[str]:
    """The changed facts, remedies and passages, a line each, and how many more there are."""
    for fact in difference.facts:
        yield f"{fact.name}: [-{fact.old}-] {{+{fact.new}+}}"
    changes = difference.changes
    yield from map(_line, changes[:most])
    if len(changes) > most:
        yield f"and {len(changes) - most:,} more passages"
    if difference.is_empty:
        yield "no word changes, only numbers or the layout"


def difference_data(difference: Difference, most: int = MOST) -> dict[str, object]:
    """The same for a program."""
    changes = difference.changes
    return {
        "facts": [{"name": one.name, "old": one.old, "new": one.new} for one in difference.facts],
        "passages": [
            {"at": _passage(one).address, "runs": [{"kind": run.kind, "text": run.text} for run in one.runs]}
            for one in changes[:most]
        ],
        "passages_left_out": max(0, len(changes) - most),
    }


def _line(change: Change) -> str:
    sign = "+ " if change.old is None else "- " if change.new is None else ""
    return f"{_passage(change).address or 'text'}: {sign}{_words(change.runs)}"


def _passage(change: Change) -> Passage:
    return change.new or change.old or Passage("")


def _words(runs: Sequence[Run]) -> str:
    last = len(runs) - 1
    shown = [_run(run, is_first=place == 0, is_last=place == last) for place, run in enumerate(runs)]
    return " ".join("".join(shown).split())


def _run(run: Run, *, is_first: bool, is_last: bool) -> str:
    if run.kind == "same":
        return _shortened(run.text, 0 if is_first else _AROUND, 0 if is_last else _AROUND)
    lead = run.text[: len(run.text) - len(run.text.lstrip())]
    words = _shortened(run.text.strip(), _LONGEST, _LONGEST)
    return f"{lead}[-{words}-]" if run.kind == "removed" else f"{lead}{{+{words}+}}"


def _shortened(text: str, start: int, end: int) -> str:
    """The text without its middle, cut between words, when that is long."""
    if len(text) <= start + end + 20:
        return text
    before = text[:start].rpartition(" ")[0]
    after = text[len(text) - end :].partition(" ")[2]
    return f"{before} … {after}"
