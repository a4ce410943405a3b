"""A decision at the border: the interchange format, one JSON object a line. Unknown keys are errors.

The shapes say which keys and types there are; `content.prepare` cleans the text, once for the whole record.
"""

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

MAX_TEXT = 2_000_000
MAX_DEPTH = 8


Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
Day = dt.date


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class OrganisationName(_Shape):
    """An organisation as the decision prints it; `code` and `body` say which one it was matched to."""

    name: Line
    code: Line | None = None
    body: Line | None = None


class Block(_Shape):
    """A paragraph with its printed number and, where it has one, its list."""

    number: int | None = None
    text: Text
    items: "tuple[Text | Block, ...]" = Field(default=(), strict=False)


class Section(_Shape):
    """A heading and the paragraphs under it."""

    heading: Text | None = None
    blocks: tuple[Block, ...] = Field(default=(), strict=False)


class Remedy(_Shape):
    """One act that puts something right. Sums are in pence."""

    kind: Literal[
        "apology", "records", "symbolic-payment", "quantifiable-loss", "loss-of-service", "reconsideration",
        "information", "services", "training", "procedure", "other",
    ]  # fmt: skip
    status: Literal["agreed", "recommended", "done", "not-made"]
    pence: int | None = Field(default=None, ge=0)
    per: Literal["month", "week", "term", "year", "person"] | None = None
    for_: Literal["complainant", "others", "service"] | None = Field(default=None, alias="for")
    within_days: int | None = Field(default=None, ge=0)
    text: Text = ""


class DecisionRecord(_Shape):
    """One decision as interchange. `model_fields_set` says which keys the source carries."""

    reference: Line
    document_type: Line
    outcome: Line | None
    organisations: tuple[OrganisationName, ...] = Field(strict=False, max_length=50)
    category: Line
    subcategory: Line | None = None
    decided_on: Day | None
    published_on: Day | None = None
    summary: Text
    sections: tuple[Section, ...] = Field(default=(), strict=False)
    remedies: tuple[Remedy, ...] = Field(default=(), strict=False)
    related: tuple[Line, ...] = Field(default=(), strict=False)
    also_known_as: tuple[Line, ...] = Field(default=(), strict=False)
    source_url: Line | None = None
    demo: bool = False  # an invented decision of the demo register; kept out of registers that hold real ones

    @model_validator(mode="after")
    def _lists_are_not_too_deep(self) -> Self:
        blocks = [block for section in self.sections for block in section.blocks]
        for _ in range(MAX_DEPTH):
            blocks = [item for block in blocks for item in block.items if isinstance(item, Block)]
            if not blocks:
                return self
        raise ValueError(f"sections: lists are nested more than {MAX_DEPTH} deep")

    def line(self) -> str:
        """The decision as one line of interchange; what is empty and optional is left out."""
        return self.model_dump_json(by_alias=True, exclude_defaults=True)
