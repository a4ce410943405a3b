"""The journal in the desk: by person, kind and decision, a page at a time, with the head to be noted."""

import pytest

from tests.build.decision import NOON, published
from tests.build.person import signed_in_client
from tests.build.reader import Seen
from upheld.desk.queries import journal as queries
from upheld.editorial.actions.hold import hold
from upheld.journal.queries.chain import get_chain_head

pytestmark = pytest.mark.django_db


def lines(shown: Seen) -> list[str]:
    return shown.all("//table[contains(@class, 'journal')]//tbody/tr")


def test_it_is_filtered_by_person_kind_and_decision() -> None:
    first, _ = published("21 000 001"), published("21 000 002")
    hold([first.pk], by="Ada@example.org", at=NOON)
    client = signed_in_client("manager")
    assert len(lines(Seen(client.get("/desk/journal")))) >= 5
    assert ["Held" in line for line in lines(Seen(client.get("/desk/journal?person=ada@example.org")))] == [True]
    of_one = lines(Seen(client.get("/desk/journal?reference=21000001")))
    assert [line.split()[0] for line in of_one] == ["Held", "Published"]
    assert all("Alderford" in line for line in lines(Seen(client.get("/desk/journal?kind=organisation"))))
    unknown = Seen(client.get("/desk/journal?reference=21000009"))
    assert "The register has no decision 21 000 009" in unknown.main


def test_it_goes_on_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    published("21 000 001")
    published("21 000 002")
    client, found, address = signed_in_client("manager"), [], "/desk/journal"
    while address:
        shown = Seen(client.get(address))
        found += shown.all("//table[contains(@class, 'journal')]//tbody/tr/td[last()]")
        address = shown.links().get("Older entries", "")
    assert found == [str(number) for number in range(get_chain_head().number, 0, -1)]


def test_it_shows_the_head_to_be_noted() -> None:
    published()
    assert str(get_chain_head()) in Seen(signed_in_client("manager").get("/desk/journal")).main


def test_only_those_who_may_read_it() -> None:
    assert signed_in_client("approver").get("/desk/journal").status_code == 403
