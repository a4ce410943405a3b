"""What the engine raises, in our words."""

from collections.abc import Iterator
from contextlib import contextmanager

from upheld.search.engine import BrokenIndexError
from upheld.search.errors import QueryError


@contextmanager
def engine_failures() -> Iterator[None]:
    """Turns what the engine raises, a panic included, into BrokenIndexError; what is wrong with a request stays so."""
    try:
        yield
    except QueryError:
        raise  # the reader's, not the engine's
    except (ValueError, OSError, RuntimeError) as error:
        raise BrokenIndexError(str(error)) from error
    except BaseException as error:
        # A panic of the engine arrives as a class that cannot be imported and is no Exception.
        if type(error).__name__ == "PanicException":
            raise BrokenIndexError(str(error)) from error
        raise
