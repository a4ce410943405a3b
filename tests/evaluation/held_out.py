"""Whole documents with the labels that a person gave them, kept apart from what the readers were built by."""

from datetime import date
from pathlib import Path

from pydantic import Field

from upheld.analysis.document import Section, Shape
from upheld.analysis.remedy import Kind, Per, Status, Whom

FOLDER = Path(__file__).parent / "documents"
SETS = ("first", "second", "third", "last")


class Organisation(Shape):
    """A body, as the document names it."""

    name: str


class Sum(Shape):
    """A sum and what it is counted per."""

    pence: int | None
    per: Per | None = None


class Others(Shape):
    """What a fair reader may also answer, where the table leaves room."""

    kind: tuple[Kind, ...] = Field((), strict=False)
    status: tuple[Status, ...] = Field((), strict=False)
    sum: tuple[Sum, ...] = Field((), strict=False)
    for_: tuple[Whom | None, ...] = Field((), alias="for", strict=False)
    within_days: tuple[int | None, ...] = Field((), strict=False)


class Label(Shape):
    """A remedy as a person labelled it."""

    kind: Kind
    status: Status
    pence: int | None
    per: Per | None
    for_: Whom | None = Field(alias="for")
    within_days: int | None
    text: str
    or_: Others = Field(Others(), alias="or")


class Provision(Shape):
    """An Act or guidance, and the provision of it that the document cites; empty for the whole."""

    title: str
    provision: str


class OtherSum(Shape):
    """A sum that is no remedy, in pence, and why not."""

    sum: int
    why: str


class HeldOut(Shape):
    """A document as it should be read, and its labels."""

    reference: str
    also_known_as: tuple[str, ...] = Field((), strict=False)
    document_type: str
    outcome: str | None
    decided_on: date = Field(strict=False)
    organisations: tuple[Organisation, ...] = Field(strict=False)
    category: str
    subcategory: str | None
    summary: str
    sections: tuple[Section, ...] = Field(strict=False)
    remedies: tuple[Label, ...] = Field(strict=False)
    law: tuple[Provision, ...] = Field(strict=False)
    cites: tuple[str, ...] = Field((), strict=False)
    sums_not_remedies: tuple[OtherSum, ...] = Field((), strict=False)
    satisfied_on: date | None = Field(None, strict=False)
    notes: str = ""


def held_out(which: str) -> list[HeldOut]:
    """The documents of a set, by reference."""
    return [HeldOut.model_validate_json(file.read_bytes()) for file in sorted((FOLDER / which).glob("*.json"))]
