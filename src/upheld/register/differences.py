"""What differs between two contents of a decision: facts in words, remedies that a source gives, and the text."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from upheld.analysis.compared import list_passages
from upheld.analysis.difference import Change, Passage, compare
from upheld.analysis.remedy import Remedy
from upheld.lib.dates import format_date
from upheld.register.content import Content, Facts, read_facts
from upheld.register.models import Version
from upheld.scheme import get_scheme

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Said:
    """What a version says, or would say."""

    facts: Facts
    summary: str


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is another one now, both in words."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs: the facts that do, and every remedy and passage of both sides, changed or not."""

    facts: tuple[FactChange, ...]
    remedies: tuple[Change, ...]
    text: tuple[Change, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The remedies and passages that changed."""
        return tuple(one for one in (*self.remedies, *self.text) if one.is_changed)

    @property
    def is_empty(self) -> bool:
        """Whether no word differs: numbers and layout may."""
        return not self.facts and not self.changes


def said_by(version: Version) -> Said:
    """What a version says that still has its text."""
    return Said(read_facts(version.content or "{}"), version.summary or "")


def said_in(content: Content) -> Said:
    """What a version made of this content would say."""
    return Said(read_facts(content.facts), content.record.summary)


def compare_contents(old: Said, new: Said) -> Difference:
    """What differs between them."""
    return Difference(
        facts=tuple(_fact_changes(fact_words(old.facts), fact_words(new.facts))),
        remedies=compare(_remedies(old.facts), _remedies(new.facts)),
        text=compare(list_passages(old.summary, old.facts.sections), list_passages(new.summary, new.facts.sections)),
    )


def remedy_words(remedy: Remedy) -> str:
    """A remedy in one line: `Symbolic payment, agreed, £300 per month, within 28 days: the words of the source`."""
    sum_ = f"£{remedy.pence / 100:,.2f}".removesuffix(".00") if remedy.pence is not None else ""
    parts = (
        remedy.kind.replace("-", " ").capitalize(),
        remedy.status.replace("-", " "),
        " per ".join(filter(None, (sum_, remedy.per))),
        f"for {remedy.for_}" if remedy.for_ else "",
        f"within {remedy.within_days} days" if remedy.within_days is not None else "",
    )
    return ": ".join(filter(None, (", ".join(filter(None, parts)), remedy.text)))


def _remedies(facts: Facts) -> tuple[Passage, ...]:
    return tuple(Passage(remedy_words(one), "remedy", "put-right") for one in facts.remedies if not one.read)


def fact_words(facts: Facts) -> Mapping[str, str]:
    """The facts by their names, in words; what is not known is empty."""
    scheme = get_scheme()
    kind = scheme.document_type(facts.document_type)
    outcome = scheme.outcome(facts.outcome) if facts.outcome else None
    return {
        "Organisation": ", ".join(facts.organisations),
        "References": ", ".join((facts.reference, *facts.also_known_as)),
        "Document": kind.name if kind else facts.document_type,
        "Outcome": outcome.name if outcome else facts.outcome or "",
        "Category": " > ".join(filter(None, (facts.category, facts.subcategory))),
        "Decision date": format_date(dt.date.fromisoformat(facts.decided_on)) if facts.decided_on else "",
    }


def _fact_changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[FactChange]:
    for name, before in old.items():
        if before != new[name]:
            yield FactChange(name, before or NOT_STATED, new[name] or NOT_STATED)
