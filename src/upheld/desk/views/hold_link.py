"""A link in a mail by which one person holds one decision, without signing in."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from upheld.accounts.models import Person
from upheld.accounts.requirements import may, open_to_anyone
from upheld.desk.frame import show
from upheld.desk.pages.hold_link import HoldLinkPage, hold_link_head
from upheld.desk.publicly import clock, follow
from upheld.editorial.actions.hold import hold
from upheld.editorial.hold_links import HoldLink, SpentLinkError, is_fresh, read_hold
from upheld.lib.clock import now
from upheld.register.models import Decision
from upheld.register.models.decision import EMBARGOED, PUBLISHED
from upheld.register.rules import RefusedError


@open_to_anyone
@require_http_methods(["GET", "HEAD", "POST"])
def hold_link(request: HttpRequest, signed: str) -> HttpResponse:
    """Shows one button; pressing it holds the decision in the name of the person to whom the link was sent."""
    reached = _reach(signed)
    if reached is None:
        return _spent(request)
    link, person, decision = reached
    if decision.state not in (PUBLISHED, EMBARGOED):
        return _show(request, _page("already", decision, person, signed))
    if not is_fresh(link, decision):
        return _spent(request)
    if request.method != "POST":
        return _show(request, _page("ask", decision, person, signed))
    try:
        hold([decision.pk], by=person.email, at=now())
    except RefusedError:
        return _show(request, _page("already", decision, person, signed))
    return _show(request, replace(_page("held", decision, person, signed), gone_at=clock(follow(request))))


def _reach(signed: str) -> tuple[HoldLink, Person, Decision] | None:
    """Who may hold what by this link; None when nobody may any more."""
    try:
        link = read_hold(signed)
    except SpentLinkError:
        return None
    person = Person.objects.filter(pk=link.person_id).first()
    decision = Decision.objects.filter(uid=link.uid).first()
    return (link, person, decision) if person and decision and may(person, "hold") else None


def _page(stage: str, decision: Decision, person: Person, signed: str) -> HoldLinkPage:
    return HoldLinkPage(stage, decision.reference, person.email, "", f"/desk/hold/{signed}")


def _show(request: HttpRequest, page: HoldLinkPage, status: int = 200) -> HttpResponse:
    return show(request, "hold_link", page, hold_link_head(page), status)


def _spent(request: HttpRequest) -> HttpResponse:
    return _show(request, HoldLinkPage("spent", "", "", "", ""), 410)
