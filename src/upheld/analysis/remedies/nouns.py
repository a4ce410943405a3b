"""Acts that nouns name: `an apology, a payment of £200 and reminders to staff`."""

import re
from dataclasses import dataclass

from upheld.analysis.remedies.gates import Gated, gated, holds
from upheld.analysis.remedy import Kind

_NOUNS: tuple[tuple[Kind | None, Gated], ...] = (
    ("apology", gated(r"(?:letters? of )?apolog(?:y|ies)\b", "apolog")),
    (
        "training",
        gated(
            r"(?:staff |refresher |further )?(?:training|reminders?|briefings?)\b|guidance (?:to"
            r"|for) (?:\w+ ){0,2}(?:staff|officers)",
            "training|reminder|briefing|guidance",
        ),
    ),
    (
        "procedure",
        gated(
            r"(?:service |procedural )?(?:improvements?|changes)\b|action plan|review of (?:its|their"
            r"|the|the council's) (?:\w+ )?(?:polic|proced|process|practice|service)|reviews? of (?:polic|proced)"
            r"|procedural review",
            "improvement|changes|action plan|review",
        ),
    ),
    (
        "reconsideration",
        gated(
            r"(?:new |fresh |further |another )(?:\w+ ){0,2}?(?:appeal|hearing|assessment|decision|review"
            r"|investigation)|reassessment|reconsideration|review of\b|review\b",
            "appeal|hearing|assessment|decision|review|investigation|reconsideration",
        ),
    ),
    (
        "information",
        gated(
            r"(?:explanation|information|breakdown|timetable|advice)\b|(?:chance|access) to see|copy of",
            "explanation|information|breakdown|timetable|advice|to see|copy of",
        ),
    ),
    ("services", gated(r"(?:catch-up|tuition|meeting|repairs)\b", "catch-up|tuition|meeting|repairs")),
)
_LISTED = re.compile(
    r"(?:^|[,;:]|\b(?:and|with|plus|including|of|by way of|by)\b)\s*(?:(?:mr|mrs|ms|miss|mx"
    r"|dr)\s\w\s+)?(?:(?:[a-z'-]+|\u00a3[\d,.]+)\s+){0,3}?$"
)
MONEY_NOUN = re.compile(
    r"refunds?\b|reimbursement\b|(?:symbolic |financial |goodwill )?(?:payments?|award|amount|sum|gesture"
    r"|compensation|remedy payment|redress|waiver)\b|financial remedy\b|\u00a3"
    r"|(?:removal|cancellation|waiving|write-off) of (?:\w+ ){0,4}?(?:fees?|charges?|debts?|arrears|invoices?|bills?)\b"
)
_MONEY = (
    "\u00a3", "payment", "refund", "reimbursement", "compensation", "award", "amount", "sum", "gesture", "redress",
    "waiver", "financial remedy", "removal", "cancellation", "waiving", "write-off",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NounAct:
    """An act named by a noun, in a list: `an apology, a payment of £200 and reminders to staff`."""

    start: int
    kind: Kind | None
    money: bool


def find_nouns(text: str) -> list[NounAct]:
    """The acts that nouns name in the object of a verb like `provide`, one for each thing of the list."""
    found: list[NounAct] = []
    for kind, pattern in _NOUNS:
        found += [
            NounAct(hit.start(), kind, money=False) for hit in pattern.finditer(text) if _is_listed(text, hit.start())
        ]
    if holds(text, _MONEY):
        hits = (hit.start() for hit in MONEY_NOUN.finditer(text))
        found += [NounAct(start, None, money=True) for start in hits if _is_listed(text, start)]
    first = {one.start: one for one in reversed(found)}
    return sorted(first.values(), key=lambda one: one.start)


def _is_listed(text: str, start: int) -> bool:
    return bool(_LISTED.search(text[max(0, start - 60) : start])) and (start <= 60 or text[:start].rstrip()[-1:] != "")
