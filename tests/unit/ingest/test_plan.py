"""The table: what the register has, what the source brings, what becomes of it."""

import datetime as dt
from typing import Any

import pytest

from upheld.ingest.plan import (
    CONFLICT,
    CORRECT,
    DESCRIBE,
    HOLD,
    PUBLISH,
    REFUSE,
    UNCHANGED,
    Facts,
    Incoming,
    Known,
    Seen,
    Step,
    plan,
)  # fmt: skip

WHOLE = {"summary": "It was late.", "outcome": "upheld", "sections": ("a",)}
LISTED = Incoming({"summary": "It was late.", "outcome": "upheld"}, {})
CHANGED = Incoming({"summary": "It was early.", "outcome": "upheld"}, {})


def known(state: str = "published", **values: Any) -> Facts:
    """The register has the decision."""
    base: dict[str, Any] = {"decision_id": 7, "state": state, "redacted": False, "values": WHOLE, "details": {}}
    return Facts(owner=Known(**(base | values)))


CORRECTED_HERE = known(values=WHOLE | {"summary": "It was very late."}, earlier=(WHOLE,))


@pytest.mark.parametrize(
    ("facts", "incoming", "expected"),
    [
        pytest.param(Facts(), LISTED, Step(PUBLISH), id="nothing"),
        pytest.param(
            Facts(held_until=dt.date(2027, 1, 1)), LISTED, Step(HOLD, until=dt.date(2027, 1, 1)), id="nothing, embargo"
        ),
        pytest.param(Facts(day_can_be_told=False), LISTED, Step(REFUSE, "no-decision-date"), id="no date to wait from"),
        pytest.param(known(values=None), LISTED, Step(UNCHANGED), id="the same content"),
        pytest.param(known(), LISTED, Step(UNCHANGED), id="a listing entry of the whole"),
        pytest.param(known(), CHANGED, Step(CORRECT, changed=("summary",)), id="changed content"),
        pytest.param(known("embargoed"), CHANGED, Step(CORRECT, changed=("summary",)), id="changed while it waits"),
        pytest.param(known("withdrawn"), LISTED, Step(CONFLICT, "withdrawn"), id="withdrawn"),
        pytest.param(known("held"), CHANGED, Step(CONFLICT, "held"), id="held"),
        pytest.param(known("held", values=None), LISTED, Step(CONFLICT, "held"), id="held, the same content"),
        pytest.param(known(redacted=True), LISTED, Step(UNCHANGED), id="redacted, the same content"),
        pytest.param(known(redacted=True), CHANGED, Step(CONFLICT, "redacted", ("summary",)), id="redacted, the older"),
        pytest.param(
            known(redacted=True, values=None, details={}), Incoming({}, {"source_url": "https://a.example"}),
            Step(CONFLICT, "redacted", ("source_url",)), id="redacted, an address may hold the words",
        ),
        pytest.param(CORRECTED_HERE, LISTED, Step(CONFLICT, "corrected-here", ("summary",)), id="corrected, the older"),
        pytest.param(CORRECTED_HERE, CHANGED, Step(CORRECT, changed=("summary",)), id="corrected, something newer"),
        pytest.param(
            CORRECTED_HERE, Incoming({"summary": "It was late.", "outcome": "not-upheld"}, {}),
            Step(CONFLICT, "corrected-here", ("summary", "outcome")), id="corrected, newer but undoing the correction",
        ),
        pytest.param(
            known(details={"published_on": None}), Incoming({}, {"published_on": dt.date(2022, 5, 1)}),
            Step(DESCRIBE, changed=("published_on",)), id="details",
        ),
        pytest.param(
            known(), Incoming(CHANGED.values, {"source_url": "https://a.example"}),
            Step(CORRECT, changed=("summary", "source_url")), id="content and details",
        ),
        pytest.param(Facts(strangers=("9",)), LISTED, Step(REFUSE, "reference-taken", detail="9"), id="taken"),
        pytest.param(Facts(seen=Seen("a.txt, line 5", same=True)), LISTED, Step(UNCHANGED), id="twice, equal"),
        pytest.param(
            Facts(seen=Seen("a.txt, line 5", same=False)), LISTED, Step(REFUSE, "twice", detail="a.txt, line 5"),
            id="twice, different",
        ),
        pytest.param(
            Facts(place_is_known=False, new_places_allowed=False), LISTED, Step(REFUSE, "new-category"),
            id="new category",
        ),
        pytest.param(Facts(place_is_known=False), LISTED, Step(PUBLISH), id="new category, allowed"),
        pytest.param(Facts(demo_allowed=False), Incoming({}, {}, demo=True), Step(REFUSE, "demo"), id="from a demo"),
        pytest.param(Facts(), Incoming({}, {}, demo=True), Step(PUBLISH), id="from a demo into one"),
    ],
)  # fmt: skip
def test_the_table(facts: Facts, incoming: Incoming, expected: Step) -> None:
    assert plan(incoming, facts) == expected


def test_every_reason_has_a_sentence() -> None:
    reasons = ["withdrawn", "held", "redacted", "corrected-here", "new-category", "no-decision-date", "demo"]
    assert all(Step(REFUSE, reason).sentence for reason in reasons)
    assert "a.txt, line 5" in Step(REFUSE, "twice", detail="a.txt, line 5").sentence
    assert "21 000 009" in Step(REFUSE, "reference-taken", detail="21 000 009").sentence
    assert Step(PUBLISH).sentence == ""
