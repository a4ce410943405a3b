"""What is put right in a case: each act as the list prints it and as the register keeps it."""

import re
from dataclasses import dataclass

from upheld.demo.cases import DONE, RECOMMENDED, UPHELD, Case

_SUM = re.compile(r"£([\d,]+)")
_FOR_WHAT = ("the distress this caused", "the time and trouble", "the uncertainty this caused", "the avoidable worry")
_PAYMENTS = (100, 150, 150, 200, 200, 250, 300, 300, 350, 400, 500, 500, 750, 1000)
_SOON, _LATER = 28, 91


@dataclass(frozen=True)
class Act:
    """One act, in words that follow “will”, with its kind, whom it is for, its sum in pence, and its time in days."""

    kind: str
    text: str
    whom: str
    status: str
    within_days: int | None
    pence: int | None = None
    per: str | None = None

    def remedy(self, text: str) -> dict[str, object]:
        """The interchange remedy, read from `text`."""
        values = {
            "kind": self.kind, "status": self.status, "pence": self.pence, "per": self.per, "for": self.whom,
            "within_days": self.within_days, "text": text,
        }  # fmt: skip
        return {key: value for key, value in values.items() if value is not None}


def list_acts(case: Case) -> list[Act]:
    """What the body did, agreed or is asked to do; nothing when the complaint was not upheld."""
    if case.outcome != UPHELD:
        return []
    rng = case.random("remedies")
    acts = [_act(case, f"apology: {rng.choice(('apologise to {X} in writing', 'apologise to {X}'))}", _SOON)]
    if rng.random() < 0.75:
        pounds = rng.choice(_PAYMENTS) * (2 if case.report else 1)
        phrase = f"symbolic-payment: pay {{X}} £{pounds:,} to recognise {rng.choice(_FOR_WHAT)}"
        acts.append(_act(case, phrase, _SOON))
    if case.report or rng.random() < 0.6:
        acts.append(_act(case, rng.choice(case.matter.right), _SOON))
    wanted = len(case.matter.improve) if case.report else rng.choice((0, 1, 1, 1, 2))
    chosen = rng.sample(case.matter.improve, min(wanted, len(case.matter.improve)))
    return acts + [_act(case, phrase, _LATER, "service") for phrase in chosen]


def _act(case: Case, phrase: str, within_days: int, whom: str = "complainant") -> Act:
    head, _, words = phrase.partition(": ")
    kind, _, others = head.partition(" ")
    text = case.wording.fill(words)
    found = _SUM.search(text)
    return Act(
        kind=kind,
        text=text,
        whom=others or whom,
        status={DONE: "done", RECOMMENDED: "recommended"}.get(case.ending, "agreed"),
        within_days=None if case.ending == DONE else within_days,
        pence=int(found[1].replace(",", "")) * 100 if found else None,
        per=_per(text),
    )


def _per(text: str) -> str | None:
    if "for each term" in text or " a term" in text:
        return "term"
    return "month" if "for each month" in text else None
