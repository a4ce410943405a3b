"""Decisions given in: one is shown as it was read, many become drafts at once."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import person_of, requires
from upheld.desk.components import Fault
from upheld.desk.forms.facts import BETWEEN, FactsForm
from upheld.desk.frame import show
from upheld.desk.pages.new_draft import KeptReading, make_reading, new_draft_head
from upheld.desk.pages.take_in import make_take_in, make_taken_in, take_in_head, taken_in_head
from upheld.desk.uploads import MOST_BYTES, MOST_FILES, Given, receive
from upheld.ingest.actions.take_uploads import take_uploads
from upheld.ingest.found import Reading, Refusal
from upheld.ingest.queries.vocabulary import get_vocabulary
from upheld.ingest.uploads.reader import Upload, read_upload
from upheld.lib.clock import now
from upheld.scheme import get_scheme

View = Callable[..., HttpResponse]
PASTED = "pasted text"
_TOO_MUCH = "That was too much at once. Paste at most 3 MB of text, or give it as a file"


def receives_files(view: View) -> View:
    """A view that is sent files: they are kept in memory, and only once it is known who sends them."""

    @wraps(view)
    def received(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES + 16_000_000:
            return _refuse(request, f"Send at most {MOST_BYTES // 1_048_576} MB at once", 413)
        handler = receive(request)
        try:
            response: HttpResponse = csrf_protect(view)(request, *args, files=handler, **kwargs)
        except RequestDataTooBig:
            return _refuse(request, _TOO_MUCH, 413)
        except TooManyFilesSent:
            return _refuse(request, f"Send at most {MOST_FILES} files at once", 413)
        except MultiPartParserError:
            return _refuse(request, "What was sent did not arrive whole. Send it again", 400)
        return response

    return received


@csrf_exempt
@requires("prepare")
@require_http_methods(["GET", "HEAD", "POST"])
@receives_files
def take_in(request: HttpRequest, files: Any) -> HttpResponse:
    """The form; what it sends is read at once."""
    if request.method != "POST":
        return show(request, "take_in", make_take_in(), take_in_head())
    text = request.POST.get("text", "").strip()
    category = request.POST.get("place", "").partition(BETWEEN)[0] or None
    given: list[Given] = files.files
    if len(given) > 1 or (given and text):
        return _many(request, [*given, *([Given(PASTED, text.encode())] if text else [])], category)
    if given and given[0].data is not None:
        return _one(request, given[0].name, given[0].data, category)
    if given:
        return _many(request, given, category)
    if text:
        return _one(request, PASTED, text.encode("utf-8", "surrogatepass"), category)
    return _refuse(request, "Choose a file, or paste the text of a decision", 422)


def _one(request: HttpRequest, name: str, data: bytes, category: str | None) -> HttpResponse:
    """One decision is shown as it was read; several in one file become drafts; what cannot be read is told."""
    reading = Reading(name, get_vocabulary(), category, get_scheme().texts.source_address or "")
    upload = read_upload(data, reading, shows_source=True)
    if len(upload.found) != 1:
        return _many(request, [Given(name, data)], category)
    found = upload.found[0]
    if isinstance(found, Refusal):
        return _refuse(request, _refusal_sentence(name, upload), 422)
    kept = KeptReading.of(found)
    page = make_reading(kept, FactsForm.of(kept.record), source=upload.source)
    return show(request, "new_draft", page, new_draft_head(page))


def _many(request: HttpRequest, given: list[Given], category: str | None) -> HttpResponse:
    files = [(one.name, one.data) for one in given]
    taken = take_uploads(files, category=category, by=person_of(request).email, clock=now)
    page = make_taken_in(taken, len(given))
    return show(request, "taken_in", page, taken_in_head(page))


def _refusal_sentence(name: str, upload: Upload) -> str:
    found = upload.found[0]
    reason = found.reason if isinstance(found, Refusal) else ""
    return f"“{name}” {reason}" if reason[:1].islower() else f"“{name}”: {reason}"


def _refuse(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """The form again, with what was typed."""
    is_read = status == 422
    text, place = (request.POST.get("text", ""), request.POST.get("place", "")) if is_read else ("", "")
    page = make_take_in(place=place, text=text, faults=(Fault(f"{sentence}.", "files"),))
    return show(request, "take_in", page, take_in_head(), status)
