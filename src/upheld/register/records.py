"""A decision at the border: the interchange format, one JSON object a line. Unknown keys are errors.

The shapes say which keys and types there are; `content.prepare` cleans the text, once for the whole record.
"""

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from upheld.analysis.document import Block, Section, Shape, Text
from upheld.analysis.remedy import Remedy

MAX_DEPTH = 8

Line = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
Day = dt.date


class OrganisationName(Shape):
    """An organisation as the decision prints it; `code` and `body` say which one it was matched to."""

    name: Line
    code: Line | None = None
    body: Line | None = None


class VersionMark(Shape):
    """Which version of a decision a record is: its number, since when, its hash, and where it can be read."""

    number: int = Field(ge=1)
    made_at: dt.datetime
    content_hash: Line
    address: Line


class DecisionRecord(Shape):
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
    satisfied_on: Day | None = None
    further_reports: tuple[Line, ...] = Field(default=(), strict=False, max_length=50)
    version: VersionMark | None = None  # set by files of search results; an import has no use for it
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
