"""The ingest room as a Django app."""

from django.apps import AppConfig


class IngestConfig(AppConfig):
    """Owns the runs."""

    name = "upheld.ingest"
    label = "ingest"
