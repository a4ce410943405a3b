"""The bodies that decisions are about, and the names they go by."""

from django.db import models


class Organisation(models.Model):
    """A body. `successor` is the body that took over when this one was abolished."""

    name = models.CharField(max_length=500)
    slug = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=100, blank=True)
    kind_name = models.CharField(max_length=200, blank=True)
    start_on = models.DateField(null=True)
    end_on = models.DateField(null=True)
    successor = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="predecessors")
    known = models.BooleanField(default=False)  # from a list of bodies, not only from a decision

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return f"/organisations/{self.slug}"


class OrganisationName(models.Model):
    """A name of a body. Names with equal keys are the same to a reader."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=500)
    key = models.CharField(max_length=500, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organisation", "key"], name="organisation_name_once"),)

    def __str__(self) -> str:
        return self.name


class OrganisationCode(models.Model):
    """A code of a body in some system of codes, `gss` for instance."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="codes")
    system = models.CharField(max_length=60)
    code = models.CharField(max_length=100, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["system", "code"], name="organisation_code_once"),)

    def __str__(self) -> str:
        return f"{self.system} {self.code}"
