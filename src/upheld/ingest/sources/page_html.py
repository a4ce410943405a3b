"""Pages saved as HTML: of a category, line by line with the addresses that lines link to, or of one decision."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from upheld.analysis.copies import GENERATOR
from upheld.ingest.document import A_COPY, Origin
from upheld.ingest.found import Found, Reading
from upheld.ingest.listing.page import read_page
from upheld.ingest.listing.shelf import Heading, read_heading
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.sources import document_html
from upheld.ingest.sources.format import Format
from upheld.ingest.sources.html_lines import page_lines
from upheld.ingest.sources.lines import decode

MAX_PAGE = 32 * 1024 * 1024
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|main|article|section|div|nav|ul|ol|li|h1|h2|p|table)\b", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_NUL_STAND_IN = "\ue000"  # the parser stops at a NUL; so marked, the entry that holds one is refused like any other


def recognises(head: bytes) -> bool:
    """Begins with a tag, or has the tags of a page's body."""
    if _is_utf_16(head):
        head = head.replace(b"\0", b"")
    return _TAG.search(head) is not None


def read(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """The entries of the page, or the one decision that it is."""
    data = stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        yield reading.refuse(0, "too-large", f"a saved page has at most {MAX_PAGE // 1024 // 1024} MB")
        return
    try:
        page = parse(data)
    except _TooDeepError as error:
        yield reading.refuse(0, "too-deep", str(error))
        return
    if page is None:
        yield reading.refuse(0, "no-entries", "is HTML without any text")
        return
    address = _address(page)
    lines = [
        line._replace(text=line.text.replace(_NUL_STAND_IN, "\0")) if b"\0" in data else line
        for line in page_lines(page, reading.vocabulary)
    ]
    if document_html.is_document(lines, reading):
        if b"\0" in data and not _is_utf_16(data):
            yield reading.refuse(0, "encoding", "holds NUL characters; remove them")
            return
        if _attribute(page, "//meta[@name='generator']/@content") == GENERATOR:
            yield reading.refuse(1, "copy", A_COPY)
            return
        origin = Origin(address, _attribute(page, "//title/text()"), 1)
        yield from document_html.read(page, lines, reading, origin)
        return
    heading = _heading(page, address, reading.vocabulary)
    base = urljoin(address or reading.source_address, _attribute(page, "//base/@href"))
    yield from read_page(lines, reading, heading=heading, base=base)


def visible_text(data: bytes, vocabulary: Vocabulary) -> str:
    """The lines of the page that a reader sees; nothing where it cannot be read."""
    try:
        page = parse(data)
    except _TooDeepError:
        return ""
    return "" if page is None else "\n".join(line.text for line in page_lines(page, vocabulary))


def parse(data: bytes) -> html.HtmlElement | None:
    """The page; None where it has no text. Raises a ValueError where its parts stand too deep in one another."""
    text = _XML_DECLARATION.sub("", _decoded(data).replace("\0", _NUL_STAND_IN), count=1)
    parser = html.HTMLParser(remove_pis=True, huge_tree=True)
    try:
        page = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        raise _TooDeepError
    return page


class _TooDeepError(ValueError):
    """Parts of a page stand in one another so deep that the parser leaves out what is further in."""

    def __init__(self) -> None:
        super().__init__("holds lists or other parts that are nested too deep to be read whole")


def _decoded(data: bytes) -> str:
    if _is_utf_16(data):
        return data.decode("utf-16", errors="replace")
    declared = _CHARSET.search(data[:4096])
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(declared[1].decode() if declared else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _is_utf_16(data: bytes) -> bool:
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _attribute(page: html.HtmlElement, path: str) -> str:
    found = page.xpath(path)
    return str(found[0]).strip() if isinstance(found, list) and found else ""


def _address(page: html.HtmlElement) -> str:
    """The address the page was saved from, as it says itself."""
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        if (found := _attribute(page, path)).startswith(("http://", "https://")):
            return found
    comments = [str(comment.text) for comment in page.getroottree().xpath("//comment()")[:20]]
    saved = [match[1] for comment in comments if (match := _SAVED_FROM.search(comment))]
    return saved[0] if saved and saved[0].startswith("http") else ""


def _heading(page: html.HtmlElement, address: str, vocabulary: Vocabulary) -> Heading:
    """What the page's address, else its title, says it is about: a heading in its text goes before."""
    _, _, rest = unquote(urlsplit(address).path).partition("/decisions/")
    parts = [part for part in rest.split("/") if part]
    category = vocabulary.category(parts[0]) if parts else None
    if category:
        part = vocabulary.subcategory(category, parts[1]) if len(parts) > 1 else None
        return Heading(part, under=category) if part else Heading(category)
    title = re.split(r"\s+[-–—|]\s+", _attribute(page, "//title/text()"))
    return next((heading for part in title if (heading := read_heading(part, vocabulary))), Heading())


FORMAT = Format("category page as HTML", recognises, read)
