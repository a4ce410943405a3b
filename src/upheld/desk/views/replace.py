"""Words of a finding replaced wherever they stand in a draft; shown first."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import person_of, requires
from upheld.analysis.identifiers import Finding
from upheld.desk.frame import show
from upheld.desk.pages.draft import sub_head
from upheld.desk.pages.replace import make_replace
from upheld.desk.views.draft import REFUSALS, back_to, revision_of, view_of
from upheld.editorial.actions.replace_words import (
    Replacement,
    WordsNotFoundError,
    preview_replacement,
    replace_words,
)
from upheld.editorial.queries.draft import DraftView
from upheld.lib.clock import now
from upheld.lib.text import UncleanTextError, clean
from upheld.register.redaction import WordsError
from upheld.ui.filters import plural

MAX_REPLACEMENT = 300


@requires("prepare")
@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, uid: str) -> HttpResponse:
    """What replacing would do, with our own words or the person's; and does it when they say so."""
    view = view_of(uid)
    given = request.POST if request.method == "POST" else request.GET
    finding = _finding(view, given.get("finding", ""))
    if finding is None:
        messages.error(request, "This finding is not in the text any more. Somebody may have settled it.")
        return back_to(uid, "findings")
    replacement = " ".join(given.get("replacement", _suggested(finding)).split())
    if not replacement and request.method != "POST":
        return _show(request, view, finding, "", _everywhere(uid, finding))
    try:
        plan = _plan(uid, finding.words, replacement)
    except (WordsError, WordsNotFoundError, UncleanTextError) as error:
        return _show(request, view, finding, replacement, None, fault=str(error))
    if request.method == "POST" and given.get("do") == "replace":
        return _replace(request, view, finding, replacement, plan)
    return _show(request, view, finding, replacement, plan)


def _suggested(finding: Finding) -> str:
    """The words that can stand in their place as they are: `[postcode]`. An alias has to be chosen by somebody."""
    return finding.instead if finding.instead.startswith("[") else ""


def _everywhere(uid: str, finding: Finding) -> Replacement | None:
    """Every place where the words stand, before anything is written in their place."""
    try:
        return preview_replacement(uid, finding.words, "[…]")
    except (WordsError, WordsNotFoundError):
        return None


def _plan(uid: str, words: str, replacement: str) -> Replacement:
    if not replacement:
        raise WordsError("Write what is to stand in their place, or edit the text to take them out")
    if len(replacement) > MAX_REPLACEMENT:
        raise WordsError(f"Write at most {MAX_REPLACEMENT} letters")
    return preview_replacement(uid, words, clean(replacement))


def _replace(
    request: HttpRequest, view: DraftView, finding: Finding, replacement: str, plan: Replacement
) -> HttpResponse:
    revision, by = revision_of(request), person_of(request).email
    try:
        replace_words(view.uid, revision, finding.words, replacement, by=by, at=now())
    except (*REFUSALS, WordsError, WordsNotFoundError) as error:
        return _show(request, view, finding, replacement, plan, fault=str(error))
    places = plural(len(plan.places), "place")
    messages.success(request, f"“{finding.words}” was replaced by “{replacement}” in {places}.")
    return back_to(view.uid, _next(view, finding))


def _show(
    request: HttpRequest,
    view: DraftView,
    finding: Finding,
    replacement: str,
    plan: Replacement | None,
    *,
    fault: str = "",
) -> HttpResponse:
    sentence = f"{fault[:1].upper()}{fault[1:]}." if fault else ""
    page = make_replace(view, finding, replacement, plan, fault=sentence)
    return show(request, "replace", page, sub_head(page.title, view), 422 if fault else 200)


def _finding(view: DraftView, fingerprint: str) -> Finding | None:
    if view.record is None:
        raise Http404("its text is gone")
    return next((one.finding for one in view.findings if one.finding.fingerprint == fingerprint), None)


def _next(view: DraftView, settled: Finding) -> str:
    """The anchor of the next finding of other words."""
    places = [one.finding.fingerprint for one in view.findings]
    after = view.findings[places.index(settled.fingerprint) + 1 :]
    other = (one for one in after if one.is_open and one.finding.words.casefold() != settled.words.casefold())
    found = next(other, None)
    return f"f-{found.finding.fingerprint}" if found else "findings"
