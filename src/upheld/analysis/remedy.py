"""A remedy: one act that puts something right."""

from typing import Literal

from pydantic import Field

from upheld.analysis.document import Mark, Shape, Text

Kind = Literal[
    "apology", "records", "symbolic-payment", "quantifiable-loss", "loss-of-service", "reconsideration",
    "information", "services", "training", "procedure", "other",
]  # fmt: skip
Status = Literal["agreed", "recommended", "done", "not-made"]
Per = Literal["month", "week", "term", "year", "person"]
Whom = Literal["complainant", "others", "service"]


class Remedy(Shape):
    """One act that puts something right. Sums are in pence; `text` is the sentence or item it was read from.

    `read` says that a program read it from the text; `at` is then the address of the paragraph, `p12`, or `summary`.
    """

    kind: Kind
    status: Status
    pence: int | None = Field(default=None, ge=0)
    per: Per | None = None
    for_: Whom | None = Field(default=None, alias="for")
    within_days: int | None = Field(default=None, ge=0)
    text: Text = ""
    read: bool = False
    at: Mark | None = None

    @property
    def for_complainant(self) -> bool:
        """Whether it is for the person who complained: nobody else is named."""
        return self.for_ in {None, "complainant"}
