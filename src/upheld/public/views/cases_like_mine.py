"""“Cases like mine”: what is written is compared and forgotten; no log, file, address or error report has it."""

import math
import threading

import structlog
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError

from upheld.lib.origin import is_ours
from upheld.public.allowance import Allowance, reader_of
from upheld.public.frame import show
from upheld.public.pages.cases_like_mine import (
    MOST_SHOWN,
    SHOWN,
    CasesPage,
    Written,
    cases_head,
    clean_words,
    find_fault,
    make_form,
    make_found,
)
from upheld.public.robots import NOINDEX
from upheld.public.views.errors import method_not_allowed
from upheld.search import IndexNotReadyError, SearchRequest, find_alike

log = structlog.get_logger()
TOO_LARGE = (
    "This is far longer than we can compare, and was not read. Go back in your browser: what you wrote is still there"
)
UNREADABLE = "What was sent could not be read. Please write it here and send it again"
FROM_ELSEWHERE = "This was sent from another site. Please look at what stands below, and send it from here"
ASKED_OFTEN = "You have asked very often. What you wrote is below: please send it again in {}. We have not kept it"
BUSY = "Many people are asking at this moment. What you wrote is below: please send it again. We have not kept it"
BUSY_UNREAD = (
    "Many people are asking at this moment, and what you sent was not read. Go back in your browser: what you wrote is "
    "still there, and you can send it again"
)
NOT_ARRIVED = (
    "What you sent did not reach us whole, and was not read. Go back in your browser: what you wrote is still there, "
    "and you can send it again when your connection is better"
)

MOST_COMPARING = 2
"""Of the four threads in which a process answers, so many may compare what is told."""
PATIENCE = 1.0
"""Seconds that one waits for another to be compared."""
BUSY_SECONDS = 5

_comparing = threading.BoundedSemaphore(MOST_COMPARING)
_allowance = Allowance(burst=20, seconds=3.0)


def cases_like_mine(request: HttpRequest) -> HttpResponse:
    """GET shows the form; POST answers at the same address with what happened in similar cases."""
    if request.method == "POST":
        return _private(_answer(request))
    if request.method not in {"GET", "HEAD"}:
        return method_not_allowed(request, ["GET", "HEAD", "POST"])
    page = make_form(Written())
    return show(request, "cases_like_mine", page, cases_head(page))


def too_large(request: HttpRequest) -> HttpResponse:
    """What was sent was not even read. The reader's browser still has it."""
    return _private(_show(request, make_form(Written(), fault=TOO_LARGE), 413))


def not_taken_in(request: HttpRequest, status: int) -> HttpResponse:
    """503 or 408: there is no place for the words now, or they did not arrive. The reader's browser still has them."""
    fault = BUSY_UNREAD if status == 503 else NOT_ARRIVED
    return _later(_show(request, make_form(Written(), fault=fault), status), BUSY_SECONDS)


def _answer(request: HttpRequest) -> HttpResponse:
    """Whatever goes wrong while words are at hand is told by its kind alone, and the words are given back."""
    written = Written()
    try:
        written = _read(request)
        return _found(request, written)
    except (KeyboardInterrupt, SystemExit):
        raise
    except (BadRequest, SuspiciousOperation, MultiPartParserError):
        return _show(request, make_form(Written(), fault=UNREADABLE), 400)
    except BaseException as error:  # noqa: BLE001 - an engine's panic is no Exception
        kind = type(error).__name__
    log.error("similar cases could not be looked for", problem=kind)
    return _show(request, make_form(written, "failed"), 500)


def _found(request: HttpRequest, written: Written) -> HttpResponse:
    if not is_ours(request, when_silent=True):
        return _show(request, make_form(written, fault=FROM_ELSEWHERE), 403)
    if fault := find_fault(written):
        return _show(request, make_form(written, fault=fault), 400)
    if wait := math.ceil(_allowance.take(reader_of(request))):
        fault = ASKED_OFTEN.format("a second" if wait == 1 else f"{wait} seconds")
        return _later(_show(request, make_form(written, fault=fault), 429), wait)
    if not _comparing.acquire(timeout=PATIENCE):
        return _later(_show(request, make_form(written, fault=BUSY), 429), BUSY_SECONDS)
    try:
        return _compared(request, written)
    finally:
        _comparing.release()


def _compared(request: HttpRequest, written: Written) -> HttpResponse:
    try:
        alike = find_alike(written.words, request=_narrowed(written))
    except IndexNotReadyError:
        return _later(_show(request, make_form(written, "preparing"), 503), 60)
    return _show(request, make_found(written, alike), 200)


def _read(request: HttpRequest) -> Written:
    given = request.POST
    show_ = given.get("show", "")
    shown = int(show_) if show_.isascii() and show_.isdecimal() and len(show_) < 4 else SHOWN
    return Written(
        words=clean_words(given.get("words", "")),
        council=given.get("council", "")[:200],
        subject=given.get("subject", "")[:200],
        show=min(max(shown, SHOWN), MOST_SHOWN),
    )


def _narrowed(written: Written) -> SearchRequest:
    below = "/" in written.subject
    return SearchRequest(
        organisations=(written.council,) if written.council else (),
        categories=(written.subject,) if written.subject and not below else (),
        subcategories=(written.subject,) if below else (),
    )


def _show(request: HttpRequest, page: CasesPage, status: int) -> HttpResponse:
    return show(request, "cases_like_mine", page, cases_head(page), robots=NOINDEX, status=status)


def _later(response: HttpResponse, seconds: int) -> HttpResponse:
    """The answer, which says after how many seconds to come again."""
    response["Retry-After"] = str(seconds)
    return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
