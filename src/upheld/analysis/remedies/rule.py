"""One row of the tables that say what kind of remedy an act is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from upheld.analysis.remedy import Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """An act with one of the verbs, whose object the pattern fits, is of this kind."""

    kind: Kind | None
    verbs: frozenset[str]
    governs: re.Pattern[str]


def rule(kind: Kind | None, verbs: str, governs: str = "") -> Rule:
    """A row, its verbs with spaces between them."""
    return Rule(kind, frozenset(verbs.split()), re.compile(governs))


def index_by_verb(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """For each verb its rules, in their order."""
    found: dict[str, list[Rule]] = {}
    for one in rules:
        for verb in one.verbs:
            found.setdefault(verb, []).append(one)
    return found
