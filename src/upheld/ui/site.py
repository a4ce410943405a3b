"""What the frame around every page needs to know: of the deployment and the request (Site), of the page (Head)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Consent = Literal["none", "refused", "on"]


@dataclass(frozen=True)
class Link:
    """A link in words; the page one is on has no address in a breadcrumb."""

    text: str
    href: str | None = None


NAVIGATION = (Link("Decisions", "/decisions"), Link("Organisations", "/organisations"), Link("About", "/about"))
FOOTER = (
    Link("How to read a decision", "/how-to-read-a-decision"),
    Link("Law cited in decisions", "/law"),
    Link("Data and feeds", "/search/take-away"),
    Link("About this register", "/about"),
    Link("Accessibility", "/accessibility"),
    Link("Cookies", "/cookies"),
    Link("Privacy settings", "/privacy-settings"),
)
HOME = Link("Home", "/")
SETTINGS = "/privacy-settings"
WRITING = ("/recognised/", "/cases-like-mine", "/search", "/references", "/pack")
"""Where readers write about people, about themselves, or what they look for: no other program sees these pages.

A search without a query is one of them: as filters are ticked, its script puts what was typed into address and title.
"""


@dataclass(frozen=True)
class Site:
    """The deployment as this request sees it. The public room builds one for each request.

    `has_saved` says that privacy settings were saved just now, and that the reader is back where they were.
    """

    public_url: str
    name: str
    source_name: str
    official: bool
    not_official: str
    logo: str | None = None
    source_address: str | None = None
    contact: str = ""
    is_demo: bool = False
    robots: str = ""
    address: str = "/"
    query: str = ""
    consent: Consent = "none"
    has_saved: bool = False
    analytics_id: str = ""
    saves_data: bool = False
    navigation: tuple[Link, ...] = NAVIGATION
    footer: tuple[Link, ...] = FOOTER

    @property
    def asks_consent(self) -> bool:
        """Whether the cookie banner is shown: a provider is configured and no choice has been made."""
        return bool(self.analytics_id) and self.consent == "none"

    @property
    def measures(self) -> bool:
        """Whether the provider's script is on this page: the visitor has switched it on, and the address has no query.

        Whatever the script is told, it could read the query; so it is kept off searches, and off the settings, whose
        address says where the reader came from.
        """
        bare = "?" not in self.address and self.address != SETTINGS and not self.has_saved
        if self.address.startswith(WRITING):
            return False
        return bool(self.analytics_id) and self.consent == "on" and bare


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same content in another form: its address, its type as HTTP names it, and what people call it."""

    href: str
    type: str
    title: str


@dataclass(frozen=True)
class Head:
    """What a page says of itself. `path` is its canonical address without the host; None where it has none.

    `trail` are the pages above this one, Home first; the frame adds nothing to it. `has_search` says that the page
    shows a search field of its own, so that the band above it need not. `foot` stands at the foot of each printed page.
    `alternates` are the forms in which the same content can be had. `stays` says that links and forms open beside the
    page, which could not be shown again, unless they name another place.
    """

    title: str
    description: str = ""
    path: str | None = None
    trail: tuple[Link, ...] = ()
    kind: Literal["website", "article"] = "website"
    json_ld: Mapping[str, Any] | None = None
    has_search: bool = False
    foot: str = ""
    alternates: tuple[Alternate, ...] = ()
    stays: bool = False
