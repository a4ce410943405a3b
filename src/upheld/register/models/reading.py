"""What a program read from the text of a decision's present version, so that it need not read it again."""

from django.db import models

from upheld.register.models.decision import Decision


class Reading(models.Model):
    """The remedies read from a decision's text: kinds, sums and places, and not a word of it.

    `seal` says from which text and by which reader; what does not agree with it counts for nothing.
    """

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, primary_key=True, related_name="reading")
    seal = models.CharField(max_length=32)
    remedies = models.TextField()

    def __str__(self) -> str:
        return self.seal
