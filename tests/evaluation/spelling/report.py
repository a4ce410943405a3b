"""Prints how often the word that was meant is asked for, in the register of UPHELD_DATA_DIR or a demo made for it.

`python -m tests.evaluation.spelling.report` says only figures; with `--misses` also every slip that was not understood.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

from tests.evaluation.spelling.slips import SLIPS

LEAST_RIGHT = 0.9


@dataclass(frozen=True)
class Outcome:
    """What was asked for one slip, whether its stem finds what was meant anyway, and how long asking took."""

    typed: str
    meant: str
    asked: str
    is_found: bool
    ms: float

    @property
    def is_right(self) -> bool:
        """Whether what was meant was asked for, or found without asking."""
        return self.is_found if not self.asked else self.asked == self.meant


def evaluate() -> tuple[list[Outcome], list[str]]:
    """The outcome of each slip whose meaning this register has, and the words it has not."""
    from upheld.search import count_words
    from upheld.search.spelling.vocabulary import LEAST

    meant = {word for _, words in SLIPS for word in words.split()}
    known = {word for word, count in count_words(sorted(meant)).items() if count >= LEAST}
    return [_ask(typed, words) for typed, words in SLIPS if set(words.split()) <= known], sorted(meant - known)


def _ask(typed: str, meant: str) -> Outcome:
    from upheld.search import SearchRequest, search, spell
    from upheld.search.words import stem

    request = SearchRequest(text=typed)
    results = search(request)
    started = time.perf_counter()
    found = spell(request, results)
    ms = (time.perf_counter() - started) * 1000
    return Outcome(typed, meant, found.text if found else "", results.total > 0 and stem(typed) == stem(meant), ms)


def lines(outcomes: list[Outcome], absent: list[str], *, misses: bool) -> list[str]:
    """What is printed."""
    right, times = sum(one.is_right for one in outcomes), sorted(one.ms for one in outcomes)
    wrong = [one for one in outcomes if not one.is_right]
    others = sum(bool(one.asked) for one in wrong)
    said = [
        "Spelling: what is asked for a mistyped word that finds little",
        f"  {right} of {len(outcomes)} understood ({right / len(outcomes):.1%}); {others} taken for another word",
        f"  median {times[len(times) // 2]:.1f} ms, 95 % within {times[int(len(times) * 0.95)]:.1f} ms",
        f"  {len(absent)} of the words meant stand in too few decisions here and were left out",
    ]
    return [*said, *(f"    {one.typed} -> {one.asked or '-'} ({one.meant})" for one in wrong if misses)]


def main() -> None:
    """Prints the figures; exits with 1 when fewer are understood than should be."""
    if "UPHELD_DATA_DIR" not in os.environ:
        os.environ["UPHELD_DATA_DIR"] = tempfile.mkdtemp(prefix="upheld-spelling-")
        subprocess.run([sys.executable, "-m", "upheld", "demo"], check=True, stdout=subprocess.DEVNULL)
    from upheld.config.start import start

    start()
    outcomes, absent = evaluate()
    print("\n".join(lines(outcomes, absent, misses="--misses" in sys.argv)))
    sys.exit(sum(one.is_right for one in outcomes) < LEAST_RIGHT * len(outcomes))


if __name__ == "__main__":
    main()
