"""What happens to a few decisions after they are published: corrections, holds, redactions, withdrawals."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from upheld.demo.cases import Case, new_random
from upheld.demo.days import moment
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import restore, withdraw
from upheld.register.models import Decision
from upheld.register.queries.record import get_record
from upheld.register.records import DecisionRecord

LAST = dt.date(2026, 11, 11)
_EDITORS = "quality desk"
_SLIPS = (
    ("complained", "complianed"), ("because", "becuase"), ("agreed", "agreeed"), ("investigate", "investgate"),
    ("decision", "decison"), ("which", "wich"), ("explained", "explaned"),
)  # fmt: skip
_PLACES = ("the flat above the baker’s in Sallowfield Rise", "the white house beside Thistledown Lane chapel")
_HELD = ("review", "identity", "accuracy", "court")
_WITHDRAWN = ("identity", "review", "published-in-error", "court", "accuracy")
Values = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """Something done to one decision; `first` is how it read before that, where it read otherwise."""

    reference: str
    at: dt.datetime
    do: Callable[[int, dt.datetime], object]
    first: Values | None = None


def list_changes(cases: Sequence[Case], values: dict[str, Values]) -> list[Change]:
    """Every change, each to decisions of its own."""
    rng = new_random("changes")
    pool = [case for case in cases if not case.report and not case.related]
    rng.shuffle(pool)
    unused = iter(pool)
    pointed = {reference for case in cases for reference in case.related}
    plain = (case for case in unused if case.reference not in pointed)
    return [
        *_slips(plain, values, rng, 22),
        *_dates(plain, values, rng, 5),
        *_sums(plain, values, rng, 8),
        *_shelves(plain, values, rng, 4),
        *_places(plain, values, rng),
        *_holds(plain, rng),
        *_withdrawals(plain, rng),
    ]


def _slips(cases: Iterator[Case], values: dict[str, Values], rng: Random, count: int) -> Iterator[Change]:
    for case in _take(cases, count):
        final = values[case.reference]
        found = [(right, wrong) for right, wrong in _SLIPS if right in final["summary"]]
        right, wrong = rng.choice(found or [("the", "teh")])
        first = final | {"summary": final["summary"].replace(right, wrong, 1)}
        yield Change(case.reference, _soon(case, rng), _correction(final, "minor", "wording"), first)


def _dates(cases: Iterator[Case], values: dict[str, Values], rng: Random, count: int) -> Iterator[Change]:
    for case in _take(cases, count):
        final = values[case.reference]
        first = final | {"decided_on": (case.decided_on - dt.timedelta(days=1)).isoformat()}
        yield Change(case.reference, _soon(case, rng), _correction(final, "minor", "accuracy"), first)


def _sums(cases: Iterator[Case], values: dict[str, Values], rng: Random, count: int) -> Iterator[Change]:
    """A payment that was first printed wrong: a major change."""
    paid = (case for case in cases if _payment(values[case.reference]))
    for case in _take(paid, count):
        final = values[case.reference]
        pounds = _payment(final) // 100
        yield Change(
            case.reference, _soon(case, rng), _correction(final, "major", "accuracy"), _other_sum(final, pounds)
        )


def _payment(values: Values) -> int:
    sums = [remedy["pence"] for remedy in values.get("remedies", []) if remedy["kind"] == "symbolic-payment"]
    return next((pence for pence in sums if 20_000 <= pence <= 50_000), 0)


def _other_sum(final: Values, pounds: int) -> Values:
    text = json.dumps(final, ensure_ascii=False)
    text = re.sub(rf"£{pounds}(?![\d,])", f"£{pounds - 50}", text)
    values: Values = json.loads(text.replace(f'"pence": {pounds * 100}', f'"pence": {(pounds - 50) * 100}'))
    return values


def _shelves(cases: Iterator[Case], values: dict[str, Values], rng: Random, count: int) -> Iterator[Change]:
    """A decision first placed under “Other”."""
    placed = (
        case for case in cases if values[case.reference].get("subcategory") in {"Homelessness", "Charging", "Noise"}
    )
    for case in _take(placed, count):
        final = values[case.reference]
        yield Change(
            case.reference, _soon(case, rng), _correction(final, "minor", "accuracy"), final | {"subcategory": "Other"}
        )


def _places(cases: Iterator[Case], values: dict[str, Values], rng: Random) -> Iterator[Change]:
    """Words that would have shown where somebody lives."""
    with_text = (case for case in cases if values[case.reference].get("sections"))
    for place, case in zip(_PLACES, _take(with_text, len(_PLACES)), strict=True):
        first = json.loads(json.dumps(values[case.reference]))
        first["sections"][0]["blocks"][0]["text"] += case.wording.fill(f" {{X}} lives in {place}.")
        yield Change(case.reference, _soon(case, rng), partial(_take_out, place), first)


def _holds(cases: Iterator[Case], rng: Random) -> Iterator[Change]:
    """Four are held while something is looked at; two of them come back."""
    late = (case for case in cases if case.published_on.year == 2026)
    for number, (reason, case) in enumerate(zip(_HELD, _take(late, len(_HELD)), strict=True)):
        at = _soon(case, rng)
        yield Change(case.reference, at, partial(_hold, reason))
        if number % 2:
            back = min(at + dt.timedelta(days=21), moment(LAST, 16))
            yield Change(case.reference, back, _release)


def _withdrawals(cases: Iterator[Case], rng: Random) -> Iterator[Change]:
    """Five are withdrawn, each for another reason; one of them is restored."""
    for reason, case in zip(_WITHDRAWN, _take(cases, len(_WITHDRAWN)), strict=True):
        at = _soon(case, rng)
        yield Change(case.reference, at, partial(_withdraw, reason))
        if reason == "accuracy":
            back = min(at + dt.timedelta(days=10), moment(LAST, 16))
            yield Change(case.reference, back, _restore)


def _hold(reason: str, decision_id: int, at: dt.datetime) -> None:
    hold([decision_id], by=_EDITORS, at=at, reason=reason)


def _release(decision_id: int, at: dt.datetime) -> None:
    release([decision_id], by=_EDITORS, at=at)


def _withdraw(reason: str, decision_id: int, at: dt.datetime) -> None:
    withdraw([decision_id], by=_EDITORS, at=at, reason=reason)


def _restore(decision_id: int, at: dt.datetime) -> None:
    restore([decision_id], by=_EDITORS, at=at)


def _take_out(place: str, decision_id: int, at: dt.datetime) -> None:
    redact(decision_id, [place], "[removed]", by=_EDITORS, at=at)


def _correction(final: Values, change: str, reason: str) -> Callable[[int, dt.datetime], object]:
    def do(decision_id: int, at: dt.datetime) -> None:
        decision = Decision.objects.get(pk=decision_id)
        record = DecisionRecord.model_validate_json(json.dumps(final))
        present = get_record(decision_id)  # names and places may have moved on since it was written
        record = record.model_copy(update={"organisations": present.organisations})
        fresh = Correction(decision_id, decision.version_number, record, change, reason)
        correct([fresh], by=_EDITORS, at=at)

    return do


def _soon(case: Case, rng: Random) -> dt.datetime:
    """Some days after publication, in working hours."""
    day = case.published_on + dt.timedelta(days=rng.choice((1, 2, 5, 6, 7, 8, 9, 12, 13)))
    return moment(min(day, LAST), rng.randint(10, 15), rng.randrange(60))


def _take(cases: Iterator[Case], count: int) -> Iterator[Case]:
    for _ in range(count):
        yield next(cases)
