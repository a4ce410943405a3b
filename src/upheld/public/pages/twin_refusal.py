"""What is said where a PDF or Word file cannot be made."""

from upheld.public.pages.errors import ErrorPage
from upheld.public.twins.forms import MARKDOWN, TEXT, Form
from upheld.ui.site import Link


def make_refusal(form: Form, address: str, *, is_busy: bool) -> ErrorPage:
    """Too many are being made at this moment, or the decision is too long; with the ways that are always open."""
    ways = (
        Link("Read the decision on its page", address),
        *(Link(f"The same words as {other.name}", f"{address}.{other.ending}") for other in (TEXT, MARKDOWN)),
    )
    if is_busy:
        sentences = (
            f"Other readers are being given {form.name} files now.",
            "Please try again in a moment.",
        )
        return ErrorPage(503, "This file is not ready yet", sentences, ways)
    sentences = (f"This decision is too long to be made into a {form.name} file here.", "Every word of it is here:")
    return ErrorPage(503, f"There is no {form.name} file of this decision", sentences, ways)


_BUSY = ("Another reader’s pack is being made now.", "Please try again in a moment.")


def make_pack_refusal(name: str, address: str, *, is_busy: bool) -> ErrorPage:
    """The same for a pack; `address` is its page."""
    ways = (Link("Read the pack on its page, which can be printed", address),)
    if is_busy:
        return ErrorPage(503, "This pack is not ready yet", _BUSY, ways)
    sentences = (f"This pack is too long to be made into one {name} file here.", "Take some decisions out of it, or:")
    return ErrorPage(503, f"There is no {name} file of this pack", sentences, ways)
