"""The page behind a link in a mail: one button."""

from dataclasses import dataclass

from upheld.editorial.hold_links import HOURS
from upheld.ui.site import Head


@dataclass(frozen=True, slots=True)
class HoldLinkPage:
    """`stage`: ask, held (just now), already, spent. Nothing of the decision is shown but its reference."""

    stage: str
    reference: str
    person: str
    gone_at: str
    here: str
    hours: int = HOURS


def hold_link_head(page: HoldLinkPage) -> Head:
    """What the page says of itself."""
    titles = {
        "ask": f"Hold {page.reference}",
        "held": f"{page.reference} is held",
        "already": f"{page.reference} is not shown at present",
        "spent": "This link no longer works",
    }
    return Head(titles[page.stage])
