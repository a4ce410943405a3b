"""The journal."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from upheld.accounts.models import Person
from upheld.accounts.requirements import requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.journal import journal_head, make_journal
from upheld.desk.queries.journal import Written, list_entries
from upheld.journal.queries.chain import get_chain_head
from upheld.register.models import Decision
from upheld.register.queries.reference import get_decision
from upheld.scheme import get_scheme

_LONGEST = 320


@requires("journal")
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Who did what, when; by person, kind and decision, a page at a time."""
    asked = {name: request.GET.get(name, "").strip()[:_LONGEST] for name in ("person", "kind", "reference", "before")}
    decision, faults = _decision(asked["reference"])
    before = int(asked["before"]) if asked["before"].isdecimal() and len(asked["before"]) < 15 else None
    found: Sequence[Written] = ()
    more = None
    if not faults:
        found, more = list_entries(person=asked["person"], subject=asked["kind"], decision=decision, before=before)
    page = make_journal(
        found, get_chain_head(), people=list(Person.objects.values_list("email", flat=True)), person=asked["person"],
        subject=asked["kind"], reference=asked["reference"], faults=faults, more=more,
    )  # fmt: skip
    return show(request, "journal", page, journal_head())


def _decision(text: str) -> tuple[Decision | None, tuple[Fault, ...]]:
    if not text:
        return None, ()
    scheme = get_scheme()
    reference = scheme.pattern.parse(text)
    if reference is None:
        return None, (Fault(f"Write the reference like {scheme.reference.example}", "reference"),)
    decision = get_decision(reference)
    if decision is None:
        return None, (Fault(f"The register has no decision {reference.printed}", "reference"),)
    return decision, ()
