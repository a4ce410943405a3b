"""Settings whose wrong values would otherwise show only as a fault deep inside."""

from urllib.parse import SplitResult, unquote, urlsplit

MailServer = tuple[str, int, str, str, bool, bool]
_MAIL_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
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


def mail_server(url: str) -> MailServer:
    """Host, port, user, password, whether to ask for encryption, whether it is encrypted from the start.

    An empty address is no server. Raises SettingError, which does not repeat the password.
    """
    if not url:
        return ("", 0, "", "", False, False)
    try:
        parts = urlsplit(url)
        fits = parts.scheme in _MAIL_PORTS and parts.hostname and parts.path in {"", "/"} and parts.port != 0
    except ValueError:
        fits = False
    if not fits:
        raise SettingError("UPHELD_MAIL_URL must be written like smtp+starttls://user:password@host:587")
    port = parts.port or _MAIL_PORTS[parts.scheme]
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return (parts.hostname or "", port, user, password, parts.scheme == "smtp+starttls", parts.scheme == "smtps")
