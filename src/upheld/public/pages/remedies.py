"""What was put right, in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from upheld.analysis.paragraphs import SUMMARY
from upheld.analysis.remedy import Remedy
from upheld.ui.site import Link

KINDS = {
    "apology": "An apology",
    "records": "Records put right",
    "symbolic-payment": "A payment for distress, or for time and trouble",
    "quantifiable-loss": "A payment for what was lost",
    "loss-of-service": "A payment for a service that was missed",
    "reconsideration": "A new decision, review or appeal",
    "information": "Information or advice",
    "services": "Services provided",
    "training": "Training or guidance for staff",
    "procedure": "A review of procedures or policy",
    "other": "Another step",
}
"""Kinds of remedies in words."""

_PER = {"month": "a month", "week": "a week", "term": "a term", "year": "a year", "person": "for each person"}
_GROUPS = {
    "agreed": ("agreed", "What was agreed"),
    "recommended": ("recommended", "What was recommended"),
    "done": ("already done", "What was already done"),
    "not-made": ("considered, but not made", "What was considered, but not made"),
}
"""What each status is called in a sentence, and as a heading."""

_FOR = {"complainant": "", "others": "for other people", "service": "to make the service better"}
"""For whom, where it is not the person who complained: most are for them."""

_SPANS = {
    30: "a month", 31: "a month", 61: "2 months", 91: "3 months", 122: "4 months", 152: "5 months", 183: "6 months",
    274: "9 months", 365: "a year",
}  # fmt: skip
"""Days as months, by the rounding with which months are kept as days."""
_PAYMENT = "A payment "
_LONGEST = 180  # characters of the source's own words
_JOINING = re.compile(r"[;,]?\s*(?:;|,|\band\b|\bor\b)\s*$")  # what leads from one item of a list to the next


@dataclass(frozen=True, slots=True)
class RemedyLine:
    """One act that puts something right: `before`, the `sum` and `after` it make up its kind in words.

    `terms` says within how long, and for whom where not for the person who complained, or nothing. `words` are the
    source's own, shortened; empty where the next line has the same. `source` leads to the sentence that a program
    read it from; None where the source gave it.
    """

    before: str
    sum: str
    after: str
    terms: str
    words: str
    source: Link | None = None
    goes_on: bool = False
    """Whether the next line has the same words, terms and source, which then stand there for both."""


@dataclass(frozen=True, slots=True)
class RemedyGroup:
    """Acts of one status, which `status` says in a sentence: `agreed`, `recommended`, `already done`.

    `heading` is empty where the heading of them all says it.
    """

    status: str
    heading: str
    lines: tuple[RemedyLine, ...]


@dataclass(frozen=True, slots=True)
class PutRight:
    """Everything that puts something right. `is_read` says that a program read it from the text."""

    heading: str
    groups: tuple[RemedyGroup, ...]
    is_read: bool


def make_put_right(remedies: Sequence[Remedy]) -> PutRight | None:
    """The remedies by their status; None when there are none."""
    if not remedies:
        return None
    title = _heading(remedies)
    groups = tuple(
        RemedyGroup(
            word, heading if heading != title else "", _lines([one for one in remedies if one.status == status])
        )
        for status, (word, heading) in _GROUPS.items()
        if any(one.status == status for one in remedies)
    )
    return PutRight(title, groups, any(one.read for one in remedies))


def make_remedy(remedy: Remedy) -> RemedyLine:
    """The remedy in words."""
    before, after = _around_sum(KINDS[remedy.kind], has_sum=remedy.pence is not None)
    return RemedyLine(
        before=before,
        sum=" ".join(filter(None, (_pounds(remedy.pence), _PER[remedy.per] if remedy.per else ""))),
        after=after,
        terms=", ".join(filter(None, (_FOR[remedy.for_] if remedy.for_ else "", _within(remedy.within_days)))),
        words=_shortened(remedy.text),
        source=Link(place_words(remedy.at), f"#{remedy.at}") if remedy.read and remedy.at else None,
    )


def place_words(address: str) -> str:
    """The place in a text that an address names: `paragraph 12`, `summary`."""
    if address == SUMMARY:
        return "the summary"
    number, _, after = address.removeprefix("p").partition("-")
    if not number.isdigit():
        return "the text"
    if not after:
        return f"paragraph {number}"
    return f"below paragraph {number}" if number != "0" else "before paragraph 1"


def _heading(remedies: Sequence[Remedy]) -> str:
    statuses = {one.status for one in remedies}
    if statuses & {"agreed", "done"}:
        return "What was put right"
    return _GROUPS["recommended" if "recommended" in statuses else "not-made"][1]


def _lines(remedies: Sequence[Remedy]) -> tuple[RemedyLine, ...]:
    """A line for each; what several in a row share stands with the last of them."""
    lines = [make_remedy(remedy) for remedy in remedies]
    return tuple(
        replace(line, words="", goes_on=True) if _shares(line, following) else line
        for line, following in zip_longest(lines, lines[1:])
    )


def _shares(line: RemedyLine, following: RemedyLine | None) -> bool:
    if following is None or not line.words:
        return False
    return (line.words, line.terms, line.source) == (following.words, following.terms, following.source)


def _around_sum(kind: str, *, has_sum: bool) -> tuple[str, str]:
    """`A payment for what was lost` is `£85 for what was lost` with its sum; other kinds have it behind them."""
    if not has_sum:
        return kind, ""
    return ("", f" {kind.removeprefix(_PAYMENT)}") if kind.startswith(_PAYMENT) else (f"{kind}: ", "")


def _within(days: int | None) -> str:
    """`within 4 weeks`, `within 3 months`, `within 10 days`; nothing when no time was given."""
    if days is None:
        return ""
    if days in _SPANS:
        return f"within {_SPANS[days]}"
    if days and days % 7 == 0:
        return "within a week" if days == 7 else f"within {days // 7} weeks"
    return f"within {days} day{'s' if days != 1 else ''}"


def _shortened(text: str) -> str:
    """The words as they begin a line."""
    words = _JOINING.sub("", " ".join(text.split()))
    words = words[:1].upper() + words[1:]
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rpartition(' ')[0]} …"


def _pounds(pence: int | None) -> str:
    """`£1,350`, `£12.50`; nothing when no sum is given."""
    if pence is None:
        return ""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"
