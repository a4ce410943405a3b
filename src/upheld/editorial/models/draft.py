"""A decision before it is one. Its text is in its revisions."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

from upheld.register.models import Decision

OPEN_STATES = ("draft", "checking", "ready", "returned", "held")
STATES = (*OPEN_STATES, "taken", "never")
IS_OPEN = Q(state__in=OPEN_STATES)


class Draft(models.Model):
    """What somebody prepares: a new decision, or a correction of `decision`. The row stays when its text has gone."""

    uid = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=10)
    state_before = models.CharField(max_length=10, blank=True)  # where release puts a held one back
    revision = models.IntegerField(default=1)
    # Shown in lists, and taken from the text each time it is written.
    reference = models.CharField(max_length=500, blank=True)
    reference_key = models.CharField(max_length=60, blank=True)
    other_keys = models.TextField(default="\n")
    organisation = models.CharField(max_length=500, blank=True)
    document_type = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=60, blank=True)
    category = models.CharField(max_length=500, blank=True)
    subcategory = models.CharField(max_length=500, blank=True)
    decided_on = models.DateField(null=True)
    title = models.CharField(max_length=300, blank=True)
    text_hash = models.CharField(max_length=64, blank=True, db_index=True)
    # What is known of its checks; codes and people each stand between line breaks, so that a list can ask for one.
    open_findings = models.IntegerField(default=0)
    answered = models.IntegerField(default=0)
    blocker_codes = models.TextField(default="\n")
    doubts = models.JSONField(default=list)
    doubts_accepted_by = models.CharField(max_length=200, blank=True)
    # Who and whence.
    prepared_by = models.CharField(max_length=200)
    editors = models.TextField(default="\n")
    touched = models.BooleanField(default=False)  # somebody worked on it since it was taken in
    source = models.CharField(max_length=10)
    run = models.BigIntegerField(null=True)
    outside = models.JSONField(default=dict)
    # A correction, and what became of it.
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="drafts")
    base_version = models.IntegerField(null=True)
    change = models.CharField(max_length=10, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    not_before = models.DateField(null=True)
    never_reason = models.CharField(max_length=60, blank=True)
    never_by = models.CharField(max_length=200, blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    state_at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=["state", "state_at", "id"], name="draft_queue"),
            models.Index(fields=["state_at", "id"], condition=IS_OPEN, name="draft_open_queue"),
            models.Index(fields=["reference_key"], name="draft_by_reference"),
            models.Index(Length("other_keys"), name="draft_by_other_references"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(state__in=STATES), name="draft_state_is_known"),
            models.UniqueConstraint(
                fields=["reference_key"], condition=IS_OPEN & ~Q(reference_key=""), name="one_open_draft_a_reference"
            ),
        )

    def __str__(self) -> str:
        return self.reference or self.uid

    def get_absolute_url(self) -> str:
        """Its page in the desk."""
        return f"/desk/drafts/{self.uid}"

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who wrote some of its text."""
        return tuple(self.editors.split("\n")[1:-1])


class DraftRevision(models.Model):
    """The text of a draft each time it was kept: `record` is interchange JSON. Deleted when the draft is done with."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="revisions", db_index=False)
    number = models.IntegerField()
    record = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["draft", "number"], name="draft_revision_once"),)

    def __str__(self) -> str:
        return f"revision {self.number}"


class FindingAnswer(models.Model):
    """What a person said to one finding: that it is not personal, or necessary (with the reason that the law asks).

    The finding is one of a draft, or of a published decision.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, null=True, related_name="answers", db_index=False)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    fingerprint = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    answer = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["draft", "fingerprint"], name="finding_answered_once"),
            models.UniqueConstraint(fields=["decision", "fingerprint"], name="published_finding_answered_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.answer}"


class DraftNote(models.Model):
    """What somebody told those who work on a draft: why it came back, what replaced it. Deleted with its text."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=20)
    reasons = models.JSONField(default=list)
    text = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.kind
