"""The room as a Django app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Owns the lists of words that mean the same. What else the search keeps is in its index."""

    name = "upheld.search"
    label = "search"
