"""What search engines are told, the same for every form of a page: its header, its `meta` element, the sitemap."""

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse

from upheld.register.queries.register import is_demo
from upheld.scheme import get_scheme

NOINDEX = "noindex"


def site_robots(*, demo: bool) -> str:
    """What holds for every page: a copy of somebody else's register, and a demonstration, ask not to be indexed."""
    hidden = demo or not get_scheme().official
    return join(settings.ROBOTS, NOINDEX if hidden else "")


def decision_robots(reference: str, category: str, subcategory: str | None) -> str:
    """What holds for a decision because of itself or its place (slugs)."""
    hidden = bool(settings.NOINDEX_REFERENCES) and reference_key(reference) in _references()
    return NOINDEX if hidden else place_robots(category, subcategory)


def place_robots(category: str, subcategory: str | None = None) -> str:
    """What holds for a category or subcategory; a category's word holds for its subcategories."""
    named = settings.NOINDEX_CATEGORIES
    return NOINDEX if category in named or f"{category}/{subcategory}" in named else ""


def is_indexable() -> bool:
    """Whether anything of this site may be indexed."""
    try:
        rules = site_robots(demo=is_demo()).split(", ")
    except DatabaseError:
        return False
    return not {NOINDEX, "none"} & set(rules)


def join(*rules: str) -> str:
    """The rules as one, each once."""
    words = [word.strip() for rule in rules for word in rule.split(",")]
    return ", ".join(dict.fromkeys(word for word in words if word))


def with_robots(response: HttpResponse, rules: str) -> HttpResponse:
    """An answer that is no page, with the rules of what it leads to besides those of the site."""
    if said := join(site_robots(demo=is_demo()), rules):
        response["X-Robots-Tag"] = said
    return response


def reference_key(reference: str) -> str:
    """The key by which all spellings of a reference are the same; empty when it is none."""
    found = get_scheme().pattern.parse_printed(reference)
    return found.key + found.suffix if found else ""


def _references() -> frozenset[str]:
    return frozenset(filter(None, map(reference_key, settings.NOINDEX_REFERENCES)))
