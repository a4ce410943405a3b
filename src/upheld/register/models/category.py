"""The subjects of decisions, on two levels."""

from django.db import models
from django.db.models import Q


class Category(models.Model):
    """A category, or with a parent a subcategory."""

    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    name = models.CharField(max_length=200)
    slug = models.CharField(max_length=200)
    position = models.IntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["slug"], condition=Q(parent=None), name="category_slug"),
            models.UniqueConstraint(fields=["parent", "slug"], name="subcategory_slug"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return f"/decisions/{self.parent.slug}/{self.slug}" if self.parent else f"/decisions/{self.slug}"
