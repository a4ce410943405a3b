"""What readers are shown at an address, in words: for the desk, before it acts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """The answer at `address`: its status, its title and sentences, and what search engines are told (`robots`)."""

    address: str
    status: int
    title: str
    lines: tuple[str, ...]
    robots: str
