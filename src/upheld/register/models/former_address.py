"""Addresses that once led somewhere: they go on leading there."""

from django.db import models

from upheld.register.models.category import Category
from upheld.register.models.organisation import Organisation


class FormerAddress(models.Model):
    """A path that a category or organisation had before it was moved, renamed or merged."""

    path = models.CharField(max_length=500, unique=True)
    category = models.ForeignKey(Category, on_delete=models.CASCADE, null=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True)

    def __str__(self) -> str:
        return self.path
