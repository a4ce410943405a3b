"""Sums of money in a text: `£1,350`, `£12.50`, `50 pounds`, `£200 a month`, `£500 each`, `£300 to £500`."""

import re
from dataclasses import dataclass, replace

from upheld.analysis.remedy import Per

_POUNDS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,2})?"
_MONEY = re.compile(
    rf"£\s?(?P<pounds>{_POUNDS})(?![\d])(?:\s?(?P<scale>million|bn|k|m)\b)?"
    rf"|(?<![\d.,£])(?P<words>{_POUNDS})\s+(?:pounds|gbp)\b"
    r"|(?<![\d.,£])(?P<pence>\d{1,3})p\b",
    re.IGNORECASE,
)
_SCALE = {"k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000}
_UNITS: dict[str, Per] = {
    "month": "month", "monthly": "month", "week": "week", "weekly": "week", "term": "term", "year": "year",
    "annum": "year", "yearly": "year", "annually": "year",
}  # fmt: skip
_RATE = re.compile(
    r"\s*(?:/\s*|\(?\s*(?:for\s+)?(?:a|an|per|each|every)\s+(?:of the\s+)?(?:\w+\s+){0,2}?|)"
    r"(?P<unit>month|week|term|year|annum|monthly|weekly|yearly|annually)(?:s\b|\b)"
)
_NIGHTLY = re.compile(r"\s*(?:a|an|per|for each|for every)\s+(?:\w+\s+)?(?:day|night|mile|hour|session|visit|item)\b")
_PEOPLE = (
    r"person|people|child|children|family|household|complainant|parent|applicant|pupil|sibling|resident|tenant|carer|"
    r"brother|sister|neighbour|of\s+(?:them|us|the|their|those|these|her|his|mr|mrs|ms|miss|mx|dr)\b"
)
_EACH = re.compile(
    rf"\s*,?\s*(?:(?:to|for)\s+)?(?:each\b(?!\s+(?:month|week|term|year))|(?:per|every)\s+(?:\w+\s+)?(?:{_PEOPLE})"
    rf"|(?:a|per)\s+(?:person|child|head)\b)"
)
_EACH_BEFORE = re.compile(
    r"(?:^\s*|\b(?:pay|pays|paying|paid|give|award|offer|to)\s+)(?:(?:them|both|mr|mrs|ms|miss|mx|[a-z]|and|the"
    r"|\w+)\s+){0,4}?"
    r"each\b[^£.;,]{0,60}$"
)
_MONTHLY_BEFORE = re.compile(r"\b(?P<unit>monthly|weekly|yearly|annual)\s+(?:\w+\s+){0,2}of\s+$")
_RANGE = re.compile(r"\s*(?:-|\u2013|\u2014|to|and)\s*")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in a text. `pence` is None for a range; `rate` says that it is so much for each month, night or person."""

    start: int
    end: int
    pence: int | None
    per: Per | None = None
    rate: bool = False


def find_sums(text: str) -> list[Sum]:
    """The sums in a lower-case text, in order; `£300 to £500` is one."""
    found: list[Sum] = []
    for match in _MONEY.finditer(text):
        one = _with_rate(Sum(match.start(), match.end(), _pence(match)), text)
        if found and _is_range(found[-1], one, text):
            found[-1] = replace(found[-1], end=one.end, pence=None, per=one.per, rate=one.rate)
        else:
            found.append(one)
    return found


def _pence(match: re.Match[str]) -> int:
    if match["pence"]:
        return int(match["pence"])
    pounds, _, rest = (match["pounds"] or match["words"]).replace(",", "").partition(".")
    pence = int(pounds) * 100 + int(rest.ljust(2, "0") or 0)
    return pence * _SCALE.get((match["scale"] or "").lower(), 1)


def _with_rate(one: Sum, text: str) -> Sum:
    after = text[one.end : one.end + 60]
    before = text[max(0, one.start - 80) : one.start]
    if found := _RATE.match(after) or _MONTHLY_BEFORE.search(before):
        return replace(one, per=_UNITS.get(found["unit"], "year"), rate=True)
    if _NIGHTLY.match(after):
        return replace(one, rate=True)
    if _EACH.match(after) or _EACH_BEFORE.search(before):
        return replace(one, per="person", rate=True)
    return one


def _is_range(first: Sum, second: Sum, text: str) -> bool:
    between = _RANGE.fullmatch(text, first.end, second.start)
    if not between or first.per or first.pence is None or second.pence is None:
        return False
    before = text[max(0, first.start - 10) : first.start]
    joined = between.group().strip()
    if joined == "and":
        return before.endswith("between ")
    rises = re.search(r"\b(?:(?:increas|rais)\w*|offer of)\b[^.;]*$", text[max(0, first.start - 50) : first.start])
    return first.pence < second.pence and not before.endswith("from ") and not rises
