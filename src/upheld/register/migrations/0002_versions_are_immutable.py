"""A version is never changed or deleted; its text can only be erased."""

from django.db import migrations

from upheld.lib.triggers import refuse

MESSAGE = "A version is immutable; its text can only be erased"
CHANGED = """
    NEW.id <> OLD.id OR NEW.decision_id <> OLD.decision_id OR NEW.number <> OLD.number OR NEW.change <> OLD.change
    OR NEW.reason <> OLD.reason OR NEW.made_at <> OLD.made_at OR NEW.by_import <> OLD.by_import
    OR NEW.content_hash IS NOT NULL OR NEW.summary IS NOT NULL OR NEW.content IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [
        migrations.RunPython(refuse("register_version", "UPDATE", MESSAGE, when=CHANGED), elidable=False),
        migrations.RunPython(refuse("register_version", "DELETE", MESSAGE), elidable=False),
        migrations.RunPython(refuse("register_version", "TRUNCATE", MESSAGE), elidable=False),
    ]
