"""What cannot be done with a draft: it is refused with the reason, and a refusal leaves no trace."""

import datetime as dt
from collections.abc import Callable

import pytest

from tests.build import draft as build
from tests.build.draft import CHECKER, CHIEF, WRITER
from tests.build.draft_state import LATER, answered, everything
from upheld.editorial.actions.answer_finding import (
    AnswerError,
    NoSuchFindingError,
    accept_file,
    accept_reading,
    answer_finding,
    confirm_necessary,
)
from upheld.editorial.actions.approve import approve
from upheld.editorial.actions.delete_draft import delete_draft
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.hold_draft import hold_draft, release_draft
from upheld.editorial.actions.never import agree_never, propose_never, refuse_never
from upheld.editorial.actions.replace_words import replace_words
from upheld.editorial.actions.schedule import schedule
from upheld.editorial.actions.send import ReturnError, make_ready, return_draft, send_for_check
from upheld.editorial.actions.start_draft import SourceError, start_draft
from upheld.editorial.actions.take_up import take_up_version
from upheld.editorial.models import Draft
from upheld.editorial.queries.draft import get_text
from upheld.editorial.rules import NoSuchDraftError, NotPossibleError, NotPublishableError, OvertakenError
from upheld.journal.models import Entry
from upheld.lib.text import UncleanTextError
from upheld.register.actions.move_state import ReasonError

pytestmark = pytest.mark.django_db


def _approve(one: Draft, revision: int) -> object:
    return approve(one.uid, revision, by=CHECKER, at=LATER)


def _edit(one: Draft, revision: int) -> object:
    return edit_draft(one.uid, revision, build.text(summary="Other."), by=WRITER, at=LATER)


def _replace(one: Draft, revision: int) -> object:
    return replace_words(one.uid, revision, "Council", "Body", by=WRITER, at=LATER)


def _return(one: Draft, revision: int) -> object:
    return return_draft(one.uid, revision, ["facts"], by=CHECKER, at=LATER)


WITH_REVISION = {
    "approve": _approve,
    "edit": _edit,
    "replace": _replace,
    "return": _return,
    "send": lambda one, revision: send_for_check(one.uid, revision, by=WRITER, at=LATER),
    "ready": lambda one, revision: make_ready(one.uid, revision, by=WRITER, at=LATER),
    "answer": lambda one, revision: answer_finding(one.uid, revision, "x", "not-personal", by=WRITER, at=LATER),
    "confirm": lambda one, revision: confirm_necessary(one.uid, revision, "x", by=CHECKER, at=LATER),
    "file": lambda one, revision: accept_file(one.uid, revision, by=WRITER, at=LATER),
    "reading": lambda one, revision: accept_reading(one.uid, revision, by=WRITER, at=LATER),
    "take up": lambda one, revision: take_up_version(one.uid, revision, 1, build.text(), by=WRITER, at=LATER),
    "delete": lambda one, revision: delete_draft(one.uid, revision, by=WRITER, at=LATER),
}
AT_ONCE = {
    "hold": lambda one: hold_draft(one.uid, by=CHECKER, at=LATER),
    "release": lambda one: release_draft(one.uid, by=CHECKER, at=LATER),
    "schedule": lambda one: schedule(one.uid, dt.date(2026, 4, 1), by=WRITER, at=LATER),
    "propose never": lambda one: propose_never(one.uid, "premature", by=WRITER, at=LATER),
    "refuse never": lambda one: refuse_never(one.uid, by=CHIEF, at=LATER),
    "agree never": lambda one: agree_never(one.uid, by=CHIEF, at=LATER),
}


def test_who_was_overtaken_is_told_and_nothing_is_done() -> None:
    one = build.draft()
    build.edited(one, by=CHIEF, summary="Somebody was quicker.")
    before = everything()
    for name, action in WITH_REVISION.items():
        with pytest.raises(OvertakenError, match=f"{CHIEF} changed this draft") as overtaken:
            action(one, 1)
        assert (overtaken.value.present, overtaken.value.changed_by) == (2, CHIEF), name
        assert everything() == before, name
    assert get_text(one.uid, 1) != get_text(one.uid, 2)


@pytest.mark.parametrize("state", ["taken", "never"])
def test_what_is_done_with_is_left_alone(state: str) -> None:
    one = build.ready()
    if state == "taken":
        approve(one.uid, 1, by=CHECKER, at=LATER)
    else:
        propose_never(one.uid, "premature", by=WRITER, at=LATER)
        agree_never(one.uid, by=CHIEF, at=LATER)
    before = everything()
    for name in (*WITH_REVISION, *AT_ONCE):
        with pytest.raises(NotPossibleError):
            WITH_REVISION[name](one, 1) if name in WITH_REVISION else AT_ONCE[name](one)
        assert everything() == before, name


def test_what_is_not_there_is_told() -> None:
    nobody = Draft(uid="nobody")
    for name in (*WITH_REVISION, *AT_ONCE):
        with pytest.raises(NoSuchDraftError):
            WITH_REVISION[name](nobody, 1) if name in WITH_REVISION else AT_ONCE[name](nobody)


REFUSED: list[tuple[Callable[[Draft], object], type[Exception]]] = [
    (lambda one: approve(one.uid, 1, by=CHECKER, at=LATER), NotPossibleError),
    (lambda one: make_ready(one.uid, 1, by=CHECKER, at=LATER), NotPublishableError),
    (lambda one: return_draft(one.uid, 1, by=CHECKER, at=LATER), ReturnError),
    (lambda one: return_draft(one.uid, 1, ["nonsense"], by=CHECKER, at=LATER), ReturnError),
    (lambda one: return_draft(one.uid, 1, note="x" * 5_000, by=CHECKER, at=LATER), ReturnError),
    (lambda one: propose_never(one.uid, "nonsense", by=CHECKER, at=LATER), ReasonError),
    (lambda one: hold_draft(one.uid, "nonsense", by=CHECKER, at=LATER), ReasonError),
    (lambda one: release_draft(one.uid, by=CHECKER, at=LATER), NotPossibleError),
    (lambda one: agree_never(one.uid, by=CHECKER, at=LATER), NotPossibleError),
    (lambda one: answer_finding(one.uid, 1, "x", "maybe", by=WRITER, at=LATER), AnswerError),
    (lambda one: answer_finding(one.uid, 1, "x", "not-personal", by=WRITER, at=LATER), NoSuchFindingError),
    (lambda one: confirm_necessary(one.uid, 1, "x", by=WRITER, at=LATER), NoSuchFindingError),
    (lambda one: edit_draft(one.uid, 1, build.text(summary="a\x07"), by=WRITER, at=LATER), UncleanTextError),
    (lambda one: delete_draft(one.uid, 1, by=WRITER, at=LATER), NotPossibleError),
    (lambda one: start_draft(build.text("9"), by=WRITER, at=LATER, source="pigeon"), SourceError),
    (lambda one: get_text(one.uid, 9), NoSuchDraftError),
]


def test_a_refusal_leaves_no_trace() -> None:
    one = build.checking()
    before = everything()
    for number, (action, error) in enumerate(REFUSED):
        with pytest.raises(error):
            action(one)
        assert everything() == before, number


def test_the_journal_holds_no_word_of_a_draft() -> None:
    one = build.checking()
    answered(one, "name", "necessary", "Tobias Quill wrote the code")
    replace_words(one.uid, 1, "Tobias Quill", "Mr Quaver", by=WRITER, at=LATER)
    return_draft(one.uid, 2, ["identity"], "Who is Quaver?", by=CHECKER, at=LATER)
    said = repr(list(Entry.objects.values()))
    assert not any(word in said for word in ("Quill", "Quaver", "Who is", "wrote the code"))
