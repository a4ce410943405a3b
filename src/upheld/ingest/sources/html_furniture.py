"""Which parts of a page are not shown, and which are no part of what it says."""

import re

from lxml import html

from upheld.analysis.labels import label_kinds
from upheld.ingest.sources.html_lines import HIDDEN_CLASS, UNSEEN

_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FURNITURE = {"nav", "aside", "footer", "header", "form", "dialog", "button"}
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "alertdialog"}
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:cookies?(?:[-_](?:banner|notice|bar|message|consent|policy|settings|control))?|breadcrumbs?|skip(?:[-_]?(?:link|to|nav))\w*"
    r"|social(?:[-_]\w+)?|share(?:[-_]?(?:links?|this|buttons?|bar|page))?|site[-_](?:header|footer|nav)\w*|back[-_]?to[-_]?top|pagination|print[-_](?:link|page|button))(?:$|\s)",
    re.IGNORECASE,
)  # fmt: skip
_MUCH = 3_000
_TEXTS = {"p", "li", "h1", "h2", "h3", "dt", "dd", "td"}


def is_unseen(element: html.HtmlElement) -> bool:
    """Whether a browser shows nothing of the element."""
    if element.tag in UNSEEN or not isinstance(element.tag, str) or "hidden" in element.attrib:
        return True
    style = element.get("style")
    return bool(HIDDEN_CLASS.search(element.get("class", "")) or (style and _HIDDEN_STYLE.search(style)))


def is_furniture(element: html.HtmlElement) -> bool:
    """Whether the element is navigation, a form or the like, and holds nothing of the decision."""
    role = element.get("role", "")
    named = f"{element.get('class', '')} {element.get('id', '')}"
    marked = element.tag in _FURNITURE or role in _ROLES or (len(named) < 500 and _NAMED.search(named) is not None)
    if not marked:
        return False
    if element.tag in {"header", "footer", "aside"} and _is_inside_text(element):
        return False
    text = element.text_content()
    if len(text) > _MUCH and element.tag != "nav" and role != "navigation":
        return False
    kinds = {
        kind for part in element.iter(*_TEXTS) for kind in label_kinds(" ".join(part.text_content().split())[:400])
    }
    return len(kinds & {"category", "date", "reference", "outcome"}) < 2 or element.tag == "nav"


def _is_inside_text(element: html.HtmlElement) -> bool:
    return any(parent.tag in {"main", "article"} or parent.get("role") == "main" for parent in element.iterancestors())
