"""Words that mean the same, beside those of a text: “education, health and care plan” beside “EHCP”."""

import re
from collections.abc import Mapping
from functools import lru_cache

from upheld.lib.text import fold
from upheld.search.language.synonyms import read_groups

_BETWEEN = re.compile(r"\W+")


def find_others(text: str, synonyms: str) -> str:
    """The words that mean the same as words of the text, by a list of synonyms as editors write it."""
    pattern, others = _members(synonyms)
    if pattern is None:
        return ""
    said = {found.group() for found in pattern.finditer(_plain(text))}
    return "\n".join(sorted(one for member in said for one in others[member] if one not in said))


@lru_cache(maxsize=4)
def _members(synonyms: str) -> tuple[re.Pattern[str] | None, Mapping[str, frozenset[str]]]:
    others: dict[str, frozenset[str]] = {}
    for group in read_groups(synonyms)[0]:
        members = [_plain(member).strip() for member in group.members]
        for member in members[:1] if group.is_one_way else members:
            others[member] = others.get(member, frozenset()) | (frozenset(members) - {member})
    longest_first = sorted(others, key=len, reverse=True)
    return (re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b") if others else None), others


def _plain(text: str) -> str:
    return _BETWEEN.sub(" ", fold(text))
