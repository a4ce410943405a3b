"""Within how long something is to be done: `within four weeks of my final decision` is 28 days."""

import re
from dataclasses import dataclass

from upheld.analysis.remedies.gates import holds

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)} | {"a": 1, "an": 1, "the next": 1}
_WITHIN = re.compile(
    r"\b(?:within|in|no later than|not later than)\s+(?:a\s+further\s+|the\s+next\s+|a\s+period\s+of\s+)?"
    rf"(?P<number>\d{{1,3}}|an?|{'|'.join(_WORDS)})[\s-]+(?:\(\d+\)\s+)?(?P<sort>working|school|calendar|clear)?\s*"
    r"(?P<unit>day|week|fortnight|month|year)s?\b(?:'s?)?(?:\s+time\b)?"
    r"(?P<of>,?\s+(?:of|from|after|following)\s+(?:the\s+)?(?:date\s+(?:of|on)\s+)?"
    r"(?:(?:this|my|our|the|that|issue of|receipt of|receiving|a|final|draft|date)\s+){0,4}"
    r"(?:decision|statement|report|date|today|finding|response)\w*(?:\s+statement)?(?:\s+(?:on|in|about)\s+(?:this|the)\s+complaint)?)?"
)
_UNITS = ("day", "week", "fortnight", "month", "year")
_BY_DATE = re.compile(r"\bby\s+(?:the\s+end\s+of\s+)?(?:\d{1,2}\s+)?(?:january|february|march|april|may|june|july|"
                      r"august|september|october|november|december)\b")  # fmt: skip
_DUTY = re.compile(
    r"\b(?:ensure|respond|statutory (?!guidance)|timescale|so that|requests?|policy|answered|always|whenever)\b"
)
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4375, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Deadline:
    """Where a text says by when; `days` is None where it names a date."""

    start: int
    end: int
    days: int | None


def find_deadlines(text: str) -> list[Deadline]:
    """The deadlines in a lower-case sentence, in order; not the times within which staff are to answer letters."""
    found: list[Deadline] = []
    if holds(text, _UNITS):
        matches = (match for match in _WITHIN.finditer(text) if _is_deadline(match, text))
        found += [Deadline(match.start(), match.end(), _days(match)) for match in matches]
    if "by" in text:
        found += [Deadline(match.start(), match.end(), None) for match in _BY_DATE.finditer(text)]
    return sorted(found, key=lambda one: one.start)


def _days(match: re.Match[str]) -> int:
    number = _NUMBERS.get(match["number"]) or int(match["number"])
    if match["sort"] in ("working", "school") and match["unit"] == "day":
        return round(number * 7 / 5)
    return int(number * _DAYS[match["unit"]] + 0.5)


def _is_deadline(match: re.Match[str], text: str) -> bool:
    if match["of"]:
        return True
    if match.group().startswith("in ") and "time" not in match.group() and "next" not in match.group():
        return False
    return not _DUTY.search(text, 0, match.start())
