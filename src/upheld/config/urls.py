"""Every address of this deployment, and what answers where there is none."""

from django.urls import include, path

urlpatterns = [
    path("", include("upheld.ui.urls")),
    path("desk/", include("upheld.desk.urls")),
    path("", include("upheld.public.urls")),
]

handler400 = "upheld.public.views.errors.bad_request"
handler403 = "upheld.public.views.errors.forbidden"
handler404 = "upheld.public.views.errors.not_found"
handler500 = "upheld.public.views.errors.server_error"
