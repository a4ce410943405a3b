"""Chains the entries: a hash in each, over all it says and the hash before it, and a seal at the end."""

from itertools import islice
from typing import Any

from django.db import migrations, models

from upheld.journal.chain import START, Fields, link
from upheld.lib.triggers import allow, refuse

MESSAGE = "The journal is append-only"
EVENTS = ("UPDATE", "DELETE", "TRUNCATE")
_BATCH = 2_000


def chain_entries(apps: Any, schema_editor: Any) -> None:
    """Gives every entry its hash, in order, then seals the end."""
    entries, seals = apps.get_model("journal", "Entry"), apps.get_model("journal", "Seal")
    number, chain = 0, START
    rows = entries.objects.order_by("number").iterator(_BATCH)
    while batch := list(islice(rows, _BATCH)):
        for entry in batch:
            fields = Fields(*(getattr(entry, name) for name in Fields._fields))
            number, chain = entry.number, link(chain, fields)
            entry.chain = chain
        values = [(entry.chain, entry.number) for entry in batch]
        with schema_editor.connection.cursor() as cursor:
            cursor.executemany("UPDATE journal_entry SET chain = %s WHERE number = %s", values)
    seals.objects.create(pk=1, number=number, chain=chain)


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_append_only")]
    operations = [
        *(migrations.RunPython(allow("journal_entry", event), elidable=False) for event in EVENTS),
        migrations.AddField("entry", "chain", models.CharField(max_length=64, default=""), preserve_default=False),
        migrations.CreateModel(
            "Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField()),
                ("chain", models.CharField(blank=True, max_length=64)),
            ],
            options={"constraints": [models.CheckConstraint(condition=models.Q(pk=1), name="one_seal")]},
        ),
        migrations.RunPython(chain_entries, elidable=False),
        *(migrations.RunPython(refuse("journal_entry", event, MESSAGE), elidable=False) for event in EVENTS),
    ]
