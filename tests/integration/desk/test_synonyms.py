"""The page of words that mean the same, in the desk."""

from collections.abc import Callable

import pytest

from tests.build.decision import published
from tests.build.person import signed_in_client
from tests.build.reader import Seen
from upheld.search.queries.synonyms import get_synonyms

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAGE = "/desk/synonyms"


def test_an_editor_tries_changes_and_restores_the_list(index: Callable[[], None]) -> None:
    published(summary="A heron was disturbed.")
    index()
    client = signed_in_client("editor")
    assert "SEN = special educational needs" in Seen(client.get(PAGE)).main

    form = {"text": "heron = wader", "seen": "0"}
    tried = Seen(client.post(PAGE, {**form, "do": "try", "try": "wader"})).main
    assert "“wader” finds 1 decision with this list and 0 decisions without." in tried
    assert "“wader” also looks for “heron”" in tried
    assert get_synonyms().number == 0

    wrong = Seen(client.post(PAGE, {**form, "text": "heron = wader\nodd", "do": "save"}))
    assert (wrong.status, "Line 2: Write what means the same" in wrong.main) == (400, True)
    assert "The list is changed." in Seen(client.post(PAGE, {**form, "do": "save"}, follow=True)).main
    number = get_synonyms().number

    clash = Seen(client.post(PAGE, {"text": "otter = wader", "seen": "0", "do": "save"}))
    assert clash.status == 409
    assert "Somebody else has changed the list" in clash.main
    assert get_synonyms().text == "heron = wader\n"
    earlier = number
    saved = client.post(PAGE, {"text": "otter = wader", "seen": str(number), "do": "save"}, follow=True)
    assert "otter = wader" in Seen(saved).main
    assert "heron = wader" in Seen(client.get(f"{PAGE}?list={earlier}")).main

    seen = str(get_synonyms().number)
    restored = Seen(client.post(f"{PAGE}/restore", {"seen": seen}, follow=True)).main
    assert "The list is what the scheme comes with." in restored
    assert get_synonyms().is_default
    assert signed_in_client("reader").get(PAGE).status_code == 403
