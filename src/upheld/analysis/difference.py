"""What differs between two texts, word by word: passages are aligned first, then the words of those that changed.

Everything is bounded: the longest common run of words is found with whole numbers used as sets of bits, and what is
too much even for that is shown as removed and added whole.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from upheld.analysis.alignment import Budget, align, pair_similar
from upheld.analysis.words import Word, split_words, text_of

Kind = Literal["same", "removed", "added"]
SAME: Kind = "same"
REMOVED: Kind = "removed"
ADDED: Kind = "added"
_STOPS = frozenset(".;:!?")
_PAIRS = 5_000  # so many passages on each side are compared with those near them, to find the one they came from


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text that stands by itself. Only passages of the same `group` are compared with each other.

    `address` is where it stands and `mark` the number printed before it; neither is compared.
    """

    text: str
    group: str = "text"
    address: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that stayed, went, or came."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A passage on both sides, or on one. Its runs without `added` are the old text, without `removed` the new."""

    old: Passage | None
    new: Passage | None
    runs: tuple[Run, ...]

    @property
    def is_changed(self) -> bool:
        """Whether any of it differs."""
        return any(run.kind != SAME for run in self.runs) or self.old is None or self.new is None


def compare(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Change, ...]:
    """Every passage of both sides in order, each with what changed in it."""
    budget = Budget()
    changes: list[Change] = []
    gone = come = 0
    for place, other in [*align([_key(one) for one in old], [_key(one) for one in new], budget), (len(old), len(new))]:
        changes += _gap(old[gone:place], new[come:other], budget)
        if place < len(old):
            changes.append(Change(old[place], new[other], _whole(SAME, new[other].text)))
        gone, come = place + 1, other + 1
    return tuple(changes)


def compare_words(old: str, new: str, budget: Budget | None = None) -> tuple[Run, ...]:
    """What changed in a text."""
    before, after = split_words(old), split_words(new)
    same = align([word.text for word in before], [word.text for word in after], budget or Budget())
    return _merged(_in_sentences(_readable(_steps(before, after, same))))


def side(runs: Sequence[Run], without: Kind) -> str:
    """The text as it was (without what was added) or as it became (without what was removed)."""
    return "".join(run.text for run in runs if run.kind != without)


def _key(passage: Passage) -> Hashable:
    return passage.group, passage.text


def _whole(kind: Kind, text: str) -> tuple[Run, ...]:
    return (Run(kind, text),) if text else ()


def _gap(old: Sequence[Passage], new: Sequence[Passage], budget: Budget) -> list[Change]:
    """Between passages that stayed: those that came from one another, else what went, then what came."""
    if max(len(old), len(new)) > _PAIRS:
        pairs = []
    else:
        pairs = pair_similar([(one.group, _words(one)) for one in old], [(one.group, _words(one)) for one in new])
    changes: list[Change] = []
    gone = come = 0
    for place, other in [*pairs, (len(old), len(new))]:
        changes += [Change(one, None, _whole(REMOVED, one.text)) for one in old[gone:place]]
        changes += [Change(None, one, _whole(ADDED, one.text)) for one in new[come:other]]
        if place < len(old):
            changes.append(Change(old[place], new[other], compare_words(old[place].text, new[other].text, budget)))
        gone, come = place + 1, other + 1
    return changes


def _words(passage: Passage) -> frozenset[str]:
    return frozenset(passage.text.casefold().split())


@dataclass(slots=True)
class _Step:
    """Words in a row: the same on both sides, or some that went and some that came in their place."""

    same: bool
    old: list[Word]
    new: list[Word]
    size: int = 0

    def measured(self) -> "_Step":
        """Itself, with how many letters it has on the longer side."""
        self.size = max(sum(len(word.text) for word in side) for side in (self.old, self.new))
        return self

    def take(self, *others: "_Step") -> None:
        """Becomes one with what comes after it."""
        for one in others:
            self.old += one.old
            self.new += one.new
            self.size += one.size


def _steps(before: Sequence[Word], after: Sequence[Word], same: Sequence[tuple[int, int]]) -> list[_Step]:
    steps: list[_Step] = []
    gone = come = 0
    for place, other in [*same, (len(before), len(after))]:
        if place > gone or other > come:
            steps.append(_Step(same=False, old=list(before[gone:place]), new=list(after[come:other])))
        if place < len(before):
            if not steps or not steps[-1].same:
                steps.append(_Step(same=True, old=[], new=[]))
            steps[-1].old.append(before[place])
            steps[-1].new.append(after[other])
        gone, come = place + 1, other + 1
    return steps


def _readable(steps: Sequence[_Step]) -> list[_Step]:
    """Words that stayed by chance, a lone `of` between longer changes, count as changed with what is around them."""
    found: list[_Step] = []
    for step in steps:
        found.append(step.measured())
        while len(found) >= 3 and not found[-1].same and found[-2].same and not found[-3].same:
            before, kept, after = found[-3:]
            if kept.size > min(before.size, after.size) or kept.size > 24:
                break
            before.take(kept, after)
            del found[-2:]
    return found


def _in_sentences(steps: list[_Step]) -> list[_Step]:
    """A sentence that came or went ends with its own full stop, not with that of the one before it."""
    for before, step, after in zip(steps, steps[1:], steps[2:], strict=False):
        words, stops = step.old or step.new, (after.old[:1], after.new[:1])
        alone = before.same and after.same and not (step.old and step.new)
        if alone and len(words) > 1 and words[0].text in _STOPS and stops == ([words[0]], [words[0]]):
            before.old.append(words[0])
            before.new.append(words[0])
            words.append(words.pop(0))
            del after.old[0], after.new[0]
    return steps


def _merged(steps: Sequence[_Step]) -> tuple[Run, ...]:
    pieces = [piece for step in steps for piece in _pieces(step) if piece[1]]
    return tuple(Run(kind, "".join(text for _, text in run)) for kind, run in groupby(pieces, key=itemgetter(0)))


def _shared_space(old: str, new: str) -> tuple[str, str, str]:
    """The space before words that took the place of others stayed."""
    spaces = [text[: len(text) - len(text.lstrip())] for text in (old, new)]
    if spaces[0] != spaces[1] or not old.strip() or not new.strip():
        return "", old, new
    return spaces[0], old.lstrip(), new.lstrip()


def _pieces(step: _Step) -> list[tuple[Kind, str]]:
    if not step.same:
        space, went, came = _shared_space(text_of(step.old), text_of(step.new))
        return [(SAME, space), (REMOVED, went), (ADDED, came)]
    pieces: list[tuple[Kind, str]] = []
    for old, new in zip(step.old, step.new, strict=True):
        other: list[tuple[Kind, str]] = [(REMOVED, old.space), (ADDED, new.space)]
        pieces += [(SAME, old.space)] if old.space == new.space else other
        pieces.append((SAME, new.text))
    return pieces
