"""A decision, or what is said in its place."""

from django.http import HttpRequest, HttpResponse

from upheld.analysis.references import Reference
from upheld.public.addresses import address_of
from upheld.public.frame import show
from upheld.public.pages.decision import make_decision, read_decision
from upheld.public.pages.decision_head import decision_head
from upheld.public.pages.decision_notice import DecisionNotice, make_held, make_withdrawn, notice_head
from upheld.public.pages.history import day_of, reason_words
from upheld.public.pages.marked_decision import mark_decision
from upheld.public.pages.unknown_reference import make_unknown_reference, unknown_reference_head
from upheld.public.robots import NOINDEX, decision_robots, with_robots
from upheld.public.views.searched import read_searched, way_to
from upheld.register.models import Decision
from upheld.register.models.decision import HELD, PUBLISHED, WITHDRAWN


def decision(request: HttpRequest, found: Decision, reference: Reference) -> HttpResponse:
    """The decision at its canonical address; from any other address the way there; a notice when it is not shown."""
    if found.state != PUBLISHED:
        return instead(request, found, reference)
    canonical = found.get_absolute_url()
    searched = read_searched(request, canonical)
    if searched is None and address_of(request) != canonical:
        return with_robots(way_to(request, canonical), robots_of(found))
    known = read_decision(found)
    page, robots = make_decision(known), robots_of(found)
    if searched:
        page, robots = mark_decision(page, searched, canonical), NOINDEX
    response = show(request, "decision", page, decision_head(page, known), robots=robots)
    response["X-Upheld-Reads"] = known.citing.reads
    return response


def instead(request: HttpRequest, found: Decision, reference: Reference) -> HttpResponse:
    """What stands in place of a decision that is not published. One that never was is as good as unknown."""
    if found.state == WITHDRAWN:
        reason = reason_words(found.state_reason)
        return show_notice(request, make_withdrawn(found.reference, day_of(found.state_at), reason), 410)
    if found.state == HELD and found.was_public:
        return show_notice(request, make_held(found.reference), 404)
    return unknown_reference(request, reference)


def unknown_reference(request: HttpRequest, reference: Reference) -> HttpResponse:
    """The page that helps with a reference the register does not have."""
    page = make_unknown_reference(reference)
    return show(request, "unknown_reference", page, unknown_reference_head(page), status=404)


def show_notice(request: HttpRequest, notice: DecisionNotice, status: int) -> HttpResponse:
    """A notice in its frame."""
    return show(request, "decision_notice", notice, notice_head(notice), status=status)


def robots_of(found: Decision) -> str:
    """What search engines are told of a decision."""
    subcategory = found.subcategory.slug if found.subcategory else None
    return decision_robots(found.reference, found.category.slug, subcategory)
