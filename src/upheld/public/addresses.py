"""Addresses of this site: made, taken apart, and checked before anybody is sent to one."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

SAVED = "saved=1"
_ORDINARY = re.compile(r"/[!-\[\]-~]*")  # ASCII without spaces, control characters and backslash


def with_query(path: str, parameters: Mapping[str, object]) -> str:
    """`path` with those parameters that have a value, in their order."""
    query = urlencode([(name, value) for name, value in parameters.items() if value not in {None, ""}])
    return f"{path}?{query}" if query else path


def with_pairs(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """`path` with the pairs as its query, in their order."""
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path


def address_of(request: HttpRequest) -> str:
    """Where the reader is: path and query, without the word that settings were saved."""
    path = request.get_full_path()
    return without_saved(path) if SAVED in path else path


def has_saved(request: HttpRequest) -> bool:
    """Whether the address says that privacy settings were saved just now."""
    return SAVED in request.META.get("QUERY_STRING", "").split("&")


def without_saved(address: str) -> str:
    """The address as it was before settings were saved."""
    path, _, query = address.partition("?")
    return "?".join(filter(None, (path, "&".join(part for part in query.split("&") if part != SAVED))))


def with_saved(address: str) -> str:
    """The address with the word that settings were saved."""
    plain = without_saved(address)
    return f"{plain}{'&' if '?' in plain else '?'}{SAVED}"


def safe_return(address: str) -> str:
    """The address when it is one of this site to go back to; empty when it is anything else."""
    if len(address) > 2_000 or not _ORDINARY.fullmatch(address) or not url_has_allowed_host_and_scheme(address, None):
        return ""
    parts = urlsplit(address)
    return "" if parts.path.rstrip("/") == "/privacy-settings" else without_saved(address.partition("#")[0])


def page_number(text: str) -> int | None:
    """A page's number, from 1; None when the text is none."""
    if not text:
        return 1
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 6 and int(text) > 0 else None


def read_pairs(query: str) -> list[tuple[str, str]]:
    """The pairs of a query."""
    return parse_qsl(query, keep_blank_values=True)
