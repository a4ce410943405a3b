"""What a reader wrote who recognised somebody."""

from django.db import models

from upheld.register.models import Decision


class RecognitionReport(models.Model):
    """“Someone can be recognised here”: kept in the desk only. `text`, `contact` and `note` are deleted on its day."""

    uid = models.CharField(max_length=16, unique=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="recognition_reports")
    who = models.CharField(max_length=10)
    text = models.TextField(blank=True)
    contact = models.CharField(max_length=320, blank=True)
    received_at = models.DateTimeField()
    answer_by = models.DateField()
    state = models.CharField(max_length=10)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)
    result = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)
    delete_on = models.DateField(null=True, db_index=True)
    words_deleted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["state", "received_at"], name="reports_by_state"),)

    def __str__(self) -> str:
        return self.uid

    def get_absolute_url(self) -> str:
        """Its page in the desk."""
        return f"/desk/reports/{self.uid}"
