"""How limits on attempts are kept: under keys that do not tell whose they are."""

from django.utils.crypto import salted_hmac


def make_key(key: str, key_prefix: str, version: int) -> str:
    """The key as it is stored. allauth's name addresses and people; who reads the table learns neither."""
    return salted_hmac("upheld.accounts.attempts", f"{key_prefix}:{version}:{key}", algorithm="sha256").hexdigest()
