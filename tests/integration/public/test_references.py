"""A list of references: exactly those decisions, and what is said of the others."""

from urllib.parse import quote

import pytest

from tests.build.decision import NOON, published
from tests.build.reader import Reader
from upheld.register.actions.hold import hold
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db


def test_a_pasted_list_gives_exactly_its_decisions_in_its_order(reader: Reader) -> None:
    for number in range(1, 5):
        published(f"21 000 00{number}")
    seen = reader.get("/references?refs=21-000-003,+ref.+21000001%0Ano+21+000+001")
    assert seen.status == 200
    assert [entry[-11:-1] for entry in seen.entries] == ["21 000 003", "21 000 001"]
    assert "Both references were found" in seen.main
    assert "One reference stands in your list more than once." in seen.main
    assert seen.links()["Search and filter within these decisions"] == "/search?refs=21-000-003+21-000-001"
    assert seen.all("//textarea")[0] == "21-000-003, ref. 21000001 no 21 000 001"
    assert "noindex" in seen.header("X-Robots-Tag")
    assert seen.all("//form[@action='/pack']//input[@name='ref']/@value") == ["21-000-003", "21-000-001"]


def test_references_in_the_digits_of_any_script_are_read(reader: Reader) -> None:
    decision = published("21 000 001")
    published("21 000 002")
    for pasted in ("２１ ０００ ００１", "٢١٠٠٠٠٠١", "\u200f21 000 001\u200f"):
        assert reader.get(f"/search?q={quote(pasted)}").location == decision.get_absolute_url()
        assert "The reference was found" in reader.get(f"/references?refs={quote(pasted)}").main
    both = reader.get(f"/references?refs={quote('２１ ０００ ００２、２１ ０００ ００１')}")
    assert [entry[-11:-1] for entry in both.entries] == ["21 000 002", "21 000 001"]


def test_each_other_reference_is_accounted_for(reader: Reader) -> None:
    published("21 000 001")
    gone, held, lettered = (published(printed) for printed in ("21 000 002", "21 000 003", "21 000 004a"))
    withdraw([gone.pk], by="editor", at=NOON)
    hold([held.pk], by="editor", at=NOON)
    seen = reader.get("/references?refs=21000001+21000002+21000003+21000004+21000005,+Beck+Council")
    assert "1 of 5 references were found" in seen.main
    links = seen.links()
    assert links["21 000 002"] == "/decisions/21-000-002"
    assert links["21 000 003"] == "/decisions/21-000-003"
    assert links["21 000 004a"] == lettered.get_absolute_url()
    assert "Not in this register 21 000 004 (but there is 21 000 004a) 21 000 005" in seen.main
    assert "Could not be read as a reference “Beck Council”" in seen.main


def test_what_waits_for_its_day_is_as_good_as_unknown(reader: Reader) -> None:
    waiting = published("21 000 001")
    Decision.objects.filter(pk=waiting.pk).update(state="embargoed", held_until="2099-01-01")
    assert "Not in this register 21 000 001 21 000 002" in reader.get("/references?refs=21000001+21000002").main


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("nothing", "There is no reference in your list"),
        (" ".join(f"21000{number}" for number in range(100, 301)), "Your list has 201 references"),
        ("x" * 10_001, "Your list has 10,001 characters"),
    ],
)
def test_what_cannot_be_looked_up_is_refused_kindly(reader: Reader, pasted: str, words: str) -> None:
    seen = reader.get(f"/references?refs={pasted}")
    assert seen.status == 400
    assert words in seen.all("//*[contains(@class,'govuk-error-summary')]")[0]


def test_an_empty_page_explains_itself(reader: Reader) -> None:
    seen = reader.get("/references")
    assert (seen.status, seen.header("X-Robots-Tag")) == (200, reader.get("/about").header("X-Robots-Tag"))
    assert "Paste references of decisions" in seen.main
    assert reader.get("/references?refs=21000001&page=2").status == 404
