"""Matching decisions by year and outcome, as a picture with a table behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from upheld.public.pages.organisation import NOT_STATED
from upheld.public.searching import Asked, Place
from upheld.scheme import get_scheme
from upheld.ui.components import Bar, Segment

MOST_COLUMNS = 24
_MANY_COLUMNS = 8
"""From more columns than this on, a phone has room for every second year only."""


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One year: its counts by outcome, and where its column stands, in hundredths of the width."""

    year: int
    bar: Bar
    start: float
    width: float
    is_between: bool
    href: str

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.start + self.width / 2, 2)

    @property
    def height(self) -> float:
        """How high it is, in hundredths of the highest."""
        return round(100 * self.bar.total / max(self.bar.of or 1, 1), 2)


@dataclass(frozen=True, slots=True)
class OverTime:
    """Counts by year and outcome. `outcomes` are the counts of all years together, in the order of the stacks.

    `columns` are the years of the picture, none left out between them; `rows` those of the table, the newest first,
    without the empty ones. `undated` decisions are in neither. `summary` says the picture in words.
    """

    first: int
    last: int
    columns: tuple[YearColumn, ...]
    rows: tuple[YearColumn, ...]
    outcomes: Bar
    undated: int
    summary: str

    @property
    def total(self) -> int:
        """How many decisions the picture and the table count."""
        return self.outcomes.total


def make_over_time(asked: Asked, years: Mapping[str, Mapping[str, int]], total: int) -> OverTime | None:
    """The picture; None when all decisions are of one year, for then it says nothing."""
    counts = {int(year): of for year, of in years.items() if any(of.values())}
    if len(counts) < 2:
        return None
    kinds = _kinds(counts)
    bars = {year: _bar(kinds, counts, year) for year in range(min(counts), max(counts) + 1)}
    shown = dict(list(bars.items())[-MOST_COLUMNS:])
    rows = tuple(column for column in reversed(_columns(asked, bars)) if column.bar.total)
    whole = Bar("all-years", tuple(replace(kind, count=_sum(counts, slug)) for slug, kind in kinds.items()))
    return OverTime(
        first=min(counts),
        last=max(counts),
        columns=_columns(asked, shown),
        rows=rows,
        outcomes=whole,
        undated=max(0, total - whole.total),
        summary=_summary(whole, rows),
    )


def _kinds(counts: Mapping[int, Mapping[str, int]]) -> dict[str, Segment]:
    """The scheme's outcomes, by slug; and one more for what has none, or one that the scheme no longer has."""
    kinds = {one.slug: Segment(one.name, one.shape, 0, note=one.includes) for one in get_scheme().outcomes}
    if any(slug not in kinds for of in counts.values() for slug in of):
        kinds[""] = Segment(NOT_STATED, "none", 0)
    return kinds


def _bar(kinds: Mapping[str, Segment], counts: Mapping[int, Mapping[str, int]], year: int) -> Bar:
    of, most = counts.get(year, {}), max(sum(each.values()) for each in counts.values())
    others = sum(count for slug, count in of.items() if slug not in kinds)
    segments = (replace(kind, count=of.get(slug, 0) + (0 if slug else others)) for slug, kind in kinds.items())
    return Bar(f"y{year}", tuple(segments), most)


def _columns(asked: Asked, bars: Mapping[int, Bar]) -> tuple[YearColumn, ...]:
    first, last, width = min(bars), max(bars), 100 / len(bars)
    return tuple(
        YearColumn(
            year=year,
            bar=bar,
            start=round((year - first) * width, 2),
            width=round(width, 2),
            is_between=len(bars) > _MANY_COLUMNS and (last - year) % 2 == 1,
            href=replace(asked, decided_from=str(year), decided_to=str(year), place=Place()).address(),
        )
        for year, bar in bars.items()
    )


def _sum(counts: Mapping[int, Mapping[str, int]], slug: str) -> int:
    if slug:
        return sum(of.get(slug, 0) for of in counts.values())
    known = {one.slug for one in get_scheme().outcomes}
    return sum(count for of in counts.values() for name, count in of.items() if name not in known)


def _summary(whole: Bar, rows: tuple[YearColumn, ...]) -> str:
    most = max(rows, key=lambda row: (row.bar.total, row.year))
    parts = ", ".join(f"{one.count:,} {one.label.lower()}" for one in whole.segments if one.count)
    return (
        f"A column for each year from {rows[-1].year} to {rows[0].year}. Together: {parts}. "
        f"Most were decided in {most.year}: {most.bar.total:,}. The table has every figure."
    )
