"""The cookies, on a page of their own."""

from dataclasses import dataclass

from upheld.ui.components import Cookie


@dataclass(frozen=True, slots=True)
class CookiesPage:
    """Every cookie this site may set; `analytical` is empty where the deployment names no provider."""

    required: tuple[Cookie, ...]
    analytical: tuple[Cookie, ...]
    provider: str
