"""Looks for the words that tell, where hardly any decision has all: people type sentences, decisions other words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from upheld.search.backends.tantivy.queries import words_of
from upheld.search.filler import is_filler
from upheld.search.language.query import Mistyped
from upheld.search.language.shaping import any_of
from upheld.search.language.tree import All, Any, Most, Node, Phrase, Word
from upheld.search.words import SENTENCE, is_common

ENOUGH = 10
"""Fewer words must be there until so many decisions have them."""
TELLING = 1 / 3
"""A word that stands in more of all decisions need not be there, unless there is no rarer one."""
NOTHING = 0.8
"""A word that stands in more of all decisions tells nothing, where no other is there either and they are many."""
MANY = 200
MOST_WORDS = 8
"""So many must be there at most: the rarest. And so many of those in no decision are looked at for slips."""
LESS = 1
"""So many fewer are asked for than enough decisions have: one rare word tells more than two frequent ones.

Not in order of date, where what has few of the words would stand among the first.
"""
_REFERRING = 3
"""A number of so many digits refers to something: a year, a section or a case."""
LONG = 30
"""In order of date so many are a long list, in which what tells most is lost."""
A_FEW = 5
"""So many must be left of it."""
NONE_HAS_ALL = "No decision has all of these words. These have some of them."
FEW_HAVE_ALL = "Few decisions have all of these words. The others have some of them."

Count = Callable[[Node], int]
Near = Callable[[str], Sequence[str]]
Fullest = Callable[[tuple[Node, ...], Mapping[Node, int], int], Sequence[int]]
"""Of the decisions that match the first parts, so many that have most of the others, by what each of these counts."""


@dataclass(frozen=True, slots=True)
class Wider:
    """What is looked for instead, what is to be said of it, and which words were taken for others."""

    node: Node
    note: str
    mistyped: tuple[Mistyped, ...] = ()


def most_of(
    node: Node | None,
    count: Count,
    fullest: Fullest,
    near: Near,
    *,
    held: int,
    found: int = 0,
    is_by_date: bool = False,
) -> Wider | None:
    """What has the words that tell most; None where enough has all of them, or nothing has any that tells.

    What is in quotes, ruled out or named by a field is kept to. `count` says how many decisions match, filters aside;
    `fullest` what those have of some parts that have most; `near` gives the words that one may be mistyped for;
    `held` are all there are, and `found` how many are known to match, with filters or without. With `is_by_date` more
    of the words must be there, which is said: in that order what has few of them would stand among the first.
    """
    if node is None:
        return None
    parts = node.parts if isinstance(node, All) else (node,)
    loose = tuple(part for part in parts if _is_word(part))
    # Of a sentence, what a few decisions happen to have all of is no answer by itself.
    is_sentence = sum(len(_typed_words(part)) for part in loose) >= SENTENCE or any(map(_is_count, loose))
    if not loose or (found and not is_sentence):
        return None
    count = cache(count)
    with_all = count(node)
    if with_all >= ENOUGH or (with_all and not is_sentence):
        return None
    kept = tuple(part for part in parts if part not in loose)
    taken: dict[str, Sequence[str]] = {}

    def meant(word: str) -> Sequence[str]:
        """Of a single word nothing is left to say that it was meant so: then the reader is asked."""
        may_take = len(parts) > 1 and len(taken) < MOST_WORDS
        return taken.setdefault(word, near(word)) if may_take else ()

    most = _most(kept, _counted(loose, count, meant), fullest, held)
    if most is None:
        return None
    said = FEW_HAVE_ALL if with_all else NONE_HAS_ALL
    wider = _by_date(kept, most, count, fullest, said) if is_by_date else _by_fit(kept, most, said)
    return replace(wider, mistyped=tuple(Mistyped(word, tuple(others)) for word, others in taken.items() if others))


@dataclass(frozen=True, slots=True)
class _Most:
    """The words that tell, how many of them must be there at least, how many in order of date, and what else counts."""

    telling: tuple[Node, ...]
    least: int
    strict: int
    also: tuple[Node, ...]


def _by_fit(kept: tuple[Node, ...], most: _Most, said: str) -> Wider:
    """What fits best comes first, so that little of it is enough to be listed."""
    return Wider(All((*kept, Most(most.telling, most.least, most.also))), said)


def _by_date(kept: tuple[Node, ...], most: _Most, count: Count, fullest: Fullest, said: str) -> Wider:
    """What has enough of the words to stand anywhere in a list; where that is many, one of the rarest among them."""
    parts = (*kept, Most(most.telling, most.strict, most.also))
    rarest = _rarest((*kept, Most(most.telling, most.strict)), most.telling, count, fullest)
    if most.strict == most.least and not rarest:
        return Wider(All(parts), said)
    listed = f"{said.partition('.')[0]}. In order of date only those are listed that have {_said(most, rarest)}."
    return Wider(All((*parts, Most(rarest, 1)) if rarest else parts), listed)


def _rarest(parts: tuple[Node, ...], telling: tuple[Node, ...], count: Count, fullest: Fullest) -> tuple[Node, ...]:
    """As few of the rarest words as a few of the decisions have one of; none where that leaves out nothing."""
    found = count(All(parts))
    if found <= LONG:
        return ()
    # Each word counts more than all that are less rare: so what a decision has tells the rarest that it has.
    worth = {one: 1 << place for place, one in enumerate(reversed(telling))}
    best = fullest(parts, worth, A_FEW)
    end = len(telling) + 1 - best[A_FEW - 1].bit_length() if len(best) == A_FEW else len(telling)
    rarest = telling[:end] if end < len(telling) else ()
    return rarest if rarest and count(All((*parts, Most(rarest, 1)))) < found else ()


def _said(most: _Most, rarest: tuple[Node, ...]) -> str:
    telling = [f"“{' '.join(_typed_words(part))}”" for part in most.telling]
    least = "" if most.strict == len(telling) else f"at least {most.strict} of "
    among = f", among them {' or '.join(telling[: len(rarest)])}" if rarest and least else ""
    return f"{least}{' and '.join(filter(None, (', '.join(telling[:-1]), telling[-1])))}{among}"


def _counted(loose: tuple[Node, ...], count: Count, near: Near) -> dict[Node, int]:
    """The words that say what is looked for, the rarest first, each with how many decisions have it.

    Of a run of words that no decision has, nor what means the same, its words by themselves; in place of a word that
    none has, those that it may be mistyped for, if any.
    """
    said = [part for part in loose if not _is_all(part, is_filler)]
    counts: dict[Node, int] = {}
    for part in said or [part for part in loose if not _is_all(part, is_common)]:
        found = count(part)
        instead = {} if found else {one: count(one) for one in _instead(part, near)}
        counts |= {part: found, **instead}
    return {part: counts[part] for part in sorted(counts, key=counts.__getitem__) if counts[part]}


def _instead(part: Node, near: Near) -> Iterator[Node]:
    """What is looked for where no decision has the part."""
    alone, typed = _apart(part), _typed_words(part)
    yield from (one for one in alone if not _is_all(one, is_filler))
    if not alone and len(typed) == 1 and (meant := near(typed[0])):
        yield any_of(Mistyped(typed[0], tuple(meant)).nodes)


def _most(kept: tuple[Node, ...], counts: dict[Node, int], fullest: Fullest, held: int) -> _Most | None:
    rare = [part for part, found in counts.items() if found <= held * TELLING]
    most_of_all = max(MANY, held * NOTHING)
    telling = tuple(rare[:MOST_WORDS] or [part for part in list(counts)[:1] if counts[part] <= most_of_all])
    best = fullest(kept, dict.fromkeys(telling, 1), ENOUGH) if telling else ()
    if not best:
        return None
    least = best[ENOUGH - 1] if len(best) >= ENOUGH else 1
    also = tuple(part for part in counts if part not in telling)
    return _Most(telling, max(1, least - LESS), least if least > 1 or best[0] < 2 else 2, also)


def _is_word(part: Node) -> bool:
    if isinstance(part, Any):
        return any(map(_is_word, part.parts))
    if isinstance(part, Word):
        return not part.is_quoted
    return isinstance(part, Phrase) and (part.is_joined or not part.is_typed)


def _is_count(part: Node) -> bool:
    """Whether it is a small number, which people type to say how many or how long, and decisions write as a word."""
    return isinstance(part, Word) and part.text.isdigit() and len(part.text) < _REFERRING


def _apart(part: Node) -> list[Node]:
    """The words of a run that was typed, each with what means the same as it alone."""
    typed = part.parts[0] if isinstance(part, Any) else part
    if isinstance(typed, All):
        return [one for one in typed.parts if _is_word(one)]
    return [Word(word) for word in typed.words] if isinstance(typed, Phrase) else []


def _is_all(part: Node, is_so: Callable[[str], bool]) -> bool:
    """Whether every word is so that was typed; what means the same does not count."""
    return all(map(is_so, _typed_words(part)))


def _typed_words(part: Node) -> list[str]:
    """Of what means the same, the first: what was typed."""
    if isinstance(part, Any):
        return _typed_words(part.parts[0])
    if isinstance(part, All):
        return [word for one in part.parts for word in _typed_words(one)]
    return [word for words in words_of(part) for word in words]
