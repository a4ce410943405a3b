"""The data dictionary."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.dictionary import dictionary_head, make_dictionary


def dictionary(request: HttpRequest) -> HttpResponse:
    """What every column means."""
    return show(request, "dictionary", make_dictionary(), dictionary_head())
