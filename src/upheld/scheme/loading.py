"""Reads scheme files: one that comes with Upheld by its name, or a deployment's own by its path."""

import os
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from upheld.scheme.shape import Scheme

_SCHEMES = Path(__file__).parent / "schemes"
_DEPTH = 5


class SchemeError(ValueError):
    """A scheme file cannot be used."""


@lru_cache(maxsize=8)
def load_scheme(name: str) -> Scheme:
    """The scheme that `name` is: `lgo`, or the path of a .toml file. Raises SchemeError with the file and the key."""
    path = _path(name)
    try:
        return Scheme.model_validate(_read(path, _DEPTH))
    except ValidationError as error:
        places = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise SchemeError(f"{path}: {places}") from error


def get_scheme() -> Scheme:
    """The scheme of this deployment (UPHELD_SCHEME, `lgo` unless set)."""
    return load_scheme(os.environ.get("UPHELD_SCHEME") or "lgo")


def _path(name: str) -> Path:
    return Path(name) if name.endswith(".toml") else _SCHEMES / f"{name}.toml"


def _read(path: Path, depth: int) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SchemeError(f"{path}: {error}. UPHELD_SCHEME names a scheme of Upheld's or a .toml file") from error
    if isinstance(values.get("synonyms"), str):
        values["synonyms"] = _read_beside(path, values["synonyms"])
    parent = values.pop("extends", None)
    if parent is None:
        return values
    if depth == 0:
        raise SchemeError(f"{path}: extends itself, or more than {_DEPTH} files one after the other")
    return _laid_over(_read(_sibling(path, str(parent)), depth - 1), values)


def _read_beside(path: Path, name: str) -> str:
    """The text of a file in the scheme file's folder; nothing where none is named."""
    try:
        return (path.parent / name).read_text(encoding="utf-8") if name else ""
    except (OSError, ValueError) as error:
        raise SchemeError(f"{path}: synonyms: {error}") from error


def _sibling(path: Path, name: str) -> Path:
    beside = path.parent / name
    return beside if name.endswith(".toml") and beside.is_file() else _path(name)


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Tables are merged key by key; everything else, lists included, is replaced."""
    merged = dict(under)
    for key, value in over.items():
        merged[key] = _laid_over(merged[key], value) if isinstance(value, dict) and key in merged else value
    return merged
