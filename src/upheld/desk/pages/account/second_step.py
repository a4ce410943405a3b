"""What is shown while a second step is set up."""

from dataclasses import dataclass

from markupsafe import Markup

from upheld.desk.pages.account.form import FormPage


@dataclass(frozen=True)
class AppPage:
    """The picture that an authenticator app reads, the same as letters and as an address, and the form for its code."""

    picture: Markup
    secret: str
    address: str
    form: FormPage


@dataclass(frozen=True)
class CodesPage:
    """The recovery codes, while they may be shown; else how many are left."""

    codes: tuple[str, ...]
    left: int


def spaced(secret: str) -> str:
    """The letters in groups of four, so that they can be typed without losing one's place."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
