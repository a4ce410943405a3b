"""Prints how well people are found in texts: `make evaluate`, or this module with `--brief` or `--misses`."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from tests.evaluation.identifiers.later import later, later_ordinary
from tests.evaluation.identifiers.ordinary import Register, documents, ordinary, real, words_in
from tests.evaluation.identifiers.planted import CONTEXT, HALVES, Case, planted
from tests.evaluation.identifiers.score import (
    FalseFindings,
    Tally,
    Verdict,
    crossed,
    false_findings,
    into_real,
    judge_all,
    slips_told,
    tallies,
)
from upheld.analysis.identifiers import NOTHING_KNOWN, Known, examine

LARGE = {"name": "names", **dict.fromkeys(CONTEXT, "known by context")}
"""What the large groups are called; the rest are structured."""


def large_group(case: Case) -> str:
    """Structured, known by context, or a name."""
    return LARGE.get(case.kind, "structured")


def group(case: Case) -> str:
    """The kind, or for names how or in whose culture they are written."""
    return f"name: {case.group}" if case.kind == "name" else case.kind


def _lines(verdicts: Sequence[Verdict], by: Callable[[Case], str]) -> Iterator[str]:
    for name, tally in sorted(tallies(verdicts, by).items()):
        yield _line(name, tally)


def _line(name: str, tally: Tally) -> str:
    shares = (tally.found, tally.whole, tally.named)
    return (
        f"  {name:<34}{tally.cases:>6}{100 * tally.recall:>9.2f}"
        + "".join(f"{100 * one / max(tally.cases, 1):>9.2f}" for one in shares[1:])
        + f"{len(tally.missed):>8}"
    )


HEAD = f"  {'':<34}{'cases':>6}{'found %':>9}{'whole %':>9}{'kind %':>9}{'missed':>8}"


def _listed(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _planted(name: str, cases: Sequence[Case], known: Known, asked: Iterable[str]) -> None:
    verdicts = judge_all(cases, known)
    print(f"\nPlanted, {name}: {len(cases)}", HEAD, *_lines(verdicts, large_group), sep="\n")
    if "--brief" not in asked:
        print(*_lines(verdicts, group), sep="\n")
    others = sum(len(one.others) for one in verdicts)
    print(f"  other findings in these passages: {others} ({others / max(len(cases), 1):.3f} a passage)")
    if "--misses" in asked:
        _listed(f"  MISSED {group(one.case)} | {one.case.shown}" for one in verdicts if not one.found)
    if "--others" in asked:
        _listed(f"  OTHER {one.kind} {one.words!r} | {v.case.shown}" for v in verdicts for one in v.others)


def _ordinary(name: str, result: FalseFindings, asked: Iterable[str]) -> None:
    print(
        f"  {name:<34}{len(result.findings):>5} in {result.words:,} words: {result.per_thousand:.2f} per 1,000;"
        f" aliases {result.aliases_flagged} of {result.aliases}: {result.alias_rate:.2f} per 1,000 words"
    )
    if "--misses" in asked:
        _listed(f"    FALSE {one.kind} {one.words!r} | {text.name}: {one.why}" for text, one in result.findings)


def _slips(name: str, known: Known, asked: Iterable[str]) -> None:
    missed, there = slips_told(known)
    print(f"  slips with aliases told, {name}: {there - len(missed)} of {there}")
    if "--misses" in asked:
        _listed(f"    MISSED {' | '.join(f'{one.where}: {one.text}' for one in slip)}" for slip in missed)


def words_a_second(known: Known) -> float:
    """How fast one core examines the ordinary texts, the best of three."""
    texts = ordinary()
    return max(words_in(texts) / _seconds(lambda: [examine(text.parts, known) for text in texts]) for _ in range(3))


def _seconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def main(asked: Sequence[str]) -> None:
    """Prints recall of what was planted, false findings in ordinary texts, and speed; cold and warm."""
    warm = Register(ordinary()[::2])
    for half in HALVES:
        for name, known in (("nothing known", NOTHING_KNOWN), ("warm", warm)):
            _planted(f"{half}, {name}", planted(half), known, asked)
    _planted("later, nothing known", later(), NOTHING_KNOWN, asked)
    if real():
        for name, known in (("nothing known", NOTHING_KNOWN), ("warm", warm)):
            cases = list(into_real(planted("held-out"), real()))
            _planted(f"held-out values in paragraphs of published reports, {name}", cases, known, asked)
    print("\nFalse findings")
    _ordinary("ordinary text, nothing known", false_findings(ordinary(), NOTHING_KNOWN), asked)
    _ordinary("ordinary text, other half known", crossed(ordinary()), asked)
    _ordinary("later text, nothing known", false_findings(later_ordinary(), NOTHING_KNOWN), asked)
    _ordinary("held-out documents, nothing known", false_findings(documents(), NOTHING_KNOWN), asked)
    _ordinary("held-out documents, ordinary known", false_findings(documents(), Register(ordinary())), asked)
    if real():
        _ordinary("published reports, nothing known", false_findings(real(), NOTHING_KNOWN), asked)
        _ordinary("published reports, ordinary known", false_findings(real(), Register(ordinary())), asked)
    for name, known in (("nothing known", NOTHING_KNOWN), ("warm", warm)):
        _slips(name, known, asked)
    print(f"\nSpeed: {words_a_second(NOTHING_KNOWN):,.0f} words a second; warm {words_a_second(warm):,.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
