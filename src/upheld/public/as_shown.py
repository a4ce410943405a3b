"""What readers would be shown of a decision in another state, made by the very views that show it."""

import copy
import datetime as dt
from http import HTTPStatus
from typing import Any

import lxml.html
from django.conf import settings
from django.http import HttpRequest

from upheld.public.robots import join, site_robots
from upheld.public.views.decision import decision as decision_view
from upheld.public.views.decision import robots_of
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.register import is_demo
from upheld.scheme import get_scheme
from upheld.ui.shown import Shown


def as_shown(decision: Decision, state: str, reason: str, at: dt.datetime) -> Shown:
    """What stands at the decision's address when it is in `state` since `at` for that reason."""
    other = copy.copy(decision)
    other.state, other.state_reason, other.state_at = state, reason, at
    address = decision.get_absolute_url()
    if state == PUBLISHED:
        robots = join(site_robots(demo=is_demo()), robots_of(other))
        title = f"Decision {decision.reference}"
        return Shown(address, HTTPStatus.OK, title, (decision.version.summary or "",), robots)
    reference = get_scheme().pattern.parse_printed(decision.reference)
    if reference is None:
        raise LookupError(decision.reference)
    response = decision_view(_request(address), other, reference)
    page: Any = lxml.html.fromstring(response.content.decode())
    notice = page.xpath("//main//h1 | //main//p[not(ancestor::ul)]")
    said = [" ".join(one.text_content().split()) for one in notice]
    return Shown(address, response.status_code, said[0], tuple(said[1:]), response.get("X-Robots-Tag", ""))


def _request(address: str) -> HttpRequest:
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", address, address
    request.META = {"SERVER_NAME": settings.ALLOWED_HOSTS[0], "SERVER_PORT": "80", "QUERY_STRING": ""}
    return request
