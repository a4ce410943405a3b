"""The secret key of a deployment, made once in its data folder."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from threading import Event

_looking = Event()


def only_look() -> None:
    """From now on this process makes no key: where there is none it has one of its own, gone with it."""
    _looking.set()


def secret_key(folder: Path) -> str:
    """The key kept in `folder`, made at first use and readable by its owner only."""
    path = folder / "secret-key"
    with suppress(FileNotFoundError):
        return path.read_text(encoding="ascii").strip()
    if _looking.is_set():
        return secrets.token_urlsafe(50)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"secret-key.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
    with suppress(FileExistsError):  # another process was first: its key is the key
        os.link(draft, path)
    draft.unlink()
    return path.read_text(encoding="ascii").strip()
