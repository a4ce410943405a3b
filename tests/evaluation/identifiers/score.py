"""How much of what was planted is found, and how much is found that was not planted."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.evaluation.identifiers.ordinary import ALIAS, Register, Text, alias_slips, words_in
from tests.evaluation.identifiers.planted import CONTEXT, Case, Span
from upheld.analysis.identifiers import Finding, Known, Part, examine

Examine = Callable[[Sequence[Part], Known], tuple[Finding, ...]]

KINDS_MEANT: dict[str, frozenset[str]] = {
    "name": frozenset({"name", "initial"}),
    "school": frozenset({"place"}),
    "care-home": frozenset({"place"}),
    "street": frozenset({"place", "address"}),
    "address": frozenset({"address", "place"}),
    "document": frozenset({"identity-number"}),
    "planning-reference": frozenset({"case-number"}),
    "case-number": frozenset({"case-number", "identity-number"}),
    "web-address": frozenset({"web-address"}),
}
"""What a finding may rightly be called, where its kind has another name than what was planted."""

_LED_IN = frozenset({"bank", "case-number", "document", "planning-reference", "web-address"})
"""Values planted with words that lead to them: only what follows has to be covered."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one case: found at all, covered wholly, called what it is, and how much else was found."""

    case: Case
    found: bool
    whole: bool
    named: bool
    others: tuple[Finding, ...]


@dataclass
class Tally:
    """Verdicts of one group, counted."""

    cases: int = 0
    found: int = 0
    whole: int = 0
    named: int = 0
    missed: list[Verdict] = field(default_factory=list)

    def add(self, verdict: Verdict) -> None:
        """Counts one more."""
        self.cases += 1
        self.found += verdict.found
        self.whole += verdict.whole
        self.named += verdict.named
        if not verdict.found:
            self.missed.append(verdict)

    @property
    def recall(self) -> float:
        """How much was found."""
        return self.found / self.cases if self.cases else 1.0


def judge(case: Case, known: Known) -> Verdict:
    """Whether what was planted is found; of a name every word that tells who it is."""
    findings = examine(case.parts, known)
    hits = [[one for one in findings if _overlaps(case, span, one)] for span in case.spans]
    touching = {id(one) for some in hits for one in some}
    meant = KINDS_MEANT.get(case.kind, frozenset({case.kind}))
    return Verdict(
        case,
        found=all(hits),
        whole=all(hits) and all(_covered(case, span, some) for span, some in zip(case.spans, hits, strict=True)),
        named=all(any(one.kind in meant for one in some) for some in hits),
        others=tuple(one for one in findings if id(one) not in touching),
    )


def judge_all(cases: Iterable[Case], known: Known) -> list[Verdict]:
    """The verdicts on many cases."""
    return [judge(case, known) for case in cases]


def _overlaps(case: Case, span: Span, finding: Finding) -> bool:
    ends = finding.start + len(finding.words)
    return finding.where == case.parts[span.part].where and finding.start < span.end and span.start < ends


def _covered(case: Case, span: Span, findings: Sequence[Finding]) -> bool:
    if case.kind in CONTEXT:  # what of a passage belongs to it is a matter of taste
        return True
    text = case.parts[span.part].text
    held = {at for one in findings for at in range(one.start, one.start + len(one.words))}
    wanted = [at for at in range(span.start, span.end) if text[at].isalnum()]
    if case.kind in _LED_IN:
        wanted = [at for at in wanted if text[at].isdigit()]
    return all(at in held for at in wanted)


def tallies(verdicts: Iterable[Verdict], by: Callable[[Case], str]) -> dict[str, Tally]:
    """The verdicts counted by group."""
    found: dict[str, Tally] = {}
    for one in verdicts:
        found.setdefault(by(one.case), Tally()).add(one)
    return found


# --- Ordinary text -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FalseFindings:
    """What was found in texts where there is nothing to find."""

    words: int
    findings: tuple[tuple[Text, Finding], ...]
    aliases: int
    aliases_flagged: int

    @property
    def per_thousand(self) -> float:
        """False findings in a thousand words."""
        return 1000 * len(self.findings) / self.words if self.words else 0.0

    @property
    def alias_rate(self) -> float:
        """False findings that touch an alias, in a thousand words."""
        return 1000 * self.aliases_flagged / self.words if self.words else 0.0

    def __add__(self, other: "FalseFindings") -> "FalseFindings":
        return FalseFindings(
            self.words + other.words,
            self.findings + other.findings,
            self.aliases + other.aliases,
            self.aliases_flagged + other.aliases_flagged,
        )


def false_findings(texts: Sequence[Text], known: Known) -> FalseFindings:
    """All that is found in some texts."""
    found = tuple((text, one) for text in texts for one in examine(text.parts, known))
    aliases = [(text, place) for text in texts for place in text.aliases()]
    flagged = sum(any(text is where and _touches(one, *place) for where, one in found) for text, place in aliases)
    return FalseFindings(words_in(texts), found, len(aliases), flagged)


def _touches(finding: Finding, where: str, start: int, end: int) -> bool:
    return finding.where == where and finding.start < end and start < finding.start + len(finding.words)


def crossed(texts: Sequence[Text]) -> FalseFindings:
    """Each half of the texts, examined by a register that has published the other half."""
    one, other = texts[::2], texts[1::2]
    return false_findings(one, Register(other)) + false_findings(other, Register(one))


def slips_told(known: Known) -> tuple[list[tuple[Part, ...]], int]:
    """The slips with aliases that were not told, and how many there are."""
    slips = alias_slips()
    missed = [slip for slip in slips if not any(one.kind in {"alias", "initial"} for one in examine(slip, known))]
    return missed, len(slips)


# --- Planted into real text ----------------------------------------------------------------------------------------

_LEADS = {
    "date-of-birth": "born on ",
    "nhs-number": "NHS number ",
    "national-insurance": "National Insurance number ",
    "vehicle": "registration ",
    "bank": "paid to ",
}


_PERSON = re.compile(
    rf"{ALIAS.pattern}|\b[Tt]he (?:woman|man|complainant|mother|father|boy|girl|daughter|son)\b(?!['’])"
)


def into_real(cases: Sequence[Case], texts: Sequence[Text]) -> Iterator[Case]:
    """Names in the place of people, and numbers in brackets after them, in the paragraphs of real texts."""
    places = [(part.text, found) for text in texts for part in text.parts for found in _PERSON.finditer(part.text)]
    fit = [one for one in cases if one.kind not in CONTEXT and len(one.parts) == 1]
    for at, case in enumerate(fit if places else ()):
        text, found = places[(at * 37) % len(places)]
        lead = "" if case.kind == "name" else f"{found.group()} ({_LEADS.get(case.kind, '')}"
        end = "" if case.kind == "name" else ")"
        yield case.set_in(text[: found.start()] + lead, end + text[found.end() :])
