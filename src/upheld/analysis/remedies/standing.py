"""Whether what is read stands: agreed, only recommended, done before; or merely offered and not enough."""

import re

from upheld.analysis.remedies.frames import Mood
from upheld.analysis.remedies.gates import gated
from upheld.analysis.remedies.places import Place
from upheld.analysis.remedy import Kind, Status

_AGREES = re.compile(
    r"(?<!not )(?<!not yet )\b(?:has|have|also|now|it|they|council|trust|provider|home|authority|councils|landlord"
    r"|school|body|and|which|kindly)"
    r"\s+(?:has |have |also |now |since |subsequently |kindly |already |both )*(?:agreed|agrees|accepted|accepts)\b"
    r"(?=\s*[.,;:]?\s*$|\s+(?:to|with)?\s*(?:do|this|these|that|our|my|the|all|both|carry|implement|each|follow"
    r"|make these)\b)"
)
_ALL_RECOMMENDATIONS = gated(
    r"(?<!not )(?<!yet )\b(?:agreed|agrees|accepted|accepts)\b[^.;]{0,50}\b(?:recommend\w+|remed(?:y|ies)|actions?"
    r"|findings and|proposals?|all of these|following)\b",
    "agreed|agrees|accepted|accepts",
)
_REFUSES = re.compile(
    r"\b(?:has|have|did|does|do|is|are|was)\s+(?:still |so far |yet )?not\s+(?:yet |fully )?(?:agree\w*|accept\w*"
    r"|prepared|willing)|\b(?:council|trust|provider|it|they|home|authority|has|have|landlord|school)(?: so far"
    r"| also| since| still)? (?:refuse|decline|disagree|reject)(?:s|d)?\b|"
    r"will not (?:do so|pay|accept|comply|apologise)|\bwill not do\b"
)
_ACCEPTED = re.compile(
    r"\b(?:suitabl\w+|appropriate\w*|satisf\w+|adequate\w*|sufficient\w*|enough|proportionate|fair|reasonable"
    r"|remed(?:y|ies|ied)|"
    r"welcome\w*|acceptable|puts? (?:it |things |matters |this )?right|put (?:it |things |matters )?right"
    r"|no (?:further|outstanding|remaining|unremedied)|settle[sd]?|pleased|"
    r"in line with|already|should not pay more|cannot achieve (?:any )?more|would not achieve)\b"
)
_REJECTED = re.compile(
    r"\bnot (?:an? |think |consider |believe |enough|sufficient\w*|adequate\w*|go far|fully|suitabl\w+|reflect"
    r"|remed\w+|satisf\w+|appropriate)|"
    r"\binsufficient\b|\binadequate\b|\brefused\b|\breject\w*\b|\bdeclin\w+\b|\btoo low\b|\bdoes not\b|\bunhappy\b"
    r"|\bnot accept"
)
_DONE_SINCE = re.compile(
    r"\b(?:it|council|trust|provider|home|this|these|they|authority|landlord|school)\b[^.;]{0,25}?\b(?:has|have"
    r"|was|were)\s+(?:now |already |since |also |been ){1,3}"
    r"(?:done (?:this|so)|done\b|implemented|completed|carried (?:this |these |it )?out|provided this|paid this"
    r"|made (?:this|these)|complied|taken this|introduced this)"
    r"(?:\s+(?:this|these|the|both|all|so)\b[^.;]{0,30})?"
)
_HAS_SINCE = re.compile(r"\b(?:has|have) (?:also |now )?since\b")
_DROPPED = re.compile(
    r"\b(?:i|we) (?:accept|agree with|have thought again|have reconsidered|no longer|(?:do|have|will"
    r"|did) not (?:now )?(?:ask|think|consider|recommend|intend|pursue|propose|press|insist))|"
    r"\b(?:its|these|those) (?:reasons|explanation|view|position) (?:is|are|seems?) |\bneed not\b|\bneed do so\b"
    r"|\bmy view is that\b|\bentitled to (?:refuse|decline|take)"
)
_SHORT = 160
_AGREES_SHORTLY = re.compile(
    r"(?:i am pleased (?:to say )?|i welcome )?(?:that )?(?:the \w+|it|they|both \w+|the (?:care )?provider) "
    r"(?:has |have )?(?:now |already |also )?(?:agreed|agrees|accepted|accepts)(?: (?:to|with))?"
    r"(?: (?:do|this|these|that|so|all|my|our|the|of|recommendations?|actions?|proposals?|carry|out|implement))*"
    r"(?: within [\w ]{3,40})?\."
)
_UNTIL = re.compile(
    r"\b(?:if|unless|where|should) (?:it|they|the \w+|this)? ?(?:has|have)? ?not already\b|\bif it has not\b"
)


def agrees_to_all(text: str) -> bool:
    """Whether the lower-case text says that what is recommended was accepted."""
    return bool(_ALL_RECOMMENDATIONS.search(text)) and not _REFUSES.search(text)


def agrees(text: str) -> bool:
    """Whether a paragraph says that what stands around it was accepted: `The Council has agreed with this.`"""
    return agrees_to_all(text) or (len(text) < _SHORT and bool(_AGREES_SHORTLY.fullmatch(text.strip())))


def is_dropped(text: str) -> bool:
    """Whether whoever asked for something that was refused says in the lower-case text that it need not be."""
    return bool(_DROPPED.search(text))


def is_done_since(text: str) -> bool:
    """Whether the lower-case text says that the act before it was done meanwhile: `the council has now done this`."""
    return bool(_DONE_SINCE.search(text)) and not _UNTIL.search(text)


def status_of(kind: Kind, mood: Mood | None, place: Place | None, nearby: str, *, accepted: bool) -> Status | None:
    """The status of an act in a place (None: the summary), by the lower-case text near it; None if it does not stand.

    `accepted` says that the recommendations as a whole were.
    """
    if mood is None or mood in ("agreed", "will"):
        return "agreed" if mood else "not-made"
    if mood in ("asked", "confirm"):
        return _asked(place, nearby, accepted=accepted)
    if mood == "refused":
        return "not-made" if place in (Place.AGREED, Place.ASKED) and is_dropped(nearby) else None
    if not _stands(kind, mood, place, nearby):
        return None
    return "agreed" if mood == "offered" else "done"


def _stands(kind: Kind, mood: Mood, place: Place | None, nearby: str) -> bool:
    """Whether what was done or offered before is said to put things right."""
    if mood == "done":
        always = place in (Place.AGREED, Place.ASKED, None) or kind in ("apology", "symbolic-payment", "training")
        return always or bool(_HAS_SINCE.search(nearby)) or bool(_ACCEPTED.search(nearby))
    if mood == "past":
        rejected = place not in (Place.AGREED, None) and _REJECTED.search(nearby)
        return place in (Place.AGREED, None) or bool(_ACCEPTED.search(nearby) and not rejected)
    if mood == "offered":
        stands = place in (Place.AGREED, None) or bool(_ACCEPTED.search(nearby))
        return stands and not _REJECTED.search(nearby)
    return False


def _asked(place: Place | None, nearby: str, *, accepted: bool) -> Status:
    if _REFUSES.search(nearby):
        return "recommended"
    return "agreed" if place is Place.AGREED or accepted or _AGREES.search(nearby) else "recommended"
