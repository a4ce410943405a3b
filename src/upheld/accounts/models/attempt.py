"""What was tried, so that guessing is slowed, the same for every web worker."""

from django.db import models


class Attempt(models.Model):
    """A row of the cache in which limits on attempts are kept (the columns are those of Django's database cache)."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)
