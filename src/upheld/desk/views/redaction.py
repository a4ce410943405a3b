"""Erases words from a decision: asked for, shown, confirmed."""

from collections.abc import Sequence

from django.contrib import messages
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.redaction import REPLACEMENT, make_redact, redact_head
from upheld.desk.publicly import clock, follow
from upheld.desk.queries.one_decision import get_decision_or_404
from upheld.editorial.actions.redact import Redaction, plan_redaction
from upheld.editorial.actions.redact import redact as redact_words
from upheld.lib.clock import now
from upheld.lib.text import UncleanTextError
from upheld.register.actions.erase import TracesRemainError, erase_traces, erasing
from upheld.register.actions.move_state import ReasonError
from upheld.register.models import Decision
from upheld.register.redaction import WordsError, WordsNotFoundError
from upheld.register.rules import OvertakenError, RefusedError

_REFUSALS = (
    WordsNotFoundError, WordsError, UncleanTextError, RefusedError, ReasonError, OvertakenError,
)  # fmt: skip
_LONGEST = 2_000


@requires("redact")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def redact(request: HttpRequest, uid: str) -> HttpResponse:
    """GET asks for the words; POST shows what will happen; POST with `do=erase` does it."""
    decision = get_decision_or_404(uid)
    if request.method != "POST":
        return _show(request, decision)
    words = [line.strip() for line in request.POST.get("words", "")[:_LONGEST].splitlines() if line.strip()]
    replacement = request.POST.get("replacement", REPLACEMENT)[:200]
    try:
        if request.POST.get("do") != "erase":
            return _show(request, decision, plan=plan_redaction(decision.pk, words, replacement))
        return _erase(request, decision, words, replacement)
    except _REFUSALS as error:
        return _show(request, decision, faults=[Fault(f"{error}.", "words")], status=409)


def _erase(request: HttpRequest, decision: Decision, words: Sequence[str], replacement: str) -> HttpResponse:
    reason = request.POST.get("reason", "")
    with erasing():
        redact_words(decision.pk, words, replacement, by=person_of(request).email, at=now(), reason=reason)
        seen_at = follow(request)
        traces = _forget()
    done = f"The words are erased from {decision.reference}. Gone from every page at {clock(seen_at)}."
    messages.success(request, done)
    if traces:
        messages.warning(request, traces)
    messages.warning(request, "Backups made before now still hold the words: make a new one and destroy those.")
    return HttpResponseRedirect(f"/desk/decisions/{decision.uid}", status=303)


def _forget() -> str:
    """Makes the database's files forget. Gives what remains to be done; empty when nothing does."""
    if connection.in_atomic_block:
        return "The database has not been rewritten yet: run upheld check --repair."
    try:
        erase_traces()
    except TracesRemainError as error:
        return f"{error}."
    return ""


def _show(
    request: HttpRequest, decision: Decision, *, plan: Redaction | None = None, faults: Sequence[Fault] = (),
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    words = request.POST.get("words", "").replace("\r\n", "\n")[:_LONGEST]
    replacement = request.POST.get("replacement", REPLACEMENT)[:200]
    chosen = request.POST.get("reason", "")
    page = make_redact(decision, words, replacement, chosen, plan=plan, faults=faults)
    return show(request, "redact", page, redact_head(decision), status)
