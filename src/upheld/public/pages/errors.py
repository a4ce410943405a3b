"""The pages for what did not work."""

from dataclasses import dataclass

from upheld.ui.site import HOME, Head, Link

WAYS = (
    Link("Search all decisions", "/search"),
    Link("Browse decisions by subject", "/decisions"),
    Link("Organisations from A to Z", "/organisations"),
)
_TITLES = {
    400: "We could not understand this request",
    403: "This did not come from a page of this site",
    404: "There is no page at this address",
    405: "This page can only be read",
    408: "What you sent did not arrive",
    410: "This page is gone",
    500: "Something went wrong on our side",
    503: "There is too much to take in at this moment",
}
_SENTENCES = {
    400: ("The address or what was sent with it is not written in a way that this site knows.",),
    403: (
        "Privacy settings can only be changed from this site's own pages. Nothing was changed.",
        "Open the privacy settings and choose there.",
    ),
    404: (
        "The address may have been copied without its last characters, or the page may never have been here.",
        "Decisions keep their address for good: the reference at its end is enough to find one.",
    ),
    405: ("Pages of this site answer when they are read; nothing can be sent to them. Nothing was changed.",),
    408: (
        "It did not reach us whole, so nothing was changed.",
        "Go back in your browser and send it again when your connection is better.",
    ),
    410: ("What was here has been taken away and will not come back.",),
    500: (
        "Nothing that you did caused it, and nothing of yours is lost.",
        "Please try again in a minute.",
    ),
    503: (
        "What you sent was not read, and nothing was changed.",
        "Go back in your browser and send it again in a few seconds.",
    ),
}


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """Any of 400, 403, 404, 405, 408, 410, 500, 503: what happened in `sentences`, and three useful ways on."""

    status: int
    title: str
    sentences: tuple[str, ...]
    ways: tuple[Link, ...]


def make_error(status: int) -> ErrorPage:
    """The page for a status of HTTP."""
    ways = (Link("Privacy settings", "/privacy-settings"), *WAYS[:2]) if status == 403 else WAYS
    return ErrorPage(status, _TITLES[status], _SENTENCES[status], ways)


def make_busy(again: str, sentence: str) -> ErrorPage:
    """503: a file that has to wait for others; `again` is the address where its search is taken away."""
    sentences = (sentence, "Nothing is lost: the search is in the address.")
    ways = (Link("Back to the files of this search", again), *WAYS[:2])
    return ErrorPage(503, "This file has to wait for others", sentences, ways)


def error_head(page: ErrorPage) -> Head:
    """What the page says of itself."""
    return Head(page.title, trail=(HOME,))
