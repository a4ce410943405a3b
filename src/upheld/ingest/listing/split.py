"""Splits a category page, or several one after the other, into entries, and leaves out what stands around them.

An entry begins at a bullet (`•`, or a lone `-`) or, without one, at a paragraph that reads like an entry's first lines.
A bullet that begins no entry belongs to the summary above it, or to the furniture of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from upheld.ingest.listing.shelf import Heading, read_heading
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.lib.slugs import slugify

_HEAD_LINES = 8  # an entry's lines before its summary, however they are wrapped
_HEAD_SIZE = 1_200
_BULLET = re.compile(r"\s*(?:[•·▪●◦‣∙*][ \t\u00a0]*|[-–—](?:\s+|$))")
_MARKER = re.compile(r"\s*Recent\b.{0,80}\bcategory\b.{0,60}", re.IGNORECASE)
_SUMMARY = re.compile(r"(?:^|(?<=\s)|(?<=\d{4}))Summary\s*:", re.IGNORECASE)
_FURNITURE = (
    r"Privacy settings|LGO logogram|Review your privacy settings|(?:View )?[Rr]equired cookies"
    r"|(?:View )?[Aa]nalytical cookies|Back to top|Print this page|Skip to (?:main )?content"
)
_FURNITURE_LINE = re.compile(rf"\s*(?:{_FURNITURE}|Previous|Next|Page \d+ of \d+|[\d\s]+)\s*")
_FURNITURE_GLUED = re.compile(rf"(?<=[\w.!?…)\"'”’])(?:{_FURNITURE})+\s*$")
_FURNITURE_BEFORE = re.compile(rf"^(?:{_FURNITURE})+(?=\S)")
_BULLET_INSIDE = re.compile(r"(?<=\S)\s*(?=•[^•()]{0,300}\([^()]*\d[^()]*\))")
_IN_BRACKETS = re.compile(r"\(([^()]{1,300})\)")


class PageLine(NamedTuple):
    """A line of a page's text; `link` is the address that it leads to, where the page says so."""

    number: int
    text: str
    link: str = ""


@dataclass(frozen=True)
class Chunk:
    """One entry: its lines up to the summary, those of the summary, and the heading of its page."""

    heading: Heading
    head: tuple[PageLine, ...]
    summary: tuple[str, ...] | None


@dataclass(frozen=True)
class _Start:
    """Where an entry begins and its summary does; an odd one is a bullet that reads like no entry."""

    first: int
    summary: int | None
    after: int
    is_odd: bool = False


def split_entries(lines: Sequence[PageLine], vocabulary: Vocabulary, given: Heading) -> Iterator[Chunk]:
    """The entries in their order, each with its page's heading, or the one given where the page has none."""
    lines = [part for line in lines for part in _parted(line)]
    starts = [start for start in _starts(lines, vocabulary) if not start.is_odd or _is_among(start, lines, vocabulary)]
    heading = _heading_after(lines[: starts[0].first if starts else len(lines)], "", vocabulary) or given
    heading = _with_crumbs(heading, [given])
    for start, following in zip_longest(starts, starts[1:]):
        end = following.first if following else len(lines)
        head = lines[start.first : start.after] if start.summary is None else lines[start.first : start.summary + 1]
        body, gap = _body_and_gap(lines, start, end)
        new = _heading_after(gap, body[-1] if body else "", vocabulary)
        new = _with_crumbs(new, [given]) if new else None
        tail = _tail(gap, _indent(body[0]) if body else 0, all_of_it=new is None and following is not None)
        summary = None if start.summary is None else tuple(_unglued(body, new)) + tail
        yield Chunk(heading, tuple(head), summary)
        heading = new or heading


def strip_bullet(text: str) -> str:
    """The text without its bullet."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else text


def split_at_summary(text: str) -> tuple[str, str] | None:
    """What stands before “Summary:” and after it; None if the text has no such word."""
    found = _SUMMARY.search(text)
    return (text[: found.start()], text[found.end() :]) if found else None


def references_in(text: str, vocabulary: Vocabulary) -> list[re.Match[str]]:
    """Every bracket of the text that holds a reference."""
    return [found for found in _IN_BRACKETS.finditer(text) if _is_reference(found[1], vocabulary)]


def _is_reference(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.pattern.parse(re.split(r"[,;&]|\band\b", text)[0]) is not None


def _parted(line: PageLine) -> Iterator[PageLine]:
    """A line that holds several entries, cut before each bullet that has a reference behind it."""
    if line.text.count("•") > 1 or (line.text.count("•") == 1 and not _BULLET.match(line.text)):
        for text in _BULLET_INSIDE.split(line.text):
            yield line._replace(text=text)
    else:
        yield line


def _starts(lines: Sequence[PageLine], vocabulary: Vocabulary) -> Iterator[_Start]:
    position = 0
    while position < len(lines):
        start = _start_at(position, lines, vocabulary)
        if start:
            yield start
        position = start.after if start else position + 1


def _start_at(first: int, lines: Sequence[PageLine], vocabulary: Vocabulary) -> _Start | None:
    text = lines[first].text
    after_blank = first == 0 or not lines[first - 1].text.strip() or bool(_MARKER.fullmatch(lines[first - 1].text))
    has_bullet = _BULLET.match(text) is not None
    if not text.strip() or _MARKER.fullmatch(text) or not (after_blank or has_bullet):
        return None
    if not has_bullet and not _may_be_head(first, lines, vocabulary):
        return None
    words, summary, after = _head_words(first, lines, vocabulary)
    reads_like_one = vocabulary.meta_at_end.search(words) is not None
    if reads_like_one or (summary is not None and (has_bullet or references_in(words, vocabulary))):
        return _Start(first, summary, after)
    if not (has_bullet and after_blank):
        return None
    own, after = _words_of_bullet(first, lines)
    if any(found.end() == len(own) for found in references_in(own, vocabulary)):
        return _Start(first, None, after)
    return _Start(first, None, after, is_odd=True) if own else None


def _words_of_bullet(first: int, lines: Sequence[PageLine]) -> tuple[str, int]:
    """The words beside a bullet, or under it where it stands alone; and the line after them."""
    own = strip_bullet(lines[first].text).strip()
    following = first + 1
    while not own and following < len(lines) and not _BULLET.match(lines[following].text):
        own, following = lines[following].text.strip(), following + 1
    return own, following


def _may_be_head(first: int, lines: Sequence[PageLine], vocabulary: Vocabulary) -> bool:
    """Without a bullet an entry begins with its reference, in its first paragraph, or with its document type."""
    text = lines[first].text
    for line in lines[first + 1 : first + 3]:
        if not line.text.strip() or _SUMMARY.match(line.text.strip()):
            break
        text += " " + line.text
    return bool(references_in(text[:_HEAD_SIZE], vocabulary)) or vocabulary.begins_with_type(text)


def _head_words(first: int, lines: Sequence[PageLine], vocabulary: Vocabulary) -> tuple[str, int | None, int]:
    """The words before the summary, the line of the summary, and the line after all that."""
    words: list[str] = []
    for position in range(first, min(len(lines), first + 3 * _HEAD_LINES)):
        text = lines[position].text if position > first else strip_bullet(lines[position].text)
        if position > first and ((_BULLET.match(text) and words) or _MARKER.fullmatch(text)):
            break
        parts = split_at_summary(text) if len(text) < 100_000 or _SUMMARY.match(text[:100]) else None
        words += [parts[0] if parts else text[: _HEAD_SIZE + 1]] if text.strip() else []
        joined = " ".join(" ".join(words).split())
        if parts:
            return joined, position, position + 1
        if len(words) > _HEAD_LINES or len(joined) > _HEAD_SIZE:
            break
        if vocabulary.meta_at_end.search(joined):
            summary = _summary_after(position, lines)
            return joined, summary, (position if summary is None else summary) + 1
    return " ".join(" ".join(words).split()) if len(words) <= 1 else "", None, first + 1


def _summary_after(position: int, lines: Sequence[PageLine]) -> int | None:
    """The line of the summary, if it is the next that is not blank."""
    for following in range(position + 1, len(lines)):
        if lines[following].text.strip():
            return following if _SUMMARY.match(lines[following].text.strip()) else None
    return None


def _is_among(start: _Start, lines: Sequence[PageLine], vocabulary: Vocabulary) -> bool:
    """Whether a bullet that reads like no entry stands between two that do, bulleted and indented as they are."""
    pattern = re.compile(re.escape(_bullet_of(lines[start.first].text)))
    before = [lines[one].text for one in range(max(0, start.first - 60), start.first)]
    after = [lines[one].text for one in range(start.first + 1, min(len(lines), start.first + 60))]
    return all(
        any(pattern.match(text) and references_in(text, vocabulary) for text in around) for around in (before, after)
    )


def _bullet_of(text: str) -> str:
    found = _BULLET.match(text)
    return found.group().rstrip() if found else ""


def _body_and_gap(lines: Sequence[PageLine], start: _Start, end: int) -> tuple[list[str], Sequence[PageLine]]:
    """The summary's first paragraph, and what follows it up to the next entry."""
    if start.summary is None:
        return [], lines[start.after : end]
    parts = split_at_summary(lines[start.summary].text)
    indent = " " * _indent(lines[start.summary].text)
    body = [indent + parts[1].strip(" \t") if parts else ""]
    position = start.summary + 1
    while position < end and not body[0].strip():
        body, position = [lines[position].text], position + 1
    while position < end and lines[position].text.strip() and not _is_outside(lines[position].text):
        body.append(lines[position].text)
        position += 1
    return body, lines[position:end]


def _is_outside(text: str) -> bool:
    return bool(_MARKER.fullmatch(text) or _FURNITURE_LINE.fullmatch(text))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" \t\u00a0"))


def _unglued(body: list[str], new: Heading | None) -> list[str]:
    """The summary without what was printed straight after its last word: a control of the page, the next heading."""
    if not body:
        return []
    last = _FURNITURE_GLUED.sub("", body[-1])
    if new and len(body) > 1 and last.strip() == new.text:
        return body[:-1]
    if new and last == body[-1] and _is_glued(last.rstrip(), new.text):
        last = last.rstrip().removesuffix(new.text)
    return [*body[:-1], last]


def _is_glued(text: str, title: str) -> bool:
    before = text[: -len(title)][-1:]
    return bool(title) and text.endswith(title) and (before.isalnum() or before in tuple(".!?…)\"'”’"))


def _tail(gap: Sequence[PageLine], indent: int, *, all_of_it: bool) -> tuple[str, ...]:
    """Further paragraphs of the summary: between entries all but furniture, after the last what is indented."""
    kept: list[str] = []
    for line in gap:
        if _MARKER.fullmatch(line.text):
            break
        if not line.text.strip():
            kept.append("")
        elif ((all_of_it and not indent) or _indent(line.text) >= indent > 0) and not _FURNITURE_LINE.fullmatch(
            line.text
        ):
            kept.append(line.text)
        elif not all_of_it:
            break
    return tuple(kept)


def _heading_after(gap: Sequence[PageLine], before: str, vocabulary: Vocabulary) -> Heading | None:
    """The heading among the lines that stand between entries: before “Recent …”, else a known category's name."""
    texts = [line.text.strip() for line in gap if line.text.strip()]
    marker = next((place for place in reversed(range(len(texts))) if _MARKER.fullmatch(texts[place])), None)
    if marker is None:
        found = [heading for text in texts if (heading := read_heading(text, vocabulary))]
        return _with_crumbs(found[-1], found) if found else None
    if marker == 0 or _MARKER.fullmatch(texts[marker - 1]):
        return _glued_heading(before, vocabulary)
    title = _FURNITURE_BEFORE.sub("", texts[marker - 1])
    known = read_heading(title, vocabulary) or _glued_heading(title, vocabulary)
    crumbs = [heading for text in texts[:marker] if (heading := read_heading(text, vocabulary))]
    return _with_crumbs(known or Heading(title[:200]), crumbs)


def _with_crumbs(heading: Heading, crumbs: Sequence[Heading]) -> Heading:
    under = [crumb.under for crumb in crumbs if crumb.under and slugify(crumb.text) == slugify(heading.text)]
    return Heading(heading.text, under=under[-1]) if under and not heading.under else heading


def _glued_heading(text: str, vocabulary: Vocabulary) -> Heading | None:
    """The known heading that a line ends with, printed straight after its last word."""
    text = text.rstrip()
    for title in vocabulary.titles:
        if text.strip() == title or _is_glued(text, title):
            return read_heading(title, vocabulary)
    return None
