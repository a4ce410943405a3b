"""The marks that a browser prints before the items of an HTML list."""

import re

from lxml import html

_NUMBER = re.compile(r"\s*(-?\d{1,6})")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w\s-]+)", re.IGNORECASE)
_STYLES = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def list_start(element: html.HtmlElement) -> int:
    """The value of the first item of a list."""
    items = sum(child.tag == "li" for child in element) if "reversed" in element.attrib else 1
    return _number(element.get("start"), items)


def list_mark(element: html.HtmlElement, item: html.HtmlElement, value: int) -> tuple[str, int]:
    """The mark before an item, empty for a bullet or none, and the value of the item after it."""
    if element.tag != "ol":
        return "", value
    value = _number(item.get("value"), value)
    kind = _kind(item) or _kind(element) or "1"
    step = -1 if "reversed" in element.attrib else 1
    return ("" if kind == "none" else f"{_shown(value, kind)}."), value + step


def _kind(element: html.HtmlElement) -> str:
    found = _STYLE.search(element.get("style", ""))
    if found:
        words = found[1].lower().split()
        return next((_STYLES[word] for word in words if word in _STYLES), "none" if "none" in words else "")
    kind = element.get("type", "").strip()
    return kind if kind in {"1", "a", "A", "i", "I"} else ""


def _shown(value: int, kind: str) -> str:
    if kind in {"a", "A"} and value > 0:
        return _letters(value) if kind == "a" else _letters(value).upper()
    if kind in {"i", "I"} and 0 < value < 4000:
        return _roman(value) if kind == "i" else _roman(value).upper()
    return str(value)


def _letters(value: int) -> str:
    text = ""
    while value:
        value, rest = divmod(value - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _roman(value: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        text += sign * count
    return text


def _number(text: str | None, otherwise: int) -> int:
    found = _NUMBER.match(text or "")
    return int(found[1]) if found else otherwise
