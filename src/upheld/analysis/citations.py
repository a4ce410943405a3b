"""References to other decisions in the text of a document."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from upheld.analysis.document import Section
from upheld.analysis.passages import Passage, list_passages
from upheld.analysis.references import Reference, ReferencePattern

_LEAD = re.compile(
    r"(?:\b(?:ref(?:erence)?s?|cases?|complaints?|decisions?|determinations?|reports?|statements?|investigations?|"
    r"numbers?|nos?)[\s.:#(]*(?:(?:ref(?:erence)?s?|numbers?|nos?|and|or)[\s.:#]*)*|[,;&]\s*|\band\s+|\bor\s+)\Z",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:\b(?:tele)?phone\w*|\btel\b|\bcall(?:ed|ing)?\b|\bring\b|\bfax\b|\bmobile\b|\btext\b|\bdial\b|\baccount\b|"
    r"\bsort code\b|£|\+)[^.;]{0,25}\Z",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"(?:[\w£$€+]|[0-9][ \u00a0./-])\Z")
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class DecisionCitation:
    """One mention of another decision.

    It stands in `passage.text[start:end]`; `passage` says at which address, and in which string of the paragraph.
    """

    reference: Reference
    passage: Passage
    start: int
    end: int

    @property
    def at(self) -> str:
        """The address of the paragraph."""
        return self.passage.at


def read_citations(
    summary: str, sections: Sequence[Section], pattern: ReferencePattern, *, own: Collection[str] = ()
) -> tuple[DecisionCitation, ...]:
    """Every mention of a decision by its reference, in the order of the text.

    `own` are the references of the document itself, each as `key` and `suffix` in one word; they are left out.
    """
    return tuple(
        citation
        for passage in list_passages(summary, sections)
        for citation in _in_passage(passage, pattern)
        if citation.reference.key + citation.reference.suffix not in own
    )


def find_references(text: str, pattern: ReferencePattern) -> Iterator[tuple[Reference, int, int]]:
    """Each reference in a text, with where it begins and ends."""
    needs_lead = not pattern.prefix and len(pattern.groups) == 1
    after = -1
    for found in _finder(pattern).finditer(text):
        if _NOT_BEFORE.search(text, max(0, found.start() - 2), found.start()):
            continue
        joined = needs_lead or "/" in found.group() or found.group().isdigit()
        listed = found.start() - after in range(7)
        if _is_reference(text, found.start(), needs_lead=joined, listed=listed and after >= 0):
            after = found.end()
            reference = pattern.parse_printed(found.group())
            if reference is not None:
                yield reference, *found.span()


def _in_passage(passage: Passage, pattern: ReferencePattern) -> Iterator[DecisionCitation]:
    for reference, start, end in find_references(passage.text, pattern):
        yield DecisionCitation(reference, passage, start, end)


def _is_reference(text: str, start: int, *, needs_lead: bool, listed: bool) -> bool:
    """Whether the digits are a reference: not a telephone number, and digits in one run only after a word for it."""
    before = text[max(0, start - _BEFORE) : start]
    lead = _LEAD.search(before)
    named = lead is not None and (lead.group()[:1].isalpha() and lead.group()[:3].lower() not in {"and", "or "})
    if named or (listed and lead is not None):
        return True
    return not needs_lead and not _PHONE.search(before)


@lru_cache(maxsize=16)
def _finder(pattern: ReferencePattern) -> re.Pattern[str]:
    """The references of a scheme in running text: between other characters than digits, a letter close behind."""
    gap = r"[ \u00a0\u2010-\u2015/-]?"
    groups = gap.join(f"[0-9]{{{size}}}" for size in pattern.groups)
    prefix = "".join(f"{re.escape(letter)}{gap}" for letter in pattern.prefix if letter.isalnum())
    suffix = "[A-Za-z]?" if pattern.suffix else ""
    return re.compile(rf"{prefix}{groups}{suffix}(?![\w])(?![ \u00a0./-][0-9])")
