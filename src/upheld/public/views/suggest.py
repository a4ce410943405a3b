"""Suggestions for the search field."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from upheld.public.pages.suggestions import make_suggestions
from upheld.public.robots import NOINDEX, with_robots
from upheld.search import suggest, suggestions_cursor
from upheld.search.suggestions.suggesting import LONGEST

_TOO_LONG = f"Suggestions are given for at most {LONGEST} characters; send the search itself for more"


def suggestions(request: HttpRequest) -> HttpResponse:
    """JSON for what is typed so far: `suggestions`, at most eight, and nothing else. Too long a text is a 400."""
    typed = request.GET.get("q", "")
    if len(typed) > LONGEST:
        return _as_data({"error": _TOO_LONG}, status=400)
    cursor = suggestions_cursor()  # before: what is suggested is never older than the answer says
    response = _as_data({"suggestions": make_suggestions(suggest(typed))})
    response["X-Upheld-Reads"] = f"search={cursor}"
    return response


def _as_data(content: dict[str, object], status: int = 200) -> HttpResponse:
    """Not for search engines, and asked for again before each use, as all that can be withdrawn."""
    response = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = "no-store" if status != 200 else "no-cache"
    return with_robots(response, NOINDEX)
