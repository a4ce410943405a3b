"""What a decision is, as somebody types it: reference, bodies, subject, outcome, day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from upheld.desk.components import Fault
from upheld.register.records import DecisionRecord, OrganisationName
from upheld.scheme import get_scheme

LONGEST = 500
MOST_BODIES = 50
BETWEEN = " > "
"""Stands between a category and its subcategory where one field names both."""


@dataclass(frozen=True)
class FactsForm:
    """What stands in the fields, as typed. Of several things each stands on a line of its own."""

    reference: str = ""
    also_known_as: str = ""
    document_type: str = ""
    outcome: str = ""
    organisations: str = ""
    place: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    source_url: str = ""
    summary: str = ""

    @classmethod
    def of(cls, record: DecisionRecord) -> "FactsForm":
        """The fields as a record fills them."""
        day = record.decided_on
        return cls(
            reference=record.reference,
            also_known_as="\n".join(record.also_known_as),
            document_type=_slug(record.document_type, "document_type"),
            outcome=_slug(record.outcome or "", "outcome"),
            organisations="\n".join(one.name for one in record.organisations),
            place=BETWEEN.join(filter(None, (record.category, record.subcategory))),
            day=str(day.day) if day else "",
            month=str(day.month) if day else "",
            year=str(day.year) if day else "",
            source_url=record.source_url or "",
            summary=record.summary,
        )

    @classmethod
    def sent(cls, data: Mapping[str, Any]) -> "FactsForm":
        """The fields as a form sends them."""
        return cls(**{name: str(data.get(name, "")).replace("\r\n", "\n").strip() for name in cls.__dataclass_fields__})

    def with_body(self, name: str) -> "FactsForm":
        """The fields with one more body."""
        return replace(self, organisations="\n".join(filter(None, (self.organisations, name.strip()))))

    def faults(self) -> tuple[Fault, ...]:
        """What cannot be kept, each with its field. What is only missing is no fault: a draft's checklist tells it."""
        found = [
            Fault(f"{label}: shorten each line to {LONGEST} letters", name.replace("_", "-"))
            for name, label in _LINES.items()
            if any(len(line) > LONGEST for line in getattr(self, name).split("\n"))
        ]
        if len(_lines(self.organisations)) > MOST_BODIES:
            found.append(Fault(f"A decision can be about {MOST_BODIES} organisations at most", "organisations"))
        if (self.day or self.month or self.year) and self.decided_on is None:
            found.append(Fault("The decision date is no day of the calendar: write it like 14 3 2022", "day"))
        if self.source_url and not self.source_url.startswith(("https://", "http://")):
            found.append(Fault("The address where it was published begins with https://", "source-url"))
        return tuple(found)

    @property
    def decided_on(self) -> dt.date | None:
        """The day, None where none is given or it is none of the calendar."""
        try:
            return dt.date(int(self.year), int(self.month), int(self.day))
        except (ValueError, OverflowError):
            return None

    def values(self, before: DecisionRecord | None = None) -> dict[str, Any]:
        """What the fields say, by the keys of a record. A body that stays keeps what it was matched to."""
        category, _, subcategory = self.place.partition(BETWEEN)
        known = {one.name: one for one in before.organisations} if before else {}
        scheme = get_scheme()
        kind, outcome = scheme.document_type(self.document_type), scheme.outcome(self.outcome) if self.outcome else None
        return {
            "reference": self.reference,
            "also_known_as": _lines(self.also_known_as),
            "document_type": kind.name if kind else self.document_type,
            "outcome": outcome.name if outcome else None,
            "organisations": tuple(
                known.get(name) or OrganisationName(name=name) for name in _lines(self.organisations)
            ),
            "category": category,
            "subcategory": subcategory or None,
            "decided_on": self.decided_on,
            "source_url": self.source_url or None,
            "summary": self.summary,
        }


_LINES = {
    "reference": "Reference", "also_known_as": "Other references", "organisations": "Organisations",
    "place": "Category", "source_url": "Where it was published",
}  # fmt: skip


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(line.split()) for line in text.split("\n") if line.strip()))


def _slug(name: str, kind: str) -> str:
    found = getattr(get_scheme(), kind)(name) if name else None
    return found.slug if found else name
