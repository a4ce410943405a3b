"""A search of the desk that somebody keeps."""

from django.db import models


class SavedView(models.Model):
    """A person's own name for a search of the desk; `query` is the address's query string.

    A shared one is offered to everybody in the desk; only its owner can change it.
    """

    owner = models.CharField(max_length=320)
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=1000, blank=True)
    is_shared = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["owner", "name"], name="saved_view_once"),)

    def __str__(self) -> str:
        return self.name
