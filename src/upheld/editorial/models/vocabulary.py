"""What the register's published decisions have taught: words seen, words called not personal."""

from django.db import models


class KnownWord(models.Model):
    """Words that somebody looked at and called not personal, for this register."""

    words = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["words", "kind"], name="known_word_once"),)

    def __str__(self) -> str:
        return self.words


class SeenWord(models.Model):
    """A capitalised word as a keyed hash, and how many published decisions have it."""

    hash = models.BigIntegerField(primary_key=True)
    decisions = models.IntegerField()

    def __str__(self) -> str:
        return str(self.hash)
