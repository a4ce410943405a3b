"""A review, or a claim for judicial review, that keeps a decision out of sight."""

from django.db import models
from django.db.models import Q

from upheld.editorial.models.draft import Draft
from upheld.register.models import Decision


class OpenReview(models.Model):
    """A review (`review`) or a claim at court (`court`) of a decision; open until it is closed.

    It is found by the reference, which may be that of a draft, or of a case that has not been taken in yet.
    """

    reference = models.CharField(max_length=60)
    reference_key = models.CharField(max_length=60)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="reviews")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, null=True, related_name="reviews")
    kind = models.CharField(max_length=10)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=200)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)
    held_by_it = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["reference_key"], condition=Q(closed_at=None), name="open_review_of_reference"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["reference_key", "kind"], condition=Q(closed_at=None), name="one_open_review_of_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(decision__isnull=True) | Q(draft__isnull=True), name="review_of_one_thing"
            ),
        )

    def __str__(self) -> str:
        return self.kind
