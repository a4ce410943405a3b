"""The words of a text that tell what it is about, each with what it weighs."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from upheld.search.filler import is_filler
from upheld.search.words import prepare, stem, stem_unkept

MOST_CHARACTERS = 20_000
MOST_WORDS = 40
"""So many words stand for a text: with more, a long one would be like nothing."""
TOO_COMMON = 0.4
"""A word that stands in more than this part of all decisions tells nothing."""
_MOST_DIFFERENT = 2_000
OF_ANOTHER = 0.5
"""What a word counts that means the same as one of the text, but was not written; or for which one was mistyped."""
MOST_MISTYPED = 20
"""So many words that no decision has are looked at for slips."""

_WORD = re.compile(r"[^\W\d_]{3,40}")
_SAID_ALWAYS_WORDS = (
    "complain complaint complainant council ombudsman say said says tell told want wanted feel felt think thought "
    "believe know knew ask asked happen happened thing way matter issue problem time year month week day date january "
    "february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday today yesterday now ago letter email mail phone telephone call called contact contacted "
    "respond response reply replied answer write wrote written sent send received receive get got make made take took "
    "give given gave come came went gone put see saw seen look looked try tried need use used keep kept let help "
    "dear sir madam sincerely faithfully thank thanks please hello regards because though although however therefore "
    "since still again many much lot lots back first last next one two three four five six seven eight nine ten "
    "every each another same already never ever always just even really only well good bad people person somebody "
    "someone anybody anyone everybody nobody nothing something anything everything fail failed failing failure "
    "properly poor unhappy upset stress stressed stressful distress frustrated frustration trouble fault injustice "
    "remedy investigate investigation decision decided decide case statement apologise apology sorry apologised "
    "right wrong put matters authority borough county city district department service office officer staff team "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
    "hundred thousand mister mrs miss not don didn won can couldn wouldn isn wasn hasn haven doesn don't end start "
    "started long short ring rang rung"
)
_SAID_ALWAYS = frozenset(map(stem, _SAID_ALWAYS_WORDS.split()))
"""What nearly every complaint says, whatever it is about: by their stems.

How people ask, wait and say that they are upset is left out as it is written: “fuming” is no word for fumes, nor
“allowed” for an allowance.
"""

Counting = Callable[[Sequence[str]], Mapping[str, int]]
Meaning = Callable[[str], Sequence[str]]


def _as_written(word: str) -> Sequence[str]:
    """No word is taken for another."""
    del word
    return ()


@dataclass(frozen=True, slots=True)
class Telling:
    """The stems that tell, with their weights; `words` are as they were written, the most telling first."""

    weights: Mapping[str, float]
    words: tuple[str, ...]

    @property
    def total(self) -> float:
        """What all of them weigh together."""
        return sum(self.weights.values())

    def share(self, stems: Iterable[str]) -> float:
        """How much of the weight these stems have, from 0 to 1."""
        return sum(self.weights.get(one, 0.0) for one in stems) / self.total if self.weights else 0.0


def read_words(text: str) -> list[str]:
    """The words of a text that are no figures, in order, as they can be stemmed."""
    return _WORD.findall(prepare(text).lower())


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text, those that every text has aside."""
    return frozenset(stem(word) for word in set(read_words(text)) if not is_filler(word)) - _SAID_ALWAYS


def find_telling(text: str, count: Counting, held: int, others: str = "", meant: Meaning = _as_written) -> Telling:
    """The words that tell most: rare among the `held` decisions, repeated in the text. `count` says how rare.

    It counts a word in any of its forms. Words that no decision has tell nothing here, but what they are likely to be
    mistyped for, which `meant` says, does. What is in very many is left out. `others` are words that mean the same as
    some of the text.
    """
    written: dict[str, str] = {}
    times = _count_roots(text[:MOST_CHARACTERS], written)
    own = frozenset(times)
    times.update(_count_roots(others, written))
    found = _count_found(times, written, count)
    unknown = [written[root] for root, often in found.items() if root in own and not often]
    slips = _count_slips(unknown, meant, times, written)
    times |= slips
    found |= _count_found(slips, written, count)
    weights = {
        root: _weight(times[root], often, held) * (1.0 if root in own else OF_ANOTHER)
        for root, often in found.items()
        if 0 < often <= TOO_COMMON * held
    }
    best = sorted(weights, key=lambda root: (-weights[root], root))[:MOST_WORDS]
    return Telling({root: weights[root] for root in best}, tuple(written[root] for root in best))


def _count_slips(unknown: Sequence[str], meant: Meaning, times: Counter[str], written: dict[str, str]) -> Counter[str]:
    """The stems that are not in the text already, of what these words are likely to be mistyped for."""
    likely = "\n".join(word for one in unknown[:MOST_MISTYPED] for word in meant(one))
    return Counter({root: often for root, often in _count_roots(likely, written).items() if root not in times})


def _count_found(times: Counter[str], written: Mapping[str, str], count: Counting) -> dict[str, int]:
    """In how many decisions each stem stands, of those that are most frequent in the text."""
    kept = [root for root, _ in times.most_common(_MOST_DIFFERENT)]
    counts = count([written[root] for root in kept])
    return {root: counts.get(written[root], 0) for root in kept}


def _count_roots(text: str, written: dict[str, str]) -> Counter[str]:
    """How often the stem of each word stands there; `written` comes to have a word for each."""
    times: Counter[str] = Counter()
    for word in read_words(text):
        if not is_filler(word) and (root := stem_unkept(word)) not in _SAID_ALWAYS:
            times[root] += 1
            written.setdefault(root, word)
    return times


def _weight(times: int, found: int, held: int) -> float:
    return (1 + math.log(times)) * math.log(1 + held / found)
