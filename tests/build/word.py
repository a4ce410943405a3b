"""Word files for tests, written part by part, so that a test says exactly what is in one."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}/relationships" xmlns:m="{_OFFICE}/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = f"{_TYPES}.document.main+xml"
_KNOWN = ("styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer1", "settings")
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def word_file(
    body: str,
    *,
    styles: str = "",
    parts: Mapping[str, str] | None = None,
    types: str = DOCUMENT,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """A document around the body. `parts` are known ones by name, without their root; `more` are whole members."""
    named = {"styles": _STYLES + styles, **(parts or {})}
    members = {
        "[Content_Types].xml": _content_types(types, named).encode(),
        "_rels/.rels": _relations({"document": "word/document.xml", "core": "docProps/core.xml"}).encode(),
        "docProps/core.xml": _core("Zebedee Quillfeather").encode(),
        "word/document.xml": _xml("document", f"<w:body>{body}<w:sectPr/></w:body>").encode(),
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in named}).encode(),
        **{f"word/{name}.xml": _xml(_root(name), inner).encode() for name, inner in named.items()},
        **(more or {}),
    }
    return archive(members)


def archive(members: Mapping[str, bytes]) -> bytes:
    """A zip archive of the members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return stream.getvalue()


def p(*runs: str, style: str = "", numbered: tuple[int, int] | None = None, about: str = "") -> str:
    """A paragraph of runs; `numbered` is the list and the level from 0; `about` more of its properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    return f"<w:p><w:pPr>{named}{listed}{about}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, about: str = "") -> str:
    """A run of text with its properties."""
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """A field with its marks, instruction and result."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {escape(instruction)} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tbl(*rows: Sequence[str], about: str = "") -> str:
    """A table of rows of cells; a cell is its content, or begins with its properties."""
    written = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{about}</w:tblPr>{written}</w:tbl>"


def _cell(cell: str) -> str:
    return f"<w:tc>{cell}</w:tc>"


def lvl(level: int, style: str, text: str, *, start: int = 1, more: str = "") -> str:
    """How one level of a list counts."""
    counted = f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
    return f'<w:lvl w:ilvl="{level}">{counted}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(abstract: Mapping[int, Sequence[str]], lists: Mapping[int, int | tuple[int, str]]) -> str:
    """Definitions by number, and lists by number, each with its definition and what it overrides."""
    written = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
        for number, levels in abstract.items()
    )
    for number, target in lists.items():
        definition, overrides = target if isinstance(target, tuple) else (target, "")
        written += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
    return written


def _root(name: str) -> str:
    return {"header1": "hdr", "footer1": "ftr"}.get(name, name)


def _xml(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_SPACES}>{inner}</w:{root}>'


def _content_types(main: str, named: Mapping[str, str]) -> str:
    package = "application/vnd.openxmlformats-package"
    defaults = {"rels": f"{package}.relationships+xml", "xml": "application/xml", "bin": "application/x-bin"}
    parts = {f"/word/{name}.xml": f"{_TYPES}.{name.rstrip('1')}+xml" for name in named}
    parts |= {"/word/document.xml": main, "/docProps/core.xml": f"{package}.core-properties+xml"}
    written = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
    written += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    spaces = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{spaces}">{written}</Types>'


def _relations(targets: Mapping[str, str]) -> str:
    kinds = {
        "document": f"{_OFFICE}/relationships/officeDocument",
        "core": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    }
    written = "".join(
        f'<Relationship Id="rId{count}" Type="{kinds.get(name) or _OFFICE + "/relationships/" + name.rstrip("1")}" '
        f'Target="{target}"/>'
        for count, (name, target) in enumerate(targets.items(), 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{written}</Relationships>'
    )


def _core(author: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy></cp:coreProperties>"
    )
