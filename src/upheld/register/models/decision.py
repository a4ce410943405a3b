"""A decision as it stands today. Its text is in its versions."""

from django.db import models
from django.db.models import Q

from upheld.register.models.category import Category
from upheld.register.models.organisation import Organisation

PUBLISHED, HELD, WITHDRAWN, EMBARGOED = "published", "held", "withdrawn", "embargoed"
IS_PUBLIC = Q(state=PUBLISHED)


class Decision(models.Model):
    """One decision. Only a published one may be shown, listed, counted, searched or exported."""

    uid = models.CharField(max_length=16, unique=True)
    reference = models.CharField(max_length=60)
    reference_key = models.CharField(max_length=60)
    document_type = models.CharField(max_length=60)
    outcome = models.CharField(max_length=60, null=True)  # noqa: DJ001 - no outcome is not an empty one
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+", db_index=False)
    subcategory = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    decided_on = models.DateField(null=True)
    published_on = models.DateField(null=True)
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    state = models.CharField(max_length=10)
    state_reason = models.CharField(max_length=60, blank=True)
    state_at = models.DateTimeField()
    held_until = models.DateField(null=True)
    redacted = models.BooleanField(default=False)
    source_url = models.CharField(max_length=500, blank=True)
    related = models.JSONField(default=list)
    satisfied_on = models.DateField(null=True)
    # Its index is for SQLite, which looks for decisions of each version it inserts in the same transaction.
    version = models.ForeignKey("Version", on_delete=models.PROTECT, related_name="+")
    version_number = models.IntegerField()

    class Meta:
        indexes = (
            models.Index(
                fields=["category", "document_type", "-decided_on", "-reference_key"],
                condition=IS_PUBLIC,
                name="listed_in_category",
            ),
            models.Index(
                fields=["subcategory", "document_type", "-decided_on", "-reference_key"],
                condition=IS_PUBLIC,
                name="listed_in_subcategory",
            ),
            models.Index(fields=["-decided_on", "-reference_key"], condition=IS_PUBLIC, name="listed_newest"),
            models.Index(fields=["held_until"], condition=Q(state=EMBARGOED), name="due_for_release"),
            models.Index(fields=["state", "reference_key"], condition=~IS_PUBLIC, name="not_public"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[PUBLISHED, HELD, WITHDRAWN, EMBARGOED]), name="state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state=EMBARGOED, held_until__isnull=False) | ~Q(state=EMBARGOED), name="embargo_has_a_day"
            ),
        )

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        """Its canonical address. Needs category and subcategory loaded."""
        return f"{(self.subcategory or self.category).get_absolute_url()}/{self.slug}"

    @property
    def was_public(self) -> bool:
        """Whether it ever came out: only what never did waits for a day."""
        return self.held_until is None

    @property
    def slug(self) -> str:
        """The reference in an address."""
        return self.reference.lower().replace(" ", "-")


class DecisionReference(models.Model):
    """A reference by which the decision is known, as printed, and the key that all its spellings share."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="references")
    printed = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    suffix = models.CharField(max_length=1, blank=True)
    preferred = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["key", "suffix"], name="reference_once"),)

    def __str__(self) -> str:
        return self.printed


class DecisionOrganisation(models.Model):
    """A body of a decision, in the decision's order, with the name as the decision prints it."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="organisations")
    position = models.IntegerField()
    name = models.CharField(max_length=500)
    code = models.CharField(max_length=100, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="decisions", db_index=False)

    class Meta:
        indexes = (models.Index(fields=["organisation", "decision"], name="decisions_of_organisation"),)
        constraints = (models.UniqueConstraint(fields=["decision", "position"], name="organisation_place_once"),)

    def __str__(self) -> str:
        return self.name
