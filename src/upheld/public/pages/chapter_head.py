"""A chapter as it is read, and what its page says of itself."""

from upheld.public.items import name_organisations
from upheld.public.pages.category import ALL_DECISIONS
from upheld.public.pages.chapter import ChapterPage, make_chapter
from upheld.public.pages.decision import places_of
from upheld.public.pages.linked_text import make_linker, read_mentioned
from upheld.public.pages.marked_chapter import mark_chapter
from upheld.public.pages.marks import Searched
from upheld.public.pages.text import make_sections
from upheld.register.content import read_facts
from upheld.register.models import Decision
from upheld.ui.site import HOME, Head, Link


def read_chapter(decision: Decision, number: int, searched: Searched | None = None) -> ChapterPage | None:
    """The chapter with this number of a published decision, marked for a search; None where there is none."""
    facts, address = read_facts(decision.version.content or ""), decision.get_absolute_url()
    sections = make_sections(facts.sections, make_linker(read_mentioned(decision, facts)))
    title = f"{name_organisations(facts.organisations)} ({decision.reference})"
    page = make_chapter(title, decision.reference, address, sections, number)
    return mark_chapter(page, sections, searched, address) if page and searched else page


def chapter_head(page: ChapterPage, decision: Decision) -> Head:
    """What the page says of itself. Its canonical address is the decision's."""
    whole = Link(page.reference, decision.get_absolute_url())
    trail = (HOME, ALL_DECISIONS, *places_of(decision), whole)
    return Head(f"{page.title}: {page.decision.text}", path=decision.get_absolute_url(), trail=trail)
