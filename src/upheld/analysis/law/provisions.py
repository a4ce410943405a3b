"""Sections, regulations, Schedules and the like, as a text cites them: lists and ranges taken apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

Word = Literal[
    "section", "regulation", "article", "rule", "Schedule", "Part", "paragraph", "chapter", "Annex", "Class"
]  # fmt: skip

_WORDS: dict[str, Word] = {
    "s": "section", "ss": "section", "sec": "section", "secs": "section", "section": "section", "sections": "section",
    "§": "section", "§§": "section", "reg": "regulation", "regs": "regulation", "regulation": "regulation",
    "regulations": "regulation", "art": "article", "arts": "article", "article": "article", "articles": "article",
    "rule": "rule", "rules": "rule", "sch": "Schedule", "sched": "Schedule", "schedule": "Schedule",
    "schedules": "Schedule", "part": "Part", "parts": "Part", "pt": "Part", "para": "paragraph", "paras": "paragraph",
    "paragraph": "paragraph", "paragraphs": "paragraph", "chapter": "chapter", "chapters": "chapter",
    "annex": "Annex", "class": "Class",
}  # fmt: skip
_PLURAL = frozenset({"ss", "secs", "sections", "§§", "regs", "regulations", "arts", "articles", "rules", "schedules",
                     "parts", "paras", "paragraphs", "chapters"})  # fmt: skip
_SPELT = (
    r"(?<!['\w])(?P<word>sections?|secs?|ss?|regulations?|regs?|articles?|arts?|rules?|schedules?|sched|sch|parts?|pt|"
    r"paragraphs?|paras?|chapters?|§§?)"
)
_NUMBERS = re.compile(r"[0-9]+")
# It begins with plain words, which the engine looks for far quicker than for a place between words.
_LETTER_HEAD = re.compile(r"(?:Part|PART|Schedule|SCHEDULE|Section|section|Annex|Class)\s(?=[A-Z])")
_LETTERED = re.compile(
    r"\b(?:(?:Part|Schedule|PART|SCHEDULE)\s(?=[IVX]{1,5}\b)|(?:[Ss]ection|Schedule)\s(?=[A-Z]{1,2}[0-9])|(?:Annex|Class)\s(?=[A-Z]\b))"
)
_LONGEST_HEAD = 15
_SUB = r"\((?:[0-9]{1,2}[A-Z]{0,2}|[A-Za-z]|[ivx]{1,5}|[a-z]{2})\)"
_SUBS = rf"(?:\s?{_SUB}(?:\s?{_SUB}){{0,4}})?"
_NUMBER = r"(?!(?:19|20)[0-9]{2}\b)[0-9]{1,4}(?:\.[0-9]{1,3}){0,3}(?:[A-Z]{1,2}[0-9]?|[a-z]{1,2}(?=[\s(),.;:\x00]|\Z))?"
_FIRST = re.compile(
    rf"(?P<number>{_NUMBER}|[IVX]{{1,5}}(?![0-9])|[A-Z]{{1,2}}[0-9]{{1,2}}|[A-Z])(?P<subs>{_SUBS})(?![0-9\w£%])"
)
_JOIN = re.compile(
    r"(?P<join>\s?,\s?(?:and\s|or\s|&\s)?|\s(?:and|or|&|to)\s|\s?[-–—]\s?|;\s|/)"
    rf"(?:{_SPELT}\.?\s?)?"
    rf"(?:(?P<number>{_NUMBER})(?P<subs>{_SUBS})|(?P<only>{_SUB}(?:{_SUB}){{0,3}}))"
    r"(?![0-9\w£%])",
    re.IGNORECASE,
)
_BARE = re.compile(r"['\")]?\s?(?:\(?20[0-9]{2}\)?)?\s?[,:(]?\s?(?:at\s)?(?=[0-9]{1,2}\.[0-9])")
_LISTED = re.compile(r"\s*(?:[),;.:\x00]|\Z|and\b|or\b|&|of\b|to\b|under\b|in the\b|[-–—]\s?[0-9])", re.IGNORECASE)
_MONTH = re.compile(r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_LETTER = re.compile(r"\([A-Z]\)")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_WIDEST = 12


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: `section`, `34`, `(3)`. `within` is the Schedule that a paragraph is of."""

    word: Word
    number: str
    subs: str = ""
    within: str = ""

    @property
    def text(self) -> str:
        """As it is cited: `section 34(3)`, `Schedule 5, paragraph 4`."""
        text = f"{self.word} {self.number}{self.subs}"
        return f"{self.within}, {text}" if self.within else text


@dataclass(frozen=True, slots=True)
class Cited:
    """A place in a text that names provisions of one law."""

    start: int
    end: int
    provisions: tuple[Provision, ...]

    @property
    def word(self) -> Word:
        """Of what kind they are."""
        return self.provisions[0].word


def find_provisions(text: str) -> Iterator[Cited]:
    """Every place that names provisions, in order."""
    done = 0
    for start, spelt, at in sorted(chain(_numbered(text), _lettered(text))):
        if start < done or not (first := _FIRST.match(text, at)):
            continue
        provisions = [_provision(_WORDS[spelt], first["number"], first["subs"])]
        done = _read_list(text, first.end(), provisions, is_plural=spelt in _PLURAL)
        yield Cited(start, done, tuple(provisions))


def read_bare(text: str, at: int) -> Cited | None:
    """Numbers of paragraphs that stand without the word, right behind the name of guidance: ` 9.67 and 9.68`."""
    if lead := _BARE.match(text, at):
        first = _FIRST.match(text, lead.end())
        if first and "." in first["number"]:
            provisions = [Provision("paragraph", first["number"])]
            end = _read_list(text, first.end(), provisions, is_plural=False)
            return Cited(lead.end(), end, tuple(provisions))
    return None


def _numbered(text: str) -> Iterator[tuple[int, str, int]]:
    """Where a word and a number stand: where the word begins, the word, where the number begins."""
    for number in _NUMBERS.finditer(text):
        at = number.start()
        if at and (text[at - 1] in " .§" or text[at - 1] in "sS"):
            before = text[max(0, at - _LONGEST_HEAD) : at].rpartition("\x00")[2]
            word = before.rstrip(" .").rpartition(" ")[2]
            spelt = word.lstrip('(["-–—/,;:').lower()
            if spelt in _WORDS and len(before) - len(before.rstrip(" .")) < 3:
                yield at - len(before) + before.rfind(word) + len(word) - len(spelt), spelt, at


def _lettered(text: str) -> Iterator[tuple[int, str, int]]:
    """The same of `Part VII`, `Schedule A1`, `Annex E` and `Class B`."""
    for found in _LETTER_HEAD.finditer(text):
        if _LETTERED.match(text, found.start()):
            yield found.start(), found[0][:-1].lower(), found.end()


def _read_list(text: str, at: int, provisions: list[Provision], *, is_plural: bool) -> int:
    """Adds what follows in the list; gives where the list ends."""
    while found := _JOIN.match(text, at):
        last = provisions[-1]
        if found["word"] and _WORDS[found["word"].lower()] != last.word:
            break
        if found["only"]:
            provisions += _subs_to(last, found["join"], found["only"])
        elif not _goes_on(text, found, is_plural=is_plural):
            break
        else:
            following = _provision(last.word, found["number"], found["subs"])
            provisions += _range(last, following) if found["join"].strip() in {"to", "-", "–", "—"} else [following]
        at = found.end()
    return at


def _goes_on(text: str, found: re.Match[str], *, is_plural: bool) -> bool:
    """Whether the number after a comma or an `and` is of the list: not a day, a count or a year."""
    if _MONTH.match(text, found.end()):
        return False
    if found["word"] or found["subs"] or not found["number"].isdigit():
        return True
    return bool(_LISTED.match(text, found.end())) or (is_plural and "," not in found["join"])


def _provision(word: Word, number: str, subs: str) -> Provision:
    if number.isalpha() and word in {"Part", "Schedule"}:
        return Provision(word, str(_roman(number)), "".join((subs or "").split()))
    subs = "".join((subs or "").split())
    if word == "section" and number.isdigit() and _LETTER.match(subs):  # `34(B)` is a way to print 34B
        return Provision(word, number + subs[1], subs[3:])
    return Provision(word, number.upper(), subs)


def _subs_to(last: Provision, join: str, subs: str) -> list[Provision]:
    """`26(1), (2) and (6)(a)`: other subsections of the same section; `(1) to (3)` gives all three."""
    first, until = re.findall(r"\((\w+)\)", last.subs or ""), re.findall(r"\((\w+)\)", subs)
    alike = len(first) == len(until) == 1 and first[0].isdigit() and until[0].isdigit()
    if join.strip() in {"to", "-", "–", "—"} and alike and 0 < int(until[0]) - int(first[0]) <= _WIDEST:
        return [Provision(last.word, last.number, f"({n})") for n in range(int(first[0]) + 1, int(until[0]) + 1)]
    prefix = "".join(f"({one})" for one in first[: _depth(first, until)])
    return [Provision(last.word, last.number, prefix + subs)]


def _depth(first: list[str], following: list[str]) -> int:
    """How many brackets of the one before a bare one shares: `(6)(a) and (b)` shares the `(6)`."""
    alike = [place for place, one in enumerate(first) if one.isdigit() == following[0].isdigit()]
    return alike[-1] if alike else len(first)


def _range(first: Provision, last: Provision) -> list[Provision]:
    """Every provision from the one after `first` to `last`, when they are few and counted in one way."""
    ends = [re.fullmatch(r"([0-9]+)([A-Z]?)", one.number) for one in (first, last)]
    if ends[0] and ends[1] and not first.subs and not last.subs:
        (low, from_letter), (high, to_letter) = ends[0].groups(), ends[1].groups()
        if not from_letter and not to_letter and 0 < int(high) - int(low) <= _WIDEST:
            return [Provision(first.word, str(number)) for number in range(int(low) + 1, int(high) + 1)]
        if low == high and from_letter and from_letter < to_letter:
            letters = range(ord(from_letter) + 1, ord(to_letter) + 1)
            return [Provision(first.word, f"{low}{chr(letter)}") for letter in letters]
    return [last]


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral.upper()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
