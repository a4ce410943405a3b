"""“Someone can be recognised here”: the form, and what is said after it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.conf import settings

from upheld.editorial.actions.report_recognition import LONGEST, LONGEST_CONTACT, WHO, add_working_days
from upheld.lib.dates import date_in_zone
from upheld.register.models import Decision
from upheld.scheme import get_scheme
from upheld.ui.site import HOME, Head, Link

Stage = Literal["form", "sent", "not-shown", "busy"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is missing from a field, by its id."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The form for one decision (`stage` is form), or what is said in its place.

    `sent`: it was taken. `not-shown`: the decision cannot be read at present. `busy`: too many came in at once.
    Posts `who`, `words` and `contact` to `action`. `typed` and `faults` are what was sent and could not be taken.
    """

    stage: Stage
    reference: str
    decision: Link
    action: str
    who: tuple[tuple[str, str], ...]
    longest: int
    longest_contact: int
    answer_by: dt.date
    working_days: int
    keep_days: int
    contact: str
    typed: dict[str, str]
    faults: tuple[Fault, ...]


def make_recognised(
    decision: Decision,
    stage: Stage,
    at: dt.datetime,
    typed: dict[str, str] | None = None,
    faults: tuple[Fault, ...] = (),
) -> RecognisedPage:
    """The page."""
    scheme = get_scheme()
    promise = scheme.recognition
    return RecognisedPage(
        stage=stage,
        reference=decision.reference,
        decision=Link(f"Decision {decision.reference}", decision.get_absolute_url()),
        action=f"/recognised/{decision.slug}",
        who=tuple(WHO.items()),
        longest=LONGEST,
        longest_contact=LONGEST_CONTACT,
        answer_by=add_working_days(date_in_zone(at, scheme.timezone), promise.working_days),
        working_days=promise.working_days,
        keep_days=promise.keep_days,
        contact=settings.CONTACT or scheme.texts.contact,
        typed=typed or {},
        faults=faults,
    )


def find_faults(typed: dict[str, str]) -> tuple[Fault, ...]:
    """What keeps the form from being taken."""
    found = []
    if typed["who"] not in WHO:
        found.append(Fault("who", "Choose who can be recognised"))
    if not any(character.isalnum() for character in typed["words"]):  # what is only invisible tells nothing
        found.append(Fault("words", "Write what gives them away"))
    if len(typed["words"]) > LONGEST:
        found.append(Fault("words", f"Write at most {LONGEST:,} characters; this has {len(typed['words']):,}"))
    if len(typed["contact"]) > LONGEST_CONTACT:
        found.append(Fault("contact", f"Write at most {LONGEST_CONTACT} characters"))
    return tuple(found)


def recognised_head(page: RecognisedPage) -> Head:
    """What the page says of itself."""
    titles = {
        "form": "Someone can be recognised here",
        "sent": "Thank you. We have what you wrote",
        "not-shown": "This decision is not shown at present",
        "busy": "We cannot take this now",
    }
    title = f"Error: {titles[page.stage]}" if page.faults else titles[page.stage]
    return Head(f"{title} – {page.reference}", trail=(HOME, page.decision) if page.stage == "form" else (HOME,))
