"""What decisions of the demo are about: kept as data, one file a category."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "matters"


@dataclass(frozen=True)
class Matter:
    """A kind of complaint, in phrases with places for names: what went wrong, what was right, what helps."""

    category: str
    under: str
    law: tuple[str, ...]
    about: str
    faults: tuple[str, ...]
    proper: tuple[str, ...]
    harm: tuple[str, ...]
    right: tuple[str, ...]
    improve: tuple[str, ...]
    decline: tuple[str, ...]


@cache
def list_matters() -> tuple[Matter, ...]:
    """Every matter, in the order of the files."""
    return tuple(matter for path in sorted(_FOLDER.glob("*.toml")) for matter in _read(path))


def _read(path: Path) -> list[Matter]:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Matter(
            category=values["category"], under=matter["under"], law=tuple(values["law"][matter["under"]]),
            about=matter["about"], **{key: tuple(matter[key]) for key in ("faults", "proper", "harm")},
            **{key: tuple(matter[key]) for key in ("right", "improve", "decline")},
        )
        for matter in values["matter"]
    ]  # fmt: skip
