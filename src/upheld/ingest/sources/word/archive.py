"""A Word file as a zip archive: its directory is looked at before anything in it is unpacked."""

import io
import re
import zipfile
import zlib

from upheld.ingest.sources.word.refused import RefusedError

MB = 1024 * 1024
MAX_MEMBERS = 2_000
MAX_UNPACKED = 50 * MB
MAX_RATIO = 100
_SMALL = 1 * MB  # what unpacks to no more than this harms nobody, however well it is packed: a blank picture, say
_MAX_DIRECTORY = 1 * MB
_MAX_XML = 24 * MB
_END = b"PK\x05\x06"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]+)")
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"}
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_COPY = "Copy its text into a Word document, or save it as text"
_OTHERS = (  # in this order: a file with macros has the marks of its kind too
    (
        r"macroenabled|vbaproject",
        "macros",
        "holds macros, which are programs. In Word save it as “Word Document (.docx)”, which leaves them out",
    ),
    (r"spreadsheetml|ms-excel", "other-office", f"is an Excel workbook. {_COPY}"),
    (r"presentationml|ms-powerpoint", "other-office", f"is a PowerPoint presentation. {_COPY}"),
    (
        r"wordprocessingml\.template",
        "template",
        "is a Word template. Open it and save it as “Word Document (.docx)”",
    ),
)
_SAVE = "Open it in Word or LibreOffice and save it as “Word Document (.docx)”"
_TRUSTED = f"If you know where it comes from: {_SAVE[0].lower()}{_SAVE[1:]}"


def open_archive(data: bytes) -> bytes:
    """The archive, fit to be read as a Word document. Raises RefusedError where it is something else, or harmful."""
    _check_end(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_directory(members)
            _check_kind(archive, {member.filename for member in members})
            texts = _texts(archive, members)
            if any(_STRICT.search(text) for text in texts.values()):
                return _transitional(archive, members, texts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, OSError, ValueError) as error:
        raise _damaged() from error
    return data


def _damaged() -> RefusedError:
    return RefusedError("damaged", f"is damaged or cut off. {_SAVE}, or ask for the file again")


def _check_end(data: bytes) -> None:
    """The end of the archive says how long its directory is: one of a million names is not even listed."""
    end = data.rfind(_END)
    if end < 0 or end + 22 > len(data):
        raise _damaged()
    if int.from_bytes(data[end + 10 : end + 12], "little") > MAX_MEMBERS:
        raise _too_many()
    if int.from_bytes(data[end + 12 : end + 16], "little") > _MAX_DIRECTORY:
        raise _too_many()


def _too_many() -> RefusedError:
    return RefusedError(
        "bomb", f"holds more than {MAX_MEMBERS:,} parts, which no Word document needs; it was not opened"
    )


def _check_directory(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise _too_many()
    names = [member.filename.lower() for member in members]
    if len(set(names)) < len(names):
        raise RefusedError("archive", f"holds two parts of one name, so nobody can say what it says. {_TRUSTED}")
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name for name in names):
        raise RefusedError("archive", f"holds parts that want to be outside of it; it was not opened. {_TRUSTED}")
    if any(member.flag_bits & 1 for member in members):
        raise RefusedError("encrypted", "is encrypted. Open it with its password, remove the password, and save it")
    _check_sizes(members)


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    unpacked, packed = sum(member.file_size for member in members), sum(member.compress_size for member in members)
    if unpacked > MAX_UNPACKED:
        limit = MAX_UNPACKED // MB
        raise RefusedError("bomb", f"is larger than {limit} MB when it is unpacked. Take out its pictures, or split it")
    pairs = [(unpacked, packed), *((member.file_size, member.compress_size) for member in members)]
    if any(size > _SMALL and size > MAX_RATIO * max(1, small) for size, small in pairs):
        raise RefusedError("bomb", f"is packed more tightly than any text is, so it was not opened. {_TRUSTED}")


def _check_kind(archive: zipfile.ZipFile, names: set[str]) -> None:
    if "[Content_Types].xml" not in names:
        raise _not_word(archive, names)
    types = _unpacked(archive, archive.getinfo("[Content_Types].xml")).decode("utf-8", "replace")
    marks = " ".join([types, *names]).lower()
    for mark, code, sentence in _OTHERS:
        if re.search(mark, marks) and not (code == "other-office" and _MAIN in types):  # a chart brings a workbook
            raise RefusedError(code, sentence)
    if _MAIN not in types:
        raise RefusedError("not-word", "is an Office file, but not a Word document; import .docx files")


def _not_word(archive: zipfile.ZipFile, names: set[str]) -> RefusedError:
    kind = _unpacked(archive, archive.getinfo("mimetype"))[:100] if "mimetype" in names else b""
    if b"opendocument" in kind:
        return RefusedError("opendocument", f"is an OpenDocument file. {_SAVE}")
    if b"epub" in kind:
        return RefusedError("not-word", "is an e-book, not a Word document")
    if any(name.endswith(".iwa") for name in names):
        return RefusedError("pages", "is an Apple Pages file. In Pages choose File > Export To > Word, and import that")
    if any(name.lower().endswith(".docx") for name in names):
        return RefusedError("zip", "is a zip file with Word documents in it. Unpack it, and import the folder")
    return RefusedError("zip", "is a zip file. Unpack it, and import what is in it")


def _texts(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """Every part that is XML. None may define entities: no Word document does, and they can be made to explode."""
    named = [member for member in members if member.filename.lower().endswith((".xml", ".rels", ".vml"))]
    if sum(member.file_size for member in named) > _MAX_XML:
        raise RefusedError("too-large", f"holds more than {_MAX_XML // MB} MB of text and formatting. Split it")
    texts = {member.filename: _unpacked(archive, member) for member in named}
    for text in texts.values():
        plain = text.replace(b"\0", b"")
        encoding = _ENCODING.search(plain[:400])
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain or (encoding and encoding[1].lower() not in _ENCODINGS):
            raise RefusedError(
                "entities", f"holds definitions that no Word document needs; it was not read. {_TRUSTED}"
            )
    return texts


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A part, no longer than the directory says it is: zipfile would first unpack all that there is."""
    with archive.open(member) as part:
        return part.read(member.file_size + 1)


def _transitional(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], texts: dict[str, bytes]) -> bytes:
    """The archive with the names of “Strict Open XML” replaced by those every reader knows."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as translated:
        for member in members:
            text = texts.get(member.filename)
            if text is None:
                translated.writestr(member.filename, _unpacked(archive, member))
            else:
                translated.writestr(member.filename, _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", text))
    return stream.getvalue()
