"""The room as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Owns no tables."""

    name = "upheld.desk"
    label = "desk"
