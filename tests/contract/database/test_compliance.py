"""What became of a decision, on every database: kept, refused without a trace, and linked both ways."""

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow  # processes of their own

LIFE = """
import datetime as dt
from tests.build.decision import NOON, published, record
from upheld.analysis.references import Reference
from upheld.journal.models import Entry
from upheld.public.queries.compliance import get_compliance
from upheld.register.actions.correct import Correction
from upheld.register.actions.describe import describe
from upheld.register.actions.follow_up import follow_up, unfollow
from upheld.register.actions.hold import hold
from upheld.register.actions.satisfy import satisfy, unsatisfy
from upheld.register.models import Decision
from upheld.register.queries.record import list_records
from upheld.register.rules import RefusedError
first, second, third = (published(f"2{number} 000 001") for number in (1, 2, 3))
satisfy([first.pk, second.pk], dt.date(2023, 5, 4), by="editor", at=NOON)
before = Entry.objects.count()
try:
    satisfy([third.pk, first.pk], dt.date(2023, 5, 4), by="editor", at=NOON)
except RefusedError as error:
    assert "already" in str(error), error
assert Entry.objects.count() == before
assert Decision.objects.get(pk=third.pk).satisfied_on is None
unsatisfy([second.pk], by="editor", at=NOON)
follow_up(first.pk, third.pk, by="editor", at=NOON)
describe([Correction(first.pk, 1, record("21 000 001", further_reports=["24 000 001a", "23 000 001"]))],
         by="editor", at=NOON)
assert [one.reference for one in get_compliance(third).earlier] == ["21 000 001"]
kept = {one.reference: (one.satisfied_on, one.further_reports) for one in list_records()}
assert kept["21 000 001"] == (dt.date(2023, 5, 4), ("23 000 001", "24 000 001a")), kept
assert kept["22 000 001"] == (None, ()), kept
hold([third.pk], by="editor", at=NOON)
assert [one.reference for one in get_compliance(first).further] == ["24 000 001a"]
unfollow(first.pk, Reference("24 000 001a", "24000001", "a"), by="editor", at=NOON)
assert get_compliance(first).further == ()
"""


def test_what_became_of_a_decision(database: Deployment) -> None:
    process = database.python(LIFE)
    output, _ = process.communicate()
    assert process.returncode == 0, output
