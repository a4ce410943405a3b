"""The title of a decision: `{Organisation} ({reference})`, perhaps with several of each."""

import re

from upheld.analysis.references import Reference
from upheld.analysis.vocabulary import Words
from upheld.lib.text import fold

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,300})[)\]]")
_BETWEEN = re.compile(r"\s*(?:[,;&/|\n]|\band\b)\s*", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:(?:public interest )?report (?:on|of) )?(?:an? )?(?:(?:investigation|complaints?|decision) (?:into|on"
    r"|about|against|by|of) )+"
    r"(?:an? |the )?(?:complaints? )?(?:made )?(?:(?:about|against|by|concerning) )?",
    re.IGNORECASE,
)  # fmt: skip
_BODY_END = re.compile(
    r"(?:council|trust|school|academy|college|university|authority|limited|ltd|plc|group|association|services"
    r"|executive|homes?|llp|board|partnership|commission|agency|company|hospitals?|surgery|practice|icb|ccg)\.?$",
    re.IGNORECASE,
)
_BODY_START = re.compile(
    r"(?:the )?(?:london|royal|metropolitan) borough of|city of|university of|county of", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:;|,?\s+and\s+|\s+&\s+|,\s+)\s*", re.IGNORECASE)
LONGEST = 600


def read_references(text: str, words: Words) -> tuple[Reference, ...]:
    """The references that the whole text is, joined by commas or “and”; none if it is anything else."""
    if len(text) > 300 or not any(character.isdigit() for character in text):
        return ()
    parts = [part for part in _BETWEEN.split(text) if part.strip(" .")]
    found = [words.pattern.parse(part) for part in parts] or [words.pattern.parse(text)]
    whole = [reference for reference in found if reference]
    if whole and len(whole) == len(found):
        return tuple(dict.fromkeys(whole))
    single = words.pattern.parse(text)
    return (single,) if single else ()


def read_title(text: str, words: Words) -> tuple[tuple[str, ...], tuple[Reference, ...]] | None:
    """The organisations and references of a title; None if the text is none."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return None
    brackets = [(found, own) for found in _IN_BRACKETS.finditer(text) if (own := read_references(found[1], words))]
    if not brackets or text[brackets[-1][0].end() :].strip(" .,:-\u2013"):
        return None
    names: list[str] = []
    references: list[Reference] = []
    start = 0
    for found, inside in brackets:
        names += split_names(text[start : found.start()], words)
        references += inside
        start = found.end()
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(references))


def names_body(text: str) -> bool:
    """Whether a line is nothing but the name of a public body."""
    return len(text) <= 200 and (_BODY_END.search(text) or _BODY_START.match(text)) is not None


def leads_to_name(text: str) -> bool:
    """Whether a line ends where the name of a body must follow: `Investigation into a complaint about`."""
    return len(text) <= 200 and _LEAD.fullmatch(f"{text.strip()} ") is not None


def split_names(text: str, words: Words) -> list[str]:
    """The organisations that a text names: several only where each reads like one."""
    text = re.sub(
        r"^(?:and|&)\s+|^[\s,;&/-]+|[\s,;&/-]+$", "", _LEAD.sub("", text.strip(" ,;&/-\u2013\t\n"), count=1)
    ).strip()
    if not text or fold(text) == fold(words.not_stated):
        return []
    names: list[str] = []
    for part in re.split(r"\s*[;\n]\s*", text):
        names += _split_at_and(part)
    return [name for name in names if name]


def _split_at_and(text: str) -> list[str]:
    names, start = [], 0
    for found in _AND.finditer(text):
        left, right = text[start : found.start()], text[found.end() :]
        if _BODY_END.search(left) and (_BODY_END.search(right) or _BODY_START.match(right)):
            names.append(left)
            start = found.end()
    return [*names, text[start:].strip()]
