"""What an import did: counts, references and reasons, never a word of the files.

Names of files are not kept either: a person's name may stand in one, and what is redacted must be found nowhere.
"""

from django.db import models

RUNNING, FINISHED, STOPPED = "running", "finished", "stopped"


class Run(models.Model):
    """One import. A run that was killed stays `running`; its batches that were whole are in the register."""

    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=200)
    state = models.CharField(max_length=10)
    files = models.IntegerField()
    options = models.JSONField(default=dict)
    already_public_at = models.CharField(max_length=500, blank=True)
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"run {self.pk}"


class RunResult(models.Model):
    """The decisions of one batch that came to the same result: for which reason, and where each stood.

    `places` are `file:line`, files counted from 1 in the order of the run; only for what was not simply taken in.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="results")
    result = models.CharField(max_length=12)
    reason = models.CharField(max_length=60, blank=True)
    references = models.JSONField()
    places = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.result} {len(self.references)}"
