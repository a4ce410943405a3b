"""Scores the law that was read against what a person labelled: titles, and provisions under their title."""

import re
from functools import lru_cache

from tests.evaluation.held_out import HeldOut
from upheld.analysis.law import read_law
from upheld.analysis.law.catalogue import get_catalogue


@lru_cache
def _same_title() -> dict[str, str]:
    """Guidance has names besides its title; which is taken is not what is measured."""
    return {_plain(name): _plain(law.title) for name, law in get_catalogue().names.items()}


def _plain(title: str) -> str:
    words = re.sub(r"[^a-z0-9 ]", " ", title.lower().replace("&", "and").replace("’", ""))
    return " ".join(word for word in words.split() if word not in {"the", "england"})


def title_key(title: str) -> str:
    """A title as it is compared."""
    plain = _plain(title)
    return _same_title().get(plain, plain)


def labelled(held: HeldOut) -> tuple[set[str], set[tuple[str, str]]]:
    """Titles, and provisions with their titles."""
    titles = {title_key(one.title) for one in held.law}
    return titles, {(title_key(one.title), _place(one.provision)) for one in held.law if one.provision}


def read(held: HeldOut) -> tuple[set[str], set[tuple[str, str]]]:
    """The same as read from the text."""
    found = [one for one in read_law(held.summary, held.sections) if one.kind != "case"]
    titles = {title_key(one.title) for one in found}
    return titles, {(title_key(one.title), _place(one.provision)) for one in found if one.provision}


def _place(provision: str) -> str:
    return re.sub(r"[\s,]+", " ", provision).lower().strip()
