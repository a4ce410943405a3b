"""Which sentences may say that anything was done, agreed or asked for: most do not, and are looked at no further.

Whatever `read_clauses` finds in a sentence by itself holds one of these words, or one of each of a pair of lists. To
look for words costs a tenth of what it costs to look for frames.
"""

import re
from collections.abc import Sequence

from upheld.analysis.remedies.frames import ACTED, BODIES
from upheld.analysis.remedies.gates import holds

_WORD = re.compile(r"\w+")


def _words(*lists: str) -> frozenset[str]:
    return frozenset("|".join(lists).split("|"))


_ALONE = _words(
    "agree|agreed|agrees|agreement|committed|undertaken|promised|pledged|willing|accepted|has|have|having|already",
    "call|calls|called|suggest|suggests|suggested|invite|invites|invited|urge|urges|urged|expect|offer|offered|offers",
    "will|shall|should|must|need|needs|ought|refused|declined|remedy|remedied|remedies|remedying|resolve|resolved",
    "redress|redressed|settle|settled|action|actions|steps|payment|payments|compensation|award|apology|apologies",
    "suitable|appropriate|satisfactory|adequate|sufficient|proportionate|fair|reasonable|enough|injustice",
)
_PARTS = ("recommend", "propose", "ask", "right")
_PAIRS = (
    (_words(ACTED.replace(r"said\s+", "")), _words(BODIES)),  # the council paid
    (
        _words(
            "made|paid|issued|provided|given|sent|arranged|refunded|waived|reimbursed|written|repaid|cancelled|backdated"
        ),
        _words("be"),
    ),
    (_words("council|provider"), _words("is")),  # the council is to
)
_ANY = _ALONE.union(*(first for first, _ in _PAIRS))


def may_act(sentence: str) -> bool:
    """Whether anything can be read from the lower-case sentence by itself, without what led to it."""
    if holds(sentence, _PARTS):
        return True
    words = _WORD.findall(sentence)
    if _ANY.isdisjoint(words):
        return False
    return not _ALONE.isdisjoint(words) or _has_pair(words)


def _has_pair(words: Sequence[str]) -> bool:
    return any(not first.isdisjoint(words) and not second.isdisjoint(words) for first, second in _PAIRS)
