"""What makes a clause a remedy: who does it, and whether it was done, agreed, asked for or ruled out.

A frame is the words before the acts: `has agreed to`, `should`, `I recommend the Council`, `has already`, `by`. What
follows it is read for acts, until the next frame.
"""

import re
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from upheld.analysis.remedies.gates import gated
from upheld.analysis.remedies.words import FORMS, Form

Mood = Literal["agreed", "asked", "will", "done", "past", "offered", "by", "confirm", "refused", "none"]
"""`asked` is agreed or recommended by where it stands; `past` is done if something says so; `by` goes on with what
stood before it; `none` ends that. `refused` was asked for and will not be done."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Words from `start` to `end` after which acts stand in one of the forms."""

    start: int
    end: int
    mood: Mood
    forms: tuple[Form, ...]
    nouns: bool = False


ADVERB = (
    r"(?:also|now|already|since|therefore|however|still|then|further|formally|subsequently|recently|both|each"
    r"|either|just|"
    r"immediately|promptly|again|proactively|previously|fully|accordingly|separately|rightly|properly|jointly|together|"
    r"only|finally|first|carefully|urgently|personally|appropriately|additionally|instead|if necessary|where "
    r"appropriate|if appropriate|as necessary|in addition|in future|at least)"
)
_ADVERBS = rf"(?:[\s,]+{ADVERB}\b,?)*"
BODIES = (
    r"council|councils|authority|authorities|trust|provider|providers|home|school|academy|college|panel|icb|ccg|board|"
    r"association|landlord|company|agency|organisation|organisations|body|bodies|surgery|practice|hospital|university|"
    r"department|team|contractor|it|they"
)
_BODY = rf"(?:{BODIES})"
ACTED = (
    r"apologised|said\s+sorry|paid|repaid|refunded|waived|reimbursed|wrote|cancelled|introduced|reviewed|reopened"
    r"|reminded|trained|retrained|changed|corrected|backdated|updated|revised|improved|agreed|restored|reinstated"
    r"|amended|accepted|acknowledged|recognised|gave|provided|arranged|credited|removed|withdrew|recalled|cleared"
    r"|repaired|replaced|renewed|extended|resumed|moved|returned|deleted|fixed|installed|completed|awarded|sent|issued"
    r"|appointed|told|put|set"
)
_RECOMMENDING = (
    r"recommend(?:s|ed)?|ask(?:s|ed)?|suggest(?:s|ed)?|propose[sd]?|invite[sd]?|call(?:s|ed)? on|urge[sd]?|expect"
)
_BEGINNINGS = (
    "academy accept action agency agree already ask association authorit board bod can ccg college committed company "
    "confirm contractor could council declin demonstrate department did does entitled evidence expected fail ha[ds] "
    r"hav home hospital i[st]?\b icb landlord may\b might must my\s need offer ombudsm organisation ought our\s panel "
    "pledged practice promised proof propose provider put recommend redress refus remed required resolve satisfy "
    r"school set shall should show steps surgery team tell the\s+(?:further\s)?recommend they\b trust unable "
    r"undertaken university want we\b will would 's?\s+offer"
).split()
"""How a frame begins: its many patterns are tried nowhere else."""
_BY_LETTER = "|".join(
    f"{letter}(?:{'|'.join(word[1:] for word in words)})" for letter, words in groupby(_BEGINNINGS, itemgetter(0))
)
_TRIGGERS = re.compile(
    # agreed to our recommendation to, agreed that it will, agreed to
    rf"\b(?={_BY_LETTER})(?:"  # looked at once for all of them: each begins where a word does, or ends
    # agreed a payment; agreed to our recommendations, including
    r"(?P<settled>\bagreed(?=\s+(?:an?|the)\s+(?:\w+\s){0,2}(?:payment|apology|refund|financial remedy|reimbursement"
    r"|settlement)\b))"
    r"|(?P<including>\bagreed\s+(?:to take\s+|to\s+)?(?:(?:some|our|my|the|these|all)\s+){0,2}(?:\w+\s+)?(?:actions?"
    r"|steps|remed(?:y|ies)|measures|recommendations)\b[^.;,]{0,60},?\s+(?:including|comprising)(?=\s))"
    r"|(?P<agreed>\b(?:agreed|agrees|agreement|committed|undertaken|promised|pledged|willing|accepted)\b"
    r"(?!\s+(?:with|by)\b)"
    r"(?:[\s,]+(?:with us|in principle|at our request|as a result|following our (?:investigation|enquiries)"
    r"|on this occasion|"
    r"in response to (?:my|our) (?:enquiries|draft decision)))?"
    r"(?:\s+(?:to\s+)?(?:our|my|a|the|this|these|all|both)\s+(?:of\s+)?(?:our\s+"
    r"|my\s+)?(?:\w+\s+)?(?:recommendations?|proposals?|"
    r"suggestions?|requests?)(?:\s+that)?)?"
    r"(?:\s+that)?(?:\s+(?:the\s+)?" + _BODY + r")?"
    r"(?:[\s,]+(?:that\s+)?within\s[^,;:.]{3,70}?,?)?"
    rf"{_ADVERBS}(?:\s+(?:to|will|should|would|can)|(?<=recommendation that it)"
    rf"|(?<=recommendation that the council))(?=[\s:,]|$))"
    rf"|(?P<confirm>\b(?:confirm(?:s|ed)?|show|demonstrate|evidence|tell|satisfy|(?:evidence|proof"
    rf"|confirmation))\s+(?:to\s+)?(?:us\s+)?(?:that\s+|how\s+)?(?:it|they|the\s+(?:council|provider|trust"
    rf"|authority))\s+(?:has|have)\b{_ADVERBS})"
    # I recommend that the Council
    r"|(?P<recommend>\b(?:(?:my|our|the) (?:further )?recommendations? (?:is|was|are) (?:that|for)"
    r"|(?:i|we|ombudsman|ombudsmen)\b(?:\s+(?:have|has|had|also|now|would|will|do|still|further"
    r"|again|then|"
    rf"therefore|since)){{0,3}},?\s+(?:{_RECOMMENDING})\b(?:\s+again)?(?:\s+that)?))"
    r"|(?P<offered>\b(?:offered|proposed|proposes)(?:\s+to)?\b|'s?\s+offer\s+(?:to|of)\b|\boffers\s+to\b)"
    rf"|(?P<waived>\bwill{_ADVERBS}\s+not\s+(?=(?:pursue|charge|recover|seek|collect|enforce|demand|take)\b))"
    rf"|(?P<refused>\b{_BODY}{_ADVERBS}\s+(?:(?:does|did|has|have|do|will)\s+not\s+agreed?|(?:has\s+"
    rf"|have\s+)?(?:refused|declined))\s+to\b)"
    # should have, could, would: nothing follows
    r"|(?P<none>\b(?:should|must|could|would|might|may|can|cannot|need|will)(?:\s+also)?\s+(?:not\b|have\b"
    r"|usually\b|normally\b)"
    r"|\b(?:could|would|might|may|can|cannot)\b|\b(?:fail(?:ed|ure|s)?|refus(?:ed|es|al)|declin(?:ed|es)|want(?:s"
    r"|ed)?|unable|"
    r"ask(?:ed|s)?|expected|required|entitled|need)\s+(?:the\s+\w+\s+)?to\b|\b(?:has|have|had|did|does|is)\s+not\b|"
    r"\b(?:has|have|had)\s+(?:no|never|to)\b)"
    rf"|(?P<asked>\b(?:should|must|needs?\s+to|ought\s+to|(?<=council\s)is\s+to|(?<=provider\s)is\s+to)\b{_ADVERBS})"
    rf"|(?P<will>\b(?:will|shall)\b{_ADVERBS})"
    rf"|(?P<done>\b(?:has|have|having)\b{_ADVERBS}|\bhad\s+already\b|\balready\b)"
    r"|(?P<remedied>\b(?:remed(?:y|ied|ies|ying)|(?:put|puts|putting|set)\s+(?:things|matters|it|this)?\s*right"
    r"|resolved?|redress(?:ed)?|"
    r"settled?|action(?! plan)|remedy)\b(?:(?!\b(?:should|will|has|have|agreed|recommend\w*"
    r"|to (?:address|ensure|improve|prevent|tackle)|caused(?!,)"
    r"|suffered)\b)[^.,;:\u00a3]){0,70}?,?\s*\b(?:with|by(?: way of)?|through|in the form of|as follows)(?=[\s:]))"
    rf"|(?P<colon>\b(?:remed(?:y|ies)|action|actions|steps|recommendations?)\b(?:(?!\b(?:should|will|has|have"
    rf"|agreed)\b)[^.;:\u00a3]){{0,70}}:)"
    rf"|(?P<past>\b{_BODY}\b{_ADVERBS}\s+(?=(?:{ACTED})\b))"
    r")"
)

_SOMEBODY_ELSE = re.compile(
    r"(?:\b(?:i|we|he|she|you|who|there|this|these|those|that|which|not|complainants?|famil(?:y|ies)|woman|man"
    r"|mother|father|"
    r"parents?|daughter|son|child(?:ren)?|carers?|tribunal|courts?|police|tenants?|residents?|neighbours?"
    r"|ombudsman|apolog(?:y|ies)|"
    r"payments?|letters?|reviews?|training|reminders?|plans?|guidance|policy|policies|records?|people|persons?"
    r"|officers?|staff|"
    r"assessments?|reports?|sums?|remedy|complaints?|decisions?|students?|pupils?|applicants?|claimants?|lawyers?"
    r"|solicitors?|"
    r"government|minister|secretary of state|user|customers?|offer|quote|amount|money|fault|fee|charge)"
    r"|(?<!the )(?<!two )(?<!both )(?:councils|authorities|schools|providers|landlords)"
    r"|\b(?:mr|mrs|ms|miss|mx|dr|child|prof)\.?\s+[a-z]{1,2})\s*,?\s*$"
)
_SUBORDINATE = re.compile(
    r"\b(?:what|how|when|which|why|whether|where|who|if|unless|until|so|actions?|steps|measures"
    r"|(?<!same )(?<!that )(?<!this )date|provision|support|"
    rf"services?|information|than|as soon as|once)(?:\s+that)?\s+(?:the\s+)?(?:\w+\s+)?{_BODY}?\s*$"
)
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|from|to|between|until|till|since|by|of|before|after|during|early|late|mid|on|and)|\d(?:st|nd|rd|th)?)\s*$"
)
_MONTH_AFTER = re.compile(
    r"\s+(?:\d|(?:and|to|until|or)\s+(?:\w+\s+)?(?:january|february|march|april|june|july|august|september|october"
    r"|november|december)\b)"
)
_AFTER_WE = re.compile(r",?\s*\b(?:after|when|once|since|before|while|as|because)\s+(?:i|we)\b[^,]*,")
_TO_DO = re.compile(r"\b(?:will|should|must|to|shall)\s+(?:also\s+|then\s+)?$")
_RELATIVE_WHO = gated(r"\b(?:who|whom|whose \w+)\s*(?:have |has |had )?$", "who")
_AUXILIARY = re.compile(rf"\b(?:has|have|had|is|are|was|were)\b{_ADVERBS}[\s,]*$")
_AND = re.compile(r"(?:,|\band|\bbut)\s*$")
_ANDS = (",", "and", "but")
_WHOSE = re.compile(rf"\b(?:i|we|{BODIES})\b")
_FOR_WHICH = re.compile(r"\bfor which (?:the )?\w+\s*$")
_WHICH = re.compile(r"\bwhich\s+(?:the\s+)?\w+\s*$")
_RELATIVE = re.compile(rf"\u00a3[\d,.]+\s+(?:(?:which|that)\s+)?(?:the\s+)?{_BODY}\s*$|\u00a3[\d,.]+\s+$")
_HAS_SHOWN = re.compile(r"\b(?:has|have|had) (?:also |now )?(?:provided|given|sent|supplied)\b[^.;]{0,30}$")
_ITS_OWN = gated(
    r"\b(?!(?:and|but|or|that|which|where|when|if|as|so|also|now|because|since|until|once|says?|said|confirm\w*|told"
    r"|us|me|what|how|whether|who|while|after|before|although|though|then|however|therefore|finding|explain\w*|show\w*"
    r"|notes?|noted|states?|stated|considers?|accepts?|accepted|evidence|proof|think|understand|see|pleased|satisfied"
    r"|aware|know|believe)\b)[a-z]{3,} (?:it|they) $",
    "it |they ",
)
"""A body whose act only tells one thing from others: `the allowances it has stopped`."""
_BARE: tuple[Form, ...] = ("bare",)
_PAST: tuple[Form, ...] = ("past",)
_MOODS: dict[str, tuple[Mood, tuple[Form, ...], bool]] = {
    "agreed": ("agreed", _BARE, False),
    "confirm": ("confirm", _PAST, False),
    "recommend": ("asked", ("bare", "third", "ing"), True),
    "offered": ("offered", _BARE, True),
    "waived": ("will", _BARE, False),
    "none": ("none", (), False),
    "refused": ("refused", _BARE, False),
    "asked": ("asked", _BARE, False),
    "will": ("will", _BARE, False),
    "done": ("done", _PAST, False),
    "remedied": ("by", ("ing",), True),
    "settled": ("agreed", (), True),
    "including": ("agreed", ("ing",), True),
    "colon": ("by", ("past", "bare", "ing"), True),
    "past": ("past", _PAST, False),
}
_SKIPPED_SUBJECT = re.compile(
    r"\s+(?:(?:that|within\s[^,;:]{3,60},)\s+)?(?:(?:the|both|each|all)\s+(?:[\w'&-]+\s+){1,6}?|it\s+|they\s+)"
    r"(?:(?:should|to|will|must|now|also)\s+)*(?P<word>[a-z-]+)"
)


def find_frames(text: str) -> list[Frame]:
    """The frames of a lower-case sentence, in order."""
    return [frame for match in _TRIGGERS.finditer(text) if (frame := _frame(match, text))]


def _is_no_end(words: str, before: str, after: str) -> bool:
    """Whether words that would end a frame do not: the month of May, and `ask` where asking is the act."""
    if words == "may":
        return bool(_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after))
    return words.startswith("ask") and bool(_TO_DO.search(before))


def _frame(match: re.Match[str], text: str) -> Frame | None:
    name = match.lastgroup or ""
    mood, forms, nouns = _MOODS[name]
    if name == "confirm" and match.group().startswith("confirmed"):
        mood = "done"
    before = text[max(0, match.start() - 60) : match.start()]
    if name == "confirm" and _HAS_SHOWN.search(before):
        mood = "done"
    if name == "none" and _is_no_end(match.group(), before, text[match.end() : match.end() + 40]):
        return None
    if name in ("will", "asked", "done", "none") and _RELATIVE_WHO.search(before):
        return None
    if name in ("agreed", "asked", "will", "done", "waived") and _is_of_somebody_else(before, name):
        return Frame(match.start(), match.end(), "none", ())
    if _only_tells_which(name, before):
        return None
    if (
        name in ("will", "asked", "done", "none")
        and _SUBORDINATE.search(before)
        and not (name == "done" and _WHICH.search(before))
        and not _FOR_WHICH.search(before)
    ):
        return None
    end = _past_subject(match.end(), text) if name == "recommend" else match.end()
    return Frame(match.start(), end, mood, forms, nouns)


def _only_tells_which(name: str, before: str) -> bool:
    """Whether what was done or offered only tells one thing from others: `the £150 it offered`."""
    relative = name in ("done", "offered") and _RELATIVE.search(before)
    return bool(relative or (name == "done" and _ITS_OWN.search(before)))


def _is_of_somebody_else(before: str, name: str) -> bool:
    subject = _AUXILIARY.sub("", before) if name == "agreed" else before
    subject = _AFTER_WE.sub(" ", subject) if "," in subject else subject
    if _SOMEBODY_ELSE.search(subject[-50:]):
        return True
    whose = _WHOSE.findall(subject) if subject.rstrip().endswith(_ANDS) and _AND.search(subject) else []
    return bool(whose) and whose[-1] in ("i", "we")


def _past_subject(end: int, text: str) -> int:
    """Where the verb begins after `I recommend the Council`."""
    position = end - 1 if text[end - 1 : end] == " " else end
    for found in _SKIPPED_SUBJECT.finditer(text, position, position + 140):
        if found.start() == position:
            return _verb_after(position, text)
    return end


def _verb_after(start: int, text: str) -> int:
    """The first verb after a subject of at most eight words."""
    words = list(re.finditer(r"[a-z'&-]+|[^\w\s]", text[start : start + 140]))[:14]
    for word in words[1:]:
        if FORMS.get(word.group(), {}).keys() & {"bare", "third"} and word.group() not in ("home", "place"):
            return start + word.start()
        if word.group() in ".;:\u00a3":
            break
    return start
