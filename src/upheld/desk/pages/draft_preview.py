"""What is said above a preview, or in its place."""

from dataclasses import dataclass

from upheld.desk.pages.draft import title_of
from upheld.editorial.queries.draft import DraftView
from upheld.editorial.rules import stopping
from upheld.lib.dates import format_date


@dataclass(frozen=True, slots=True)
class NotShownPage:
    """Why the page of a draft cannot be shown yet."""

    title: str
    href: str
    reason: str
    blockers: tuple[str, ...]


def preview_words(view: DraftView) -> str:
    """What the page is, and when readers would see it."""
    facts = view.facts
    what = "This is how readers would see this draft, with its text of now."
    if facts and facts.comes_out and facts.comes_out > facts.today and not view.draft.decision_id:
        return f"{what} It may not come out before {format_date(facts.comes_out)}."
    return what


def make_not_shown(view: DraftView, reason: str) -> NotShownPage:
    """The page in its place."""
    sentence = f"{reason[:1].upper()}{reason[1:]}."
    blockers = tuple(one.message for one in stopping(view.blockers))
    return NotShownPage(title_of(view), view.draft.get_absolute_url(), sentence, blockers)
