"""The room as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Owns the people who may sign in, and the attempts to."""

    name = "upheld.accounts"
    label = "accounts"
