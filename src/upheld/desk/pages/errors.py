"""The desk's pages for what did not work."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.accounts.roles import Permission, Role
from upheld.desk.frame import HOME
from upheld.desk.uploads import LIMITS
from upheld.ui.site import Head, Link

SIGN_IN = Link("Sign in", "/desk/account/sign-in")
_TITLES = {
    400: "The desk could not understand this",
    403: "Your role does not allow this",
    404: "There is no page at this address in the desk",
    405: "This address does not take what was sent",
    408: "What you sent did not arrive",
    413: "This is more than the desk takes in at once",
    429: "There were too many attempts",
    500: "Something went wrong on our side",
    503: "The desk is taking in much at this moment",
}
_SENTENCES = {
    400: ("What was sent is not written in a way that the desk knows. Nothing was changed.",),
    404: ("The address may be incomplete, or what was here has been taken away. Nothing was changed.",),
    405: ("Go back to the page you came from and use what it offers. Nothing was changed.",),
    408: (
        "It did not reach us whole. Nothing was changed.",
        "Go back in your browser, where what you wrote still is, and send it again.",
    ),
    413: (
        f"At most {', '.join(LIMITS)}.",
        "Nothing was taken in. Send fewer files at once.",
    ),
    429: ("Wait five minutes and try again. Nothing was changed.",),
    500: ("Nothing that you did caused it. Look whether your last change is there before you make it again.",),
    503: (
        "What you sent was not read. Nothing was changed.",
        "Go back in your browser, where what you wrote still is, and send it again in a few seconds.",
    ),
}
FORM_REFUSED = (
    "The page that this came from was too old, or was opened before you last signed in. Nothing was changed.",
    "Go back, copy what you wrote, open the page again and send it from there.",
    "If this happens every time: the browser must accept the desk's cookies, and open it at its public address.",
)


@dataclass(frozen=True, slots=True)
class DeskError:
    """What happened in `sentences`, and ways on."""

    status: int
    title: str
    sentences: tuple[str, ...]
    ways: tuple[Link, ...] = (HOME,)


def make_error(status: int) -> DeskError:
    """The page for a status of HTTP."""
    return DeskError(status, _TITLES[status], _SENTENCES[status])


def make_not_allowed(permission: Permission, roles: Sequence[Role]) -> DeskError:
    """The page for somebody whose role does not allow it; it says whose does."""
    who = _listed([f"{role.label.lower()}s" for role in roles])
    sentences = (f"This is for {who}: {permission.label[0].lower()}{permission.label[1:]}.", "Nothing was changed.")
    return DeskError(403, _TITLES[403], sentences)


def make_form_refused() -> DeskError:
    """The page for a form that did not come from a page of the desk, or from one that is too old."""
    return DeskError(403, "This form can no longer be sent", FORM_REFUSED, (HOME, SIGN_IN))


def error_head(page: DeskError) -> Head:
    """What the page says of itself."""
    return Head(page.title, trail=(HOME,))


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
