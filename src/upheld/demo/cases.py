"""Draws the cases: who complained about whom and what, when, and how it ended. The same every time."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from upheld.demo.bodies import BODIES, SUBJECTS_OF_KIND, DemoBody
from upheld.demo.days import list_days, publication_day
from upheld.demo.matters import Matter, list_matters
from upheld.demo.people import draw_people
from upheld.demo.wording import Wording, draw_wording

COUNT = 1_200
REPORTS = 32
_MOST_PEOPLE = 14  # of one report beside the first: a long document, to be read by chapter
FIRST_NUMBER = 98_001_001
UPHELD, NOT_UPHELD, CLOSED = "Upheld", "Not upheld", "Closed after initial enquiries"
AGREED, DONE, RECOMMENDED, PROPER, ENDED, DECLINED = "agreed", "done", "recommended", "proper", "ended", "declined"
_CATEGORY_WEIGHTS = {
    "Adult care services": 19, "Benefits and tax": 7, "Children's care services": 14, "Education": 22,
    "Environment and regulation": 7, "Health": 3, "Housing": 14, "Other categories": 4, "Planning": 11,
    "Transport and highways": 8,
}  # fmt: skip
_OUTCOMES = {  # upheld, not upheld, closed
    "Education": (62, 13, 25), "Housing": (50, 18, 32), "Children's care services": (44, 16, 40),
    "Adult care services": (48, 20, 32), "Planning": (17, 25, 58), "Transport and highways": (27, 15, 58),
}  # fmt: skip
_ANY_OUTCOMES = (34, 18, 48)
_REPORTED_ON = {
    "Adult care services",
    "Benefits and tax",
    "Children's care services",
    "Education",
    "Housing",
    "Planning",
}
_STATEMENT_DELAY, _REPORT_DELAY = 42, 28


def new_random(*parts: object) -> Random:
    """Chance that falls the same way every time, for each part of the demo its own."""
    return Random("upheld demo " + " ".join(map(str, parts)))  # noqa: S311 - invented data, not a secret


@dataclass(frozen=True)
class Case:
    """One case. `ending` says how: agreed, done before, recommended, proper, ended early, declined."""

    reference: str
    matter: Matter
    bodies: tuple[DemoBody, ...]
    wording: Wording
    outcome: str
    ending: str
    report: bool
    received_on: dt.date
    decided_on: dt.date
    also_known_as: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    body_stated: bool = True

    @property
    def published_on(self) -> dt.date:
        """The Wednesday on which it came out."""
        return publication_day(self.decided_on, _REPORT_DELAY if self.report else _STATEMENT_DELAY)

    def random(self, part: str) -> Random:
        """Chance of its own for one part of the case."""
        return new_random(self.reference, part)


def list_cases() -> list[Case]:
    """Every case of the demo, in order of reference."""
    rng = new_random("cases")
    days = list_days(COUNT - 12, rng)
    drawn = sorted((_draw(day, rng) for day in days), key=lambda case: (case.received_on, case.decided_on))
    cases = _with_reports(_numbered(drawn, rng), rng)
    cases = _with_partners(cases, rng)
    return sorted(_related(cases, rng), key=lambda case: case.reference)


def printed(number: int, suffix: str = "") -> str:
    """`98 001 001`."""
    digits = f"{number:08d}"
    return f"{digits[:2]} {digits[2:5]} {digits[5:]}{suffix}"


def _draw(decided_on: dt.date, rng: Random) -> Case:
    matter, body = _matter_and_body(decided_on, rng)
    outcome = rng.choices((UPHELD, NOT_UPHELD, CLOSED), _OUTCOMES.get(matter.category, _ANY_OUTCOMES))[0]
    took = rng.randint(18, 70) if outcome == CLOSED else rng.randint(110, 330)
    wording = draw_wording(draw_people(rng), body.noun, rng)
    received_on = decided_on - dt.timedelta(days=took)
    return Case("", matter, (body,), wording, outcome, _ending(outcome, rng), False, received_on, decided_on)  # noqa: FBT003 - no report yet


def _matter_and_body(decided_on: dt.date, rng: Random) -> tuple[Matter, DemoBody]:
    category = rng.choices(list(_CATEGORY_WEIGHTS), list(_CATEGORY_WEIGHTS.values()))[0]
    matter = rng.choice([matter for matter in list_matters() if matter.category == category])
    complained_of = decided_on - dt.timedelta(days=150)  # an abolished body is decided about for a while
    fitting = [body for body in BODIES if _is_about(body, matter) and body.exists_on(complained_of)]
    return matter, rng.choices(fitting, [body.weight for body in fitting])[0]


def _is_about(body: DemoBody, matter: Matter) -> bool:
    unders = SUBJECTS_OF_KIND.get(body.kind, (matter.under,))
    return matter.category in body.subjects and matter.under in unders


def _ending(outcome: str, rng: Random) -> str:
    if outcome == UPHELD:
        return DONE if rng.random() < 0.14 else AGREED
    if outcome == NOT_UPHELD:
        return ENDED if rng.random() < 0.2 else PROPER
    return DECLINED


def _numbered(cases: Sequence[Case], rng: Random) -> list[Case]:
    numbers, number = [], FIRST_NUMBER
    for _ in cases:
        numbers.append(number)
        number += rng.choice((1, 1, 2, 2, 3))
    return [replace(case, reference=printed(number)) for case, number in zip(cases, numbers, strict=True)]


def _with_reports(cases: list[Case], rng: Random) -> list[Case]:
    """Some cases that others should learn from become reports; some of those carry several references."""
    fit = [n for n, case in enumerate(cases) if case.ending == AGREED and _weighs(case.matter)]
    unused = iter(range(FIRST_NUMBER + 4_000, FIRST_NUMBER + 4_100))
    for count, place in enumerate(sorted(rng.sample(fit, REPORTS))):
        ending = RECOMMENDED if count % 5 == 2 else AGREED
        several = _MOST_PEOPLE if count == REPORTS - 3 else (count % 4 == 1) * (1 + count % 3)
        others = tuple(printed(next(unused)) for _ in range(several))
        cases[place] = replace(cases[place], report=True, ending=ending, also_known_as=others)
    return cases


def _weighs(matter: Matter) -> bool:
    """Whether others could learn from such a case: a missed bin is no matter for a report."""
    return matter.category in _REPORTED_ON and len(matter.faults) > 1


def _with_partners(cases: list[Case], rng: Random) -> list[Case]:
    """Joint complaints: two decisions under one number, or one decision about two bodies."""
    partner = {body.code: body for body in BODIES}
    pairs = {"Adult care services": ("LCW", "QLM"), "Health": ("LNB", "IVH")}
    fit = [
        n
        for n, case in enumerate(cases)
        if case.matter.category in pairs and case.bodies[0].noun == "the Council" and not case.report
    ]
    for count, place in enumerate(sorted(rng.sample(fit, 20))):
        case = cases[place]
        other = partner[pairs[case.matter.category][count % 2]]
        if count < 12:
            cases[place], second = _split(case, other, rng)
            cases.append(second)
        else:
            cases[place] = replace(case, bodies=(*case.bodies, other))
    return _hide_two(cases)


def _split(case: Case, other: DemoBody, rng: Random) -> tuple[Case, Case]:
    """One number, a letter for each body, each decision pointing to the other."""
    first, second = case.reference + "a", case.reference + "b"
    outcome = rng.choice((UPHELD, NOT_UPHELD))
    wording = replace(case.wording, noun=other.noun)
    twin = replace(
        case, reference=second, bodies=(other,), wording=wording, outcome=outcome, ending=_ending(outcome, rng),
        related=(first,),
    )  # fmt: skip
    return replace(case, reference=first, related=(second,)), twin


def _hide_two(cases: list[Case]) -> list[Case]:
    """Two decisions name no body, because its name would show who the people are."""
    fit = [n for n, case in enumerate(cases) if case.bodies[0].kind == "Care provider" and not case.related]
    for place in fit[3:5]:
        cases[place] = replace(cases[place], body_stated=False)
    return cases


def _related(cases: list[Case], rng: Random) -> list[Case]:
    """Some decisions point to an earlier one about the same body and subject; a few bodies were reported on before."""
    before: dict[tuple[str, str, str], list[str]] = {}
    for place in sorted(range(len(cases)), key=lambda place: (cases[place].decided_on, cases[place].reference)):
        case = cases[place]
        key = (case.bodies[0].code, case.matter.category, case.matter.under)
        earlier = before.setdefault(key, [])
        if earlier and not case.related and (case.report or rng.random() < 0.16):
            cases[place] = replace(case, related=(earlier[-1],))
        earlier.append(case.reference)
    return cases
