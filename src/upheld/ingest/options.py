"""What the user asked of an import."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """`already_public` says where the decisions were public before; empty when that was not claimed."""

    category: str | None = None
    already_public: str = ""
    new_categories: bool = True
    strict: bool = False
