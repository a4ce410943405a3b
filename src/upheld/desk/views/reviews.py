"""Reviews: opened, closed, listed."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from upheld.accounts.requirements import person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.reviews import make_reviews, reviews_head
from upheld.desk.publicly import clock, follow
from upheld.editorial.actions.open_review import KINDS, REVIEW, close_review, open_review
from upheld.editorial.models import OpenReview
from upheld.editorial.queries.holds import list_all_reviews
from upheld.lib.clock import now
from upheld.register.rules import RefusedError
from upheld.scheme import get_scheme

_LONGEST = 60


@requires("hold")
@require_http_methods(["GET", "HEAD", "POST"])
def reviews(request: HttpRequest) -> HttpResponse:
    """The list; POST opens one, which holds the decision at once."""
    if request.method != "POST":
        return _show(request)
    typed, kind = request.POST.get("reference", "")[:_LONGEST], request.POST.get("kind", "")
    reference = get_scheme().pattern.parse(typed)
    if reference is None:
        return _show(request, [Fault(f"Write the reference like {get_scheme().reference.example}", "reference")], 400)
    if kind not in KINDS:
        return _show(request, [Fault("Choose what is open", "kind")], 400)
    try:
        review = open_review(reference, kind, by=person_of(request).email, at=now())
    except RefusedError as error:
        return _show(request, [Fault(f"{error}.", "reference")], 409)
    seen_at = follow(request)
    gone = f" Gone from every page at {clock(seen_at)}." if review.held_by_it else ""
    messages.success(request, f"{KINDS[kind]} of {review.reference} opened.{gone}")
    return HttpResponseRedirect("/desk/reviews", status=303)


@requires("hold")
@require_POST
def review_close(request: HttpRequest, review_id: int) -> HttpResponse:
    """Closes one; its decision goes back to where it was, unless something else keeps it."""
    review = OpenReview.objects.filter(pk=review_id).first()
    if review is None:
        raise Http404("there is no such review")
    try:
        is_back = close_review(review_id, by=person_of(request).email, at=now())
    except RefusedError as error:
        return _show(request, [Fault(f"{error}.")], 409)
    seen_at = follow(request)
    back = f" The decision is back where it was since {clock(seen_at)}." if is_back else ""
    stays = " The decision stays held." if not is_back and review.decision and review.decision.state == "held" else ""
    messages.success(request, f"{KINDS[review.kind]} of {review.reference} closed.{back}{stays}")
    return HttpResponseRedirect("/desk/reviews", status=303)


def _show(request: HttpRequest, faults: Sequence[Fault] = (), status: int = 200) -> HttpResponse:
    asked = request.POST if request.method == "POST" else request.GET
    page = make_reviews(
        list_all_reviews(), list_all_reviews(closed=True, limit=50), reference=asked.get("reference", "")[:_LONGEST],
        kind=asked.get("kind", REVIEW), example=get_scheme().reference.example, faults=faults,
    )  # fmt: skip
    return show(request, "reviews", page, reviews_head(), status)
