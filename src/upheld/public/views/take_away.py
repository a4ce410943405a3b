"""Taking the results of a search away."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from upheld.lib.clock import now
from upheld.public.exports.selection import AheadError
from upheld.public.exports.taking import read_taking, take
from upheld.public.exports.turns import take_turn
from upheld.public.frame import show
from upheld.public.pages.take_away import SAMPLE, TakeAwayPage, make_again, make_take_away, take_away_head
from upheld.public.robots import NOINDEX
from upheld.public.searching import Fault
from upheld.public.turns import BusyError
from upheld.public.views.exports import refuse_busy
from upheld.public.views.search import prepare, refuse
from upheld.public.wanted import Wanted
from upheld.search import IndexNotReadyError, QueryError, search


def take_away(request: HttpRequest) -> HttpResponse:
    """How many decisions a file would hold, what it covers, and the files; what is not understood is said."""
    wanted = read_taking(request.GET)
    if wanted.faults:
        return refuse(request, wanted.asked, wanted.faults)
    try:
        return _answer(request, wanted)
    except (QueryError, AheadError) as error:
        return refuse(request, wanted.asked, (Fault("q", str(error)),))
    except IndexNotReadyError:
        return prepare(request, wanted.asked)
    except BusyError:
        return refuse_busy(request)


def _answer(request: HttpRequest, wanted: Wanted) -> HttpResponse:
    if wanted.asked.place.at is not None:
        return _show(request, wanted, _again(wanted))
    results = search(replace(wanted.request, page_size=SAMPLE))
    response = _show(request, wanted, make_take_away(wanted, results, now()))
    response["X-Upheld-Reads"] = f"search={results.cursor}"
    return response


def _again(wanted: Wanted) -> TakeAwayPage:
    with take_turn():
        return make_again(wanted.asked, take(wanted), now())


def _show(request: HttpRequest, wanted: Wanted, page: TakeAwayPage) -> HttpResponse:
    return show(request, "take_away", page, take_away_head(wanted.asked, page), robots=NOINDEX)
