"""Finds decisions whose words are like those of a text."""

from collections.abc import Sequence
from pathlib import Path

from upheld.search.asking import live_reader
from upheld.search.requests import SearchRequest
from upheld.search.results import Likeness, Similar


def find_similar(
    likeness: Likeness,
    *,
    limit: int,
    without: Sequence[int] = (),
    request: SearchRequest | None = None,
    folder: Path | None = None,
) -> tuple[Similar, ...]:
    """The decisions that use the most similar words, the most similar first; those of `without` are left out.

    Of `request` only the filters count: decisions that they leave out are not found.
    Nothing of the words is kept anywhere. Raises IndexNotReadyError while there is no usable index.
    """
    with live_reader(folder) as (reader, _):
        return reader.more_like(likeness, limit=limit, without=without, request=request)
