"""Acts in the passive: `officers have been trained`, `the policy will be revised`."""

import re
from collections.abc import Iterator

from upheld.analysis.remedies.frames import Mood
from upheld.analysis.remedies.gates import gated
from upheld.analysis.remedies.objects import STAFF
from upheld.analysis.remedy import Kind

_ADVERBS = r"(?:(?:now|already|since|also|all|both|recently|\w+ly)\s){0,3}"
_BEEN = (
    rf"\s(?:(?P<done>(?:has|have)\s{_ADVERBS}(?:been|received|completed|undertaken|had))|(?P<will>will\s{_ADVERBS}"
    rf"(?:be|receive|complete|undertake))|(?P<asked>(?:should|must)\s{_ADVERBS}(?:be|receive|complete|undertake)))\s"
    rf"{_ADVERBS}"
)
_SYSTEM = (
    r"(?:polic(?:y|ies)|procedures?|process(?:es)?|protocols?|templates?|websites?|guidance|guidelines|checklists?"
    r"|standard letters?|systems?)"
)
_PASSIVES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "training",
        re.compile(
            rf"(?<!mr )(?<!mrs )\b{STAFF}\b[^.;,]{{0,50}}?{_BEEN}(?:re-?trained|trained|reminded|briefed|coached"
            rf"|(?:\w+ ){{0,2}}(?:training|guidance|reminders?|briefings?)\b)"
        ),
    ),
    (
        "training",
        re.compile(
            rf"\b(?:training|briefings?|reminders?)\b[^.;,]{{0,50}}?{_BEEN}(?:provided|given|arranged|delivered|issued"
            r"|sent|organised|held|completed)\b"
        ),
    ),
    (
        "procedure",
        re.compile(
            rf"\b{_SYSTEM}\b[^.;,]{{0,40}}?{_BEEN}(?:updated|revised|reviewed|amended|changed|improved|rewritten"
            r"|introduced|strengthened|implemented|put in place)\b"
        ),
    ),
)


_WORTH = gated(
    rf"{_BEEN}\w*(?=[^.]{{0,25}}(?:train|remind|brief|guidance|coach|updat|revis|review|amend|chang|impro"
    r"|rewrit|introd|streng|implem|in place|provided|given|arrang|deliver|issued|sent|organi|held|compl))",
    "has|have|will|should|must",
)


def find_passives(text: str) -> Iterator[tuple[Kind, Mood]]:
    """What the lower-case sentence says in the passive of staff and of how a body works."""
    if not _WORTH.search(text):
        return
    for kind, pattern in _PASSIVES:
        if found := pattern.search(text):
            yield kind, "done" if found["done"] else "will" if found["will"] else "asked"
