"""The text of a report: longer, in chapters, with recommendations that are lists of lists."""

from random import Random

from upheld.demo.cases import RECOMMENDED, Case
from upheld.demo.events import list_events
from upheld.demo.joint_reports import list_people, write_chapters, write_complaints
from upheld.demo.paragraphs import JsonBlock, Paper
from upheld.demo.remedies import Act
from upheld.demo.statements import listed_acts, listed_claims

_WHY = (
    (
        "We publish this report because we think that others may be affected by the same fault, and that other bodies "
        "can learn from it."
    ),
    (
        "We have decided to publish a report because the injustice was serious and because the same fault may be found "
        "elsewhere."
    ),
)
_POWERS = (
    (
        "We look into complaints of maladministration and failure in a service. We use the word fault for both. (Local "
        "Government Act 1974, sections 26 and 26A)"
    ),
    (
        "When we find fault we ask whether it caused an injustice to the person who complained, and we may recommend "
        "how it should be put right. (Local Government Act 1974, section 31)"
    ),
    (
        "The body we report on must consider the report at a high level and tell us within three months what it has "
        "done or proposes to do. (Local Government Act 1974, section 31(2), as amended)"
    ),
)
_FAULT_AND_WHY = (
    (
        "The Council FAULT. It told us that the service was under pressure at the time. We accept that, but the duty "
        "does not fall away when a service is busy."
    ),
    "We found that the Council FAULT. Nobody seems to have noticed until {X} complained.",
    "The Council FAULT. Its own policy says what should happen in such a case, and it did not follow it.",
    "The evidence shows that the Council FAULT. No record was made of the reasons, if there were any.",
)
_OTHERS = (
    (
        "The Council told us how many other people were in the same position in the year we looked at. We have asked "
        "it to write to each of them."
    ),
    (
        "We asked the Council whether the same could have happened to others. It could not say, which troubles us: a "
        "body should know how its own services work."
    ),
    (
        "The Council has told us what it changed after {X}’s complaint. We welcome that, and the recommendations below "
        "build on it."
    ),
)
_QUESTIONS = (
    "What should have happened",
    "What happened",
    "What went wrong",
    "What it meant",
)


def write_report(case: Case, acts: list[Act]) -> list[dict[str, object]]:
    """The sections of a report."""
    paper, rng = Paper(), case.random("report")
    people = list_people(case)
    _front(paper, case, rng)
    if len(people) > 1:
        write_complaints(paper, people)
    else:
        _complaint(paper, case)
    _background(paper, case, rng)
    if len(people) > 1:
        write_chapters(paper, people)
    else:
        _chapters(paper, case, rng)
    _others(paper, case, rng)
    _recommend(paper, case, acts)
    _decide(paper, case)
    return paper.sections


def _front(paper: Paper, case: Case, rng: Random) -> None:
    fill = case.wording.sentence
    paper.head("Summary")
    paper.note(
        fill(f"{{X}} complained about {case.matter.about}. This report says what we found and what should be done.")
    )
    paper.note(rng.choice(_WHY))
    paper.head("Finding")
    paper.note("Fault causing injustice was found, and recommendations were made.")


def _complaint(paper: Paper, case: Case) -> None:
    fill = case.wording.sentence
    paper.head("The complaint")
    paper.say(
        fill(f"{{X}}, as we shall call {{him}}, complains about {case.matter.about}. That is not {{his}} real initial.")
    )
    paper.say(fill("{X} says that the Council:"), listed_claims(case))
    paper.say(fill(f"{{X}} says that {{he}} {case.matter.harm[-1]}."))


def _background(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("The law and guidance")
    for text in (*_POWERS, *case.matter.law):
        paper.say(text)
    paper.head("How we considered this complaint")
    paper.say(case.wording.sentence("We spoke to {X} and to staff of the Council, and read:"), [
        case.wording.fill("{X}’s letters and notes;"),
        case.wording.fill("the Council’s records and the policies in force at the time;"),
        _list("answers to our questions about:", "how decisions are recorded;", "who checks them;"),
        "and comments on a draft of this report.",
    ])  # fmt: skip
    if rng.random() < 0.5:
        paper.say("Some of those we spoke to have since left. We are grateful to all of them for their help.")


def _chapters(paper: Paper, case: Case, rng: Random) -> None:
    fill = case.wording.sentence
    should, did, wrong, meant = _QUESTIONS
    paper.head(should)
    paper.say(
        fill(
            "A body in this position can do it well. "
            f"We would have expected the Council to be able to say that it {case.matter.proper[0]}."
        )
    )
    paper.head(did)
    for event in list_events(case, rng):
        paper.say(event)
    paper.head(wrong)
    for fault, phrase in zip(case.matter.faults, rng.sample(_FAULT_AND_WHY, len(case.matter.faults)), strict=True):
        paper.say(fill(phrase.replace("FAULT", fault)))
    paper.head(meant)
    for harm in case.matter.harm:
        paper.say(fill(f"{{X}} {harm}. We regard that as a significant injustice."))


def _others(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("Whether others are affected")
    paper.say(case.wording.sentence(rng.choice(_OTHERS)))
    for reference in case.related:
        paper.say(case.wording.sentence(f"We have looked at this subject at the Council before, in {reference}."))


def _recommend(paper: Paper, case: Case, acts: list[Act]) -> None:
    fill = case.wording.sentence
    paper.head("Recommendations")
    soon = [act for act in acts if act.whom == "complainant"]
    later = [act for act in acts if act.whom != "complainant"]
    paper.say(
        fill(
            "To put right the injustice to {X}, we recommend that within four weeks of this report the Council should:"
        ),
        listed_acts(soon),
    )
    groups = [_list("within three months:", *listed_acts(later))] if later else []
    groups.append(_list("within six months:", "tell us what it has done, with evidence."))
    paper.say(fill("To improve the service for others, the Council should:"), groups)


def _decide(paper: Paper, case: Case) -> None:
    paper.head("Decision")
    outcome = "has not yet accepted" if case.ending == RECOMMENDED else "has accepted"
    text = (
        "We have completed our investigation. There was fault by the Council, which caused injustice. "
        f"The Council {outcome} our recommendations."
    )
    paper.say(case.wording.sentence(text))


def _list(text: str, *items: str) -> JsonBlock:
    return {"number": None, "text": text, "items": list(items)}
