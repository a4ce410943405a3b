"""What somebody typed and could not send, because they had been signed out or had signed in again meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from upheld.desk.frame import HOME
from upheld.ui.site import Head, Link

SIGN_IN = "/desk/account/sign-in?next=/desk/"
_OURS = ("csrfmiddlewaretoken", "revision", "reading", "source")  # what a page sends besides, and nobody types
_NOT_KEPT = "Nothing of it is kept or changed yet."
_SIGNED_OUT = (
    f"You were signed out before this was sent. {_NOT_KEPT} What you typed stands on this page.",
    "Leave this page open. Sign in on another tab, come back here and send it again.",
)
_TOO_OLD = (f"You signed in after this was written. {_NOT_KEPT} Look at it, then send it again.",)
_FILES = "Files are not among it: choose them again after you have signed in."

_COPY = "What you wrote is not lost: it stands below. Copy what you still need."
_AGAIN = "What you wrote is not lost: it stands below, and can be sent again when nothing keeps it back."


@dataclass(frozen=True, slots=True)
class UnsentPage:
    """What was sent, as `fields` to send once more; `typed` is what of it people read. `sign_in` leads there.

    Without `fields` it cannot be sent again. `ways` lead on.
    """

    title: str
    sentences: tuple[str, ...]
    action: str
    fields: tuple[tuple[str, str], ...]
    typed: tuple[str, ...]
    sign_in: str = ""
    ways: tuple[Link, ...] = ()


def make_unsent(
    action: str, sent: Mapping[str, Iterable[str]], *, is_signed_in: bool, had_files: bool
) -> UnsentPage | None:
    """The page; None where nothing was typed that could be lost."""
    fields, typed = _parted(sent)
    if not typed:
        return None
    sentences = (_TOO_OLD if is_signed_in else _SIGNED_OUT) + ((_FILES,) if had_files else ())
    title = "This was not sent yet"
    return UnsentPage(title, sentences, action, fields, typed, "" if is_signed_in else SIGN_IN)


def make_not_taken(why: str, action: str, sent: Mapping[str, Iterable[str]], way: Link, *, again: bool) -> UnsentPage:
    """The page for what cannot be kept where it was sent to, because of `why`; `again` if that may change."""
    fields, typed = _parted(sent)
    sentences = (f"{why}.", _COPY if not again else _AGAIN)
    return UnsentPage("This could not be kept", sentences, action, fields if again else (), typed, ways=(way,))


def unsent_head(page: UnsentPage) -> Head:
    """What the page says of itself."""
    return Head(page.title, trail=(HOME,))


def _parted(sent: Mapping[str, Iterable[str]]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """All that was sent, and what of it somebody wrote."""
    fields = tuple((name, value) for name, values in sent.items() for value in values if name != _OURS[0])
    return fields, tuple(value.strip() for name, value in fields if name not in _OURS and _is_writing(value))


def _is_writing(value: str) -> bool:
    """More than a word: what buttons and choices send is one."""
    return len(value.split()) > 1
