"""Settings whose wrong values would otherwise show only as a fault deep inside."""

from urllib.parse import SplitResult, urlsplit

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class SettingError(ValueError):
    """A setting has a value that cannot be used."""


def log_level(text: str) -> str:
    """The level in capitals. Raises SettingError."""
    if text.upper() not in _LEVELS:
        raise SettingError(f"UPHELD_LOG_LEVEL is “{text}”; it may be one of {', '.join(_LEVELS)}")
    return text.upper()


def database_address(url: str) -> SplitResult:
    """The parts of the address of a PostgreSQL database. Raises SettingError, which does not repeat the password."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in {"postgresql", "postgres"} and parts.path.strip("/") and parts.port != 0
    except ValueError:
        fits = False
    if not fits:
        raise SettingError("UPHELD_DATABASE_URL must be written like postgresql://user:password@host:5432/name")
    return parts
