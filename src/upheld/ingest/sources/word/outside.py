"""What a Word file brings with its text and no reader of it sees: properties, addresses of links, names of pictures.

None of it is kept. It is looked through, because it says who wrote a file, and whom it is about.
"""

import io
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from upheld.ingest.sources.word.ooxml import Element, is_element

MOST = 200  # of a kind
LONGEST = 2_000  # letters of one
_CORE = {
    "creator": "author", "lastModifiedBy": "last modified by", "title": "title", "subject": "subject",
    "keywords": "keywords", "description": "comments", "category": "category", "contentStatus": "status",
}  # fmt: skip
_APP = {"Manager": "manager", "Company": "company", "HyperlinkBase": "base of links", "Template": "template"}
_SINGLE = {f"property: {name}" for name in (*_CORE.values(), *_APP.values())}
_DESCRIBED = {"docPr", "cNvPr", "shape", "imagedata"}
_DESCRIPTIONS = ("descr", "title", "name", "alt", "href")
_OF_WORD = ("Picture ", "Image ", "Text Box ", "Grafik ", "Rectangle ", "Group ", "Chart ", "Straight ", "Line ")


def outside_of(data: bytes) -> dict[str, str]:
    """What the archive brings, each text by its place."""
    found: dict[str, dict[str, None]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            root = _root(archive, name)
            for place, text in () if root is None else _texts(name, root):
                if squeezed := " ".join(text.split())[:LONGEST]:
                    found.setdefault(place, {})[squeezed] = None
    return dict(_placed(found))


def has_preview(data: bytes) -> bool:
    """Whether the archive holds a picture of its first page."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(name.lower().startswith("docprops/thumbnail") for name in archive.namelist())


def _root(archive: zipfile.ZipFile, name: str) -> Element | None:
    if not name.endswith((".xml", ".rels")):
        return None
    try:
        return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None  # a part that Word itself would need is refused where it is read


def _placed(found: dict[str, dict[str, None]]) -> Iterator[tuple[str, str]]:
    """Each text once; what there can be several of is counted: `link address 2`."""
    for place, texts in found.items():
        for count, text in enumerate(list(texts)[:MOST], 1):
            yield place if place in _SINGLE else f"{place} {count}", text


def _texts(name: str, root: Element) -> Iterator[tuple[str, str]]:
    lower = name.lower()
    if lower == "docprops/core.xml":
        yield from _named(root, _CORE)
    elif lower == "docprops/app.xml":
        yield from _named(root, _APP)
    elif lower == "docprops/custom.xml":
        yield from (("property: custom", f"{one.get('name', '')}: {_all_text(one)}") for one in root if is_element(one))
    elif lower.startswith("customxml/item") and "props" not in lower and not lower.endswith(".rels"):
        yield "property: custom XML", _all_text(root)
    elif lower == "word/people.xml":
        yield from (("property: person", _attribute(one, "author")) for one in root if is_element(one))
    elif lower.endswith(".rels"):
        yield from (("link address", unquote(one.get("Target", ""))) for one in root if _leads_out(one))
    elif lower.startswith("word/"):
        yield from _in_text(root)


def _named(root: Element, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for one in root:
        kind = names.get(_local(one))
        if kind:
            yield f"property: {kind}", one.text or ""


def _in_text(root: Element) -> Iterator[tuple[str, str]]:
    for one in root.iter():
        name = _local(one)
        if name in _DESCRIBED:
            texts = (_attribute(one, wanted) for wanted in _DESCRIPTIONS)
            yield from (("picture description", text) for text in texts if not text.startswith(_OF_WORD))
        elif name == "bookmarkStart" and not _attribute(one, "name").startswith("_"):
            yield "bookmark", _attribute(one, "name")
        elif name == "docVar":
            yield "property: variable", f"{_attribute(one, 'name')}: {_attribute(one, 'val')}"


def _leads_out(relation: Element) -> bool:
    return is_element(relation) and relation.get("TargetMode") == "External"


def _attribute(element: Element, wanted: str) -> str:
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == wanted), "")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if is_element(element) else ""


def _all_text(root: Element) -> str:
    return " ".join(str(text).strip() for text in root.itertext())
