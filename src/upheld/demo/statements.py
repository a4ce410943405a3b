"""The text of a statement, in the sections that statements have."""

from random import Random

from upheld.demo.cases import AGREED, CLOSED, DONE, ENDED, PROPER, UPHELD, Case
from upheld.demo.events import first_month, list_events
from upheld.demo.paragraphs import Paper
from upheld.demo.remedies import Act

_WANTS = (
    "{He} wants the Council to put matters right.",
    "{He} would like an apology, and to know that this will not happen to others.",
    "{He} wants the Council to look at its decision again.",
    "{He} told us that an explanation matters more to {him} than money.",
)
_POWERS = (
    (
        "Our task is to ask whether a body did what it should have done, in the way it should have. If it did not, we "
        "call that fault. (Local Government Act 1974, section 26(1), as amended)"
    ),
    (
        "Where fault has cost somebody something, be it money, time or peace of mind, we call that injustice, and we "
        "may say what should be done about it. (Local Government Act 1974, section 31)"
    ),
    (
        "We do not put our own opinion in the place of a decision that was properly made, however strongly the person "
        "it affects may disagree. (Local Government Act 1974, section 34(3), as amended)"
    ),
)
_LIMITS = (
    (
        "People should normally come to us within twelve months of knowing about the matter. (Local Government Act "
        "1974, section 26B)"
    ),
    (
        "We do not usually look at a matter that somebody could take to a tribunal, a minister or a court, unless it "
        "would be unreasonable to expect that. (Local Government Act 1974, section 26(6), as amended)"
    ),
    (
        "We need not investigate every complaint. We may decide that it would achieve too little, or that there is too "
        "little sign of fault. (Local Government Act 1974, section 24A(6))"
    ),
)
_CONSIDERED = (
    "I read what {X} sent with the complaint and spoke to {him} on the telephone.",
    "I considered {X}’s complaint and the papers {he} gave us.",
    "I talked to {X} about the complaint and read the letters and emails {he} had kept.",
)
_ASKED = (
    "I asked the Council for its records and its comments, and took account of both.",
    "I put questions to the Council and considered its answers together with its records.",
)
_DRAFT = (
    (
        "{X} and the Council saw a draft of this decision and could comment on it. I weighed what they said before I "
        "made it final."
    ),
    "Both {X} and the Council had the chance to comment on a draft.",
)
_EARLIER = "I read our earlier decision about the Council and the same subject (reference {{0}})."
_OTHER_PART = "What {X} says of the other body is decided under {{0}}."
_FAULTS = (
    "The records show that the Council FAULT. That was fault.",
    "The Council accepts that it FAULT. I agree, and this was fault.",
    "I have seen nothing that explains why the Council FAULT. It should have done better, and this was fault.",
    "On the balance of probabilities I find that the Council FAULT. This was fault.",
)
_NO_FAULTS = (
    "The Council PROPER. I find no fault in that.",
    "I looked closely at this. The records show that the Council PROPER.",
    "I understand why {X} sees this differently. But the Council PROPER, and it was entitled to decide as it did.",
)
_HARM = (
    "Because of the fault {X} HARM. That is an injustice.",
    "I then asked what difference this made. {X} HARM. This is an injustice to {him}.",
)
_SIGNED = "Investigator’s decision on behalf of the Ombudsman"


def write_statement(case: Case, acts: list[Act]) -> list[dict[str, object]]:
    """The sections of a statement."""
    paper, rng = Paper(), case.random("statement")
    _complaint(paper, case, rng)
    if case.outcome != CLOSED and rng.random() < 0.45:
        _limits(paper, case)
    _powers(paper, case, rng)
    _considered(paper, case, rng)
    if case.outcome == CLOSED:
        _assessment(paper, case, rng)
    else:
        _findings(paper, case, rng)
    if acts:
        _action(paper, case, acts)
    _final(paper, case)
    return paper.sections


def _complaint(paper: Paper, case: Case, rng: Random) -> None:
    fill = case.wording.sentence
    paper.head("The complaint")
    paper.say(fill("{X} complains about ABOUT.".replace("ABOUT", case.matter.about)) + _who(case))
    if len(case.matter.faults) > 1:
        paper.say(fill("{X} says that the Council:"), listed_claims(case))
    else:
        paper.say(fill(f"{{X}} says that the Council {case.matter.faults[0]}."))
    paper.say(fill(f"{{X}} says that because of this {{he}} {case.matter.harm[0]}. {rng.choice(_WANTS)}"))


def _who(case: Case) -> str:
    """Who is who, when the complaint is about somebody else."""
    phrases = " ".join((case.matter.about, *case.matter.faults, *case.matter.harm))
    if "{kin}" in phrases or "{D}" in phrases:
        return case.wording.fill(" I call the child D.".replace("D", "{D}"))
    return case.wording.fill(" {He} complains for {his} {elder}, whom I call {E}.") if "{E}" in phrases else ""


def _limits(paper: Paper, case: Case) -> None:
    paper.head("What I have and have not investigated")
    start = first_month(case)
    paper.say(case.wording.sentence(f"I have looked at what happened from {start} until {{X}} came to us."))
    paper.say(
        case.wording.sentence(
            f"I have not looked at what happened before {start}, because {{X}} could have complained at the time."
        )
    )


def _powers(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("The Ombudsman’s role and powers")
    for text in _POWERS if case.outcome != CLOSED else _POWERS[:2]:
        paper.say(text)
    for text in rng.sample(_LIMITS, 1 if case.outcome != CLOSED else 2):
        paper.say(text)


def _considered(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("How I considered this complaint")
    paper.say(case.wording.sentence(rng.choice(_CONSIDERED)))
    if case.outcome != CLOSED:
        paper.say(case.wording.sentence(rng.choice(_ASKED)))
        paper.say(case.wording.sentence(rng.choice(_DRAFT)))
    for reference in case.related:
        paper.say(case.wording.sentence(_OTHER_PART if _is_twin(case, reference) else _EARLIER).format(reference))


def _is_twin(case: Case, reference: str) -> bool:
    """Whether the other reference is that of the same complaint about another body."""
    return reference[:-1] == case.reference[:-1] and reference[-1].isalpha()


def _assessment(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("My assessment")
    for text in case.matter.law:
        paper.say(text)
    for event in rng.sample(list_events(case, rng)[:4], 2):
        paper.say(event)
    paper.say(case.wording.sentence(f"I have decided not to investigate, because {case.matter.decline[0]}."))


def _findings(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("What I found")
    for text in (*case.matter.law, *list_events(case, rng)):
        paper.say(text)
    fill = case.wording.sentence
    if case.outcome == UPHELD:
        for fault in case.matter.faults:
            paper.say(fill(rng.choice(_FAULTS).replace("FAULT", fault)))
        for harm in case.matter.harm:
            paper.say(fill(rng.choice(_HARM).replace("HARM", harm)))
    elif case.ending == PROPER:
        for proper in case.matter.proper:
            paper.say(fill(rng.choice(_NO_FAULTS).replace("PROPER", proper)))
    else:
        paper.say(fill(f"I have ended my investigation, because {case.matter.decline[0]}."))


def _action(paper: Paper, case: Case, acts: list[Act]) -> None:
    fill = case.wording.sentence
    paper.head("Action already taken" if case.ending == DONE else "Agreed action")
    if case.ending == DONE:
        paper.say(fill("Before {X} came to us, the Council had agreed to:"), listed_acts(acts))
        paper.say("That is what we would have recommended.")
        return
    soon = [act for act in acts if act.whom == "complainant"]
    later = [act for act in acts if act.whom != "complainant"]
    paper.say(fill("Within four weeks of the final decision the Council will:"), listed_acts(soon))
    if later:
        paper.say(fill("Within three months of the final decision the Council will:"), listed_acts(later))
    paper.say(fill("The Council should send us evidence that it has done these things."))


def listed_claims(case: Case) -> list[str]:
    """What the complainant says went wrong, as a list prints it."""
    claims = [case.wording.fill(fault) for fault in case.matter.faults]
    return [*(f"{claim};" for claim in claims[:-1]), f"{claims[-1]}."]


def listed_acts(acts: list[Act]) -> list[str]:
    """The acts as a list prints them."""
    return [as_item(act, last=act is acts[-1]) for act in acts]


def as_item(act: Act, *, last: bool = False) -> str:
    """One act as it stands in a list."""
    return act.text + ("." if last else ";")


def _final(paper: Paper, case: Case) -> None:
    paper.head("Final decision")
    sentences = {
        AGREED: "My investigation is complete. There was fault causing injustice. The Council will put it right.",
        DONE: "I uphold this complaint. There was fault, and the Council has already done enough to put it right.",
        PROPER: "I have completed my investigation and do not uphold the complaint. The Council was not at fault.",
        ENDED: "I have ended my investigation and do not uphold the complaint.",
    }
    closing = "We will not investigate this complaint, for the reasons given above."
    paper.say(case.wording.sentence(sentences.get(case.ending, closing)))
    paper.sign(_SIGNED)
