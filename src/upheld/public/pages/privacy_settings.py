"""The privacy settings."""

from dataclasses import dataclass
from typing import Literal

from upheld.ui.components import Cookie


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
    choice: Literal["none", "refused", "on"]
    statements: tuple[str, ...]
    opt_out_url: str
    return_to: str
    """The local address to go back to; empty when there is none."""
    is_saved: bool
