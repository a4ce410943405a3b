"""A register in which some decisions are alike: about a school bus, among others about bins and trees."""

import datetime as dt
from typing import Any

from tests.build.decision import NOON, record
from upheld.register.actions.publish import publish
from upheld.register.models import Decision
from upheld.register.records import DecisionRecord

TOLD = (
    "My daughter's school bus keeps breaking down and the escort is often ill. Nobody tells us in the morning, so she "
    "misses lessons and I lose pay. I have complained to the council for a year."
)
OUTCOMES = ("Upheld", "Upheld", "Not upheld", "Closed after initial enquiries")
SAYS = "Miss T says of the school bus:"
HARM = ["it kept breaking down and the escort was ill;", "her daughter missed lessons and she lost pay."]
OTHERS = ("bins were left full of leaves", "tree roots lifted the pavement", "planning notice was never posted")


def about_a_bus(place: int, **values: Any) -> DecisionRecord:
    """One about the bus; each upheld one has a payment of its own and a refund."""
    outcome = OUTCOMES[place % 4]
    paid = [
        {"kind": "symbolic-payment", "status": "agreed", "pence": 10_000 + 1_000 * place, "for": "complainant"},
        {"kind": "quantifiable-loss", "status": "done", "pence": 4_200, "for": "complainant"},
    ]
    given: dict[str, Any] = {
        "outcome": outcome,
        "category": "Education",
        "subcategory": "School transport",
        "decided_on": dt.date(2023, 1, 1 + place),
        "summary": "Miss T complained about a school bus. We find the Council at fault for not telling parents.",
        "sections": [
            {"heading": "The complaint", "blocks": [{"number": 1, "text": SAYS, "items": HARM}]},
            {"heading": "Final decision", "blocks": [{"number": 2, "text": "The investigation is complete."}]},
        ],
        "remedies": paid if outcome == "Upheld" else [],
    }  # fmt: skip
    return record(f"98 100 {place:03}", **given | values)


def about_others(place: int) -> DecisionRecord:
    """One about something else."""
    what = OTHERS[place % 3]
    text = f"Mr P complains that {what} in his road."
    sections = [{"heading": "The complaint", "blocks": [{"number": 1, "text": text}]}]
    return record(f"98 200 {place:03}", summary=f"The {what}. We find fault.", sections=sections)


def publish_alike(count: int = 12, others: int = 24) -> list[int]:
    """Publishes so many alike and so many others; gives the ids of those that are alike, in order."""
    records = [*map(about_a_bus, range(count)), *map(about_others, range(others))]
    publish(records, by="editor", at=NOON)
    rows = Decision.objects.filter(reference__startswith="98 100").order_by("reference")
    return list(rows.values_list("pk", flat=True))
