"""Ids given out by the writer, who is alone while it writes."""

from django.db import models
from django.db.models import Max


def next_id(model: type[models.Model]) -> int:
    """The id after the highest. Call it inside `writing()`; rows of these tables are never deleted."""
    highest: int | None = model._default_manager.aggregate(highest=Max("pk"))["highest"]
    return (highest or 0) + 1
