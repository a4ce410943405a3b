"""Every address of this deployment, and what answers where there is none."""

from django.urls import include, path, re_path

from upheld.config.errors import desk_address

urlpatterns = [
    path("", include("upheld.ui.urls")),
    path("desk/", include("upheld.desk.urls")),
    re_path(r"^desk(?:/|$)", desk_address),
    path("", include("upheld.public.urls")),
]

handler400 = "upheld.config.errors.bad_request"
handler403 = "upheld.config.errors.forbidden"
handler404 = "upheld.config.errors.not_found"
handler429 = "upheld.config.errors.too_many"  # allauth's
handler500 = "upheld.config.errors.server_error"
