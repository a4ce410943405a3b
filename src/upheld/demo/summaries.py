"""Summaries: what happened, what was found, what it meant, what is put right."""

from random import Random

from upheld.demo.cases import AGREED, CLOSED, DONE, ENDED, PROPER, RECOMMENDED, Case
from upheld.demo.remedies import Act
from upheld.demo.wording import listed

_UPHOLD = ("We uphold {X}’s complaint about ABOUT.", "We have upheld {X}’s complaint about ABOUT.")
_COMPLAINED = ("{X} complained about ABOUT.", "{X} complains about ABOUT.", "{X} is unhappy with ABOUT.")
_SAID = (
    "{X} complained about ABOUT. {He} said the Council FAULT.",
    "{X} complained that the Council FAULT.",
    "{X} said the Council FAULT. {He} complained to us about ABOUT.",
)
_FOUND = (
    "We found fault because the Council FAULT.",
    "The Council was at fault: it FAULT.",
    "There was fault. The Council FAULT.",
    "We find the Council at fault. It FAULT.",
)
_HARM = (
    "As a result {X} HARM.",
    "Because of this {X} HARM.",
    "This caused injustice: {X} HARM.",
    "This meant that {X} HARM.",
)
_WILL = (
    "The Council has agreed to ACTS.",
    "The Council will ACTS.",
    "To put this right, the Council has agreed to ACTS.",
)
_HAS_DONE = (
    "The Council accepts this. Before {X} came to us it agreed to ACTS. That is a suitable remedy.",
    "The Council has already agreed to ACTS. We think this puts matters right, so we will not investigate further.",
)
_SHOULD = (
    "We recommend that the Council should ACTS. It has not yet accepted this.",
    "We have asked the Council to ACTS.",
)
_NO_FAULT = (
    "We found no fault. The Council PROPER.",
    "We do not find the Council at fault. It PROPER.",
    "The Council was not at fault, because it PROPER.",
    "The evidence does not bear this out: the Council PROPER.",
)
_STOPPED = (
    "We have ended our investigation, because DECLINE.",
    "We have discontinued the investigation. DECLINE_SENTENCE.",
)
_DECLINED = (
    "We will not investigate {X}’s complaint about ABOUT. This is because DECLINE.",
    "We will not investigate {X}’s complaint about ABOUT, because DECLINE.",
    "We cannot look further into {X}’s complaint about ABOUT. DECLINE_SENTENCE.",
    "An investigation of {X}’s complaint about ABOUT would not be justified: DECLINE.",
    "{X} complained about ABOUT. We will not investigate: DECLINE.",
)
_LATE = "it comes too late, and there is no good reason why {he} could not have complained sooner"
_SLIGHT = "whatever went wrong has not caused {him} an injustice that would justify an investigation"


def briefly(act: Act, case: Case) -> str:
    """The act as a summary puts it, in which the complainant has been named already."""
    return act.text.replace(case.wording.fill("pay {X} "), case.wording.fill("pay {him} "))


def summarise(case: Case, acts: list[Act]) -> str:
    """The summary of the case."""
    rng = case.random("summary")
    parts = {
        "ABOUT": case.matter.about,
        "FAULT": rng.choice(case.matter.faults),
        "PROPER": rng.choice(case.matter.proper),
        "HARM": rng.choice(case.matter.harm),
        "DECLINE": _reason(case, rng),
    }
    phrases = _phrases(case, rng)
    done = listed([briefly(act, case) for act in acts])
    return " ".join(case.wording.sentence(_put(phrase, parts, done)) for phrase in phrases)


def _phrases(case: Case, rng: Random) -> list[str]:
    if case.outcome == CLOSED:
        return [rng.choice(_DECLINED)]
    if case.ending == PROPER:
        return [rng.choice((*_SAID, *_COMPLAINED)), rng.choice(_NO_FAULT)]
    if case.ending == ENDED:
        return [rng.choice(_COMPLAINED), rng.choice(_STOPPED)]
    remedy = {AGREED: _WILL, DONE: _HAS_DONE, RECOMMENDED: _SHOULD}[case.ending]
    opening = rng.choice((*_COMPLAINED, *_UPHOLD))
    return [opening, rng.choice(_FOUND), rng.choice(_HARM), rng.choice(remedy)]


def _put(phrase: str, parts: dict[str, str], done: str) -> str:
    text = phrase.replace("DECLINE_SENTENCE", _capital(parts["DECLINE"])).replace("ACTS", done)
    for name, words in parts.items():
        text = text.replace(name, words)
    return text


def _reason(case: Case, rng: Random) -> str:
    return rng.choice((*case.matter.decline, *case.matter.decline, _LATE, _SLIGHT))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
