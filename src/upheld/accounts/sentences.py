"""What people are told on signing in and about their account: on the page (by allauth's names) and by mail."""

WRONG = "This e-mail address and password do not belong together. Check both, or ask an administrator for a link."
TOO_MANY = "There were too many attempts. Wait five minutes and try again, or ask an administrator for a link."
WRONG_CODE = "This code does not work. Codes change every 30 seconds; a recovery code works once."
WRONG_PASSKEY = "This passkey does not fit. Try again, or use another way."

MESSAGES = {
    "account/messages/logged_out.txt": "You are signed out.",
    "account/messages/password_changed.txt": "Your new password is set. You are signed out everywhere else.",
    "mfa/messages/totp_activated.txt": "Your authenticator app is set up.",
    "mfa/messages/totp_deactivated.txt": "Your authenticator app is removed.",
    "mfa/messages/webauthn_added.txt": "Your passkey is added.",
    "mfa/messages/webauthn_removed.txt": "Your passkey is removed.",
    "mfa/messages/recovery_codes_generated.txt": "",
}
"""On the page. An empty one is said by the page itself."""

NOTICES = {
    "account/email/password_changed": "Your password was changed",
    "account/email/password_reset": "Your password was changed",
    "mfa/email/totp_activated": "An authenticator app was set up for you",
    "mfa/email/totp_deactivated": "Your authenticator app was removed",
    "mfa/email/webauthn_added": "A passkey was added for you",
    "mfa/email/webauthn_removed": "A passkey of yours was removed",
    "mfa/email/recovery_codes_generated": "You have new recovery codes",
}
"""By mail, when something about signing in changes."""


def notice_text(what: str, address: str) -> str:
    """The mail that says what changed, for the case that it was somebody else."""
    return (
        f"{what}, at {address}.\n\n"
        "If you did this, there is nothing to do.\n\n"
        "If you did not, tell an administrator at once: they can end all your sessions and reset your account.\n"
    )


def link_text(link: str, life: str) -> str:
    """The mail with a link to set a password."""
    return (
        f"Open this address to set your password:\n\n{link}\n\n"
        f"It works once, within {life}. If you did not ask for it, ignore this mail: nothing changes.\n"
    )
