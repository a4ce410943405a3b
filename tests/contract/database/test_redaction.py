"""Redaction, reviews and the chain on every database: words go from every table, nobody rewrites the journal."""

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow  # several processes at once

MAKE = """
from tests.build.decision import NOON, record
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.editorial.actions.start_draft import FORM, start_draft
from upheld.register.actions.publish import publish
from upheld.register.models import Decision
said = "Perpetua Vannock complained. The Council has agreed to pay her £340."
publish([record("21 000 001", summary=said)], by="ada", at=NOON)
decision = Decision.objects.get()
said = record("21 000 001", summary="Perpetua Vannock complained again.")
start_draft(said, by="ada", at=NOON, source=FORM, decision=decision)
report_recognition(decision.pk, "known", "I know Perpetua Vannock", "", by="a reader", at=NOON)
from django.db import connection
connection.cursor().execute("ANALYZE")
"""
LOOK = """
from django.apps import apps
rows = [str(row) for model in apps.get_models() if model._meta.app_label in ("register", "editorial", "journal")
        for row in model.objects.values()]
assert len(rows) > 10
assert not [row for row in rows if "vannock" in row.lower()]
from upheld.register.models import Reading
assert ["34000" in one.remedies for one in Reading.objects.all()] == [True]
"""
SAMPLES = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT tablename, most_common_vals::text, histogram_bounds::text FROM pg_stats")
    rows = [str(row) for row in cursor.fetchall()]
assert len(rows) > 10
assert not [row for row in rows if "vannock" in row.lower()]
"""


def test_the_words_go_and_the_chain_stays_whole(database: Deployment) -> None:
    database.do_python(MAKE)
    database.do("redact", "21 000 001", "Perpetua Vannock", "Mrs B")
    database.do_python(LOOK)
    if "UPHELD_DATABASE_URL" in database.env:
        database.do_python(SAMPLES)
    head = database.do("verify-journal").split()[-1]
    assert "is held" in database.do("review", "21 000 001", "--open", "--kind", "court")
    assert "is published" in database.do("review", "21 000 001", "--close", "--kind", "court")
    assert "The journal is whole" in database.do("verify-journal", "--expect", head)
    assert "All is well" in database.do("check")
