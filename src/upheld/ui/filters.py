"""How templates write dates, numbers and counted things."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup, escape

from upheld.lib.dates import format_date
from upheld.scheme import get_scheme
from upheld.ui.text import Run

_DAY = re.compile(rf"\b[0-9]{{1,2}} (?:{'|'.join(calendar.month_name[1:])}) [0-9]{{4}}\b")
_LINK = Markup('<a class="ref ref--{}" href="{}">{}</a>')


def date(day: dt.date) -> Markup:
    """`5 April 2022` as a `time` element; the stylesheet keeps it on one line, so that a copied date is plain text."""
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), format_date(day))


def plain_date(day: dt.date) -> str:
    """`5 April 2022`, for titles and attributes."""
    return format_date(day)


def moment(at: dt.datetime) -> Markup:
    """`5 April 2022 at 14:03` as a `time` element, by the clock of the scheme's zone."""
    local = at.astimezone(get_scheme().timezone)
    words = f"{format_date(local.date())} at {local:%H:%M}"
    return Markup('<time datetime="{}">{}</time>').format(local.isoformat(timespec="seconds"), words)


def short_moment(at: dt.datetime) -> Markup:
    """`5 Apr 2022, 14:03` as a `time` element, for tables in which many stand."""
    local = at.astimezone(get_scheme().timezone)
    words = f"{local.day} {calendar.month_abbr[local.month]} {local.year}, {local:%H:%M}"
    return Markup('<time datetime="{}">{}</time>').format(local.isoformat(timespec="seconds"), words)


def whole_dates(text: str) -> Markup:
    """A sentence with each date in it kept on one line."""
    return Markup(_DAY.sub(lambda day: f'<span class="whole">{day[0]}</span>', escape(text)))  # noqa: S704 - escaped


def number(count: int) -> str:
    """`1,204`."""
    return f"{count:,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 decision`, `1,204 decisions`; `many` is given where it is not `one` with an s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def pieces(text: Iterable[tuple[str, bool]]) -> Markup:
    """A text in pieces, those that match marked."""
    return Markup().join(Markup("<mark>{}</mark>").format(part) if found else escape(part) for part, found in text)


def paragraphs(text: str) -> Markup:
    """A text with one `p` a paragraph: empty lines part them."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts if part)


def runs(given: Iterable[Run]) -> Markup:
    """Words in a row, as links where they lead somewhere. A long text has a thousand of these."""
    return Markup("".join(map(_run, given)))  # noqa: S704 - every part is escaped


def _run(run: Run) -> str:
    if not run.href:
        return escape(run.text)
    return _LINK.format(run.kind, run.href, run.text)


FILTERS: dict[str, Callable[..., Any]] = {
    "date": date,
    "moment": moment,
    "number": number,
    "paragraphs": paragraphs,
    "pieces": pieces,
    "plain_date": plain_date,
    "plural": plural,
    "runs": runs,
    "short_moment": short_moment,
    "whole_dates": whole_dates,
}
