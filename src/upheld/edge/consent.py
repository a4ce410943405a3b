"""The choice about analytical cookies, read exactly from the one cookie that keeps it."""

from typing import Literal

Consent = Literal["none", "refused", "on"]
COOKIE = "upheld_privacy"


def consent_of(cookies: str | None) -> Consent:
    """The choice in a `Cookie` header. Anything but one clear value is no choice."""
    if not cookies or COOKIE not in cookies:
        return "none"
    pairs = (part.strip().partition("=") for part in cookies.split(";"))
    values = {value for name, _, value in pairs if name == COOKIE}
    if values == {"on"}:
        return "on"
    return "refused" if values == {"refused"} else "none"


def cookie_header(consent: Consent) -> str:
    """The `Cookie` header of a visitor who sent this choice and nothing else; empty for none."""
    return "" if consent == "none" else f"{COOKIE}={consent}"
