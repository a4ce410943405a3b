"""The marks before paragraphs and list items: `3.`, `(a)`, `iv)`, `2.1`, bullets; and which mark follows which."""

import re
from dataclasses import dataclass
from functools import lru_cache

BULLETS = "•·▪●◦‣∙○■□➢►✓\uf0b7\uf0a7\uf0d8"
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_MARK = re.compile(
    r"(?P<open>\()?(?P<body>\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})(?P<close>[.)]|\.\))?"
)
_AT_START = re.compile(
    r"(?P<mark>\((?:\d{1,3}|[A-Za-z]|[ivx]{2,5})\)|(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})[.)]"
    r"|\d{1,3}(?:\.\d{1,3}){1,3})(?:[ \t\u00a0]+(?=\S)|$)"
)
_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|[-–—*](?=\s|$)|o(?=[ \t]{{2,}}|\t))\s*")
_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as printed, its style (`(a)`, `1.`, empty for a bullet), and its value counted from 1; 0 if it has none.

    A letter can be a roman numeral too: `other` is then its value as one.
    """

    printed: str
    style: str = ""
    value: int = 0
    other: int = 0

    @property
    def is_decimal(self) -> bool:
        """Whether it is a number, as paragraphs have it: `3`, `3.`, `3)`, and not `(3)` or `2.1`."""
        return self.style in {"1", "1.", "1)"}


@lru_cache(maxsize=4096)
def read_mark(printed: str) -> Mark:
    """What a mark says."""
    found = _MARK.fullmatch(printed.strip())
    if found is None:
        return Mark(printed.strip())
    body, edges = found["body"], ((found["open"] or ""), (found["close"] or ""))
    if body.isdigit():
        return Mark(printed.strip(), f"{edges[0]}1{edges[1]}", int(body))
    if "." in body:
        return Mark(printed.strip(), "1.1", int(body.rpartition(".")[2]))
    case = "a" if body.islower() else "A"
    roman = _roman(body.lower())
    if len(body) > 1:
        return Mark(printed.strip(), f"{edges[0]}{case}{edges[1]}", 0, roman)
    return Mark(printed.strip(), f"{edges[0]}{case}{edges[1]}", ord(body.lower()) - ord("a") + 1, roman)


def follows(mark: Mark, before: Mark) -> bool:
    """Whether the mark is the next one of the list that the other stands in."""
    if mark.style != before.style:
        return False
    if not mark.style:
        return mark.printed == before.printed
    return (mark.value == before.value + 1 and before.value > 0) or (
        mark.other == before.other + 1 and before.other > 0
    )


def put_in_order(last: list[Mark], mark: Mark) -> None:
    """Puts the mark in place of the one it follows: of lists of one style within one another each has its last."""
    place = next((at for at in range(len(last) - 1, -1, -1) if follows(mark, last[at])), len(last))
    last[place:] = [mark]


def begins(mark: Mark) -> bool:
    """Whether a list can begin with the mark."""
    return not mark.style or mark.value == 1 or mark.other == 1


def split_mark(text: str) -> tuple[str, str] | None:
    """The mark a line begins with and the text after it; the mark is empty for a bullet. None if there is none."""
    if found := _BULLET.match(text):
        return "", text[found.end() :]
    if found := _AT_START.match(text):
        return found["mark"], text[found.end() :]
    return None


def _roman(text: str) -> int:
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [_VALUES[letter] for letter in text]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
