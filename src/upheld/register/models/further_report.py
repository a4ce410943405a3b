"""Reports that followed a decision because its organisation did not put things right."""

from django.db import models

from upheld.register.models.decision import Decision


class FurtherReport(models.Model):
    """That a decision was followed by a report, named by its reference: the register may not have that report yet."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="further_reports", db_index=False)
    printed = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    suffix = models.CharField(max_length=1, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["decision", "key", "suffix"], name="further_report_once"),)
        indexes = (models.Index(fields=["key", "suffix"], name="further_report_by_key"),)

    def __str__(self) -> str:
        return self.printed
