"""The room as Django knows it."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, components and assets; no tables."""

    name = "upheld.ui"
