"""Files made to do harm, built when a test runs: none of them is ever kept."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.build.word import archive, lvl, numbering, p, r, tbl, word_file

MB = 1024 * 1024
_OPEN = (
    b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_CLOSE = b"</w:body></w:document>"


def _changed(**members: bytes) -> bytes:
    """A harmless document with members replaced; `document` stands for its body."""
    with zipfile.ZipFile(io.BytesIO(word_file(p(r("The Council lost her papers."))))) as kept:
        whole = {name: kept.read(name) for name in kept.namelist()}
    return archive(
        whole | {"word/document.xml" if name == "document" else name: data for name, data in members.items()}
    )


def packed_tightly() -> bytes:
    """A hundred kilobytes that unpack to ninety megabytes."""
    return _changed(document=_OPEN + b"<w:p><w:r><w:t>" + b"a" * 90 * MB + b"</w:t></w:r></w:p>" + _CLOSE)


def a_large_part() -> bytes:
    """One part of 45 MB, packed a thousand times."""
    return _changed(document=_OPEN + b"<w:p/>" * 7_500_000 + _CLOSE)


def many_paragraphs() -> bytes:
    """Text that is packed no more tightly than is allowed, and is far too much."""
    line = b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>"
    return _changed(document=_OPEN + b"".join(line % (one * 7919 % 999_983) for one in range(600_000)) + _CLOSE)


def many_parts() -> bytes:
    """Five thousand empty parts."""
    return _changed(**{f"word/media/{number}.png": b"" for number in range(5_000)})


def a_lying_directory() -> bytes:
    """A directory that says a part is small, when it unpacks to 90 MB."""
    data = bytearray(packed_tightly())
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        if data[at + 46 : at + 46 + 17] == b"word/document.xml":
            data[at + 24 : at + 28] = struct.pack("<I", 5_000)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def overlapping() -> bytes:
    """Two hundred names for one packed part."""
    packed = zlib.compress(b"a" * 10 * MB, 9)[2:-4]
    crc = zlib.crc32(b"a" * 10 * MB)
    head = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(packed), 10 * MB, 1, 0) + b"a"
    names = [b"%03d" % number for number in range(200)]
    entries = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(packed), 10 * MB, 3, 0, 0, 0, 0, 0, 0)
        + name
        for name in names
    )
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 200, 200, len(entries), len(head) + len(packed), 0)
    return head + packed + entries + end


def outside_entity() -> bytes:
    """A document that wants a file of the machine to be read into it."""
    inner = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return _changed(document=inner + _OPEN.partition(b"?>")[2] + b"<w:p><w:r><w:t>&e;</w:t></w:r></w:p>" + _CLOSE)


def outside_entity_in_utf_16() -> bytes:
    """The same, written so that a search for its letters does not find it."""
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return _changed(document=(text + (_OPEN.partition(b"?>")[2] + _CLOSE).decode()).encode("utf-16"))


def exploding_entities() -> bytes:
    """A billion laughs, in the part that lists the types."""
    laughs = "".join(f'<!ENTITY l{one} "{f"&l{one - 1};" * 10}">' for one in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><w:document>&l9;</w:document>'
    return _changed(document=text.encode())


def nested(name: str, count: int) -> bytes:
    """So many content controls, tables or text runs inside one another."""
    opened, closed = {
        "controls": (b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>"),
        "tables": (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"),
        "links": (b"<w:hyperlink>", b"</w:hyperlink>"),
    }[name]
    around = (b"<w:p>", b"</w:p>") if name == "links" else (b"", b"<w:p/>")
    return _changed(document=_OPEN + around[0] + opened * count + closed * count + around[1] + _CLOSE)


def nested_lists() -> bytes:
    """Ten thousand lists, each said to be deeper than the one before."""
    items = "".join(p(r("deeper"), numbered=(1, level)) for level in range(10_000))
    return word_file(items, parts={"numbering": numbering({0: [lvl(0, "decimal", "%1.")]}, {1: 0})})


def deep_table() -> bytes:
    """Forty tables inside one another, all allowed, each with the same text twice."""
    inner = p(r("deep"))
    for _ in range(40):
        inner = tbl([inner + p()])
    return word_file(inner)


def wide_table() -> bytes:
    """A cell that says it spans a thousand million columns."""
    return word_file(tbl(['<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + p(r("wide"))] * 3))


def style_circle() -> bytes:
    """Two styles, each based on the other, and a list that is linked to itself."""
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/></w:style>'
    return word_file(p(r("round"), style="A"), styles=style.format("A", "A", "B") + style.format("B", "B", "A"))


def style_chain() -> bytes:
    """Twenty thousand styles, each based on the one before, and a paragraph in each."""
    style = '<w:style w:type="paragraph" w:styleId="S{0}"><w:name w:val="S{0}"/><w:basedOn w:val="S{1}"/></w:style>'
    return word_file(
        "".join(p(r("x"), style=f"S{one}") for one in range(20_000)),
        styles="".join(style.format(one, one - 1) for one in range(20_000)),
    )


def macros() -> bytes:
    """A document with macros, renamed to .docx."""
    return word_file(
        p(r("x")), types="application/vnd.ms-word.document.macroEnabled.main+xml", more={"word/vbaProject.bin": b"Sub"}
    )


def hidden_macros() -> bytes:
    """A plain document into which a macro project was put."""
    return word_file(p(r("x")), more={"word/vbaProject.bin": b"Sub AutoOpen"})


def two_bodies() -> bytes:
    """Two parts of one name, so that two programs read two documents."""
    stream = io.BytesIO(word_file(p(r("one"))))
    with zipfile.ZipFile(stream, "a") as packed:
        packed.writestr("WORD/document.xml", _OPEN + b"<w:p/>" + _CLOSE)
    return stream.getvalue()


def outside_names() -> bytes:
    """A part that wants to be written over a file of the machine."""
    return _changed(**{"../../etc/cron.d/x": b"* * * * * root true"})


def encrypted_member() -> bytes:
    """A part that says it is encrypted."""
    data = bytearray(word_file(p(r("x"))))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def cut_off() -> bytes:
    """The first half of a document."""
    whole = word_file(p(r("The Council lost her papers.")))
    return whole[: len(whole) // 2]


HARM: dict[str, tuple[Callable[[], bytes], str]] = {
    "packed tightly": (packed_tightly, "larger than 50 MB"),
    "a large part": (a_large_part, "packed more tightly"),
    "many parts": (many_parts, "more than 2,000 parts"),
    "a lying directory": (a_lying_directory, "damaged"),
    "overlapping": (overlapping, "larger than 50 MB"),
    "outside entity": (outside_entity, "definitions that no Word document needs"),
    "outside entity in UTF-16": (outside_entity_in_utf_16, "definitions that no Word document needs"),
    "exploding entities": (exploding_entities, "definitions that no Word document needs"),
    "10,000 nested controls": (lambda: nested("controls", 10_000), "nested far deeper"),
    "10,000 nested tables": (lambda: nested("tables", 10_000), "nested far deeper"),
    "10,000 nested links": (lambda: nested("links", 10_000), "nested far deeper"),
    "macros": (macros, "holds macros"),
    "hidden macros": (hidden_macros, "holds macros"),
    "two bodies": (two_bodies, "two parts of one name"),
    "outside names": (outside_names, "want to be outside"),
    "encrypted member": (encrypted_member, "is encrypted"),
    "cut off": (cut_off, "damaged"),
}
HARD: dict[str, Callable[[], bytes]] = {  # what may be read or given up, in time
    "many paragraphs": many_paragraphs,
    "10,000 nested lists": nested_lists,
    "deep table": deep_table,
    "wide table": wide_table,
    "style circle": style_circle,
    "style chain": style_chain,
}
