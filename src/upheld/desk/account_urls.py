"""Addresses of a person's own account. Their names are those by which allauth looks for them."""

from django.urls import path, re_path

from upheld.accounts.requirements import open_to_anyone, requires_sign_in
from upheld.desk.views.account import password, second_step, sign_in
from upheld.desk.views.account.overview import overview

urlpatterns = [
    path("", requires_sign_in(overview), name="mfa_index"),
    path("sign-in", open_to_anyone(sign_in.SignIn.as_view()), name="account_login"),
    path("second-step", open_to_anyone(sign_in.SecondStep.as_view()), name="mfa_authenticate"),
    path("sign-out", open_to_anyone(sign_in.SignOut.as_view()), name="account_logout"),
    path("password", requires_sign_in(password.Change.as_view()), name="account_change_password"),
    path("forgotten", open_to_anyone(password.Forgotten.as_view()), name="account_reset_password"),
    path("forgotten/sent", open_to_anyone(password.Sent.as_view()), name="account_reset_password_done"),
    re_path(
        r"^link/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[0-9A-Za-z-]+)$",
        open_to_anyone(password.FromLink.as_view()),
        name="account_reset_password_from_key",
    ),
    path("again", requires_sign_in(password.Again.as_view()), name="account_reauthenticate"),
    path("again/code", requires_sign_in(second_step.AgainByCode.as_view()), name="mfa_reauthenticate"),
    path("again/passkey", requires_sign_in(second_step.AgainByPasskey.as_view()), name="mfa_reauthenticate_webauthn"),
    path("app", requires_sign_in(second_step.SetUpApp.as_view()), name="mfa_activate_totp"),
    path("app/remove", requires_sign_in(second_step.RemoveApp.as_view()), name="mfa_deactivate_totp"),
    path("passkeys/add", requires_sign_in(second_step.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/remove", requires_sign_in(second_step.RemovePasskey.as_view()), name="mfa_remove_webauthn"),
    path("recovery-codes", requires_sign_in(second_step.Codes.as_view()), name="mfa_view_recovery_codes"),
    path("recovery-codes/new", requires_sign_in(second_step.NewCodes.as_view()), name="mfa_generate_recovery_codes"),
]
