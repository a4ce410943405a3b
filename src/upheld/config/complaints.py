"""What went wrong, in a sentence for the person at the command line."""

from django.core.exceptions import ImproperlyConfigured
from django.db import Error as DatabaseError
from environs import EnvError

from upheld.config.checked import SettingError

_FAILED, _USAGE = 1, 2
_WRONG_PLACE = (PermissionError, FileNotFoundError, FileExistsError, NotADirectoryError, IsADirectoryError)


def complaint(error: Exception) -> tuple[str, int] | None:
    """The sentence and the exit code for what a person or a machine can cause.

    None for anything else: that is a fault of ours, and its traceback is what we need.
    """
    settings = EnvError | ImproperlyConfigured | SettingError
    if isinstance(error, settings) or type(error).__name__ in {"SchemeError", "OtherSchemeError"}:
        return str(error), _USAGE
    if type(error).__name__ == "BrokenIndexError":
        return f"What was done stands in the register, but the search index could not be written: {error}", _FAILED
    if type(error).__module__.startswith("upheld."):
        return str(error), _FAILED
    if isinstance(error, DatabaseError):
        return _of_database(str(error).strip()), _FAILED
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror or error}", _USAGE if isinstance(error, _WRONG_PLACE) else _FAILED
    return None


def _of_database(message: str) -> str:
    if "not a database" in message or "malformed" in message:
        advice = "the file is damaged: restore a backup into an empty folder"
    elif "locked" in message:
        advice = "another program has it for too long: try again"
    else:
        advice = "look whether the disk is full and the data folder (UPHELD_DATA_DIR) may be written"
    return f"The database could not be used ({message}); {advice}"
