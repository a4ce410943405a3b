"""One step of a draft, said before it is made: what will happen, what has to be said with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from upheld.desk.components import Fault
from upheld.desk.pages.draft import title_of
from upheld.editorial.queries.draft import DraftView
from upheld.editorial.rules import second_person, stopping
from upheld.lib.dates import format_date
from upheld.scheme import get_scheme


@dataclass(frozen=True, slots=True)
class Choice:
    """A reason that can be chosen."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class DayFields:
    """A day as typed, and what is said above it."""

    label: str
    hint: str
    day: str = ""
    month: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class MovePage:
    """The step. Without `buttons` it cannot be made, and `why_not` says why."""

    title: str
    subject: str
    href: str
    back: str
    revision: int
    sentences: tuple[str, ...]
    buttons: tuple[Choice, ...]
    """What the form does: the value of `do`, and its words; the first is the main one."""
    is_grave: bool = False
    reasons_title: str = ""
    reasons: tuple[Choice, ...] = ()
    several: bool = False
    """Whether more than one reason can be chosen."""
    chosen: tuple[str, ...] = ()
    note_label: str = ""
    note: str = ""
    day: DayFields | None = None
    why_not: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in the form, and what was wrong with it."""

    reasons: tuple[str, ...] = ()
    note: str = ""
    day: tuple[str, str, str] = ("", "", "")
    faults: tuple[Fault, ...] = ()


NOTHING_TYPED = Typed()
_PROPOSED = (
    "A manager has to agree. Then its text is deleted; its reference and the reason stay, so that it is not taken in "
    "again."
)


def make_approve(view: DraftView, person: str, typed: Typed = NOTHING_TYPED) -> MovePage:
    """Approving: when readers will see it, and a later day that can be chosen."""
    why_not = [blocker.message for blocker in stopping(view.blockers)]
    if not why_not and view.facts and (blocker := second_person(view.facts, person)):
        why_not = [blocker.message]
    if not why_not and view.state != "ready":
        why_not = ["It has not been sent for checking yet"]
    hint = "Leave it empty to let it appear as said above." if not view.draft.decision_id else ""
    return _page(
        view, "approve", "Approve", typed,
        sentences=(*_when(view), "Its text goes into the register, where it can be corrected, held or withdrawn."),
        buttons=() if why_not else (Choice("approve", "Approve it"),),
        day=DayFields("Not before (if it is to wait)", hint, *typed.day) if not view.draft.decision_id else None,
        why_not=tuple(why_not),
    )  # fmt: skip


def make_day(view: DraftView, typed: Typed = NOTHING_TYPED) -> MovePage:
    """Choosing the day on which it is to come out."""
    day = view.draft.not_before
    parts = typed.day if any(typed.day) else (str(day.day), str(day.month), str(day.year)) if day else ("", "", "")
    return _page(
        view, "day", "Choose a day", typed,
        sentences=(*_when(view), "An embargo that ends later still counts."),
        buttons=(Choice("keep", "Keep this day"), *((Choice("none", "No day: as soon as it may"),) if day else ())),
        day=DayFields("Comes out not before", "For example, 14 3 2027", *parts),
    )  # fmt: skip


def make_return(view: DraftView, typed: Typed = NOTHING_TYPED) -> MovePage:
    """Sending it back with reasons."""
    return _page(
        view, "return", "Return it", typed,
        sentences=(f"It goes back to {view.draft.prepared_by}, who sees what you write here.",),
        buttons=(Choice("return", "Return it"),),
        reasons_title="Why it goes back",
        reasons=tuple(Choice(one.slug, one.label) for one in get_scheme().return_reasons),
        several=True,
        note_label="What is to be done (kept until the draft is done with)",
    )  # fmt: skip


def make_hold(view: DraftView, typed: Typed = NOTHING_TYPED) -> MovePage:
    """Holding it."""
    return _page(
        view, "hold", "Hold it", typed,
        sentences=("Nothing of it can come out until it is released. It goes back to where it is now.",),
        buttons=(Choice("hold", "Hold it"),),
        reasons_title="Why it is held",
        reasons=_reasons("hold"),
    )  # fmt: skip


def make_release(view: DraftView, typed: Typed = NOTHING_TYPED) -> MovePage:
    """Releasing it."""
    return _page(
        view, "release", "Release it", typed,
        sentences=("It goes back to where it was before it was held. One that was ready is checked again first.",),
        buttons=(Choice("release", "Release it"),),
        reasons_title="Why it is released",
        reasons=_reasons("release"),
    )  # fmt: skip


def make_never(view: DraftView, person: str, *, may_agree: bool, typed: Typed = NOTHING_TYPED) -> MovePage:
    """Never to publish it: proposed by one person, agreed by a manager who is another."""
    if view.draft.never_reason:
        return _agree(view, person, may_agree=may_agree, typed=typed)
    return _page(
        view, "never", "Propose never to publish it", typed,
        sentences=(_PROPOSED,),
        buttons=(Choice("propose", "Propose it"),),
        reasons_title="Why it is never to be published",
        reasons=tuple(Choice(one.slug, one.label) for one in get_scheme().never_reasons),
    )  # fmt: skip


def make_delete(view: DraftView, typed: Typed = NOTHING_TYPED) -> MovePage:
    """Deleting it."""
    return _page(
        view, "delete", "Delete this draft", typed,
        sentences=("Its text and all its earlier texts are deleted for good. The journal keeps that there was one.",),
        buttons=(Choice("delete", "Delete it"),),
        is_grave=True,
    )  # fmt: skip


def _agree(view: DraftView, person: str, *, may_agree: bool, typed: Typed) -> MovePage:
    reason = get_scheme().never_reason(view.draft.never_reason)
    own = person.strip().casefold() == view.draft.never_by.strip().casefold()
    why_not = []
    if own:
        why_not = ["You proposed it, so another person has to agree"]
    elif not may_agree:
        why_not = ["A manager has to agree"]
    refuse = Choice("refuse", "Refuse: let it go its way")
    return _page(
        view, "never", "Never to be published", typed,
        sentences=(f"{view.draft.never_by} proposed it: {reason.label if reason else view.draft.never_reason}.",
                   "If you agree, its text is deleted for good; its reference and the reason stay."),
        buttons=((Choice("agree", "Agree: never publish it"), refuse) if not why_not else (refuse,) if own else ()),
        is_grave=not why_not,
        why_not=tuple(why_not),
    )  # fmt: skip


def _page(
    view: DraftView,
    slug: str,
    title: str,
    typed: Typed,
    *,
    sentences: Sequence[str],
    buttons: tuple[Choice, ...],
    reasons: tuple[Choice, ...] = (),
    reasons_title: str = "",
    note_label: str = "",
    day: DayFields | None = None,
    why_not: tuple[str, ...] = (),
    several: bool = False,
    is_grave: bool = False,
) -> MovePage:
    href = view.draft.get_absolute_url()
    return MovePage(
        title=title,
        subject=title_of(view),
        href=f"{href}/{slug}",
        back=href,
        revision=view.revision,
        sentences=tuple(sentences),
        buttons=buttons,
        is_grave=is_grave,
        reasons_title=reasons_title,
        reasons=reasons,
        several=several,
        chosen=typed.reasons or ((reasons[0].value,) if reasons and not several else ()),
        note_label=note_label,
        note=typed.note,
        day=day,
        why_not=why_not,
        faults=typed.faults,
    )


def _reasons(action: str) -> tuple[Choice, ...]:
    return tuple(Choice(one.slug, one.label) for one in get_scheme().reasons_for(action))


def _when(view: DraftView) -> tuple[str, ...]:
    """When readers will see it."""
    facts = view.facts
    if view.draft.decision is not None:
        return (f"Readers see it at once, as the new version of {view.draft.decision.reference}.",)
    if facts is None or facts.comes_out is None or facts.comes_out <= facts.today:
        return ("Readers see it at once.",)
    if facts.comes_out == facts.embargo:
        return (
            f"Its embargo ends on {format_date(facts.comes_out)}: it appears on that day, without anybody's doing.",
        )
    return (f"It appears on {format_date(facts.comes_out)}, the day that was chosen.",)
