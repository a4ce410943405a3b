"""The index's folder: generations side by side, and a file that says which one is searched.

index/current                  the number of the live generation
index/rebuild-wanted           there while somebody waits for a new generation
index/generations/7/           the engine's files, and beside them
index/generations/7/cursor     the last journal entry applied
index/generations/7/fingerprint  which engine and schema made it; written last of all
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NOTHING = -1  # the cursor where there is no usable index: behind even an empty journal


@dataclass(frozen=True)
class Generation:
    """One complete index in a folder of its own."""

    folder: Path

    @property
    def number(self) -> int:
        """Which generation it is; later ones are higher."""
        return int(self.folder.name)

    @property
    def cursor(self) -> int:
        """The last journal entry applied, or NOTHING when the file is missing or unreadable."""
        try:
            return int((self.folder / "cursor").read_text("ascii"))
        except (OSError, ValueError):
            return NOTHING

    def write_cursor(self, number: int) -> None:
        """Says, after the commit, what the index holds."""
        replace_file(self.folder / "cursor", str(number))

    def write_fingerprint(self, fingerprint: str) -> None:
        """Says what made the index."""
        replace_file(self.folder / "fingerprint", fingerprint)

    def was_made_by(self, fingerprint: str) -> bool:
        """Whether this engine and schema made it."""
        try:
            return (self.folder / "fingerprint").read_text("ascii") == fingerprint
        except (OSError, ValueError):
            return False

    def stamp(self) -> tuple[int, ...]:
        """Differs after every commit and every move of the cursor."""
        return tuple(part for name in ("cursor", "meta.json") for part in _stamp(self.folder / name))


class Generations:
    """The generations in one folder. Only the holder of the followers' lock may change them."""

    def __init__(self, folder: Path) -> None:
        """The folder need not exist yet."""
        self.folder = folder
        self._current = folder / "current"
        self._wanted = folder / "rebuild-wanted"
        self._all = folder / "generations"

    def live(self) -> Generation | None:
        """The generation that is searched, if there is one."""
        try:
            name = self._current.read_text("ascii").strip()
        except (OSError, ValueError):
            return None
        generation = self._all / name
        return Generation(generation) if name.isdecimal() and generation.is_dir() else None

    def stamp(self) -> tuple[int, ...]:
        """Differs after every change of the live generation."""
        return _stamp(self._current)

    def begin(self) -> Generation:
        """A new empty folder, which nobody searches yet."""
        self.sweep()
        self._all.mkdir(parents=True, exist_ok=True)
        number = max((one.number for one in self._present()), default=0) + 1
        folder = self._all / str(number)
        folder.mkdir()
        return Generation(folder)

    def go_live(self, generation: Generation) -> None:
        """Lets everybody search this one from now on, and deletes all others."""
        replace_file(self._current, str(generation.number))
        self.sweep()

    def sweep(self) -> None:
        """Deletes every generation but the live one, and what a killed writer left half done."""
        live = self.live()
        for one in self._present():
            if one != live:
                shutil.rmtree(one.folder, ignore_errors=True)
        for litter in self.folder.glob(".tmp*"):
            litter.unlink(missing_ok=True)

    def want_rebuild(self) -> None:
        """Asks whoever follows for a new generation."""
        self.folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._wanted, os.urandom(8).hex())

    def wanted(self) -> str | None:
        """The present wish for a new generation, if any."""
        try:
            return self._wanted.read_text("ascii")
        except (OSError, ValueError):
            return None

    def fulfil(self, wish: str | None) -> None:
        """Takes the wish back, unless there is a newer one."""
        if wish is not None and self.wanted() == wish:
            self._wanted.unlink(missing_ok=True)

    def _present(self) -> Iterator[Generation]:
        if self._all.is_dir():
            yield from (Generation(path) for path in list(self._all.iterdir()) if path.name.isdecimal())


def stamp_of(folder: Path) -> tuple[int, ...]:
    """Differs after every commit to the live generation, and when another takes its place; empty without one."""
    live = Generations(folder).live()
    return (live.number, *live.stamp()) if live else ()


def replace_file(path: Path, content: str) -> None:
    """Puts the content into the file at once and durably: a reader sees the old or the new, a crash leaves one."""
    fresh = path.with_name(f".tmp-{path.name}-{os.getpid()}")
    with fresh.open("w", encoding="ascii") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ino, found.st_size
