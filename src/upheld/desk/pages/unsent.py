"""What somebody typed and could not send, because they had been signed out or had signed in again meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from upheld.desk.frame import HOME
from upheld.ui.site import Head

SIGN_IN = "/desk/account/sign-in?next=/desk/"
_OURS = ("csrfmiddlewaretoken", "revision", "reading", "source")  # what a page sends besides, and nobody types
_NOT_KEPT = "Nothing of it is kept or changed yet."
_SIGNED_OUT = (
    f"You were signed out before this was sent. {_NOT_KEPT} What you typed stands on this page.",
    "Leave this page open. Sign in on another tab, come back here and send it again.",
)
_TOO_OLD = (f"You signed in after this was written. {_NOT_KEPT} Look at it, then send it again.",)
_FILES = "Files are not among it: choose them again after you have signed in."


@dataclass(frozen=True, slots=True)
class UnsentPage:
    """What was sent, as `fields` to send once more; `typed` is what of it people read. `sign_in` leads there."""

    title: str
    sentences: tuple[str, ...]
    action: str
    fields: tuple[tuple[str, str], ...]
    typed: tuple[str, ...]
    sign_in: str


def make_unsent(
    action: str, sent: Mapping[str, Iterable[str]], *, is_signed_in: bool, had_files: bool
) -> UnsentPage | None:
    """The page; None where nothing was typed that could be lost."""
    fields = tuple((name, value) for name, values in sent.items() for value in values if name != _OURS[0])
    typed = tuple(value.strip() for name, value in fields if name not in _OURS and _is_writing(value))
    if not typed:
        return None
    sentences = (_TOO_OLD if is_signed_in else _SIGNED_OUT) + ((_FILES,) if had_files else ())
    title = "This was not sent yet"
    return UnsentPage(title, sentences, action, fields, typed, "" if is_signed_in else SIGN_IN)


def unsent_head(page: UnsentPage) -> Head:
    """What the page says of itself."""
    return Head(page.title, trail=(HOME,))


def _is_writing(value: str) -> bool:
    """More than a word: what buttons and choices send is one."""
    return len(value.split()) > 1
