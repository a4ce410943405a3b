"""What people are told: in the desk, and by mail."""

from django.db import models


class Notice(models.Model):
    """Something that a person, or everybody with a role, is told in the desk: ids and kinds, never words."""

    person = models.CharField(max_length=320, blank=True)
    role = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=20)
    subject_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["person", "seen_at", "-at"], name="notices_of_person"),
            models.Index(fields=["role", "seen_at", "-at"], name="notices_of_role"),
        )

    def __str__(self) -> str:
        return self.kind


class Outgoing(models.Model):
    """A message to be sent: its words are made when it goes, from ids alone."""

    to = models.CharField(max_length=320)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=20)
    subject_id = models.BigIntegerField(null=True)
    payload = models.JSONField(default=dict)
    due_at = models.DateTimeField()
    attempts = models.IntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failed = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = (models.Index(fields=["sent_at", "due_at"], name="outgoing_due"),)

    def __str__(self) -> str:
        return self.kind
