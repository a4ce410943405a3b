"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, include, path

from upheld.desk.views import act, draft_moves, people
from upheld.desk.views.batch import approve_many, batch, batch_result, confirm
from upheld.desk.views.bulk import bulk_result, hold_many, release_many, return_many, send_many
from upheld.desk.views.calendar import calendar, calendar_day, move
from upheld.desk.views.correction import correct
from upheld.desk.views.decision import decision, decision_text, decision_version
from upheld.desk.views.decision_findings import answer_finding, findings
from upheld.desk.views.draft import answer, draft
from upheld.desk.views.draft_reading import changes, preview
from upheld.desk.views.edit import edit
from upheld.desk.views.explain import explain
from upheld.desk.views.find import find
from upheld.desk.views.help import help_page
from upheld.desk.views.hold_link import hold_link
from upheld.desk.views.home import home, import_run, seen
from upheld.desk.views.journal import journal
from upheld.desk.views.new_draft import new_draft
from upheld.desk.views.redaction import redact
from upheld.desk.views.replace import replace
from upheld.desk.views.report import report, report_words, reports
from upheld.desk.views.retention import retention
from upheld.desk.views.reviews import review_close, reviews
from upheld.desk.views.saved_views import delete, keep, rename, saved_views
from upheld.desk.views.synonyms import restore_synonyms, synonyms
from upheld.desk.views.take_in import take_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("decisions/<str:uid>", decision),
    path("decisions/<str:uid>/correct", correct),
    path("decisions/<str:uid>/findings", findings),
    path("decisions/<str:uid>/findings/answer", answer_finding),
    path("decisions/<str:uid>/hold", act.hold),
    path("decisions/<str:uid>/redact", redact),
    path("decisions/<str:uid>/release", act.release),
    path("decisions/<str:uid>/restore", act.restore),
    path("decisions/<str:uid>/text", decision_text),
    path("decisions/<str:uid>/versions/<int:number>", decision_version),
    path("decisions/<str:uid>/withdraw", act.withdraw),
    path("hold/<str:signed>", hold_link),
    path("journal", journal),
    path("reports", reports),
    path("reports/<str:uid>", report),
    path("reports/<str:uid>/words", report_words),
    path("retention", retention),
    path("reviews", reviews),
    path("reviews/<int:review_id>/close", review_close),
    path("synonyms", synonyms),
    path("synonyms/restore", restore_synonyms),
    path("take-in", take_in),
    path("drafts/new", new_draft),
    path("drafts/<str:uid>", draft),
    path("drafts/<str:uid>/answer", answer),
    path("drafts/<str:uid>/replace", replace),
    path("drafts/<str:uid>/edit", edit),
    path("drafts/<str:uid>/preview", preview),
    path("drafts/<str:uid>/changes", changes),
    path("drafts/<str:uid>/send", draft_moves.send),
    path("drafts/<str:uid>/ready", draft_moves.ready),
    path("drafts/<str:uid>/approve", draft_moves.approve),
    path("drafts/<str:uid>/return", draft_moves.return_),
    path("drafts/<str:uid>/day", draft_moves.choose_day),
    path("drafts/<str:uid>/take-up", draft_moves.take_up),
    path("drafts/<str:uid>/hold", draft_moves.hold),
    path("drafts/<str:uid>/release", draft_moves.release),
    path("drafts/<str:uid>/never", draft_moves.never),
    path("drafts/<str:uid>/delete", draft_moves.delete),
    path("batch", batch),
    path("batch/approve", approve_many),
    path("batch/confirm", confirm),
    path("batch/result", batch_result),
    path("calendar", calendar),
    path("calendar/<str:day>", calendar_day),
    path("calendar/<str:day>/move", move),
    path("account/", include("upheld.desk.account_urls")),
    path("explain", explain),
    path("find", find),
    path("find/hold", hold_many),
    path("find/release", release_many),
    path("find/result", bulk_result),
    path("find/return", return_many),
    path("find/send", send_many),
    path("", home),
    path("help", help_page),
    path("imports/<int:run_id>", import_run),
    path("notices/seen", seen),
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
