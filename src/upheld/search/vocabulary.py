"""The words that stand in published decisions, as they are written there."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from upheld.search.asking import live_reader


def count_words(words: Sequence[str], *, folder: Path | None = None) -> Mapping[str, int]:
    """In how many published decisions each word stands, accents and capitals aside; 0 where in none.

    Raises IndexNotReadyError while there is no usable index.
    """
    with live_reader(folder) as (reader, _):
        return reader.count_words(words)


def list_vocabulary(
    prefix: str, limit: int, *, is_exact: bool = True, folder: Path | None = None
) -> Sequence[tuple[str, int]]:
    """The words that begin so, the most frequent first, each with the number of published decisions it stands in.

    Without a prefix they are those of the whole register. Without `is_exact`, which takes longer, decisions that are
    gone may be counted, and words that stand in these alone be named: nobody must be shown them.
    Raises IndexNotReadyError while there is no usable index.
    """
    with live_reader(folder) as (reader, _):
        return reader.list_vocabulary(prefix, limit, is_exact=is_exact)
