"""Puts a SQLite without the WAL-reset corruption bug where Django looks for `sqlite3`."""

import importlib
import sys
from contextlib import suppress
from types import ModuleType

FIXED_BRANCHES = {(3, 44): 6, (3, 50): 7, (3, 51): 3}


def install() -> ModuleType:
    """Uses `pysqlite3` when it is installed, else Python's own. Gives the module that Django will use."""
    with suppress(ImportError):
        module = importlib.import_module("pysqlite3")
        sys.modules["sqlite3"] = module
        sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")
        return module
    return importlib.import_module("sqlite3")


def keeps_wal(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite can be trusted with a write-ahead log: 3.44.6, 3.50.7 and all from 3.51.3 can."""
    branch, patch = version[:2], version[2]
    return version >= (3, 51, 3) or patch >= FIXED_BRANCHES.get(branch, 1_000)
