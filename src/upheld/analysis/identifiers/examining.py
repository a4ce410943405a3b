"""The examination: one document as one text, every rule over it, and what they say set in order."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from upheld.analysis.identifiers.aliases import find_doubtful_aliases
from upheld.analysis.identifiers.candidate import Candidate, Rules
from upheld.analysis.identifiers.document import Document, join, reference_key
from upheld.analysis.identifiers.finding import Finding, Known, Part
from upheld.analysis.identifiers.forms import addresses, births, cases, contact, numbers, people, places, postcodes
from upheld.analysis.identifiers.names.finding import find_names

_RULES = Rules(
    *contact.RULES,
    *numbers.RULES,
    *births.RULES,
    *cases.RULES,
    *postcodes.RULES,
    *addresses.RULES,
    *places.RULES,
    *people.RULES,
)
_WIDE = frozenset({"quotation", "role", "age-and-condition", "alias", "initial"})
_CONTAINERS = frozenset({"place", "address", "email", "web-address"})


def examine(parts: Sequence[Part], known: Known) -> tuple[Finding, ...]:
    """Everything in the parts that could show who a person is, in the order of the text."""
    document = join(parts)
    forms = [one for one in _RULES.find(document.text) if _is_told(document, one, known)]
    names = list(find_names(document, known, forms))
    found = [*_apart([*forms, *names]), *find_doubtful_aliases(document, names)]
    findings = (document.finding(one) for one in sorted(found, key=lambda one: (one.start, one.end)))
    return tuple(one for one in findings if one and not known.is_cleared(one.words, one.kind))


def _is_told(document: Document, one: Candidate, known: Known) -> bool:
    """Not the decision's own number, nor a body that it is about or that the register knows."""
    words = document.text[one.start : one.end]
    if one.kind == "case-number":
        return reference_key(words) not in document.own
    if one.kind in ("place", "address"):
        return not known.is_organisation(words) and not _is_body(document, words)
    return True


def _is_body(document: Document, words: str) -> bool:
    """Whether the decision is about a body of this name: `London Borough of Harlow Green`."""
    if any(one.isdigit() for one in words):  # looked for once for each finding, so only where it can be
        return False
    if any(words.casefold() in body for body in document.bodies):
        return True
    name = re.escape(words)
    kinds = "Borough|Council|City|County|District"
    return bool(re.search(rf"(?:{kinds}) of {name}\b|\b{name} (?:{kinds}|Trust|L)", document.text))


def _apart(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of those that overlap, the surest; of equally sure ones the longest. What says more may overlap."""
    kept: list[Candidate] = []
    taken: list[tuple[int, int]] = []
    for one in sorted(candidates, key=_rank):
        if one.kind in _WIDE:
            if not any(_same(one, other) for other in kept if other.kind == one.kind):
                kept.append(one)
            continue
        place = bisect_right(taken, (one.start, one.end))
        free_before = place == 0 or taken[place - 1][1] <= one.start
        free_after = place == len(taken) or taken[place][0] >= one.end
        if free_before and free_after:
            taken.insert(place, (one.start, one.end))
            kept.append(one)
    return kept


def _same(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _rank(one: Candidate) -> tuple[float, int, int]:
    sure = 1.0 if one.kind in _CONTAINERS and one.sure >= 0.6 else round(one.sure, 1)
    return -sure, one.start - one.end, one.start
