"""Fields: text that Word works out, between marks that say how. What they show is text of the document, or not."""

from dataclasses import dataclass

from upheld.ingest.sources.word import remarks
from upheld.ingest.sources.word.remarks import Kind
from upheld.ingest.sources.word.symbols import read_symbol

_FURNITURE = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "RD", "TC", "XE", "TA", "INCLUDEPICTURE"}
_CONTENTS = {"TOC", "INDEX", "TOA"}
_PRIVATE = {
    "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE", "COMMENTS", "KEYWORDS",
    "EDITTIME", "REVNUM", "FILESIZE",
}  # fmt: skip
_PRIVATE_PROPERTIES = {
    "author", "lastsavedby", "lastauthor", "last", "manager", "company", "filename", "template", "comments", "keywords",
    "creator",
}  # fmt: skip
_COUNTED = {"LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"}
_DATED = {"DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE"}
_PROPERTIES = {"DOCPROPERTY", "INFO", "TITLE", "SUBJECT", "DOCVARIABLE"}


@dataclass
class Field:
    """One field: its instruction, whether its result has begun, and whether that holds any text."""

    instruction: str = ""
    in_result: bool = False
    has_text: bool = False

    @property
    def words(self) -> list[str]:
        """The instruction's words, the first in capitals."""
        words = self.instruction[:500].replace('"', " ").split()
        return [words[0].upper(), *words[1:]] if words else [""]

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents or an index."""
        return self.words[0] in _CONTENTS

    @property
    def is_shown(self) -> bool:
        """Whether what it shows is text of the document."""
        return self.words[0] not in _FURNITURE and not self._is_private

    @property
    def remark(self) -> Kind | None:
        """The kind of remark its result deserves."""
        name = self.words[0]
        if name in _COUNTED:
            return remarks.COUNTED
        if not self.has_text:
            return None
        if self._is_private:
            return remarks.PROPERTY
        if name in _DATED:
            return remarks.DATED
        return remarks.SHOWN_PROPERTY if name in _PROPERTIES else None

    @property
    def symbol(self) -> str:
        """The character of a SYMBOL field, which has no result; empty for other fields."""
        if self.words[0] != "SYMBOL" or len(self.words) < 2:
            return ""
        code, font = self.words[1], self.instruction.partition("\\f")[2].strip().strip('"').partition('"')[0]
        try:
            return read_symbol(font.split(" \\")[0].strip(' "'), int(code, 0))
        except ValueError:
            return ""

    @property
    def _is_private(self) -> bool:
        name, *rest = self.words
        return name in _PRIVATE or (name in _PROPERTIES and bool(rest) and rest[0].lower() in _PRIVATE_PROPERTIES)
