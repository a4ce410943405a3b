"""A decision with the words marked that its reader searched for."""

from dataclasses import replace

from upheld.public.pages.decision import DecisionPage
from upheld.public.pages.marks import (
    Marked,
    Marks,
    Places,
    Searched,
    go_through_sections,
    go_through_text,
    look,
    section_kinds,
)  # fmt: skip
from upheld.public.pages.remedies import PutRight
from upheld.search import Marker
from upheld.ui.site import Link

_SUMMARY, _PUT_RIGHT = ("summary",), ("agreed-action",)


def mark_decision(page: DecisionPage, searched: Searched, address: str) -> DecisionPage:
    """The page of the decision at `address` with marks, and with ways on that keep them."""

    def find(marker: Marker) -> tuple[Places]:
        places = Places(marker)
        _go_through(page, places.find)
        return (places,)

    (places,), apart = look(searched, find)
    long_read = page.long_read and replace(page.long_read, href=searched.address(page.long_read.href))
    plain = Link("Show without marks", address)
    marks = Marks(searched.query.text, places.total, places.shown, searched.meant, plain, apart)
    return replace(_go_through(page, places.marking()), long_read=long_read, marks=marks)


def _go_through(page: DecisionPage, apply: Marked) -> DecisionPage:
    """In the order in which the page is read."""
    return replace(
        page,
        summary=tuple(apply(runs, _SUMMARY) for runs in page.summary),
        put_right=_put_right(page.put_right, apply) if page.put_right else None,
        sections=go_through_sections(page.sections, section_kinds(page.sections), apply),
    )


def _put_right(given: PutRight, apply: Marked) -> PutRight:
    """The words there are the source's own; what they are called is ours."""
    groups = tuple(
        replace(
            group,
            lines=tuple(replace(line, words=go_through_text(line.words, _PUT_RIGHT, apply)) for line in group.lines),
        )
        for group in given.groups
    )
    return replace(given, groups=groups)
