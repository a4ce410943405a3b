"""Finds decisions: one door to the search, whatever engine stands behind it.

What the door hands on is imported when it is first asked for: Django imports the room before tables may be.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from upheld.search.door import *  # noqa: F403 - `door` names each thing, so that it is named once


def __getattr__(name: str) -> object:
    """One of the door's names."""
    return getattr(import_module("upheld.search.door"), name)
