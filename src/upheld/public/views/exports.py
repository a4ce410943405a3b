"""All that a search finds, as a file, and what such a file says of itself."""

import json
from collections.abc import Callable, Iterator
from functools import wraps

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from upheld.lib.clock import now
from upheld.public.allowance import reader_of
from upheld.public.exports.as_csv import write_csv
from upheld.public.exports.as_json import write_json, write_lines
from upheld.public.exports.as_xlsx import write_xlsx
from upheld.public.exports.description import address, describe
from upheld.public.exports.forms import CSV, EXCEL, FORMS, LINES, Form
from upheld.public.exports.reading import Reading
from upheld.public.exports.selection import AheadError
from upheld.public.exports.sending import Sending
from upheld.public.exports.taking import Taken, read_taking, take
from upheld.public.exports.turns import RETRY_SECONDS, others_wait, take_turn
from upheld.public.frame import show
from upheld.public.pages.errors import error_head, make_busy
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.turns import BusyError
from upheld.public.wanted import Wanted
from upheld.register.queries.register import is_demo
from upheld.search import IndexNotReadyError, QueryError

log = structlog.get_logger()
TAKE_AWAY = "/search/take-away"
View = Callable[..., HttpResponseBase]
BUSY = "Other files are being sent just now, or another one to you. Please try again in half a minute."
PREPARING = "The search is being prepared. Please try again in half a minute."


def saying_why(view: View) -> View:
    """The view for what is understood; where something is wrong, a sentence in plain text with 400 or 503."""

    @wraps(view)
    def wrapped(request: HttpRequest, **values: str) -> HttpResponseBase:
        wanted = read_taking(request.GET)
        if wanted.faults:
            return say(400, "\n".join(f"{fault.message}." for fault in wanted.faults))
        try:
            return view(request, wanted, **values)
        except (QueryError, AheadError) as error:
            return say(400, f"{str(error).rstrip('.')}.")
        except IndexNotReadyError:
            return say(503, PREPARING)
        except BusyError:
            return refuse_busy(request)

    return wrapped


@saying_why
def export(request: HttpRequest, wanted: Wanted, ending: str) -> HttpResponseBase:
    """The file, sent while it is read from the register."""
    form = FORMS[ending.lower()]
    turn = take_turn(reader_of(request))
    try:
        taken = take(wanted)
        pieces = Sending(_pieces(form, wanted, taken), turn.give_back, others_wait)
        response = StreamingHttpResponse(pieces, content_type=form.kind)
    except BaseException:
        turn.give_back()
        raise
    number = taken.selection.number
    described = f"{settings.PUBLIC_URL}{address(wanted.asked, number, '/search.about.json')}"
    response["Content-Disposition"] = f'attachment; filename="decisions-as-of-{number}.{form.ending}"'
    response["Link"] = f'<{described}>; rel="describedby"; type="application/json"'
    response["Cache-Control"] = "no-store"
    return _unlisted(response)


@saying_why
def about(request: HttpRequest, wanted: Wanted) -> HttpResponseBase:
    """What a file of this search says of itself, for those that cannot: how many, as of when, checksum."""
    del request
    with take_turn():
        taken = take(wanted)
    values = _about(wanted, taken) | {"removed_since": list(taken.selection.removed)}
    response = HttpResponse(json.dumps(values, ensure_ascii=False, indent=2) + "\n", "application/json")
    response["Cache-Control"] = "no-store"
    return _unlisted(response)


def refuse_busy(request: HttpRequest) -> HttpResponse:
    """503: a page for people, a sentence for programs."""
    if "text/html" not in request.headers.get("Accept", ""):
        return say(503, BUSY)
    page = make_busy(TAKE_AWAY + (f"?{query}" if (query := request.META["QUERY_STRING"]) else ""), BUSY)
    response = show(request, "error", page, error_head(page), status=page.status)
    response["Cache-Control"] = "no-store"
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def say(status: int, sentence: str) -> HttpResponse:
    """A sentence in plain text."""
    response = HttpResponse(f"{sentence}\n", "text/plain; charset=utf-8", status=status)
    response["Cache-Control"] = "no-store"
    if status == 503:
        response["Retry-After"] = str(RETRY_SECONDS)
    return with_robots(response, NOINDEX)


def _pieces(form: Form, wanted: Wanted, taken: Taken) -> Iterator[bytes]:
    rows, values = Reading(taken.selection), _about(wanted, taken)
    if form is CSV:
        return write_csv(rows)
    if form is EXCEL:
        return write_xlsx(rows, lambda: values | _shown(rows), lambda: rows.end()["removed_since"])
    write = write_lines if form is LINES else write_json
    return write(values, rows, rows.end, demo=is_demo())


def _shown(rows: Reading) -> dict[str, object]:
    end = rows.end()
    return {"decisions": end["decisions"], "checksum": end["checksum"]}


def _about(wanted: Wanted, taken: Taken) -> dict[str, object]:
    number, counted = taken.selection.number, taken.survey
    return describe(wanted.asked, number, counted, now(), order=taken.order, notes=taken.notes)


def _unlisted(response: HttpResponseBase) -> HttpResponseBase:
    response["X-Robots-Tag"] = NOINDEX
    return response
