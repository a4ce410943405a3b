"""The kinds of section that a search can be kept to, and what people call them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from upheld.lib.text import fold


@dataclass(frozen=True, slots=True)
class SectionKind:
    """One kind of section: its slug, what readers call it, what else they may type for it."""

    slug: str
    name: str
    others: tuple[str, ...] = ()


SUMMARY = "summary"
COMPLAINT = "complaint"
AGREED_ACTION = "agreed-action"
SECTION_KINDS = (
    SectionKind(SUMMARY, "Summary"),
    SectionKind(COMPLAINT, "The complaint", ("complaints",)),
    SectionKind(
        "considered",
        "How it was considered",
        ("how considered", "how i considered this complaint", "how we considered this complaint", "consideration"),
    ),
    SectionKind(
        "law",
        "The law and our powers",
        ("the law", "legal", "guidance", "role and powers", "powers", "law and guidance"),
    ),
    SectionKind(
        "found", "What was found", ("findings", "what i found", "what we found", "what happened", "analysis", "fault")
    ),
    SectionKind(
        AGREED_ACTION,
        "Agreed action",
        (
            "agreed actions", "action", "actions", "remedy", "remedies", "recommendation", "recommendations",
            "recommended action", "agreed remedy", "service improvements",
        ),
    ),
    SectionKind("decision", "Decision", ("final decision", "conclusion", "conclusions")),
)  # fmt: skip
SLUGS = tuple(kind.slug for kind in SECTION_KINDS)

# The first that stands in a heading decides.
_HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        AGREED_ACTION,
        re.compile(
            r"\bagreed\b|\brecommend|\bremed(?:y|ies)\b|^(?:further |proposed |required )?actions?\b|\borders?\b"
            r"|service improvement|putting (?:things|it|matters) right|\baction (?:required|to be taken)"
        ),
    ),
    (
        "law",
        re.compile(
            r"\brole\b|\bpowers?\b|\blaws?\b|\blegal\b|\blegislati|\bstatutory\b|\bguidance\b|\bpolic(?:y|ies)\b"
            r"|\bjurisdiction\b"
        ),
    ),
    (
        "considered",
        re.compile(
            r"how (?:i|we) (?:have )?(?:considered|investigated|looked)"
            r"|what (?:i|we) (?:have )?(?:did|considered|looked)|evidence considered"
        ),
    ),
    (COMPLAINT, re.compile(r"\bcomplaints?\b|what (?:i|we) (?:have|did|investigated)|not investigate")),
    ("decision", re.compile(r"\bdecisions?\b|\bconclusions?\b")),
    (
        "found",
        re.compile(
            r"\bfind(?:ing)?s?\b|\bfound\b|assessment|analysis|\bfault\b|\binjustice\b|\bconsideration\b|\breasons\b"
            r"|\bimpact\b|what (?:should have )?happened|key facts|chronology|\bevents\b|background|investigation"
        ),
    ),
)
_LONGEST = 120
_LABEL = re.compile(r"^(?:summary|report summary|decision summary)$")


def find_section(name: str) -> str | None:
    """The slug of the section somebody means, however it is written; None where nobody calls a section so."""
    wanted = fold(name.replace("-", " ")).strip()
    for kind in SECTION_KINDS:
        if wanted in {fold(kind.slug.replace("-", " ")), fold(kind.name), *map(fold, kind.others)}:
            return kind.slug
    return None


@lru_cache(1_000)  # decisions of one register have the same few
def kind_of_heading(heading: str | None) -> str | None:
    """What a section is for, by its heading; None where that says nothing of the kind."""
    words = fold((heading or "")[: _LONGEST + 1]).strip(" .:0123456789")
    if not words or len(words) > _LONGEST:
        return None
    if _LABEL.match(words):
        return SUMMARY
    return next((slug for slug, pattern in _HEADINGS if pattern.search(words)), None)


def kinds_of_sections(sections: Sequence[tuple[str | None, int]]) -> list[str | None]:
    """What each section is for, of their headings and levels; one that does not say is part of the one above it."""
    found: list[str | None] = []
    above: list[tuple[int, str | None]] = []
    for heading, level in sections:
        above = [one for one in above if one[0] < level]
        kind = kind_of_heading(heading) or (above[-1][1] if above else None)
        above.append((level, kind))
        found.append(kind)
    return found
