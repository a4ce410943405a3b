"""A search as an Atom feed (RFC 4287), its pages linked as RFC 5005 says, removed decisions named as RFC 6721 does."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from lxml import etree

from upheld.public.items import document_type, name_organisations
from upheld.register.models import Decision
from upheld.scheme import get_scheme

ATOM, TOMBSTONES = "http://www.w3.org/2005/Atom", "http://purl.org/atompub/tombstones/1.0"
_SPACES: dict[Any, str] = {None: ATOM, "at": TOMBSTONES}
_SINCE = "2026"  # RFC 4151: a year in which the names in such an id were this software's to give


@dataclass(frozen=True, slots=True)
class Feed:
    """What the feed says of itself. `links` are addresses without host, by their relation (`self`, `next` …)."""

    id: str
    title: str
    subtitle: str
    author: str
    updated: dt.datetime
    links: Mapping[str, str]


def write_atom(feed: Feed, entries: Sequence[tuple[Decision, Sequence[str]]], removed: Iterable[Decision]) -> bytes:
    """The document: decisions with the names of their organisations, and those that cannot be read any more."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=_SPACES)
    _add(root, "id", settings.PUBLIC_URL + feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", _instant(feed.updated))
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "generator", "Upheld")
    for relation, address in feed.links.items():
        kind = "text/html" if relation == "alternate" else "application/atom+xml"
        _add(root, "link", rel=relation, href=settings.PUBLIC_URL + address, type=kind)
    for decision, names in entries:
        _add_entry(root, decision, names)
    for decision in removed:
        gone = etree.SubElement(root, f"{{{TOMBSTONES}}}deleted-entry")
        gone.set("ref", make_id(decision))
        gone.set("when", _instant(decision.state_at))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def make_id(decision: Decision) -> str:
    """The id by which readers know a decision again, whatever becomes of its address."""
    return f"tag:{urlsplit(settings.PUBLIC_URL).hostname},{_SINCE}:decision:{decision.uid}"


def _add_entry(root: etree._Element, decision: Decision, names: Sequence[str]) -> None:
    scheme, entry = get_scheme(), _add(root, "entry")
    outcome = scheme.outcome(decision.outcome) if decision.outcome else None
    title = f"{name_organisations(names)} ({decision.reference})"
    address = settings.PUBLIC_URL + decision.get_absolute_url()
    _add(entry, "id", make_id(decision))
    _add(entry, "title", f"{title}: {outcome.name}" if outcome else title)
    _add(entry, "updated", _instant(decision.changed_at))
    _add(entry, "published", _instant(decision.added_at))
    _add(entry, "link", rel="alternate", href=address, type="text/html")
    _add(entry, "link", rel="alternate", href=f"{address}.json", type="application/json")
    kind = document_type(decision.document_type)
    _category(entry, "document-type", kind.slug, kind.name)
    if outcome:
        _category(entry, "outcome", outcome.slug, outcome.name)
    place = decision.subcategory or decision.category
    _category(entry, "subject", place.get_absolute_url().removeprefix("/decisions/"), place.name)
    _add(entry, "summary", decision.version.summary or "")


def _category(entry: etree._Element, scheme: str, term: str, label: str) -> None:
    _add(entry, "category", term=term, label=label, scheme=f"{settings.PUBLIC_URL}/search/dictionary#{scheme}")


def _add(parent: etree._Element, name: str, text: str | None = None, /, **values: str) -> etree._Element:
    one = etree.SubElement(parent, f"{{{ATOM}}}{name}", values)
    one.text = text
    return one


def _instant(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
