"""Why a search finds a decision, or not."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from upheld.accounts.requirements import requires
from upheld.analysis.references import Reference
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.explain import (
    Explained,
    ExplainPage,
    explain_head,
    make_explain,
    make_found,
    make_not_found,
    make_out_of_sight,
)  # fmt: skip
from upheld.desk.searched import LONGEST, read_searched
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.reference import get_decision
from upheld.scheme import get_scheme
from upheld.search import IndexNotReadyError, QueryError, SearchRequest, search
from upheld.search import explain as tell
from upheld.search.conditions import find_place, is_indexed, list_conditions

_LONGEST_REFERENCE = 60


@requires("see")
@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """The form; with a search and a reference, the answer."""
    given, named = request.GET.get("q", "")[:LONGEST], request.GET.get("reference", "")[:_LONGEST_REFERENCE].strip()
    if "q" not in request.GET:
        return _show(request, make_explain(given, named))
    reference = get_scheme().pattern.parse(named)
    decision = get_decision(reference) if reference else None
    searched = read_searched(given)
    faults = (*searched.faults, *_unknown(reference, decision))
    if reference is None or decision is None or faults:
        return _show(request, make_explain(given, named, faults), 400)
    try:
        explained = _explain(searched.request, decision, f"{reference.key}{reference.suffix}")
    except QueryError as error:
        return _show(request, make_explain(given, named, (Fault(str(error), "q"),)), 400)
    except IndexNotReadyError:
        wait = Fault("The search is being prepared; ask again in a moment")
        return _show(request, make_explain(given, named, (wait,)), 503)
    return _show(request, make_explain(given, named, explained=explained))


def _explain(request: SearchRequest, decision: Decision, reference: str) -> Explained:
    if decision.state != PUBLISHED:
        return make_out_of_sight(decision)
    results = search(request)
    conditions = list_conditions(request, reference)
    if not search(replace(request, references=(reference,))).total:
        return make_not_found(decision, conditions, is_indexed=is_indexed(reference), results=results)
    score = tell(request, decision.pk) if request.sort == "relevance" and results.query.tree else None
    place = find_place(request, decision.pk)
    return make_found(decision, conditions, place=place, results=results, score=score)


def _unknown(reference: Reference | None, decision: Decision | None) -> tuple[Fault, ...]:
    if reference is None:
        return (Fault(f"Write the reference like {get_scheme().reference.example}", "reference"),)
    return () if decision else (Fault(f"The register has no decision {reference.printed}", "reference"),)


def _show(request: HttpRequest, page: ExplainPage, status: int = 200) -> HttpResponse:
    return show(request, "explain", page, explain_head(), status)
