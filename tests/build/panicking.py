"""The real site with an engine that panics at every search, and says in its panic what it was asked for."""

from typing import Any, NoReturn

from upheld.config.start import start

start()

from upheld.config.wsgi import application  # noqa: E402 - apps are loaded only now
from upheld.search.backends.tantivy.reader import TantivyReader  # noqa: E402 - the same

__all__ = ["application"]


class PanicError(BaseException):
    """What the engine's binding raises when the engine panics: no Exception."""


def _panic(*given: Any, **named: Any) -> NoReturn:
    raise PanicError(f"byte index 3 is not a boundary of a character of {given!r} {named!r}")


for name in ("count_words", "find", "more_like"):
    setattr(TantivyReader, name, _panic)
