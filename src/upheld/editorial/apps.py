"""The room as a Django app."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """Owns drafts, answers to findings, reports of recognised people, reviews and notices."""

    name = "upheld.editorial"
    label = "editorial"
