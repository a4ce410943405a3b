"""What may stand behind a decision's address: its versions and other ways to read it, a line each."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate

from django.http import HttpRequest, HttpResponse

from upheld.analysis.references import Reference
from upheld.public.queries.referred import may_be_named
from upheld.public.twins.forms import ENDINGS
from upheld.public.views.changes import changes
from upheld.public.views.chapter import chapter
from upheld.public.views.twin import twin, version_twin
from upheld.public.views.version import version
from upheld.register.models import Decision
from upheld.register.queries.reference import get_decision
from upheld.scheme import get_scheme

View = Callable[Concatenate[HttpRequest, Decision, Reference, ...], HttpResponse]


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind the address, as a pattern, and the view it leads to.

    The view is given the request, the decision in whatever state, the reference it was asked by, and the pattern's
    named groups: those called `number` as numbers.
    """

    pattern: str
    view: View


TAILS = (
    Tail(r"/v/(?P<number>[0-9]{1,6})", version),
    Tail(r"/v/(?P<number>[0-9]{1,6})/changes", changes),
    Tail(r"/chapter/(?P<number>[0-9]{1,4})", chapter),
    Tail(rf"/v/(?P<number>[0-9]{{1,6}})\.(?P<ending>(?i:{ENDINGS}))", version_twin),
    Tail(rf"\.(?P<ending>(?i:{ENDINGS}))", twin),
)  # fmt: skip
"""The first that fits is taken. What belongs to no known decision is looked for elsewhere."""

_TAILS = tuple((re.compile(rf"(?P<decision>.+?){tail.pattern}", re.ASCII), tail.view) for tail in TAILS)


def follow_tail(request: HttpRequest, where: str) -> HttpResponse | None:
    """The answer of the view that the end of the address names; None when it is not a decision with such an end.

    One that never was public is none: its address is answered like those of references that nobody has used.
    """
    for pattern, view in _TAILS:
        if (found := pattern.fullmatch(where)) and (reference := get_scheme().pattern.at_end(found["decision"])):
            known = get_decision(reference)
            return view(request, known, reference, **_values(found)) if known and may_be_named(known) else None
    return None


def _values(found: re.Match[str]) -> dict[str, str | int]:
    groups = {name: value for name, value in found.groupdict().items() if name != "decision" and value is not None}
    return {name: int(value) if name == "number" else value for name, value in groups.items()}
