"""Scores the law that was read against what a person labelled: titles, and provisions under their title."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from tests.evaluation.held_out import HeldOut
from upheld.analysis import law
from upheld.analysis.law import read_law

_CATALOGUE = Path(law.__file__).with_name("legislation.toml")


@lru_cache
def _guidance() -> dict[str, str]:
    """Guidance has names besides its title; which is taken is not what is measured."""
    data = tomllib.loads(_CATALOGUE.read_text(encoding="utf-8"))
    return {_plain(name): _plain(one["title"]) for one in data["guidance"] for name in (one["title"], *one["names"])}


def _plain(title: str) -> str:
    words = re.sub(r"[^a-z0-9 ]", " ", title.lower().replace("&", "and").replace("’", "")).split()
    if "code" in words:
        words = [word for word in words if not re.fullmatch(r"(?:19|20)\d\d", word)]
    return " ".join(word for word in words if word not in {"the", "england"})


@lru_cache
def title_key(title: str) -> str:
    """A title as it is compared: guidance by the beginning of its name."""
    plain = _plain(title)
    names = [name for name in _guidance() if plain.startswith(name) and " " in name]
    return _guidance()[max(names, key=len)] if names else plain


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
