"""Where the journal ends: without it, entries cut off its end would not be missed."""

from django.db import models


class Seal(models.Model):
    """One row: the number and the hash of the newest entry."""

    number = models.BigIntegerField()
    chain = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="one_seal"),)

    def __str__(self) -> str:
        return f"{self.number}:{self.chain}"
