"""What never was public is answered like what nobody has ever heard of, at every address and by every count."""

from collections.abc import Callable
from itertools import product

import pytest
from django.test import Client

from tests.build.decision import NOON, published
from tests.build.reader import Reader
from tests.build.scheme import OFFICIAL
from upheld.editorial.actions.hold import hold
from upheld.public.twins.forms import FORMS
from upheld.register.actions.move_category import move_category
from upheld.register.actions.rename_organisation import rename_organisation
from upheld.register.models import Decision, Organisation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("official")]
TAILS = ("", "/v/1", "/v/2", "/v/1/changes", "/chapter/1", "/", *(f".{ending}" for ending in FORMS), "/v/1.json")
PLACES = ("/decisions/dovecotes/dove-law", "")


@pytest.fixture
def official(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the Ombudsman's own register has a sitemap and an embargo."""
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


def scheduled() -> Decision:
    """One that waits for its day, in a subject and of a body that nothing else is about."""
    published()
    decision = published(
        "21 000 900", category="Dovecotes", subcategory="Dove law", organisations=[{"name": "Dovebody"}]
    )
    Decision.objects.filter(pk=decision.pk).update(state="embargoed", held_until="2099-01-01", published_on=None)
    return decision


def held_before_its_day() -> Decision:
    decision = scheduled()
    hold([decision.pk], by="editor", at=NOON)
    return decision


def answer(client: Client, address: str) -> tuple[int, str, str, list[tuple[str, str]]]:
    """All that somebody who guesses can see, their own guess left out."""
    seen = client.get(address)
    body = seen.content.decode()
    for guess in ("21-000-900", "21-000-999", "21 000 900", "21 000 999", "21%2B000%2B900", "21%2B000%2B999"):
        body = body.replace(guess, "…")
    return seen.status_code, seen.headers.get("Location", ""), body, sorted(seen.headers.items())


@pytest.mark.slow
@pytest.mark.parametrize("make", [scheduled, held_before_its_day])
def test_its_addresses_tell_nobody_that_it_is_there(client: Client, make: Callable[[], Decision]) -> None:
    make()
    for place, tail in product(PLACES, TAILS):
        theirs, unknown = (answer(client, f"{place}/{slug}{tail}") for slug in ("21-000-900", "21-000-999"))
        assert theirs[:3] == unknown[:3]
        assert [pair for pair in theirs[3] if pair[0] != "Content-Length"] == [
            pair for pair in unknown[3] if pair[0] != "Content-Length"
        ]
    assert answer(client, "/search?q=21+000+900")[:3] == answer(client, "/search?q=21+000+999")[:3]


@pytest.mark.parametrize("make", [scheduled, held_before_its_day])
def test_its_subject_and_its_body_are_as_unknown_as_it_is(reader: Reader, make: Callable[[], Decision]) -> None:
    make()
    for address in ("/decisions/dovecotes", "/decisions/dovecotes/dove-law", "/organisations/dovebody"):
        assert reader.get(address).status == 404
    for query in ("category=dovecotes", "subcategory=dovecotes/dove-law", "organisation=dovebody"):
        assert reader.get(f"/search?{query}").status == 400
    seen = ("/", "/decisions", "/organisations", "/sitemaps/pages.xml", "/search?outcome=none", "/search/help")
    for address in (*seen, "/cases-like-mine"):
        assert "dove" not in reader.client.get(address).content.decode().lower(), address


def test_what_they_are_called_now_is_told_nobody_who_knew_their_names(reader: Reader) -> None:
    decision = scheduled()
    rename_organisation(Organisation.objects.get(name="Dovebody").pk, "Pigeonbody", by="editor", at=NOON)
    for pk, name in ((decision.subcategory_id, "Pigeon law"), (decision.category_id, "Pigeonry")):
        move_category(pk or 0, name=name, by="editor", at=NOON)
    for address in ("/organisations/dovebody", "/decisions/dovecotes", "/decisions/dovecotes/dove-law"):
        assert reader.get(address).status == 404
    for query in ("category=dovecotes", "subcategory=dovecotes/dove-law", "organisation=dovebody"):
        assert "pigeon" not in reader.get(f"/search?{query}").text.lower()
    Decision.objects.filter(pk=decision.pk).update(state="published", held_until=None)
    assert reader.get("/decisions/dovecotes").location == "/decisions/pigeonry"
    assert reader.get("/organisations/dovebody").location == "/organisations/pigeonbody"


def test_a_subject_comes_back_with_what_it_holds(reader: Reader) -> None:
    decision = scheduled()
    Decision.objects.filter(pk=decision.pk).update(state="published", held_until=None)
    assert "1 decision" in reader.get("/decisions/dovecotes/dove-law").main
    assert "dovecotes/dove-law" in reader.client.get("/sitemaps/pages.xml").content.decode()
