"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, include, path

from upheld.desk.views import people
from upheld.desk.views.calendar import calendar, calendar_day, move
from upheld.desk.views.help import help_page
from upheld.desk.views.new_draft import new_draft
from upheld.desk.views.take_in import take_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("take-in", take_in),
    path("drafts/new", new_draft),
    path("calendar", calendar),
    path("calendar/<str:day>", calendar_day),
    path("calendar/<str:day>/move", move),
    path("account/", include("upheld.desk.account_urls")),
    path("help", help_page),
    path("people", people.people),
    path("people/invite", people.invite_person),
    path("people/<int:person_id>", people.person_page),
    path("people/<int:person_id>/deactivate", people.deactivate_person),
    path("people/<int:person_id>/link", people.person_link),
    path("people/<int:person_id>/new-link", people.new_link),
    path("people/<int:person_id>/reactivate", people.reactivate_person),
    path("people/<int:person_id>/reset-second-step", people.reset_person),
    path("people/<int:person_id>/role", people.change_person_role),
]
