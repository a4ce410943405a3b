"""What a decision said, each time it was published: the only place where its text is kept."""

from django.db import models
from django.db.models.functions import Length

from upheld.register.models.decision import Decision

FIRST, MINOR, MAJOR, REDACTED = "first", "minor", "major", "redacted"


class Version(models.Model):
    """An immutable version. Erasing takes its hash, summary and content; number, date and reason stay."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="versions", db_index=False)
    number = models.IntegerField()
    change = models.CharField(max_length=10)
    reason = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField()
    by_import = models.BooleanField()
    content_hash = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null is erased
    summary = models.TextField(null=True)  # noqa: DJ001 - null is erased
    content = models.TextField(null=True)  # noqa: DJ001 - null is erased
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["decision", "number"], name="version_once"),)
        # Finds equal summaries without keeping a word of them a second time, where redacting would have to follow.
        indexes = (models.Index(Length("summary"), name="version_by_length"),)

    def __str__(self) -> str:
        return f"version {self.number}"
