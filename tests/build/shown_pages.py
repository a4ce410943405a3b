"""Every template with an invented page to show."""

from dataclasses import replace
from typing import Any

from tests.build import shown_body, shown_page, shown_search
from tests.build.shown_page import STATEMENT
from upheld.public.pages.how_to_read import make_how_to_read
from upheld.ui.site import Link

PAGES: dict[str, tuple[str, Any]] = {
    "home": ("home", shown_page.home()),
    "category": ("category", shown_page.category()),
    "subcategory": (
        "category",
        shown_page.category(
            title="Other: Education", parent=Link("Education", "/decisions/education"), subcategories=(), prominent=None
        ),
    ),
    "decision": ("decision", shown_page.decision()),
    "summary-only": (
        "decision",
        shown_page.decision(
            sections=(),
            contents=(),
            long_read=None,
            put_right=None,
            law=(),
            related=(),
            history=replace(shown_page.history(), lines=shown_page.history().lines[-1:], latest=None),
            document_type=STATEMENT,
            organisation_notes=(),
        ),
    ),
    "chapter": ("chapter", shown_page.chapter(contents=())),
    "how-to-read": ("how_to_read", make_how_to_read()),
    "version": ("version", shown_page.version()),
    "changes": ("changes", shown_page.changes()),
    "changes-side": ("changes", shown_page.changes(is_side=True)),
    "changes-withheld": (
        "changes",
        shown_page.changes(withheld="To protect someone’s identity", facts=(), text=(), count=0, before=None),
    ),
    "withdrawn": ("decision_notice", shown_page.notice()),
    "held": (
        "decision_notice",
        shown_page.notice(kind="held", on=None, reason="", title="This decision is not available at present"),
    ),
    "erased": ("decision_notice", shown_page.notice(kind="erased", number=2, title="This version was erased")),
    "organisations": ("organisations", shown_body.organisations()),
    "organisations-none": (
        "organisations",
        shown_body.organisations(query="xyzzy", letters=(), shown=0, is_whole=False),
    ),
    "organisation": ("organisation", shown_body.organisation()),
    "organisation-small": (
        "organisation",
        shown_body.organisation(
            total=2,
            outcomes=shown_page.bar("outcomes", 1, 0, 1),
            years=(),
            names=(),
            predecessors=(),
            started_on=None,
            ended_on=None,
            successor=None,
            listing=shown_page.listing(2, 2, heading="Latest decisions", noun="decision", years=()),
        ),
    ),
    "search": ("search", shown_search.search()),
    "search-refused": ("search", shown_search.refused_search()),
    "search-empty": ("search", shown_search.empty_search()),
    "search-list": ("search", shown_search.search(report=shown_search.report())),
    "references": ("references", shown_search.references()),
    "references-refused": (
        "references",
        shown_search.references(error="There is no reference in your list", report=None),
    ),
    "search-preparing": ("search_preparing", shown_search.preparing()),
    "unknown-reference": ("unknown_reference", shown_page.unknown_reference()),
    "error": ("error", shown_page.error()),
    "privacy-settings": ("privacy_settings", shown_page.privacy()),
    "privacy-settings-saved": ("privacy_settings", shown_page.privacy(choice="refused", is_saved=True)),
    "privacy-settings-without": ("privacy_settings", shown_page.privacy(provider="", analytical=(), statements=())),
    "cookies": ("cookies", shown_page.cookies()),
    "about": ("about", shown_page.about()),
    "accessibility": ("accessibility", shown_page.accessibility()),
}
"""By its name, the template and the page."""
