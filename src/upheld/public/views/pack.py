"""A pack of decisions: its page and its files."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from upheld.lib.clock import now
from upheld.public.addresses import address_of, read_pairs
from upheld.public.frame import show
from upheld.public.pack.choice import MOST, Choice, read_choice
from upheld.public.pack.reading import read_pack
from upheld.public.pages.errors import error_head
from upheld.public.pages.history import day_of
from upheld.public.pages.pack import MOST_CHARACTERS, PackPage, make_choosing, make_oversized, make_pack, pack_head
from upheld.public.pages.pack_twin import make_pack_twin
from upheld.public.pages.twin_refusal import make_pack_refusal
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.turns import BusyError
from upheld.public.twins.forms import FORMS
from upheld.public.twins.press import TooLongError, get_pack_press
from upheld.scheme import get_scheme

MOST_PASTED = 20_000  # characters
RETRY_SECONDS = 10


def pack(request: HttpRequest) -> HttpResponse:
    """The pack that its address names; a form to choose one. However it was chosen, it gets one address."""
    choice = _read(request.GET)
    here, asked = choice.address(), address_of(request)
    if _pairs(asked) != _pairs(here) and _read(QueryDict(here.partition("?")[2])) == choice:
        return _moved(here)
    if not choice.chosen:
        return _show(request, make_choosing(choice))
    if len(choice.chosen) > MOST:
        return _show(request, make_oversized(choice))
    response = _show(request, make_pack(choice, read_pack(choice), day_of(now())))
    response["Cache-Control"] = "no-store"  # it says the day on which it was made
    return response


def pack_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The pack as a file; its page where there is none to make."""
    choice, form, press = _read(request.GET), FORMS[ending], get_pack_press()
    clearings = press.clearings
    found = read_pack(choice) if len(choice.chosen) <= MOST else None
    if found is None or not found.included or found.length > MOST_CHARACTERS:
        return _moved(choice.address())
    today = day_of(now())
    try:
        twin = make_pack_twin(found, len(choice.unread), today)
        made = press.make(frozenset(one.decision.pk for one in found.included), ending, twin, clearings)
    except (BusyError, TooLongError) as error:
        return _refuse(request, choice, form.name, is_busy=isinstance(error, BusyError))
    response = HttpResponse(made, form.kind)
    place = "attachment" if form.saved else "inline"
    name = f"pack-of-{len(found.included)}-{today.isoformat()}.{ending}"
    response["Content-Disposition"] = f'{place}; filename="{name}"'
    response["Cache-Control"] = "no-store"  # it says the day on which it was made
    return with_robots(response, NOINDEX)


def _read(parameters: QueryDict) -> Choice:
    """The choice. A search form sends its own list with what was ticked: then the ticks count."""
    ticked, pasted = parameters.getlist("ref"), parameters.get("refs", "")[:MOST_PASTED]
    if "q" in parameters and any(value.strip() for value in ticked):
        pasted = ""
    return read_choice(ticked, pasted, get_scheme().pattern)


def _pairs(address: str) -> list[tuple[str, str]]:
    """The query of an address, however it is spelt."""
    return read_pairs(address.partition("?")[2])


def _show(request: HttpRequest, page: PackPage) -> HttpResponse:
    return show(request, "pack", page, pack_head(page), robots=NOINDEX, status=400 if page.problem else 200)


def _moved(address: str) -> HttpResponse:
    return with_robots(HttpResponseRedirect(address), NOINDEX)


def _refuse(request: HttpRequest, choice: Choice, name: str, *, is_busy: bool) -> HttpResponse:
    """503 with a sentence, and the page, which can always be had."""
    page = make_pack_refusal(name, choice.address(), is_busy=is_busy)
    response = show(request, "error", page, error_head(page), status=page.status)
    response["Cache-Control"] = "no-store"
    if is_busy:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response
