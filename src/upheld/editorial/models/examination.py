"""That a published decision was examined, and what it came to: kinds and counts, never words."""

from django.db import models
from django.db.models import Q

from upheld.register.models import Decision


class Examination(models.Model):
    """The last examination of a published decision.

    `open` is how many findings wait for an answer, `kinds` how many of each kind. `learned` is the version whose words
    were counted among those that published decisions have; None when none is.
    """

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="examination")
    version = models.IntegerField()
    learned = models.IntegerField(null=True)
    open = models.IntegerField(default=0)
    kinds = models.JSONField(default=dict)
    examined_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["-open", "decision"], condition=Q(open__gt=0), name="findings_published"),)

    def __str__(self) -> str:
        return f"{self.open} open"


class ExaminerCursor(models.Model):
    """How far the examiner has followed the journal; `key` tells with which secret words were made numbers.

    `changes` counts how often the words that were seen have changed, so that a process knows when to read them again.
    """

    number = models.BigIntegerField()
    changes = models.BigIntegerField(default=0)
    key = models.CharField(max_length=32)

    def __str__(self) -> str:
        return str(self.number)
