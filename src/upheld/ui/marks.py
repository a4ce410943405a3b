"""Words that were looked for, marked where they stand, each place with the ways to the next and the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from upheld.ui.text import Run, Runs

Spans = tuple[tuple[int, int], ...]

_MARK = Markup("<mark>{}</mark>")
_FIRST = Markup('<mark id="match-{}">{}</mark>')
_HOP = Markup('<span class="hop"> <span class="hop__at">Match {} of {}</span>{}</span>')
_WAY = Markup(' <a href="{}">{}<span class="govuk-visually-hidden"> match</span>{}</a>')


@dataclass(frozen=True, slots=True)
class Way:
    """A way to another match: `Next`, its address, and where that is if not on this page."""

    word: str
    href: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """What stands after a match: which of how many it is, and the ways on, of which some are to another page."""

    number: int
    of: int
    ways: tuple[Way, ...]

    def html(self) -> Markup:
        """As it stands in a text; shown where its match was come to, and never copied or printed."""
        ways = Markup("").join(_WAY.format(way.href, way.word, way.where) for way in self.ways)
        return _HOP.format(f"{self.number:,}", f"{self.of:,}", ways)


Place = tuple[Spans, Hop]


def match_address(number: int) -> str:
    """Where a match stands."""
    return f"#match-{number}"


def mark_runs(runs: Runs, places: Sequence[Place]) -> Runs:
    """The runs with these places of their joined text marked: without the marks and the ways it is what it was.

    A place may begin in one run and end in another.
    """
    if not places:
        return runs
    spans = sorted((start, end, hop if not at else None) for one, hop in places for at, (start, end) in enumerate(one))
    marked: list[Run] = []
    offset = 0
    for run in runs:
        end = offset + len(run.text)
        marked += _mark_run(run, offset, [span for span in spans if span[0] < end and span[1] > offset])
        offset = end
    return tuple(marked)


def _mark_run(run: Run, offset: int, spans: Sequence[tuple[int, int, Hop | None]]) -> Iterator[Run]:
    """A link keeps its words together: the ways on from a match in it stand behind it."""
    if not spans:
        yield run
        return
    parts, behind, done = list[Markup](), list[Markup](), 0
    for start, end, hop in spans:
        first, last = max(start - offset, 0), min(end - offset, len(run.text))
        parts.append(escape(run.text[done:first]))
        if hop is not None and start >= offset:
            parts.append(_FIRST.format(hop.number, run.text[first:last]))
            (behind if run.href else parts).append(hop.html())
        else:
            parts.append(_MARK.format(run.text[first:last]))
        done = last
    yield replace(run, text=Markup("").join((*parts, escape(run.text[done:]))))
    yield from map(Run, behind)
