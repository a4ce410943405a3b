"""One thing that happened, numbered without gaps. It holds ids, kinds and times, never a word of text.

`chain` is the hash of the entry and of the one before it (see `journal.chain`).
"""

from django.db import models


class Entry(models.Model):
    """A row that is only ever added: the database refuses to change or delete it."""

    number = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=20)
    subject_id = models.BigIntegerField(null=True)
    version = models.IntegerField(null=True)
    reason = models.CharField(max_length=60, blank=True)
    data = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    chain = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=["subject", "subject_id", "number"], name="entry_by_subject"),)

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"
