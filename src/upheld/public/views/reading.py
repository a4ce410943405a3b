"""Pages are read and nothing else."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from upheld.public.views.errors import method_not_allowed

View = Callable[..., HttpResponseBase]


def reading(view: View) -> View:
    """The view for GET and HEAD; any other method is answered 405 with a sentence."""

    @wraps(view)
    def wrapped(request: HttpRequest, **values: str) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            return method_not_allowed(request, ["GET", "HEAD"])
        return view(request, **values)

    return wrapped
