"""A desk in the middle of a week, every word invented: for tests in a browser, pictures and measurements."""

import datetime as dt
from typing import Any

from django.db import transaction

from tests.build.decision import record
from tests.build.draft import PERSONAL, draft, ready
from tests.build.person import make_person, session_key
from upheld.editorial.actions.hold import hold
from upheld.editorial.actions.hold_draft import hold_draft
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.editorial.actions.send import return_draft, send_for_check
from upheld.lib.clock import now
from upheld.register.actions.publish import publish
from upheld.register.models import Decision

ADA, BEN, CLEO = "ada@ombudsman.example", "ben@ombudsman.example", "cleo@ombudsman.example"
PEOPLE = {
    "ada": ("editor", ADA, "Ada Okoro"),
    "ben": ("approver", BEN, "Ben Marsh"),
    "cleo": ("manager", CLEO, "Cleo Adeyemi"),
    "dora": ("administrator", "dora@ombudsman.example", "Dora Lind"),
}
_BODIES = ("Alderford Borough Council", "Ellisham City Council", "Fernley District Council", "Kestrel Homes")
_PLACES = (
    ("Housing", "Homelessness"), ("Education", "School transport"), ("Adult care services", "Charging"),
    ("Planning", "Enforcement"), ("Transport and highways", "Traffic management"),
)  # fmt: skip
_OUTCOMES = ("Upheld", "Not upheld", "Closed after initial enquiries")


def sign_everybody_in() -> dict[str, str]:
    """The people of the desk, each with a session: its key by first name."""
    with transaction.atomic():
        return {
            key: session_key(make_person(role, email=email, name=name)) for key, (role, email, name) in PEOPLE.items()
        }


def fill_desk() -> None:
    """Published, scheduled and held decisions, and drafts in every state."""
    at = now()
    today = at.date()
    publish([_record("24 000", n, today - dt.timedelta(days=90 + n)) for n in range(1, 7)], by="import", at=at)
    publish([_record("25 100", n, today - dt.timedelta(days=41 - n)) for n in range(1, 13)], by=BEN, at=at)
    shown = list(Decision.objects.filter(state="published").order_by("pk"))
    hold([shown[0].pk], by=CLEO, at=at)
    report_recognition(shown[1].pk, "me", "My street is named.", "", by="a reader", at=at)
    for n in range(1, 9):
        ready(f"25 200 {n:03}", by=ADA if n < 7 else BEN, at=at, **_facts(n, today - dt.timedelta(days=30)))
    for n in range(10, 13):
        found = draft(f"25 200 {n:03}", by=ADA, at=at, **_facts(n, today) | {"summary": PERSONAL})
        send_for_check(found.uid, found.revision, by=ADA, at=at)
    back = ready("25 200 020", by=ADA, at=at, **_facts(3, today))
    return_draft(back.uid, back.revision, (), "Say on which day the council visited.", by=BEN, at=at)
    hold_draft(draft("25 200 021", by=ADA, at=at, **_facts(2, today)).uid, by=BEN, at=at)


def _record(lead: str, number: int, decided_on: dt.date) -> Any:
    return record(f"{lead} {number:03}", **_facts(number, decided_on))


def _facts(number: int, decided_on: dt.date) -> dict[str, Any]:
    category, subcategory = _PLACES[number % len(_PLACES)]
    return {
        "organisations": [{"name": _BODIES[number % len(_BODIES)]}],
        "category": category,
        "subcategory": subcategory,
        "outcome": _OUTCOMES[number % len(_OUTCOMES)],
        "decided_on": decided_on,
    }
