"""The privacy settings."""

from dataclasses import dataclass

from django.conf import settings

from upheld.public.consent import PROVIDER, analytical_cookies, required_cookies
from upheld.ui.components import Cookie
from upheld.ui.site import HOME, Consent, Head


@dataclass(frozen=True, slots=True)
class PrivacySettingsPage:
    """Both kinds of cookies, and the present choice.

    Without a provider (`provider` empty) there is no analytical part. `statements` are the deployment's own about
    sharing; `opt_out_url` is the provider's own way to refuse. The form posts `analytical` (`on` or `off`) and
    `return_to` to `/privacy-settings`. `is_saved` confirms a choice just made.
    """

    required: tuple[Cookie, ...]
    analytical: tuple[Cookie, ...]
    provider: str
    choice: Consent
    statements: tuple[str, ...]
    opt_out_url: str
    return_to: str
    """The local address to go back to; empty when there is none."""
    is_saved: bool


def make_privacy_settings(choice: Consent, return_to: str, *, is_saved: bool) -> PrivacySettingsPage:
    """The page."""
    has_provider = bool(settings.ANALYTICS_ID)
    return PrivacySettingsPage(
        required=required_cookies(),
        analytical=analytical_cookies(),
        provider=PROVIDER if has_provider else "",
        choice=choice,
        statements=settings.ANALYTICS_STATEMENTS if has_provider else (),
        opt_out_url=settings.ANALYTICS_OPT_OUT_URL if has_provider else "",
        return_to=return_to,
        is_saved=is_saved,
    )


def privacy_settings_head() -> Head:
    """What the page says of itself."""
    description = "Which cookies this site may set, and how to change your mind."
    return Head("Review your privacy settings", description, "/privacy-settings", (HOME,))
