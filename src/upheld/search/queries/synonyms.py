"""The words that mean the same in this register."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from upheld.scheme import get_scheme
from upheld.search.language.synonyms import Synonyms, read_groups
from upheld.search.models import SynonymList

DEFAULT = 0
"""The number of the list that nobody has changed yet: the scheme's."""


@dataclass(frozen=True, slots=True)
class SynonymsNow:
    """The list in force, its number, and since when; `is_default`: it is the scheme's own."""

    number: int
    text: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class SynonymsChange:
    """One change of the list: when, by whom, and how many groups it has had since."""

    number: int
    at: dt.datetime
    by: str
    is_default: bool
    groups: int


def current_synonyms() -> Synonyms:
    """The list that searches use, as it is at this moment."""
    return _ready(get_synonyms().text)


def get_synonyms() -> SynonymsNow:
    """The list in force, as it is written."""
    newest = SynonymList.objects.order_by("-pk").first()
    if newest is None:
        return SynonymsNow(DEFAULT, get_scheme().synonyms, is_default=True)
    return SynonymsNow(newest.pk, _text(newest), newest.is_default)


def get_synonyms_as_of(number: int) -> SynonymsNow | None:
    """The list with this number, in force or not; None if there is none."""
    found = SynonymList.objects.filter(pk=number).first()
    return SynonymsNow(found.pk, _text(found), found.is_default) if found else None


def list_changes(limit: int) -> Sequence[SynonymsChange]:
    """The last changes, the newest first."""
    return [
        SynonymsChange(one.pk, one.changed_at, one.changed_by, one.is_default, len(read_groups(_text(one))[0]))
        for one in SynonymList.objects.order_by("-pk")[:limit]
    ]


def _text(one: SynonymList) -> str:
    return get_scheme().synonyms if one.is_default else one.text


@lru_cache(maxsize=8)
def _ready(text: str) -> Synonyms:
    return Synonyms.of(read_groups(text)[0])
