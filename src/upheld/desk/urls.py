"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, include, path

from upheld.desk.views import people
from upheld.desk.views.bulk import bulk_result, hold_many, release_many, return_many, send_many
from upheld.desk.views.calendar import calendar, calendar_day, move
from upheld.desk.views.draft import answer, draft
from upheld.desk.views.find import find
from upheld.desk.views.help import help_page
from upheld.desk.views.new_draft import new_draft
from upheld.desk.views.replace import replace
from upheld.desk.views.saved_views import delete, keep, rename, saved_views
from upheld.desk.views.take_in import take_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("take-in", take_in),
    path("drafts/new", new_draft),
    path("drafts/<str:uid>", draft),
    path("drafts/<str:uid>/answer", answer),
    path("drafts/<str:uid>/replace", replace),
    path("calendar", calendar),
    path("calendar/<str:day>", calendar_day),
    path("calendar/<str:day>/move", move),
    path("account/", include("upheld.desk.account_urls")),
    path("find", find),
    path("find/hold", hold_many),
    path("find/release", release_many),
    path("find/result", bulk_result),
    path("find/return", return_many),
    path("find/send", send_many),
    path("help", help_page),
    path("views", saved_views),
    path("views/keep", keep),
    path("views/<int:view_id>/delete", delete),
    path("views/<int:view_id>/rename", rename),
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
