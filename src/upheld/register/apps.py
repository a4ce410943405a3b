"""The register as a Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Owns decisions, versions, organisations and categories."""

    name = "upheld.register"
    label = "register"
