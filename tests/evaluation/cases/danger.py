"""How often danger is told in what people write: `python -m tests.evaluation.cases.danger`, `--misses` lists them."""

import sys
from dataclasses import dataclass
from pathlib import Path

from upheld.analysis.danger import speaks_of_danger

FOLDER = Path(__file__).parent / "danger"
_TOLD = Path(__file__).parent / "told.txt"
HALVES = (
    "development",
    "held-out",
    "second-held-out",
    "third-held-out",
    "fourth-held-out",
    "indirect",
    "indirect-held-out",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of the texts of a file: those of danger that were missed, everyday ones that were taken for it."""

    dangers: int
    everyday: int
    missed: tuple[str, ...]
    alarms: tuple[str, ...]

    @property
    def found(self) -> float:
        """How much of the danger was told."""
        return 1 - len(self.missed) / self.dangers


def tell(half: str) -> Told:
    """Reads a file: `+` begins a text of danger, `-` an everyday one."""
    lines = (FOLDER / f"{half}.txt").read_text(encoding="utf-8").splitlines()
    dangers, everyday = ([line[2:] for line in lines if line.startswith(sign)] for sign in "+-")
    return Told(
        len(dangers),
        len(everyday),
        tuple(text for text in dangers if not speaks_of_danger(text)),
        tuple(text for text in everyday if speaks_of_danger(text)),
    )


def tell_ordinary() -> tuple[int, tuple[str, ...]]:
    """How many longer everyday texts there are, as somebody might write them, and those that were taken for danger."""
    texts = read_ordinary()
    return len(texts), tuple(text for text in texts if speaks_of_danger(text))


def read_ordinary() -> list[str]:
    """Longer everyday texts, as somebody might write them."""
    lines = _TOLD.read_text(encoding="utf-8").splitlines()
    return [line.partition(" | ")[2] for line in lines if not line.startswith("#")]


def main() -> None:
    """Prints the rates."""
    print("Danger now, told from what somebody writes")
    for half in HALVES:
        told = tell(half)
        print(
            f"  {half:<17} told {told.dangers - len(told.missed)} of {told.dangers} ({told.found:.1%}), "
            f"false alarms {len(told.alarms)} of {told.everyday}"
        )
        if "--misses" in sys.argv:
            print(*(f"    missed: {text}" for text in told.missed), sep="\n")
            print(*(f"    alarm:  {text}" for text in told.alarms), sep="\n")
    count, alarms = tell_ordinary()
    print(f"  {'longer':<17} false alarms {len(alarms)} of {count} everyday texts of several sentences")


if __name__ == "__main__":
    main()
