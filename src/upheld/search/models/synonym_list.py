"""Words that mean the same to a search, as somebody wrote them."""

from django.db import models


class SynonymList(models.Model):
    """One state of the list; the newest is in force. `is_default`: the scheme's own, whatever that comes to be.

    States are only added, so that they are the list's history too.
    """

    text = models.TextField(blank=True)
    is_default = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"Synonyms {self.pk}"
