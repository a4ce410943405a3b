"""The places of a search in the text of a decision: found, counted, marked; and what is said of them above it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from upheld.public.addresses import with_query
from upheld.search import Apart, Marker, Match, Query, kinds_of_sections, take_apart
from upheld.ui.marks import Hop, Place, Way, mark_runs, match_address
from upheld.ui.site import Link
from upheld.ui.text import Paragraph, Run, Runs, TextItem, TextSection, TextTable

MOST = 300
"""Places that are marked; those after them are only counted."""

FIRST = match_address(1)
_NOT_TOGETHER = "The words do not stand together in one paragraph. Each is marked by itself."
_NOT_THERE = "The words do not stand in the section that was searched. They are marked where they stand."
_NEITHER = "The words stand neither together nor in the section that was searched. Each is marked by itself."
Kinds = Sequence[str]
Marked = Callable[[Runs, Kinds], Runs]

_BESIDE = re.compile(r"[\W_]{0,3}")  # what may stand between words that are one place together
_JOINING = re.compile(r"[ \u00a0\u2010\u2011-]?")  # and what is marked with them


@dataclass(frozen=True)
class Searched:
    """What was searched for, and what finds it in a text."""

    query: Query
    marker: Marker

    def address(self, path: str) -> str:
        """The address with the search, so that its page is marked too."""
        return with_query(path, {"q": self.query.text})

    @property
    def meant(self) -> tuple[str, ...]:
        """What is marked besides the words that were typed."""
        return tuple(dict.fromkeys(word for one in self.query.synonyms for word in one.others))


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said at the head of a page with marks.

    `words` are the search as typed; `total` how many places there are, and `shown` how many of them are marked. `meant`
    are words that are marked because they mean the same. `apart` says how what is marked differs from what was asked
    for, where the text has only the words of it. `plain` leads to the page without marks. `elsewhere` are the
    other chapters with such places, where the page is one, and `further` how many these are.
    """

    words: str
    total: int
    shown: int
    meant: tuple[str, ...]
    plain: Link
    apart: str = ""
    first: str = FIRST
    is_chapter: bool = False
    elsewhere: tuple[Link, ...] = ()
    further: int = 0


class Places:
    """The places of a search in a text that is gone through twice in one order: to find them all, then to mark them."""

    def __init__(self, marker: Marker) -> None:
        self._marker = marker
        self._found: list[tuple[Match, ...]] = []
        self.total = 0
        self.after: tuple[Way, ...] = ()
        """The ways on from the last place."""

    @property
    def shown(self) -> int:
        """How many are marked."""
        return min(self.total, MOST)

    def find(self, runs: Runs, kinds: Kinds) -> Runs:
        """Looks for them in a part of the text, which is given back as it is."""
        matches = self._marker.find("".join(run.text for run in runs), kinds)
        together = tuple(_together(matches, runs)) if matches else ()
        self._found.append(together)
        self.total += len(together)
        return runs

    def marking(self) -> Marked:
        """Marks them in the same parts, given again in the same order."""
        found, done = iter(self._found), 0

        def mark(runs: Runs, _kinds: Kinds) -> Runs:
            nonlocal done
            places: list[Place] = []
            for spans in next(found)[: self.shown - done]:
                done += 1
                places.append((spans, self._hop(done)))
            return mark_runs(runs, places)

        return mark

    def _hop(self, number: int) -> Hop:
        before = (Way("Previous", match_address(number - 1)),) if number > 1 else ()
        if number < self.shown:
            return Hop(number, self.total, (*before, Way("Next", match_address(number + 1))))
        return Hop(number, self.total, (*before, *(self.after or ((Way("First", FIRST),) if number > 1 else ()))))


def look(searched: Searched, find: Callable[[Marker], Sequence[Places]]) -> tuple[Sequence[Places], str]:
    """The places of the search in a text; where there are none, those of its words, and what is said of that."""
    places = find(searched.marker)
    if not _total(places):
        for apart in take_apart(searched.query):
            looser = find(Marker(apart.query))
            if _total(looser):
                return looser, _said(apart)
    return places, ""


def section_kinds(sections: Sequence[TextSection]) -> list[str | None]:
    """What each section is for, where that is known."""
    return kinds_of_sections([(section.heading, section.depth) for section in sections])


def go_through_sections(
    sections: Sequence[TextSection], kinds: Sequence[str | None], apply: Marked
) -> tuple[TextSection, ...]:
    """The sections with `apply` done to all that they say, in the order in which it is read."""
    return tuple(_section(one, (kind,) if kind else (), apply) for one, kind in zip(sections, kinds, strict=True))


def go_through_text(text: str, kinds: Kinds, apply: Marked) -> str:
    """A text that leads nowhere, with `apply` done to it."""
    return apply((Run(text),), kinds)[0].text if text else text


def _total(places: Sequence[Places]) -> int:
    return sum(one.total for one in places)


def _said(apart: Apart) -> str:
    if apart.is_single:
        return _NEITHER if apart.is_anywhere else _NOT_TOGETHER
    return _NOT_THERE


def _section(section: TextSection, kinds: Kinds, apply: Marked) -> TextSection:
    shown = go_through_text(section.heading or "", kinds, apply)
    paragraphs = tuple(_paragraph(one, kinds, apply) for one in section.paragraphs)
    return replace(section, shown=shown if shown is not section.heading else "", paragraphs=paragraphs)


def _paragraph(given: Paragraph, kinds: Kinds, apply: Marked) -> Paragraph:
    """In the order of its component: a table stands in place of words."""
    if given.table is not None:
        table, runs = _table(given.table, kinds, apply), given.runs
    else:
        table, runs = None, apply(given.runs, kinds)
    return replace(given, table=table, runs=runs, items=tuple(_item(one, kinds, apply) for one in given.items))


def _item(given: TextItem, kinds: Kinds, apply: Marked) -> TextItem:
    runs = apply(given.runs, kinds)
    table = _table(given.table, kinds, apply) if given.table is not None else None
    return replace(given, runs=runs, table=table, items=tuple(_item(one, kinds, apply) for one in given.items))


def _table(given: TextTable, kinds: Kinds, apply: Marked) -> TextTable:
    caption = apply(given.caption, kinds)
    head = tuple(go_through_text(cell, kinds, apply) for cell in given.head)
    rows = tuple(tuple(apply(cell, kinds) for cell in row) for row in given.rows)
    return replace(given, caption=caption, head=head, rows=rows)


def _together(matches: Sequence[Match], runs: Runs) -> Iterator[Match]:
    """Matches that stand side by side, or in one link, are one place to a reader."""
    text, links = "".join(run.text for run in runs), _links(runs)
    one = matches[0]
    for match in matches[1:]:
        end, start = one[-1][1], match[0][0]
        if _JOINING.fullmatch(text, end, start):
            one = (*one[:-1], (one[-1][0], match[0][1]), *match[1:])
        elif _BESIDE.fullmatch(text, end, start) or any(first <= one[0][0] and start < last for first, last in links):
            one = (*one, *match)
        else:
            yield one
            one = match
    yield one


def _links(runs: Runs) -> tuple[tuple[int, int], ...]:
    """Where the links of a text begin and end."""
    ends = list(accumulate(len(run.text) for run in runs))
    return tuple((end - len(run.text), end) for run, end in zip(runs, ends, strict=True) if run.href)
