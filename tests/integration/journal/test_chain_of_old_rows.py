"""Entries written before there was a chain get their place in it, and the table goes on refusing changes."""

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow  # migrates back and forth in another process

OLD = """
from django.core.management import call_command
from django.db import connection, transaction, DatabaseError
from upheld.journal.queries.chain import list_faults, get_chain_head
from upheld.journal.actions.append import append, writing, NewEntry
from upheld.lib.clock import now
with connection.cursor() as cursor:
    cursor.execute("DROP TABLE journal_entry")
    cursor.execute("DROP TABLE journal_seal")
    cursor.execute("DELETE FROM django_migrations WHERE app = 'journal'")
call_command("migrate", "journal", "0002", verbosity=0)
with connection.cursor() as cursor:
    for number in range(1, 4001):
        cursor.execute("INSERT INTO journal_entry (number, kind, subject, reason, data, at, by) VALUES "
                       "(%s, 'decision.held', 'decision', '', '{}', '2026-01-01 12:00:00.5', 'x')", [number])
call_command("migrate", "journal", verbosity=0)
assert get_chain_head().number == 4000
with writing():
    append([NewEntry("decision.held", "decision", 1)], by="y", at=now())
assert list(list_faults()) == [], list(list_faults())
for statement in ("UPDATE journal_entry SET kind = 'x'", "DELETE FROM journal_entry"):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        assert "append-only" in str(error)
    else:
        raise AssertionError(statement)
"""


def test_rows_of_before_are_chained(deployment: Deployment) -> None:
    process = deployment.python(OLD)
    output, _ = process.communicate()
    assert process.returncode == 0, output
