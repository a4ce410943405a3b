"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, path

from upheld.desk.views.help import help_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("help", help_page),
]
