"""Fills phrases with the names, sums and lengths of time of one case."""

import re
from dataclasses import dataclass
from random import Random

from upheld.demo.people import People

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_SUMS = (45, 60, 85, 120, 150, 180, 240, 310, 460, 640, 875, 1120)
_TERMS = (900, 1000, 1200, 1500, 1800, 2100, 2400)
_PLURAL = {"is": "are", "was": "were", "has": "have", "wants": "want", "complains": "complain"}
_THEY = re.compile(rf"\b([Tt]hey) ({'|'.join(_PLURAL)})\b")


@dataclass(frozen=True)
class Wording:
    """The words of one case: the same wherever a phrase is used in it."""

    words: dict[str, str]
    noun: str
    due: int
    loss: int

    def fill(self, phrase: str) -> str:
        """The phrase with every place filled, and `the Council` called what this body is."""
        text = phrase.replace("the Council", self.noun).replace("The Council", _capital(self.noun))
        return _THEY.sub(lambda found: f"{found[1]} {_PLURAL[found[2]]}", text.format_map(self.words))

    def sentence(self, phrase: str) -> str:
        """The phrase filled, with a capital letter."""
        return _capital(self.fill(phrase))


def draw_wording(people: People, noun: str, rng: Random) -> Wording:
    """The lengths of time and sums of one case, with its people."""
    due, loss = rng.choice(_SUMS), rng.choice(_TERMS)
    words = people.words() | {
        "months": _NUMBERS[rng.randint(3, 14)],
        "weeks": _NUMBERS[rng.randint(5, 20)],
        "some": _NUMBERS[rng.randint(2, 5)],
        "times": rng.choice(("twice", "three times", "four times")),
        "due": f"{due:,}",
        "loss": f"{loss:,}",
    }
    return Wording(words, noun, due, loss)


def listed(parts: list[str]) -> str:
    """`one`, `one and two`, `one, two and three`; with semicolons where one of them is itself a list."""
    if len(parts) > 2 and any(" and " in part.replace("time and trouble", "") or ", " in part for part in parts):
        return f"{'; '.join(parts[:-1])}; and {parts[-1]}"
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
