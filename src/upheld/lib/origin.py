"""Where a form was sent from, told without a cookie."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def is_ours(request: HttpRequest, *, when_silent: bool) -> bool:
    """Whether a page of this site sent this.

    Browsers say where a request comes from. An old one says nothing, and because no referrer is sent its Origin is
    `null`: then it is as `when_silent` says.
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        return site == "same-origin"
    if origin not in {None, "null"}:
        return urlsplit(origin).netloc == request.get_host()
    return when_silent
