"""The visible text of an HTML page as lines, laid out as a browser would copy it: a blank line between blocks."""

import re
from collections.abc import Iterator

from lxml import etree, html

from upheld.ingest.listing.split import PageLine, references_in
from upheld.ingest.listing.vocabulary import Vocabulary

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SUMMARY = re.compile(r"(?<![A-Za-z])Summary\s*:", re.IGNORECASE)
HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:govuk-)?(?:visually-hidden|visuallyhidden|sr-only)(?:\s|$)")
UNSEEN = {
    "button", "head", "iframe", "input", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea",
}  # fmt: skip
INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
}  # fmt: skip


def page_lines(page: html.HtmlElement, vocabulary: Vocabulary) -> list[PageLine]:
    """The lines, each list item that is an entry with a bullet before it and its text indented."""
    return _Writer(vocabulary).write(page)


class _Writer:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.lines: list[PageLine] = []
        self.pieces: list[str] = []
        self.link = ""
        self.number = 0
        self.prefix = ""
        self.entry: object = None

    def write(self, page: html.HtmlElement) -> list[PageLine]:
        walk = etree.iterwalk(page, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "start" and not self._begin(element):
                walk.skip_subtree()
            elif event == "end":
                self._end(element)
            if event != "start":
                self._text(element.tail, element)
        self._break(blank=True)
        return self.lines

    def _begin(self, element: html.HtmlElement) -> bool:
        """Whether the inside of the element is to be read."""
        if element.tag in UNSEEN or "hidden" in element.attrib or HIDDEN_CLASS.search(element.get("class", "")):
            return False
        if element.tag not in INLINE:
            self._break(blank=element.tag != "br")
        if "breadcrumb" in f"{element.get('class', '')} {element.get('aria-label', '')}".lower() and _is_short(element):
            self._text(" > ".join(_SPACE.sub(" ", text).strip(" >\u00bb\u203a") for text in _texts(element)), element)
            self._break(blank=True)
            return False
        if element.tag == "li" and self.entry is None and self._is_entry(element):
            self.entry, self.prefix = element, "  • "
        if element.tag == "a" and self._leads_to_decision(element.get("href", "")):
            self.link = element.get("href", "").strip()
        self._text(element.text, element)
        return True

    def _end(self, element: html.HtmlElement) -> None:
        if element.tag not in INLINE and element.tag not in UNSEEN:  # a script amid a sentence does not break it
            self._break(blank=element.tag != "br")
        if element is self.entry:
            self.entry, self.prefix = None, ""

    def _text(self, text: str | None, element: html.HtmlElement) -> None:
        if text and (text.strip() or self.pieces):
            self.number = self.number if self.pieces else element.sourceline or 0
            self.pieces.append(text)

    def _break(self, *, blank: bool) -> None:
        text = _SPACE.sub(" ", "".join(self.pieces)).strip(" ")
        self.pieces = []
        if text:
            self.lines.append(PageLine(self.number, self.prefix + text, self.link))
            self.link = ""
            self.prefix = "    " if self.entry is not None else ""
        if blank and self.lines and self.lines[-1].text:
            self.lines.append(PageLine(self.number, ""))

    def _is_entry(self, item: html.HtmlElement) -> bool:
        if any(_SUMMARY.search(inner.text_content()) for inner in item.iterdescendants("li")):
            return False
        text = _SPACE.sub(" ", item.text_content()).strip()
        brackets = references_in(text, self.vocabulary)
        return _SUMMARY.search(text) is not None or bool(brackets and brackets[-1].end() == len(text))

    def _leads_to_decision(self, address: str) -> bool:
        path = re.split(r"[?#]", address, maxsplit=1)[0]
        return self.vocabulary.pattern.at_end(path) is not None


def _is_short(element: html.HtmlElement) -> bool:
    return len(element.text_content()) < 500


def _texts(element: html.HtmlElement) -> Iterator[str]:
    return (text for text in map(str, element.itertext()) if text.strip(" \t\r\n\f>»›/"))
