"""The journal as a Django app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Owns the entries."""

    name = "upheld.journal"
    label = "journal"
