"""Find."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from upheld.accounts.queries.person import list_people
from upheld.accounts.requirements import person_of, requires
from upheld.desk.asking import Asked, read_asked, read_days
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.find import find_head, make_find
from upheld.desk.pages.rows import row_of
from upheld.desk.queries.found import Found, Wanted
from upheld.desk.queries.found import find as look
from upheld.editorial.queries.saved_view import list_views
from upheld.register.models import Category
from upheld.scheme import get_scheme


@requires("see")
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """What was found; a reference that one thing alone has leads straight to it."""
    asked = read_asked(request.GET)
    first, last, faults = read_days(asked)
    if faults:
        return _answer(request, asked, Found(), faults)
    reference = get_scheme().pattern.parse(asked.query) if asked.query else None
    found = look(Wanted(asked, first, last, person_of(request).email, reference))
    if reference and len(found.hits) == 1 and asked == Asked(query=asked.query):
        return HttpResponseRedirect(row_of(found.hits[0]).href)
    return _answer(request, asked, found, ())


def _answer(request: HttpRequest, asked: Asked, found: Found, faults: tuple[Fault, ...]) -> HttpResponse:
    person = person_of(request)
    page = make_find(
        asked,
        found,
        person,
        people=list_people(),
        categories=_categories(),
        views=list_views(person.email),
        faults=faults,
    )
    return show(request, "find", page, find_head(page), 400 if faults else 200)


def _categories() -> Sequence[tuple[str, str]]:
    return list(Category.objects.filter(parent=None).order_by("name").values_list("slug", "name"))
