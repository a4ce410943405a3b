"""Letters of the fonts Symbol and Wingdings, as the Unicode characters that look like them."""

_START = 0x21
_SYMBOL = (
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)  # fmt: skip
_SYMBOL_UPPER_START = 0xA0
_SYMBOL_UPPER = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
)  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉",
    0xA6: "❍", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PRIVATE = 0xF000
UNREADABLE = "\ufffd"


def read_symbol(font: str, code: int) -> str:
    """The character that looks like number `code` of the font; the sign for an unreadable one where we know none."""
    code = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    name = font.lower()
    if name.startswith("wingdings") and name == "wingdings":
        return _WINGDINGS.get(code, UNREADABLE)
    if name == "symbol":
        return _symbol(code)
    if name.startswith(("wingdings", "webdings")) or not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000:
        return UNREADABLE
    return chr(code)


def readable(text: str, font: str) -> str:
    """The text with the private characters of a symbol font, which nothing else can show, replaced."""
    if text.isascii() or not any(_PRIVATE <= ord(letter) <= _PRIVATE + 0xFF for letter in text):
        return text
    return "".join(
        read_symbol(font if font.lower() == "wingdings" else "symbol", ord(letter))
        if _PRIVATE <= ord(letter) <= _PRIVATE + 0xFF
        else letter
        for letter in text
    )


def _symbol(code: int) -> str:
    if _START <= code < _START + len(_SYMBOL):
        return _SYMBOL[code - _START]
    if _SYMBOL_UPPER_START <= code < _SYMBOL_UPPER_START + len(_SYMBOL_UPPER):
        return _SYMBOL_UPPER[code - _SYMBOL_UPPER_START]
    return " " if code == 0x20 else UNREADABLE
