"""What happened in a case, month by month."""

import datetime as dt
from itertools import accumulate
from random import Random

from upheld.demo.cases import Case
from upheld.lib.dates import format_date

_BEGAN = (
    "In MONTH {X} first raised this with the Council.",
    "{X} got in touch with the Council in MONTH.",
    "The events that matter here began in MONTH, when {X} contacted the Council.",
)
_CHASED = (
    "{X} heard nothing for some time and wrote again in MONTH.",
    "By MONTH {X} had telephoned the Council several times.",
    "In MONTH {X} asked what was happening. The Council said somebody would call {him} back.",
    "An officer wrote to {X} in MONTH to say that the matter was being looked into.",
)
_COMPLAINED = (
    "{X} made a formal complaint on DAY.",
    "On DAY {X} complained. {He} explained what {he} thought had gone wrong and what {he} wanted to happen.",
)
_REPLIED = (
    "The Council replied in MONTH. It did not think it had done anything wrong.",
    "The Council’s first reply, in MONTH, dealt with some of what {X} had raised but not with all of it.",
    "In MONTH the Council apologised for part of what had happened and explained the rest.",
)
_FINAL = (
    "{X} asked for the complaint to be looked at again. The final reply came on DAY, and {X} then came to us.",
    "The Council sent its final reply on DAY and told {X} about our service.",
)


def list_events(case: Case, rng: Random) -> list[str]:
    """The events in order, from the first contact to the final reply."""
    last = case.received_on - dt.timedelta(days=rng.randint(5, 40))
    gaps = list(accumulate(rng.randint(35, 95) for _ in range(4)))
    replied, complained, chased, first = (last - dt.timedelta(days=gap) for gap in gaps)
    days = ((_BEGAN, first), (_CHASED, chased), (_COMPLAINED, complained), (_REPLIED, replied), (_FINAL, last))
    return [case.wording.sentence(_dated(rng.choice(phrases), day)) for phrases, day in days]


def first_month(case: Case) -> str:
    """The month from which a case was looked at."""
    return _month(case.received_on - dt.timedelta(days=365))


def _dated(phrase: str, day: dt.date) -> str:
    return phrase.replace("MONTH", _month(day)).replace("DAY", format_date(day))


def _month(day: dt.date) -> str:
    return format_date(day).split(" ", 1)[1]
