"""Text as the register keeps it: NFC, without NUL or other control characters."""

import re
import unicodedata

# Tab and line breaks are the only control characters that mean anything in a decision.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_APOSTROPHES = "\u2019\u2018\u02bc\u0060\u00b4"
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


class UncleanTextError(ValueError):
    """A text holds a character that the register does not keep."""

    def __init__(self, character: str, position: int) -> None:
        super().__init__(f"holds the control character U+{ord(character):04X} at character {position + 1}; remove it")


def clean(text: str) -> str:
    """The text in NFC. Raises UncleanTextError at the first control character."""
    if not text.isprintable() and (found := _CONTROL.search(text)):
        raise UncleanTextError(found.group(), found.start())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def straighten(text: str) -> str:
    """The text with every kind of apostrophe as a straight one."""
    for apostrophe in _APOSTROPHES:  # far quicker than one look at each character
        text = text.replace(apostrophe, "'")
    return text


def narrow(text: str) -> str:
    """The text with the characters of ASCII in place of their full-width forms and of the digits of other scripts.

    Each stands where the other stood. Raised digits are none of these: they are marks of notes.
    """
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text.translate(_NARROW))


def fold(text: str) -> str:
    """The text for comparing: lower case, without accents, apostrophes straight."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", straighten(text).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
