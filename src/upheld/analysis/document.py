"""The one structure of a document, whatever it was read from: sections, numbered paragraphs, lists, tables."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MAX_TEXT = 2_000_000

Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
Mark = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class Shape(BaseModel):
    """What all shapes of interchange share: frozen, of exact types, without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Table(Shape):
    """Rows of cells. `header` says whether the first row heads the columns."""

    rows: tuple[tuple[Text, ...], ...] = Field(strict=False)
    header: bool = False


class Block(Shape):
    """A paragraph, with its list or table where it has one.

    `number` runs through the whole document where we read it; `printed` is what the source prints in its place where
    that differs: a number that starts again in each section, the `(a)` of an item. The text of a table is its caption.
    """

    number: int | None = None
    printed: Mark | None = None
    text: Text
    items: "tuple[Text | Block, ...]" = Field(default=(), strict=False)
    table: Table | None = None
    signature: bool = False


class Section(Shape):
    """A heading and the paragraphs under it. A heading of level 2 stands below the one of level 1 before it."""

    heading: Text | None = None
    level: int = Field(default=1, ge=1, le=6)
    blocks: tuple[Block, ...] = Field(default=(), strict=False)
