"""What a saved page brings and no reader of it sees: remarks, hidden parts, properties, attributes, data in scripts.

None of it is kept. It is looked through, because it may say who wrote the page, and whom it is about.
"""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import html

from upheld.ingest.sources.html_furniture import is_unseen

MOST = 200  # of a kind
LONGEST = 2_000  # letters of one
_SPOKEN = {"alt": "picture description", "title": "attribute", "aria-label": "attribute", "summary": "attribute"}
_DATA = ("application/ld+json", "application/json")
_ADDRESSES = ("mailto:", "tel:", "sms:", "file:")
_CONTROLS = {"script", "style", "svg", "noscript", "iframe", "head", "input", "select", "button", "object"}
_PROPERTIES = {
    "author", "creator", "dc.creator", "dcterms.creator", "dc.contributor", "article:author", "og:title", "description",
    "keywords", "owner", "contact", "web_author", "copyright", "last-modified-by", "editor",
}  # fmt: skip


def html_outside(page: html.HtmlElement) -> dict[str, str]:
    """What the page brings, each text once, by its place: `remark 2`, `property: author`."""
    found: dict[str, dict[str, None]] = {}
    for place, text in _texts(page):
        if squeezed := " ".join(text.split())[:LONGEST]:
            found.setdefault(place, {})[squeezed] = None
    return dict(_placed(found))


def _placed(found: dict[str, dict[str, None]]) -> Iterator[tuple[str, str]]:
    for place, texts in found.items():
        for count, text in enumerate(list(texts)[:MOST], 1):
            yield place if place.startswith("property") and count == 1 else f"{place} {count}", text


def _texts(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in page.getroottree().iter():
        if not isinstance(element.tag, str):
            yield "remark", str(element.text or "")
            continue
        yield from _of_attributes(element)
        if element.tag == "script" and element.get("type", "").lower() in _DATA:
            yield "script", element.text_content()
        elif element.tag == "title":
            yield "property: title", element.text_content()
        elif element.tag not in _CONTROLS and is_unseen(element):
            yield "hidden text", element.text_content()


def _of_attributes(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    named = (element.get("name") or element.get("property") or "").lower()
    if element.tag == "meta" and named in _PROPERTIES:
        yield f"property: {named.rpartition(':')[2].rpartition('.')[2]}", element.get("content", "")
    for name, text in element.attrib.items():
        if name in _SPOKEN:
            yield _SPOKEN[name], text
        elif name.startswith("data-"):
            yield "attribute", text
        elif name == "href" and text.lower().startswith(_ADDRESSES):
            yield "link address", unquote(urlsplit(text).path)
