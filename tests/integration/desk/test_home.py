"""The home page: what needs somebody now, in order of urgency."""

import datetime as dt
import html
import re

import pytest
from django.test import Client

from tests.build.decision import published, record
from tests.build.draft import CHIEF, checking, draft, ready
from tests.build.importing import imported, line
from tests.build.person import make_person, sign_in, signed_in_client
from upheld.editorial.actions.hold import hold
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.editorial.actions.send import return_draft
from upheld.ingest.models import Run
from upheld.lib.clock import now
from upheld.register.actions.publish import publish

pytestmark = pytest.mark.django_db


def _home(desk: Client) -> str:
    return html.unescape(desk.get("/desk/").content.decode())


def _titles(page: str) -> list[str]:
    """The needs, with their counts, in order."""
    found = re.findall(r'need__title"[^>]*><span class="need__count">(\d+)</span> ([^<]+)<', page)
    return [f"{count} {title}" for count, title in found]


def test_an_empty_desk_says_how_to_begin() -> None:
    page = _home(signed_in_client("editor"))
    assert "Nothing needs you now" in page
    assert 'href="/desk/take-in"' in page
    assert "Take in decisions" not in _home(signed_in_client("reader"))


def test_what_is_most_urgent_comes_first() -> None:
    desk = signed_in_client("approver")
    shown = published("21 000 001")
    report_recognition(shown.pk, "me", "My street is named.", "", by="a reader", at=now())
    hold([published("21 000 002").pk], by="somebody@ombudsman.example", at=now())
    checking("21 000 003", at=now())
    ready("21 000 004", at=now())
    assert _titles(_home(desk)) == [
        "1 Reports that somebody can be recognised",
        "1 Emergencies you were told of",
        "1 Held",
        "1 Drafts with findings to answer",
        "1 Waiting for your approval",
    ]


def test_a_report_says_by_when_it_is_to_be_answered_and_not_what_was_written() -> None:
    report_recognition(published().pk, "me", "My street is named.", "", by="a reader", at=now())
    page = _home(signed_in_client("editor"))
    assert "answer by" in page
    assert "My street" not in page
    assert "answer by" not in _home(signed_in_client("reader"))


def test_ways_are_offered_to_those_who_may_go() -> None:
    assert 'href="/desk/retention"' in _home(signed_in_client("manager"))
    assert 'href="/desk/retention"' not in _home(signed_in_client("editor"))


def test_what_one_was_told_goes_when_it_is_seen() -> None:
    desk = signed_in_client("manager")
    hold([published().pk], by="somebody@ombudsman.example", at=now())
    assert "21 000 001 was held" in _home(desk)
    page = html.unescape(desk.post("/desk/notices/seen", follow=True).content.decode())
    assert "21 000 001 was held" not in page
    assert "Seen." in page


def test_what_i_prepared_does_not_wait_for_my_approval() -> None:
    person = make_person("approver", email=CHIEF)
    ready("21 000 001", by=CHIEF, at=now())
    assert "Waiting for your approval" not in "".join(_titles(_home(sign_in(Client(), person))))


def test_what_came_back_to_me_is_told_to_me_alone() -> None:
    person = make_person("editor", email="wren2@ombudsman.example")
    one = ready("21 000 001", by=person.email, at=now())
    return_draft(one.uid, one.revision, (), "Name the day.", by=CHIEF, at=now())
    assert _titles(_home(sign_in(Client(), person))) == ["1 Returned to you"]
    assert "Returned to you" not in _titles(_home(signed_in_client("editor")))


@pytest.mark.usefixtures("official")
def test_the_next_days_say_how_many_appear() -> None:
    decided = now().date() - dt.timedelta(days=40)
    publish([record(f"21 000 00{n}", decided_on=decided) for n in range(3)], by="editor", at=now())
    page = _home(signed_in_client("reader"))
    day = decided + dt.timedelta(days=42)
    assert re.search(rf'href="/desk/calendar/{day}".*?</a> <span class="counted__count">3<', page)


def test_the_week_counts_what_the_journal_tells() -> None:
    published("21 000 001")
    draft("21 000 002", at=now())
    page = _home(signed_in_client("reader"))
    assert re.search(r"<dt>Drafts begun</dt><dd><a[^>]*>1<", page)
    assert re.search(r"<dt>Published</dt><dd><a[^>]*>1<", page)
    assert re.search(r"<dt>Withdrawn</dt><dd>0<", page)


def test_an_import_that_left_something_out_leads_to_what_and_why() -> None:
    imported(line(), line("21 000 002", decided_on="someday"))
    Run.objects.update(started_at=now())
    desk = signed_in_client("editor")
    run = Run.objects.get()
    assert f'href="/desk/imports/{run.pk}"' in _home(desk)
    page = html.unescape(desk.get(f"/desk/imports/{run.pk}").content.decode())
    assert "Refused" in page
    assert "file 2, line 1" in page
    assert desk.get("/desk/imports/999").status_code == 404
