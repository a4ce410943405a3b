"""Hold, release, withdraw and restore in the desk: the preview says what readers get, and they get it."""

import pytest
from django.test import Client
from lxml import html
from pytest_django.fixtures import Settings

from tests.build.decision import NOON, published, reference
from tests.build.person import make_person, signed_in_client
from tests.build.reader import Reader, Seen
from upheld.editorial.actions.hold import hold
from upheld.editorial.actions.open_review import open_review
from upheld.editorial.models import Notice
from upheld.journal.models import Entry
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db


def act(client: Client, decision: Decision, action: str, **data: str) -> Seen:
    return Seen(client.post(f"/desk/decisions/{decision.uid}/{action}", data, follow=True))


def preview(client: Client, decision: Decision, action: str, query: str = "") -> Seen:
    return Seen(client.get(f"/desk/decisions/{decision.uid}/{action}{query}"))


@pytest.mark.parametrize(("action", "status"), [("hold", 404), ("withdraw", 410)])
def test_the_preview_says_exactly_what_readers_then_get(action: str, status: int) -> None:
    decision, client = published(), signed_in_client("manager")
    before = preview(client, decision, action)
    said = before.all("//*[@class='shown__page']/p")
    assert f"answers {status}" in before.main
    act(client, decision, action)
    now = Reader().get(decision.get_absolute_url())
    assert now.status == status
    assert said == now.all("//main//h1 | //main//p[not(ancestor::ul)]")
    assert "noindex" in now.header("X-Robots-Tag")


def test_the_preview_changes_nothing_and_names_the_lists() -> None:
    decision, client = published(), signed_in_client("manager")
    before = Entry.objects.count()
    shown = preview(client, decision, "hold")
    places = shown.links("//main").values()
    assert {"/decisions/housing/homelessness", "/organisations/alderford-borough-council", "/sitemap.xml"} <= set(
        places
    )
    assert (Entry.objects.count(), Decision.objects.get().state) == (before, "published")


def test_a_hold_is_done_by_one_press_and_says_since_when_it_is_gone() -> None:
    other = make_person("manager")
    decision, client = published(), signed_in_client("editor")
    done = act(client, decision, "hold", reason="identity")
    assert "21 000 001 is held. Gone from every page at " in done.main
    entry = Entry.objects.order_by("-number")[0]
    assert (entry.kind, entry.by, entry.reason) == ("decision.held", client.person.email, "identity")  # type: ignore[attr-defined]
    assert Notice.objects.get().person == other.email


def test_there_and_back_again() -> None:
    decision, client = published(), signed_in_client("manager")
    act(client, decision, "hold")
    assert "On every page again since" in act(client, decision, "release").main
    act(client, decision, "withdraw", reason="court")
    assert "On every page again since" in act(client, decision, "restore").main
    assert Decision.objects.get().state == "published"


def test_a_search_that_does_not_come_along_is_told(settings: Settings) -> None:
    decision, client = published(), signed_in_client("manager")
    assert "The search has not come along yet" not in act(client, decision, "hold").main
    settings.FOLLOW = "tests.build.visible.never"
    released = act(client, decision, "release")
    assert "On every page again since" in released.main
    assert "The search has not come along yet" in released.main
    assert Decision.objects.get().state == "published"


def test_what_cannot_be_done_is_said_and_leaves_no_trace() -> None:
    decision, client = published(), signed_in_client("manager")
    before = Entry.objects.count()
    assert "It is not held." in preview(client, decision, "release").main
    refused = act(client, decision, "release")
    assert refused.status == 409
    assert "21 000 001 is not held." in refused.main
    assert act(client, decision, "hold", reason="nonsense").status == 409
    assert (Entry.objects.count(), Decision.objects.get().state) == (before, "published")


def test_while_a_review_is_open_the_release_says_so() -> None:
    decision, client = published(), signed_in_client("manager")
    open_review(reference(), "review", by="ada", at=NOON)
    assert "close that first" in preview(client, decision, "release").main
    hold([decision.pk], by="ada", at=NOON)
    assert "For readers nothing changes" in preview(client, decision, "release").main
    act(client, decision, "release")
    assert Decision.objects.get().state == "held"


def test_the_reason_asked_for_is_chosen() -> None:
    decision, client = published(), signed_in_client("manager")
    shown = preview(client, decision, "withdraw", "?reason=court")
    assert shown.all("//option[@selected]/@value") == ["court"]
    assert "a court's order" in shown.main


def test_no_page_of_the_desk_is_kept_by_anybody() -> None:
    decision, client = published(), signed_in_client("manager")
    for tail in ("", "/hold", "/redact", "/text", "/findings", "/correct"):
        answer = client.get(f"/desk/decisions/{decision.uid}{tail}")
        assert "no-store" in answer.headers["Cache-Control"], tail
        assert html.fromstring(answer.content) is not None
