"""What a section is for, by its heading: where remedies stand, where they are repeated, where none are."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from upheld.analysis.document import Section
from upheld.analysis.remedies.sentences import plain


class Place(Enum):
    """What a section is for."""

    AGREED = "what was agreed"
    ASKED = "what was recommended"
    DECISION = "the decision, which often repeats the remedy"
    FINDINGS = "what was found"
    ELSEWHERE = "the complaint, the law and the events"


_HEADINGS: tuple[tuple[Place, re.Pattern[str]], ...] = (
    (
        Place.ELSEWHERE,
        re.compile(
            r"\bcomplaint\b(?!.*\b(?:remed|decision))|\brole\b|\bpowers\b|\blaw\b|\blegal\b|\blegislation\b|background|"
            r"what (?:i|we) have|did not investigate|not investigated|how (?:i|we) (?:have )?(?:considered"
            r"|investigated)|"
            r"what happened|what should have|key facts|chronology|events|guidance|relevant|summary of|jurisdiction|"
            r"investigation$|what .* (?:says|said)|policy|documents|response to|comments"
        ),
    ),
    (Place.AGREED, re.compile(r"\bagreed\b|\baccepted\b.*\brecommend")),
    (
        Place.ASKED,
        re.compile(
            r"recommend|\bremed(?:y|ies)\b|^(?:further |proposed |required )?actions?\b|\borders?\b|"
            r"service improvements?|putting (?:things|it|matters) right|\baction (?:required|to be taken)"
        ),
    ),
    (Place.DECISION, re.compile(r"\bdecision\b|\bconclusions?\b")),
    (
        Place.FINDINGS,
        re.compile(
            r"\bfind(?:ing)?s?\b|\bfound\b|assessment|analysis|\bfault\b|injustice|consideration|reasons|impact"
        ),
    ),
)
_RULED_OUT = re.compile(
    r"reasons? for (?:the )?decision|recommendations? (?:made )?(?:in|by|from) (?:the )?(?:stage|previous)"
)


@lru_cache(maxsize=1_024)  # most decisions have the same few headings
def place_of(heading: str | None) -> Place | None:
    """What the heading says; None where it says nothing of the kind."""
    words = plain(heading or "").strip(" .:0123456789")
    if not words or len(words) > 120:
        return None
    if _RULED_OUT.search(words):
        return Place.FINDINGS
    if words.startswith(("agreed", "recommend", "remed")):
        return Place.AGREED if words.startswith("agreed") else Place.ASKED
    return next((place for place, pattern in _HEADINGS if pattern.search(words)), None)


def places(sections: Sequence[Section]) -> list[Place]:
    """For each section what it is for; one whose heading says nothing is part of that above it."""
    found: list[Place] = []
    above: list[tuple[int, Place]] = []
    for section in sections:
        above = [one for one in above if one[0] < section.level]
        place = place_of(section.heading)
        if place is None or (place is Place.FINDINGS and above and above[-1][1] in (Place.AGREED, Place.ASKED)):
            place = above[-1][1] if above else Place.FINDINGS
        above.append((section.level, place))
        found.append(place)
    return found
