"""What may tell of a remedy, by its words: most paragraphs and sentences do not, and are not read further."""

import re

from upheld.analysis.remedies.gates import Gated, gated, holds

WORTH_READING = (
    "payment", "agree", "already", "offer", "recommend", "remed", "should", "will", "apolog", "paid", "refund", "waive",
    "satisf", "since", "suitable", "accept", "written off", "refus", "declin",
)  # fmt: skip
_MAY_SAY = (
    "agree", "already", "offer", "recommend", "remed", "apolog", "refund", "waive", "written off", "wrote off", "since",
    "injustice", "right", "suitab", "satisf", "reminded", "trained", "paid", "payment", "should", "changed", "reviewed",
    "reopened",
)  # fmt: skip
_MAY_SAY_WHOLE = gated(r"(?:now|pay)\b", "now|pay")
_SAYS = re.compile(r"(?:says|said|told|confirmed|council|provider|it|also)\b")
_WILL = re.compile(r"\bwill\b")
DURING = re.compile(
    r"(?:during|after|following|as a result of|in response to|since|once) (?:our|my|the ombudsman's|we"
    r"|i) (?:\w+ )?(?:investigation|enquir\w+|involvement|intervention|contact|contacted|began|started|made|draft"
    r"|asked|wrote)\b"
)
"""What a body does once the Ombudsman has asked is done to put things right."""
TOLD_DURING = Gated(
    DURING,
    (
        ("during", "after", "following", "as a result of", "in response to", "since", "once"),
        ("investigation", "enquir", "involvement", "intervention", "contact", "began", "started", "made", "draft",
         "asked", "wrote"),
    ),
)  # fmt: skip


def may_say(sentence: str) -> bool:
    """Whether a sentence outside the sections for it may tell of a remedy."""
    if holds(sentence, _MAY_SAY) or _MAY_SAY_WHOLE.search(sentence) or TOLD_DURING.search(sentence):
        return True
    will = max((found.start() for found in _WILL.finditer(sentence)), default=0) if "will" in sentence else 0
    return will > 0 and _SAYS.search(sentence, 0, will) is not None
