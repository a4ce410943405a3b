"""Results as a workbook: the table, what was removed, what this is, and what the columns mean."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from upheld.public.exports.columns import COLUMNS, cells
from upheld.public.exports.row import Row
from upheld.public.exports.workbook import Sheet, Style, write_workbook

_WIDTH = 40  # of a column with sentences
_ABOUT_WIDTHS = (28, 100)
_DICTIONARY = ("Column", "What it means", "Values", "Where from")
Values = Mapping[str, Any]
Chunks = Iterable[Sequence[Row]]


def write_xlsx(chunks: Chunks, about: Callable[[], Values], removed: Callable[[], Sequence[str]]) -> Iterator[bytes]:
    """The file, piece by piece. `about` and `removed` are asked when all rows have been written."""
    return write_workbook(_sheets(chunks, about, removed))


def _sheets(chunks: Chunks, about: Callable[[], Values], removed: Callable[[], Sequence[str]]) -> Iterator[Sheet]:
    heads, widths = [one.heading for one in COLUMNS], [one.width for one in COLUMNS]
    rows = map(cells, chain.from_iterable(chunks))
    yield Sheet("Decisions", widths, [Style.PLAIN] * len(COLUMNS), heads, rows)
    yield Sheet("About", _ABOUT_WIDTHS, (Style.LABEL, Style.TEXT), (), [("This file", ""), *_pairs(about())])
    yield _in_words("Dictionary", _DICTIONARY, [(one.heading, one.meaning, one.values, one.source) for one in COLUMNS])
    if references := removed():
        yield _in_words("Removed since", ("Reference",), ((one,) for one in references))


def _in_words(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Sheet:
    return Sheet(name, [_WIDTH] * len(heads), [Style.TEXT] * len(heads), heads, rows)


def _pairs(values: Values) -> Iterator[tuple[str, str]]:
    """What an export says of itself, as labels and values."""
    for key, value in values.items():
        yield key.replace("_", " ").capitalize(), _words(value)


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name.replace('_', ' ')}: {_either(one)}" for name, one in value.items() if one is not None)
    if isinstance(value, list):
        return " ".join(value)  # sentences
    return "" if value is None else str(value)


def _either(value: object) -> str:
    """The values of one filter are alternatives."""
    return " or ".join(value) if isinstance(value, list) else str(value)
