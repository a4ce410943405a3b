"""Words replaced through a whole draft: every place is shown before anything is done."""

from dataclasses import dataclass

from upheld.analysis.identifiers import Finding
from upheld.desk.components import Fault
from upheld.desk.pages.finding_card import place_words
from upheld.editorial.actions.replace_words import Place, Replacement
from upheld.editorial.queries.draft import DraftView

_AROUND = 40  # so many letters are given on each side, where there are so many


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """One place: where, the words around, what goes and what comes."""

    place: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class ReplacePage:
    """What replacing would do. Without `places` there is nothing to replace, and a fault says why."""

    title: str
    href: str
    back: str
    revision: int
    fingerprint: str
    words: str
    replacement: str
    why: str
    instead: str
    places: tuple[PlaceShown, ...]
    faults: tuple[Fault, ...]


def make_replace(
    view: DraftView, finding: Finding, replacement: str, plan: Replacement | None, *, fault: str = ""
) -> ReplacePage:
    """The page, with the plan where there is one."""
    places = plan.places if plan else ()
    return ReplacePage(
        title=f"Replace “{finding.words}”",
        href=f"{view.draft.get_absolute_url()}/replace",
        back=f"{view.draft.get_absolute_url()}#f-{finding.fingerprint}",
        revision=view.revision,
        fingerprint=finding.fingerprint,
        words=finding.words,
        replacement=replacement,
        why=finding.why,
        instead=finding.instead,
        places=tuple(_place(one) for one in places),
        faults=(Fault(fault, "replacement"),) if fault else (),
    )


def _place(one: Place) -> PlaceShown:
    """The place with whole words around it."""
    before = f"…{one.before[one.before.find(' ') :]}" if len(one.before) >= _AROUND else one.before
    after = f"{one.after[: one.after.rfind(' ') + 1]}…" if len(one.after) >= _AROUND else one.after
    return PlaceShown(place_words(one.where), before, one.words, after)
