"""Where a text names a law: with its year, without it, by an acronym, or by a name of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from upheld.analysis.law.catalogue import Catalogue, Law, last_word, unknown_law
from upheld.analysis.law.words import Token, title_key, tokens_before

MOST = 2_000  # mentions of one kind in a document: far more than any has

_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}(?![\w/])")
_MORE_YEARS = re.compile(r"(?:,\s*|\s+(?:and|or|to|&)\s+|,\s+and\s+)((?:1[89]|20)[0-9]{2})\b")
_KIND = re.compile(
    r"\b(acts?|regulations?|orders?|rules|measure|directions)(?:\s\((?:northern ireland|scotland|wales|ni)\))?"
    r"(?:\s\([A-Z]{2,8}\))?,?\s{0,3}(?:of\s|\()?\Z",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b([A-Z]{2,8})\s?\Z")
_BARE = re.compile(r"Acts?\b(?!,?\s\(?[12][0-9]{3})")
_BARE_HERE = re.compile(r"(?:Acts?|ACT|Regulations|Order|Rules)\b(?!,?\s\(?[12][0-9]{3})")
_ENDINGS = ("act", "acts", "regulations", "regulation", "order", "orders", "rules", "measure", "directions", ")", "of")
_SINGLE = {"acts": "act", "orders": "order", "regulation": "regulations"}
_NO_NAME = frozenset({"the", "this", "that", "an", "both", "these", "its", "a", "of", "by", "which", "any"})
_SMALL = frozenset({"of", "and", "for", "to", "etc", "by", "with", "from", "on", "or", "in", "&"})
_NO_TITLE_WORDS = (
    "under in the since when while where section sections part parts schedule schedules chapter paragraph paragraphs "
    "regulation regulations article articles rule rules breach breaches by both see also if as and or of for to on at "
    "with from this that these those its their our your a an any although because but however councils "
    "s ss our pursuant following unlike like per via through before after until without within "
    "mr mrs ms miss dr act acts such relevant which who what how "
    "introduced introduces uses used using it they we he she i you is was were are be been has have had not"
)
_NO_TITLE = frozenset(_NO_TITLE_WORDS.split())
_BEFORE_THE = frozenset({"representation", "protection", "prevention", "conservation", "law", "access"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A law as a text names it, from `start` to `end`, its `the` not included."""

    start: int
    end: int
    law: Law


def find_names(text: str, catalogue: Catalogue) -> list[Mention]:
    """Every mention of a law by its own name, in order. Of two that overlap the one that says more is kept."""
    own = list(islice(_own_names(text, catalogue), MOST))
    known = {(mention.start, mention.end) for mention in own}
    dated = [one for one in islice(_dated(text, catalogue), MOST) if one.law.known or (one.start, one.end) not in known]
    return _apart([*dated, *islice(_undated(text, catalogue, dated), MOST), *own])


def _dated(text: str, catalogue: Catalogue) -> Iterator[Mention]:
    for year, kind, start in islice(_with_year(text), MOST):
        if kind:
            yield from _titled(text, start, year, kind, catalogue)
        elif law := catalogue.acronyms.get(f"{text[start : year.start()].strip()} {year.group()}"):
            yield Mention(start, year.end(), law)


def _with_year(text: str) -> Iterator[tuple[re.Match[str], str, int]]:
    """Every year behind a law's kind, or with an empty kind behind letters; and where the kind or the letters begin."""
    for found in _YEAR.finditer(text):
        at = found.start()
        before = text[max(0, at - 40) : at]
        if before.rstrip(" (,").lower().endswith(_ENDINGS) and (kind := _KIND.search(before)):
            yield found, kind[1].lower(), at - len(before) + kind.start()
        elif before[-2:].rstrip()[-1:] == "A" and (acronym := _ACRONYM.search(before)):
            yield found, "", at - len(before) + acronym.start()


def _titled(text: str, place: int, year: re.Match[str], kind: str, catalogue: Catalogue) -> Iterator[Mention]:
    """The law whose kind stands at `place`; several when the kind is a plural with several years."""
    is_open = "(" in text[place : year.start()].rpartition(")")[2]
    end = year.end() + (is_open and text.startswith(")", year.end()))
    single, first = _SINGLE.get(kind, kind), None
    for number in [year.group(), *(_more_years(text, end) if kind.endswith("s") else ())]:
        found = catalogue.find(single, number, text, place) or _unknown(text, place, single, number)
        if found:
            first = found[1] if first is None else first
            yield Mention(first, end, found[0])


def _more_years(text: str, end: int) -> Iterator[str]:
    while more := _MORE_YEARS.match(text, end):
        yield more[1]
        end = more.end()


def _unknown(text: str, place: int, kind: str, year: str) -> tuple[Law, int] | None:
    """A law that is in no catalogue: as many words before its kind as can be its title."""
    if kind == "directions" or last_word(text[max(0, place - 24) : place].lower()) in _NO_NAME:
        return None
    start = title_start(tokens_before(text, place), is_act=kind in {"act", "measure"})
    if start is None or not text[start].isalpha():
        return None
    name = " ".join(text[start:place].split())
    if not _is_title(name, kind):
        return None
    title = f"{name} {kind.capitalize()} {year}"
    return unknown_law("act" if kind in {"act", "measure"} else "instrument", title, year), start


def title_start(tokens: Sequence[Token], *, is_act: bool) -> int | None:
    """Where the title begins whose last words these are, the nearest first; None when none of them can be of one."""
    start, has_and, i = None, False, 0
    while i < len(tokens):
        token = tokens[i]
        if token.text == ")":
            closed = _opening(tokens, i)
            if closed is None:
                break
            i, start = closed, tokens[closed].start
        elif token.text == ",":
            if not (has_and and i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()):
                break
        elif token.text.lower() in _SMALL:
            has_and = has_and or token.text.lower() in {"and", "&"}
        elif start is not None and not is_act and _is_year_of_act(tokens, i):
            i, start = i + 1, tokens[i + 1].start
        elif token.text[:1].isupper() and token.folded not in _NO_TITLE:
            start = token.start
        elif not _is_the_within(tokens, i):
            break
        i += 1
    return start


def _opening(tokens: Sequence[Token], closing: int) -> int | None:
    """Where the bracket opens that closes at `closing`, if what is in it can be of a title, and a word is before it."""
    for i in range(closing + 1, min(closing + 30, len(tokens) - 1)):
        if tokens[i].text == ")":
            return None
        if tokens[i].text == "(":
            return i if tokens[i - 1].text[:1].isupper() else None
    return None


def _is_the_within(tokens: Sequence[Token], i: int) -> bool:
    """Whether this is the `the` of `Representation of the People`."""
    after = [token.folded for token in tokens[i : i + 3]]
    return len(after) == 3 and after[:2] == ["the", "of"] and after[2] in _BEFORE_THE


def _is_year_of_act(tokens: Sequence[Token], i: int) -> bool:
    """Whether this is the year of an Act whose name begins the title: `Care Act 2014 (Widgets) Regulations`."""
    is_year = tokens[i].text.isdigit() and len(tokens[i].text) == 4
    return is_year and i + 2 < len(tokens) and tokens[i + 1].text == "Act" and tokens[i - 1].text.lower() not in _SMALL


def _is_title(name: str, kind: str) -> bool:
    words = name.replace("(", " ").replace(")", " ").split()
    if not words or len(name) > 240 or name.count("(") != name.count(")"):
        return False
    if kind == "order":
        return "(" in name  # an Order without brackets is a court's, or a council's for one tree
    return len(words) > 1 or kind not in {"rules", "measure"}


def _undated(text: str, catalogue: Catalogue, dated: Sequence[Mention]) -> Iterator[Mention]:
    """Names without a year: those the text itself gives a year elsewhere, else those that are meant by it."""
    here = _by_name(dated)
    for found in (_BARE_HERE if here else _BARE).finditer(text):
        last = last_word(text[max(0, found.start() - 24) : found.start()].lower())
        if last and last not in _NO_NAME:
            kind = found.group().lower().replace("acts", "act")
            mention = _same_name(text, found.start(), here.get((kind, last), ()))
            mention = mention or catalogue.find(kind, "", text, found.start())
            if mention:
                yield Mention(mention[1], found.end(), mention[0])


Names = dict[tuple[str, str], list[tuple[tuple[str, ...], Law]]]


def _by_name(dated: Iterable[Mention]) -> Names:
    """The laws a text gives with their year, by kind and last word before it; those left out that share their name."""
    laws: dict[tuple[str, ...], set[Law]] = {}
    for law in {mention.law for mention in dated}:
        laws.setdefault(title_key(law.title.rstrip("0123456789 ")), set()).add(law)
    found: Names = {}
    for key, same in laws.items():
        if len(same) == 1 and len(key) > 1:
            found.setdefault((key[0], key[1]), []).append((key[1:], next(iter(same))))
    return found


def _same_name(text: str, end: int, known: Sequence[tuple[tuple[str, ...], Law]]) -> tuple[Law, int] | None:
    words = [token for token in tokens_before(text, end) if token.is_word] if known else []
    for key, law in known:
        if len(key) <= len(words) and tuple(word.folded for word in words[: len(key)]) == key:
            return law, words[len(key) - 1].start
    return None


def _own_names(text: str, catalogue: Catalogue) -> Iterator[Mention]:
    lower = text.lower()
    for sign, names in catalogue.names.items():
        at = lower.find(sign)
        while at >= 0:
            yield from _named(text, lower, sign, at, names)
            at = lower.find(sign, at + 1)


def _named(text: str, lower: str, sign: str, at: int, names: Mapping[str, Law]) -> Iterator[Mention]:
    """The names whose sign stands at a place: each is compared there, not looked for in the whole text."""
    for name, law in names.items():
        start = at - name.index(sign)
        if lower.startswith(name, start) and start >= 0:
            end = start + len(name)
            if not _is_within_word(lower, start, end) and (not name.isalpha() or not text[start:end].islower()):
                yield Mention(start, end, law)


def _is_within_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """In order, none within another. Several of one place (the Children Acts 1989 and 2004) all stay."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if kept and one.start < kept[-1].end and (one.start, one.end) != (kept[-1].start, kept[-1].end):
            continue
        if one not in kept[-3:]:
            kept.append(one)
    return kept
