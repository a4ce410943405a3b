"""The search."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from upheld.analysis.references import Reference
from upheld.public.frame import show
from upheld.public.pages.search import (
    PAGE_SIZE,
    TITLES,
    make_preparing,
    make_refused_search,
    make_search,
    preparing_head,
    search_head,
)  # fmt: skip
from upheld.public.queries.filters import find_present_slugs, name_categories, name_kinds, name_organisations
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.searching import FILTERS, MOST_VALUES, SORTS, Asked, Fault, read_dates, read_search
from upheld.public.views.decision import may_be_named, unknown_reference
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.reference import get_decision
from upheld.scheme import get_scheme
from upheld.search import IndexNotReadyError, QueryError, SearchRequest
from upheld.search import search as find


def search(request: HttpRequest) -> HttpResponse:
    """What was found; a reference leads straight to its decision; what is not understood is said, the form kept."""
    asked = read_search(request.GET)
    if reference := get_scheme().pattern.parse(asked.query):
        return _go_to(request, reference)
    asked = _renamed(asked)
    first, last, faults = read_dates(asked)
    faults = (*faults, *_faults(asked))
    if faults:
        return _refuse(request, asked, faults)
    wanted = SearchRequest(
        text=asked.query,
        outcomes=asked.values["outcome"],
        types=asked.values["type"],
        categories=asked.values["category"],
        subcategories=asked.values["subcategory"],
        organisations=asked.values["organisation"],
        kinds=asked.values["kind"],
        decided_from=first,
        decided_to=last,
        sort=asked.order,  # type: ignore[arg-type]  # one of SORTS, or _faults would have said so
        page=asked.page or 1,
        page_size=PAGE_SIZE,
    )
    return _answer(request, asked, wanted)


def _answer(request: HttpRequest, asked: Asked, wanted: SearchRequest) -> HttpResponse:
    try:
        results = find(wanted)
    except QueryError as error:
        return _refuse(request, asked, (Fault("q", str(error)),))
    except IndexNotReadyError:
        return _prepare(request, asked)
    if asked.page and asked.page > 1 and results.total <= (asked.page - 1) * PAGE_SIZE:
        last = max(1, -(-results.total // PAGE_SIZE))
        return _refuse(request, asked, (Fault("filters", f"There is no page {asked.page:,}; the last is {last:,}"),))
    page = make_search(asked, results)
    response = show(request, "search", page, search_head(asked, page), robots=NOINDEX)
    response["X-Upheld-Reads"] = f"search={results.cursor}"
    return response


def _prepare(request: HttpRequest, asked: Asked) -> HttpResponse:
    response = show(request, "search_preparing", make_preparing(asked), preparing_head(), status=503)
    response["Retry-After"] = "30"
    response["Cache-Control"] = "no-store"
    return response


def _refuse(request: HttpRequest, asked: Asked, faults: tuple[Fault, ...]) -> HttpResponse:
    page = make_refused_search(asked, faults)
    return show(request, "search", page, search_head(asked, page), status=400)


def _go_to(request: HttpRequest, reference: Reference) -> HttpResponse:
    """To the decision, or to its notice; the page that helps when the register has neither."""
    known = get_decision(reference)
    if known and known.state == PUBLISHED:
        return with_robots(HttpResponseRedirect(known.get_absolute_url()), NOINDEX)
    if known and may_be_named(known):
        return with_robots(HttpResponseRedirect(f"/decisions/{known.slug}"), NOINDEX)
    return unknown_reference(request, reference)


def _renamed(asked: Asked) -> Asked:
    """The search with today's slugs in place of former ones, so that no address breaks, and subcategories in full."""
    values = dict(asked.values)
    for name in ("category", "subcategory", "organisation"):
        if former := find_present_slugs(name, values[name]) if values[name] else {}:
            values[name] = tuple(dict.fromkeys(former.get(value, value) for value in values[name]))
    values["subcategory"] = _in_full(values["subcategory"])
    return replace(asked, values=values) if values != asked.values else asked


def _in_full(values: tuple[str, ...]) -> tuple[str, ...]:
    """`homelessness` as `housing/homelessness`, and as any other category's that has one of that name."""
    if all("/" in value for value in values):
        return values
    known = name_categories()[1]
    every = {value: [one for one in known if one.endswith(f"/{value}")] for value in values if "/" not in value}
    return tuple(dict.fromkeys(one for value in values for one in every.get(value) or [value]))


def _faults(asked: Asked) -> tuple[Fault, ...]:
    faults = [Fault("filters", f"“{value[:60]}” is not known under {TITLES[name]}") for name, value in _unknown(asked)]
    for name in FILTERS:
        if len(asked.values[name]) > MOST_VALUES:
            faults = [Fault("filters", f"At most {MOST_VALUES} values can be chosen under {TITLES[name]}")]
    if asked.sort and asked.sort not in SORTS:
        faults.append(Fault("filters", f"Results can be sorted by: {', '.join(SORTS)}"))
    if asked.page is None:
        faults.append(Fault("filters", "Pages are numbered from 1"))
    return tuple(faults[:10])


def _unknown(asked: Asked) -> list[tuple[str, str]]:
    """The chosen values that the register does not know, with their filter."""
    scheme = get_scheme()
    chosen = {name: values for name, values in asked.values.items() if values}
    if not chosen:
        return []
    categories, subcategories = name_categories()
    known = {
        "outcome": {one.slug for one in scheme.outcomes},
        "type": {one.slug for one in scheme.document_types},
        "category": set(categories),
        "subcategory": set(subcategories),
        "organisation": set(name_organisations(chosen.get("organisation", ())[: MOST_VALUES + 1])),
        "kind": set(name_kinds()) if "kind" in chosen else set(),
    }
    return [(name, value) for name, values in chosen.items() for value in values if value not in known[name]]
