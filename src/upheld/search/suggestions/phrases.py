"""Frequent words of the register that belong together: read from summaries, kept by nobody, personal never.

A phrase is made of words in small letters, or of capitalised ones that the subjects of the register have in their
names. It counts only where it stands in several decisions of several organisations; each decision that it was read
from is remembered as its evidence, so that it can be seen to stand there still.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from upheld.search.words import is_common

LEAST_DECISIONS = 5
LEAST_BODIES = 3
_LONGEST = 4  # words
_EVIDENCE = 25  # decisions that are remembered
_MOST = 3_000  # phrases
_WHOLE = 0.7  # a part of a longer phrase is left out when so much of it stands in that phrase

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*|[^\s\w]|\w+")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_DULL_WORDS = (
    "ability able above accept accepted account accounts across act acted action actions adequate adequately "
    "affected afresh again agreed aim allow allowed along already also although always another apologise apologised "
    "apology applied apply arrange arranged ask asked avoid avoidable away back bad bear became become becomes began "
    "begin begins behalf behind believe beside best better beyond big both brief bring brought but came cannot case "
    "cause caused causing change changed come comes complain complained complaining complains complaint complaints "
    "complete completed concern concerned concerns confirm consider considered considering could councillor councils "
    "covers day days decide decided deciding decision decisions delay delayed delays did different done down due "
    "during each early end ended enough ensure even events ever every everything evidence explain explained failed "
    "failing fails failure failures fault faults fell few fifth final find finding first five follow followed "
    "following found four further gave general give given giving goes gone good great had handled happened hard "
    "harder held help high hold holds hours however idea impact include including information injustice instead "
    "investigate investigated investigating investigation issued just keep keeping kept know known lack large larger "
    "last late later law least leaving led left less likely little live lived lives long look looked looking lose "
    "lost low made make makes making managers many matter matters means meant meanwhile measured meet met minor "
    "missed month months most move moved moves much must name near necessary need needed needs never new next none "
    "nothing number obtain obtaining offer offered officer officers old ombudsman once one onto order original other "
    "others outcome outside overgrown own part parties past pay payment people period permanently person place "
    "placed plain point policy poor position possible present previous problem problems proper properly provide "
    "provided providing publish pursue pursued pursuing put puts quarter question questions quickly raised ran reach "
    "reached read reason reasonable reasons received recognise record recorded recover refused regarding related "
    "relevant remedied remedy remind reminded report reported required resident respond responded response result "
    "review reviewed right run runs safely said same satisfied say says second secure see send sent set several "
    "share short should show significant since single six sixth small some sooner sort staff stand start statement "
    "stay steps still stood stop stopped such suffered sufficient suitable take taken taking tell telling ten term "
    "therefore thing things think though three thrown time times told took toward towards train trained treat "
    "treated tried try twice two uncertainty unhappy unlikely unreliable until use used using very want wanted wants "
    "way week weeks weighed well went whether within without wording work worse worth would writing written wrong "
    "wrote year years yet"
)
_DULL = frozenset(_DULL_WORDS.split())
"""Words of every decision: nobody looks for a phrase with one of them."""


@dataclass(frozen=True, slots=True)
class Read:
    """A summary as it was read: of which version of which decision, and the bodies that decision is about."""

    decision: int
    version: int
    bodies: tuple[int, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A version of a decision in which a phrase stands."""

    decision: int
    version: int
    bodies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that belong together, in how many of the summaries read they stand, and in which, as far as remembered."""

    text: str
    count: int
    evidence: tuple[Evidence, ...]


def find_phrases(summaries: Sequence[Read], capitals: Collection[str]) -> tuple[Phrase, ...]:
    """The phrases that stand often enough, the most frequent first. `capitals`: words that may begin with one."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(summaries):
        for phrase in set(_phrases(one.summary, capitals)):
            places[phrase].append(place)
    often = {text: found for text, found in places.items() if len(found) >= LEAST_DECISIONS}
    kept = sorted(_without_parts(often).items(), key=lambda pair: (-len(pair[1]), pair[0]))
    made = (Phrase(text, len(found), _evidence(summaries, found)) for text, found in kept)
    return tuple(phrase for phrase in made if stands(phrase.evidence))[:_MOST]


def stands(evidence: Iterable[Evidence]) -> bool:
    """Whether these are enough decisions of enough bodies."""
    known = list(evidence)
    return len(known) >= LEAST_DECISIONS and len({one for each in known for one in each.bodies}) >= LEAST_BODIES


def _evidence(summaries: Sequence[Read], places: Sequence[int]) -> tuple[Evidence, ...]:
    """Those remembered: spread over all there are, so that they are of several bodies where the phrase is."""
    step = max(1, len(places) // _EVIDENCE)
    chosen = (summaries[place] for place in places[::step][:_EVIDENCE])
    return tuple(Evidence(one.decision, one.version, one.bodies) for one in chosen)


def _phrases(text: str, capitals: Collection[str]) -> Iterator[str]:
    for run in _runs(text, capitals):
        for start in range(len(run)):
            for end in range(start + 2, min(start + _LONGEST, len(run)) + 1):
                yield " ".join(run[start:end])


def _runs(text: str, capitals: Collection[str]) -> Iterator[list[str]]:
    """The words that stand side by side, without what could be a name."""
    run: list[str] = []
    for token in _TOKEN.findall(text):
        word = token if _WORD.fullmatch(token) else token.lower() if token.lower() in capitals else ""
        if _telling(word):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _telling(word: str) -> bool:
    return len(word) > 2 and word not in _DULL and not is_common(word)


def _without_parts(phrases: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Without those that stand nearly always in a longer one."""
    longest: dict[str, int] = {}
    for text, found in phrases.items():
        words = text.split()
        for start in range(len(words)):
            for end in range(start + 2, len(words) + 1):
                part = " ".join(words[start:end])
                if part != text:
                    longest[part] = max(longest.get(part, 0), len(found))
    return {text: found for text, found in phrases.items() if longest.get(text, 0) < len(found) * _WHOLE}
