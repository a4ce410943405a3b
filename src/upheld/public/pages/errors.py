"""The pages for what did not work."""

from dataclasses import dataclass

from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """Any of 400, 403, 404, 405, 410, 500: what happened in `sentences`, and three useful ways on."""

    status: int
    title: str
    sentences: tuple[str, ...]
    ways: tuple[Link, ...]
