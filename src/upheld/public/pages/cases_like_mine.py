"""“Cases like mine”: the form, and what happened in the decisions that use similar words."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from upheld.analysis.danger import speaks_of_danger
from upheld.analysis.remedies.sentences import split_sentences
from upheld.analysis.remedy import Remedy
from upheld.public.items import make_item, place_name
from upheld.public.pages.cases_figures import Figures, make_figures
from upheld.public.pages.errors import WAYS
from upheld.public.pages.remedies import RemedyGroup, make_put_right, place_words
from upheld.public.queries.filters import name_categories
from upheld.public.queries.listing import Listed, get_listed
from upheld.public.queries.organisation import list_bodies
from upheld.register.queries.reading import get_kept
from upheld.register.reading import counted_remedies, shown_remedies
from upheld.scheme import NextStep, Urgent, get_scheme
from upheld.search import Alike, Told, choose_sentences, mark
from upheld.ui.components import DecisionItem, Pieces
from upheld.ui.site import HOME, Head, Link

ADDRESS = "/cases-like-mine"
LONGEST = 20_000
FEWEST_WORDS = 5
SHOWN = 10
MOST_SHOWN = 50
PREDICT_NOTHING = (
    "These decisions use similar words. They do not predict yours; many complaints are closed without an investigation."
)
Stage = Literal["form", "found", "none", "preparing", "failed"]

_SAYS_ENOUGH = 60  # characters of a sentence
_NO_LETTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_FINDING = re.compile(
    r"\bfault\b|\bnot (?:investigate|uphold|find)|\bdiscontinu|\buphold|\binjustice\b|\bjustified\b|\bworthwhile\b"
    r"|\bended our\b|\bjurisdiction\b|\boutside\b|\bcould take\b|\bsatisfied\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """What was sent: the words, what they are narrowed to (slugs), and how many decisions are to be shown."""

    words: str = ""
    council: str = ""
    subject: str = ""
    show: int = SHOWN

    @property
    def length(self) -> int:
        """How many characters were written."""
        return len(self.words)


@dataclass(frozen=True, slots=True)
class SubjectGroup:
    """A subject to narrow to, and those below it, each by value and label."""

    value: str
    label: str
    below: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a decision, its shared words marked, and the place it stands at."""

    pieces: Pieces
    place: Link


@dataclass(frozen=True, slots=True)
class Case:
    """A similar decision: what it says in similar words, what was found in a line, and what was put right."""

    item: DecisionItem
    quotes: tuple[Quote, ...]
    finding: str
    put_right: tuple[RemedyGroup, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared: `counted` similar decisions, decided from `first` to `last`, of `compared` of all `held`.

    The days of `held` decisions are `held_first` to `held_last`. `subjects` are the subjects of those counted, with the
    number of each, the most frequent first.
    """

    counted: int
    first: dt.date | None
    last: dt.date | None
    compared: int
    held: int
    held_first: dt.date | None
    held_last: dt.date | None
    subjects: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CasesPage:
    """The page. `stage`: the form alone, what was found, nothing found, no index yet, or a failure of ours.

    `urgent` is whom to call, where the words speak of danger now. `fault` is why nothing was looked for. `figures` are
    None where there are too few decisions. `more` is how many the next page would show, 0 where there are no more.
    `leave_to` is another site, for who must leave at once; empty where the scheme names none.
    """

    stage: Stage
    written: Written
    longest: int
    councils: tuple[tuple[str, str], ...]
    subjects: tuple[SubjectGroup, ...]
    fault: str = ""
    in_danger: bool = False
    urgent: tuple[Urgent, ...] = ()
    warning: str = PREDICT_NOTHING
    compared: Compared | None = None
    figures: Figures | None = None
    cases: tuple[Case, ...] = ()
    more: int = 0
    next_steps: tuple[NextStep, ...] = ()
    ways: tuple[Link, ...] = WAYS
    leave_to: str = ""

    @property
    def answers(self) -> bool:
        """Whether it answers to what somebody sent, and so could not be shown again."""
        return self.stage != "form" or bool(self.fault)


def find_fault(written: Written) -> str:
    """Why nothing can be looked for; empty when it can."""
    if not written.words:
        return "Write what happened, in your own words. A few sentences are enough"
    if written.length > LONGEST:
        return (
            f"This is longer than we can compare: {written.length:,} characters, and {LONGEST:,} is the most. "
            "Nothing is lost: it is below. Take out what matters least and try again"
        )
    if len(written.words.split()) < FEWEST_WORDS:
        return "Write a little more: what happened, who was responsible, and what it meant for you"
    return ""


def clean_words(text: str) -> str:
    """What was typed, its line breaks as one character, without what no page can show."""
    return _NO_LETTERS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def make_form(written: Written, stage: Stage = "form", fault: str = "") -> CasesPage:
    """The page without anything found: what was written stands in the form."""
    return CasesPage(
        stage=stage,
        written=written,
        longest=LONGEST,
        councils=_councils(),
        subjects=_subjects(),
        fault=fault,
        in_danger=speaks_of_danger(written.words),
        urgent=get_scheme().urgent,
        leave_to=get_scheme().leave_to,
    )


def make_found(written: Written, alike: Alike) -> CasesPage:
    """The page of what was found."""
    form = make_form(written, "found")
    ids = [one.decision_id for one in alike.similar]
    listed = get_listed(ids)
    known = [pk for pk in ids if pk in listed]
    shown = known[: written.show]
    kept = get_kept({pk: alike.texts[pk].content_hash for pk in known})
    return CasesPage(
        stage="found" if known else "none",
        written=written,
        longest=form.longest,
        councils=form.councils,
        subjects=form.subjects,
        in_danger=form.in_danger,
        urgent=form.urgent,
        compared=_compared(alike, [listed[pk] for pk in known]),
        figures=make_figures([(listed[pk].outcome, _counted(alike.texts[pk], kept.get(pk))) for pk in known]),
        cases=tuple(_case(listed[pk], alike.texts[pk], alike, kept.get(pk)) for pk in shown),
        more=_more(written.show, len(known)),
        next_steps=tuple(one for one in get_scheme().next_steps if not one.outcomes and not one.document_types),
        leave_to=form.leave_to,
        ways=(*_narrowed_to(form), *WAYS),
    )


def cases_head(page: CasesPage) -> Head:
    """What the page says of itself; nothing of what was written."""
    titles = {"found": "What happened in cases like yours", "none": "No similar decisions"}
    title = titles.get(page.stage, "Cases like mine")
    if page.fault or page.stage in {"preparing", "failed"}:
        title = f"Error: {title}"
    described = "Write what happened to you, and see what happened in similar complaints."
    return Head(title, described, ADDRESS, (HOME,), stays=page.answers)


def _narrowed_to(form: CasesPage) -> Iterator[Link]:
    """All decisions about what was chosen to narrow to: where no words are alike they can be read still."""
    chosen = form.written.subject
    names = {group.value: group.label for group in form.subjects} | dict(
        below for group in form.subjects for below in group.below
    )
    if name := names.get(chosen):
        yield Link(f"All decisions about {name}", f"/decisions/{chosen}")
    if name := dict(form.councils).get(form.written.council):
        yield Link(f"All decisions about {name}", f"/organisations/{form.written.council}")


def _more(shown: int, known: int) -> int:
    return min(shown + SHOWN, MOST_SHOWN, known) - shown if min(known, MOST_SHOWN) > shown else 0


def _compared(alike: Alike, listed: Sequence[Listed]) -> Compared:
    days = [one.decided_on for one in listed if one.decided_on]
    subjects = [place_name(one.subcategory, one.category) if one.subcategory else one.category for one in listed]
    ordered = sorted(dict.fromkeys(subjects), key=lambda name: (-subjects.count(name), name))
    return Compared(
        counted=len(listed),
        first=min(days, default=None),
        last=max(days, default=None),
        compared=alike.compared,
        held=alike.held,
        held_first=alike.first_day,
        held_last=alike.last_day,
        subjects=tuple((name, subjects.count(name)) for name in ordered),
    )


def _case(listed: Listed, told: Told, alike: Alike, kept: str | None) -> Case:
    right = make_put_right(shown_remedies(told.facts, told.summary, kept))
    sentences = choose_sentences(alike.telling, told.sentences())
    return Case(
        item=make_item(listed),
        quotes=tuple(
            Quote(mark(one.text, alike.telling.weights), Link(place_words(one.at), f"{listed.href}#{one.at}"))
            for one in sentences
        ),
        finding=_finding(told),
        put_right=right.groups if right else (),
    )


def _counted(told: Told, kept: str | None) -> tuple[Remedy, ...]:
    return counted_remedies(told.facts, told.summary, kept)


def _finding(told: Told) -> str:
    """The sentence of the summary that says what was found, with the next where it says little alone; or nothing."""
    sentences = split_sentences(told.summary)
    place = next((place for place, one in enumerate(sentences) if _FINDING.search(one)), len(sentences))
    alone = len(" ".join(sentences[place : place + 1])) >= _SAYS_ENOUGH
    return " ".join(sentences[place : place + (1 if alone else 2)])


def _councils() -> tuple[tuple[str, str], ...]:
    return tuple((body.slug, body.name) for body in list_bodies() if body.number)


def _subjects() -> tuple[SubjectGroup, ...]:
    categories, below = name_categories()
    return tuple(
        SubjectGroup(value, label, tuple((one, name) for one, name in below.items() if one.partition("/")[0] == value))
        for value, label in categories.items()
    )
