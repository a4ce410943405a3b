"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, path

from upheld.desk.views.calendar import calendar, calendar_day, move
from upheld.desk.views.help import help_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("calendar", calendar),
    path("calendar/<str:day>", calendar_day),
    path("calendar/<str:day>/move", move),
    path("help", help_page),
]
