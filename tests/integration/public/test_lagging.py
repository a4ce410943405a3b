"""What was withdrawn while nobody follows is in no list, no figure and no file, though the index still has it."""

import datetime as dt
import json
from collections.abc import Callable

import pytest
from django.test import Client

from tests.build.alike import TOLD, about_a_bus, publish_alike
from tests.build.decision import NOON
from tests.build.reader import Reader
from upheld.register.actions.hold import hold
from upheld.register.actions.publish import publish
from upheld.register.actions.withdraw import restore, withdraw
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
BUS = "/search?q=school+bus"
ACT = [{"heading": "The law", "blocks": [{"number": 1, "text": "(Education Act 1996, section 508B)"}]}]


@pytest.fixture
def gone(reader: Reader, index: Callable[[], None]) -> tuple[Decision, Decision]:
    """Two of thirteen, one alone with its year, the other with its law; the index has all."""
    publish_alike(count=10)
    own = about_a_bus(10, decided_on=dt.date(2011, 5, 5)), about_a_bus(11, sections=ACT)
    publish([*own, about_a_bus(12, decided_on=dt.date(2012, 5, 5))], by="editor", at=NOON)
    index()
    assert figures(reader) == ("13 decisions", "2011", "/law/education-act-1996")
    first, second = Decision.objects.filter(reference__in=[one.reference for one in own]).order_by("reference")
    withdraw([first.pk], by="editor", at=NOON)
    hold([second.pk], by="editor", at=NOON)
    return first, second


def figures(reader: Reader) -> tuple[str, str, str]:
    """The count of a search, its first year, and the law that is listed."""
    found, laws = reader.get(BUS), reader.get("/law")
    total = found.all("//h2[contains(., 'decisions for')]")[0].partition(" for")[0]
    years = [year for year in ("2011", "2012") if year in " ".join(found.all("//table//th"))]
    return total, years[0], next(iter(laws.all("//main//a[starts-with(@href, '/law/')]/@href")), "")


def test_lists_and_figures_leave_it_out_at_once(reader: Reader, gone: tuple[Decision, Decision]) -> None:
    assert figures(reader) == ("11 decisions", "2012", "")
    found = reader.get(BUS)
    assert len(found.entries) == 10
    assert "Out of the 35 decisions held" in found.main
    assert not [one for one in gone if one.reference in found.main]
    assert "In 11 similar decisions" in reader.post(
        "/cases-like-mine", {"words": TOLD}, Sec_Fetch_Site="same-origin", Origin="null"
    ).main  # fmt: skip
    left = Decision.objects.get(reference="98 100 000").get_absolute_url()
    assert not [one for one in gone if one.get_absolute_url() in reader.get(left).response.content.decode()]
    assert json.loads(reader.get("/search/suggest?q=Education+Act").response.content)["suggestions"] == []


def test_files_of_results_leave_it_out_at_once(client: Client, gone: tuple[Decision, Decision]) -> None:
    told = json.loads(client.get(f"{BUS.replace('?', '.json?')}").getvalue())
    rows = told["decisions"]
    assert len(rows) == 11
    assert not {one.reference for one in gone} & {row["reference"] for row in rows}
    assert b"11 decisions" in client.get(BUS.replace("?", "/take-away?")).getvalue()


def test_it_stays_away_when_the_index_follows(
    reader: Reader, gone: tuple[Decision, Decision], index: Callable[[], None]
) -> None:
    publish([about_a_bus(13)], by="editor", at=NOON)
    assert figures(reader)[0] == "11 decisions"
    index()
    assert figures(reader)[0] == "12 decisions"
    restore([gone[0].pk], by="editor", at=NOON)
    index()
    assert figures(reader)[:2] == ("13 decisions", "2011")
