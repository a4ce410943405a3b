"""Help."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from upheld.accounts.requirements import person_of, requires
from upheld.desk.frame import show
from upheld.desk.pages.help import help_head, make_help


@requires("see")
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """What states mean, who may do what, and which keys there are."""
    return show(request, "help", make_help(person_of(request).role), help_head())
