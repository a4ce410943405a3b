"""The journal on every database: numbers without gaps under several writers, and nothing is ever changed."""

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow  # several processes at once

WRITE = """
import datetime as dt
from tests.build.decision import record
from upheld.register.actions.publish import publish
for n in range(20):
    records = [record(f"21 {worker:03d} {n:03d}"), record(f"22 {worker:03d} {n:03d}")]
    publish(records, by="writer", at=dt.datetime.now(dt.UTC))
"""
READ = """
from upheld.journal.models import Entry
from upheld.register.models import Decision
numbers = list(Entry.objects.order_by("number").values_list("number", flat=True))
assert numbers == list(range(1, len(numbers) + 1)), numbers
assert Entry.objects.filter(kind="decision.published").count() == Decision.objects.count() == 120
"""
CHANGE = """
from django.db import DatabaseError, connection, transaction
from tests.build.decision import NOON, record
from upheld.register.actions.publish import publish
publish([record()], by="writer", at=NOON)
statements = ["UPDATE journal_entry SET kind = 'x'", "DELETE FROM journal_entry", "DELETE FROM register_version",
              "UPDATE register_version SET summary = 'x'"]
if connection.vendor == "postgresql":
    statements += ["TRUNCATE journal_entry", "TRUNCATE register_version CASCADE"]
for statement in statements:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        assert "append-only" in str(error) or "immutable" in str(error), error
    else:
        raise AssertionError(statement)
with connection.cursor() as cursor:
    cursor.execute("UPDATE register_version SET content_hash = NULL, summary = NULL, content = NULL")
"""


def run(deployment: Deployment, *programs: str) -> None:
    processes = [deployment.python(program) for program in programs]
    for process in processes:
        output, _ = process.communicate()
        assert process.returncode == 0, output


def test_several_writers_leave_no_gap(database: Deployment) -> None:
    run(database, "")  # makes the tables
    run(database, *(f"worker = {number}\n{WRITE}" for number in range(3)))
    run(database, READ)


def test_the_database_refuses_to_change_what_happened(database: Deployment) -> None:
    run(database, CHANGE)
