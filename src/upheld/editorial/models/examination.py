"""What the gate found in a decision that was public before anybody looked."""

from django.db import models

from upheld.register.models import Decision


class Examination(models.Model):
    """That a version was examined: how many findings are open, and of which kinds. Never words."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="examination")
    version = models.IntegerField()
    open = models.IntegerField()
    kinds = models.JSONField(default=dict)
    examined_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["-open", "decision"], name="examinations_most_open"),)

    def __str__(self) -> str:
        return f"{self.open} open"
