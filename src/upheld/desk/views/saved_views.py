"""Saved views: kept, renamed, deleted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_POST, require_safe

from upheld.accounts.requirements import person_of, requires
from upheld.desk.asking import FIND, read_asked
from upheld.desk.frame import show
from upheld.desk.pages.saved_views import make_views, views_head
from upheld.editorial.actions.keep_view import ViewError, delete_view, keep_view, rename_view
from upheld.editorial.queries.saved_view import list_views

VIEWS = "/desk/views"


@requires("see")
@require_safe
def saved_views(request: HttpRequest) -> HttpResponse:
    """The person's own views, to be renamed, shared or deleted, and those of others."""
    page = make_views(list_views(person_of(request).email), person_of(request).email)
    return show(request, "saved_views", page, views_head())


@requires("see")
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keeps a search under a name."""
    asked = read_asked(QueryDict(request.POST.get("query", "")))
    name, shared = request.POST.get("name", ""), bool(request.POST.get("shared"))
    try:
        view = keep_view(name, asked.kept, shared=shared, by=person_of(request).email)
    except ViewError as error:
        messages.error(request, f"{error}.")
    else:
        messages.success(request, f"The view “{view.name}” is kept{' and shared' if shared else ''}.")
    return HttpResponseRedirect(f"{FIND}?{asked.kept}" if asked.kept else FIND, status=303)


@requires("see")
@require_POST
def rename(request: HttpRequest, view_id: int) -> HttpResponse:
    """Renames a view of the person's own, and shares it or not."""
    name, shared = request.POST.get("name", ""), bool(request.POST.get("shared"))
    try:
        rename_view(view_id, name, shared=shared, by=person_of(request).email)
    except ViewError as error:
        messages.error(request, f"{error}.")
    else:
        whose = "shared with everybody here" if shared else "yours alone"
        messages.success(request, f"The view is called “{' '.join(name.split())}” and is {whose}.")
    return HttpResponseRedirect(VIEWS, status=303)


@requires("see")
@require_POST
def delete(request: HttpRequest, view_id: int) -> HttpResponse:
    """Deletes a view of the person's own."""
    try:
        delete_view(view_id, by=person_of(request).email)
    except ViewError as error:
        messages.error(request, f"{error}.")
    else:
        messages.success(request, "The view is deleted.")
    return HttpResponseRedirect(VIEWS, status=303)
