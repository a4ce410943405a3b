"""The names of WordprocessingML, and how its elements say yes and no."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

Element = etree._Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PARAGRAPH: Final = W + "p"
TABLE: Final = W + "tbl"
TEXT: Final = W + "t"
_NO = {"0", "false", "off"}


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names such as `pPr`, `numPr`."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of the element; empty where either is missing."""
    return "" if element is None else str(element.get(W + name) or "")


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute that is a whole number; None where it is none, or larger than any that means something."""
    text = value(element, name).strip()
    return (
        int(text) if text.removeprefix("-").isascii() and text.removeprefix("-").isdigit() and len(text) < 10 else None
    )


def is_on(element: Element | None) -> bool | None:
    """What an on-off element says; None where it is missing."""
    return None if element is None else value(element).lower() not in _NO


def alternative(element: Element) -> Element | None:
    """The one branch of mc:AlternateContent that is shown."""
    choice = element.find(MC + "Choice")
    return element.find(MC + "Fallback") if choice is None else choice


def shown(root: Element) -> Iterator[Element]:
    """The element and all below it in order, only one branch of every alternative."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not is_element(element):
            continue
        yield element
        if element.tag == MC + "AlternateContent":
            branch = alternative(element)
            waiting += [] if branch is None else [branch]
        else:
            waiting += reversed(element)


def is_element(node: Element) -> bool:
    """Whether a node is an element, and no comment or instruction between elements."""
    return isinstance(node.tag, str)


def written(element: Element) -> str:
    """All letters that are written in the element, shown or not."""
    return "".join(text for text in element.itertext(TEXT) if isinstance(text, str))


def letters(element: Element) -> int:
    """How many letters are written in the element, in the branches of it that are shown."""
    texts = (one.text for one in shown(element) if one.tag == TEXT and one.text)
    return sum(not letter.isspace() for text in texts for letter in text)
