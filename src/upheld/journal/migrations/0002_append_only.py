"""The journal only grows: the database itself refuses to change or delete an entry."""

from django.db import migrations

from upheld.lib.triggers import refuse

MESSAGE = "The journal is append-only"


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [
        migrations.RunPython(refuse("journal_entry", event, MESSAGE), elidable=False)
        for event in ("UPDATE", "DELETE", "TRUNCATE")
    ]
