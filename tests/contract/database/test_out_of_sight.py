"""What was taken down is found and counted no more on any database, however far the index is behind."""

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow  # several processes at once

MAKE = """
from tests.build.decision import NOON, record
from upheld.register.actions.publish import publish
said = "The Council lost her papers and let {} wait."
publish([record(f"21 000 00{n}", summary=said.format(who)) for n, who in enumerate("ABCD", 1)], by="ada", at=NOON)
"""
TAKE_DOWN = """
import datetime as dt
from tests.build.decision import NOON
from upheld.journal.queries.entry import get_head
from upheld.register.actions.hold import hold, release
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision
from upheld.search import SearchRequest, search

def found(text="papers"):
    results = search(SearchRequest(text=text, years=True))
    numbers = {sum(counts.values()) for counts in (results.counts["outcome"], *results.years.values())}
    assert numbers <= {results.total}, results
    return sorted(ids[pk] for pk in results.decision_ids)

ids = {one.pk: one.reference[-1] for one in Decision.objects.all()}
pks = {last: pk for pk, last in ids.items()}
assert found() == ["1", "2", "3", "4"]
at = NOON + dt.timedelta(hours=1)
withdraw([pks["1"]], reason="accuracy", by="ada", at=at)
assert found() == ["2", "3", "4"]
hold([pks["2"]], reason="identity", by="ada", at=at)
assert found() == ["3", "4"]
redact(pks["3"], ["papers"], "[removed]", by="ada", at=at)
assert found() == ["4"]
assert found("council") == ["4"]
release([pks["2"]], by="ada", at=at)
assert found() == ["2", "4"]
assert search(SearchRequest()).cursor < get_head()
"""


def test_nothing_taken_down_is_found_before_the_index_follows(database: Deployment) -> None:
    database.do_python(MAKE)
    database.do("reindex")
    database.do_python(TAKE_DOWN)
    assert "index: stands at journal entry" in database.run("check").stdout  # that is, it lagged all the while
