"""The chapters of a report on several complaints: one for each person, each with a table of dates."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from upheld.demo.cases import Case
from upheld.demo.events import list_events
from upheld.demo.paragraphs import Paper
from upheld.demo.people import draw_people
from upheld.demo.wording import draw_wording
from upheld.lib.dates import format_date

_HEARD = (
    "{X} told us that {he} {harm}.",
    "We met {X}, who described how {he} {harm}.",
    "{X} wrote to us that {he} {harm}.",
)
_AT_FAULT = (
    "In {X}’s case the Council {fault}. That was fault.",
    "The Council accepts that it {fault}. We agree that this was fault.",
    "The Council {fault}. We asked it why, and it could not tell us.",
    "We found no record that shows otherwise: the Council {fault}.",
)
_STEPS = ("First contact", "Formal complaint", "First reply", "Final reply")


def list_people(case: Case) -> list[Case]:
    """The case as it is for each person, one for each of its references: the principal one first."""
    return [case, *(_other(case, number) for number in range(1, len(case.also_known_as) + 1))]


def write_complaints(paper: Paper, people: Sequence[Case]) -> None:
    """Who complained."""
    paper.head("The complaints")
    references = (people[0].reference, *people[0].also_known_as)
    paper.say(
        "This report is about the complaints of:",
        [
            one.wording.fill(f"{{X}} ({reference});" if one is not people[-1] else f"{{X}} ({reference}).")
            for one, reference in zip(people, references, strict=True)
        ],
    )
    paper.say("These are not their real initials. We write about each of them in a chapter of its own.")


def write_chapters(paper: Paper, people: Sequence[Case]) -> None:
    """A chapter for each person."""
    for number, one in enumerate(people):
        rng = one.random(f"chapter {number}")
        paper.head(one.wording.fill("{X}’s complaint"))
        paper.say(one.wording.sentence(f"{{X}} complains about {one.matter.about}."))
        _events(paper, one, rng)
        _faults(paper, one, rng)
        _harm(paper, one, rng)


def _other(case: Case, number: int) -> Case:
    rng = case.random(f"person {number}")
    wording = draw_wording(draw_people(rng), case.wording.noun, rng)
    received_on = case.received_on - dt.timedelta(days=rng.randint(0, 90))
    return replace(case, wording=wording, received_on=received_on)


def _events(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("What happened", level=2)
    for event in list_events(case, rng):
        paper.say(event)
    days = [case.received_on - dt.timedelta(days=days) for days in (300, 210, 120, 30)]
    rows = [("Step", "Day"), *((step, format_date(day)) for step, day in zip(_STEPS, days, strict=True))]
    paper.tabulate(case.wording.fill("When the Council heard from {X} and replied"), rows)


def _faults(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("What went wrong", level=2)
    phrases = rng.sample(_AT_FAULT, len(case.matter.faults))
    for fault, phrase in zip(case.matter.faults, phrases, strict=True):
        paper.say(case.wording.sentence(phrase.replace("{fault}", fault)))


def _harm(paper: Paper, case: Case, rng: Random) -> None:
    paper.head("What it meant", level=2)
    for harm in case.matter.harm:
        paper.say(case.wording.sentence(rng.choice(_HEARD).replace("{harm}", harm)))
