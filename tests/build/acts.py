"""What people and time can do with decisions: the steps of a random order."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction

from upheld.editorial.actions import answer_finding as answers
from upheld.editorial.actions import never
from upheld.editorial.actions.approve import approve, approve_clean
from upheld.editorial.actions.delete_draft import delete_draft
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.hold import hold, release
from upheld.editorial.actions.hold_draft import hold_draft, release_draft
from upheld.editorial.actions.open_review import close_review, hold_reviewed, open_review
from upheld.editorial.actions.redact import redact
from upheld.editorial.actions.replace_words import WordsNotFoundError, replace_words
from upheld.editorial.actions.schedule import schedule
from upheld.editorial.actions.send import make_ready, return_draft, send_for_check
from upheld.editorial.actions.start_draft import SOURCES, start_draft
from upheld.editorial.actions.take_up import take_up_version
from upheld.editorial.actions.withdraw import restore, withdraw
from upheld.editorial.models import Draft, FindingAnswer, OpenReview
from upheld.editorial.queries.draft import get_draft
from upheld.editorial.rules import NEVER, NoSuchDraftError
from upheld.register.actions.release_due import release_due
from upheld.register.models import Decision
from upheld.scheme import get_scheme

if TYPE_CHECKING:
    from tests.build.orders import Orders

PEOPLE = ("wren@x.example", "finch@x.example", "heron@x.example", "owl@x.example")
REFERENCES = ("21 000 001", "21 000 002", "21 000 003")
NAMES = ("Tobias Quill", "Ottoline Brask")


def start(on: "Orders") -> None:
    reference = on.random.choice(REFERENCES)
    decision = Decision.objects.filter(reference=reference).first()
    source = on.random.choice(SOURCES)
    outside = {"file name": "Brask.docx"} if source == "file" and on.random.random() < 0.3 else {}
    doubts = ["a number is missing"] if source != "form" and on.random.random() < 0.2 else []
    record = on.record(reference)
    start_draft(record, by=on.person(), at=on.now, source=source, outside=outside, doubts=doubts, decision=decision)
    assert reference not in on.never, "what is never to be published was taken in"


def edit(on: "Orders") -> None:
    draft = on.draft()
    edit_draft(draft.uid, on.revision(draft), on.record(draft.reference), by=on.person(), at=on.now)


def replace(on: "Orders") -> None:
    draft = on.draft()
    replace_words(draft.uid, on.revision(draft), on.random.choice(NAMES), "Mr X", by=on.person(), at=on.now)


def answer(on: "Orders") -> None:
    draft = on.draft("checking")
    found = get_draft(draft.uid, at=on.now).open_findings
    if not found:
        raise answers.NoSuchFindingError
    one, kind = on.random.choice(found).finding, on.random.choice(("not-personal", "necessary", "necessary"))
    answers.answer_finding(draft.uid, draft.revision, one.fingerprint, kind, "The law", by=on.person(), at=on.now)
    if kind == "not-personal":
        on.cleared.add(one.words)


def confirm(on: "Orders") -> None:
    waiting = FindingAnswer.objects.filter(answer="necessary", confirmed_by="", draft__isnull=False).first()
    if waiting is None or waiting.draft is None:
        raise answers.NoSuchFindingError
    by = on.other_person((waiting.by,))
    answers.confirm_necessary(waiting.draft.uid, waiting.draft.revision, waiting.fingerprint, by=by, at=on.now)
    assert by != waiting.by


def accept(on: "Orders") -> None:
    draft = on.draft()
    if draft.outside:
        answers.accept_file(draft.uid, draft.revision, by=on.person(), at=on.now)
    else:
        answers.accept_reading(draft.uid, draft.revision, by=on.person(), at=on.now)


def send(on: "Orders") -> None:
    draft = on.draft("draft", "returned")
    send_for_check(draft.uid, on.revision(draft), by=on.person(), at=on.now)


def ready(on: "Orders") -> None:
    draft = on.draft("checking")
    make_ready(draft.uid, on.revision(draft), by=on.person(), at=on.now)


def return_(on: "Orders") -> None:
    draft = on.draft("checking", "ready")
    return_draft(draft.uid, on.revision(draft), ["facts"], "Look again", by=on.person(), at=on.now)


def approve_one(on: "Orders") -> None:
    draft = on.draft("ready")
    chosen = on.random.choice((None, None, on.now.date() + dt.timedelta(days=30)))
    by, wanted = on.other_person(draft.people), chosen or draft.not_before
    decision = approve(draft.uid, on.revision(draft), by=by, at=on.now, not_before=chosen)
    on.approved(decision, wanted)


def approve_many(on: "Orders") -> None:
    days = dict(Draft.objects.values_list("uid", "not_before"))
    for result in approve_clean(sorted(days), by=on.person(), at=on.now):
        if result.decision:
            on.approved(result.decision, days[result.uid])


def choose_day(on: "Orders") -> None:
    day = on.random.choice((None, on.now.date() + dt.timedelta(days=20)))
    schedule(on.draft().uid, day, by=on.person(), at=on.now)


def hold_a_draft(on: "Orders") -> None:
    hold_draft(on.draft().uid, by=on.person(), at=on.now)


def release_a_draft(on: "Orders") -> None:
    release_draft(on.draft("held").uid, by=on.person(), at=on.now)


def propose(on: "Orders") -> None:
    if on.random.random() < 0.7:
        raise NoSuchDraftError  # rare, or every case ends so
    never.propose_never(on.draft().uid, "no-consent", by=on.person(), at=on.now)


def agree(on: "Orders") -> None:
    draft = Draft.objects.exclude(never_reason="").exclude(state=NEVER).first() or on.draft()
    by = on.other_person((draft.never_by,))
    never.agree_never(draft.uid, by=by, at=on.now)
    assert by != draft.never_by
    on.never.add(draft.reference)


def refuse(on: "Orders") -> None:
    draft = Draft.objects.exclude(never_reason="").exclude(state=NEVER).first() or on.draft()
    never.refuse_never(draft.uid, by=on.person(), at=on.now)


def delete(on: "Orders") -> None:
    draft = on.draft("draft", "returned")
    by = draft.prepared_by if on.random.random() < 0.5 else on.person()
    delete_draft(draft.uid, on.revision(draft), by=by, at=on.now)
    assert by == draft.prepared_by


def take_up(on: "Orders") -> None:
    draft = on.draft()
    version = draft.decision.version_number if draft.decision else 1
    take_up_version(draft.uid, on.revision(draft), version, on.record(draft.reference), by=on.person(), at=on.now)


def hold_it(on: "Orders") -> None:
    decision = on.decision("published", "embargoed", *(["held"] if on.random.random() < 0.3 else []))
    hold([decision.pk], by=on.person(), at=on.now)
    on.held.add(decision.pk)


def review_what_is_held(on: "Orders") -> None:
    """A review from beginning to end of what somebody holds: the hold outlives it."""
    decision = on.decision("published")
    reference = get_scheme().pattern.parse(decision.reference)
    assert reference
    with transaction.atomic():  # refused or killed, all of it is taken back
        hold([decision.pk], by=on.person(), at=on.now)
        review = open_review(reference, "court", by=on.person(), at=on.now)
        close_review(review.pk, by=on.person(), at=on.now)
    on.held.add(decision.pk)


def release_it(on: "Orders") -> None:
    decision = on.decision("held")
    release([decision.pk], by=on.person(), at=on.now)
    on.held.discard(decision.pk)


def withdraw_it(on: "Orders") -> None:
    decision = on.decision("published", "held")
    withdraw([decision.pk], by=on.person(), at=on.now)
    on.withdrawn.add(decision.pk)


def restore_it(on: "Orders") -> None:
    decision = on.decision("withdrawn")
    restore([decision.pk], by=on.person(), at=on.now)
    on.withdrawn.discard(decision.pk)


def redact_it(on: "Orders") -> None:
    decision, words = on.decision("published", "held", "embargoed", "withdrawn"), on.random.choice(NAMES)
    try:
        redact(decision.pk, [words], "Mr X", by=on.person(), at=on.now)
    except LookupError as error:
        raise WordsNotFoundError from error
    on.erased.add((decision.reference, words))
    on.cleared.discard(words)


def open_one(on: "Orders") -> None:
    """Often of what somebody holds: the hold must outlive the review."""
    held = sorted(Decision.objects.filter(pk__in=on.held).values_list("reference", flat=True))
    reference = get_scheme().pattern.parse(on.random.choice(held if held and on.random.random() < 0.5 else REFERENCES))
    assert reference
    open_review(reference, on.random.choice(("review", "court")), by=on.person(), at=on.now)


def close_one(on: "Orders") -> None:
    reviews = list(OpenReview.objects.filter(closed_at=None).order_by("pk"))
    if not reviews:
        raise NoSuchDraftError
    review = on.random.choice([one for one in reviews if one.decision_id in on.held] or reviews)
    close_review(review.pk, by=on.person(), at=on.now)


def time_passes(on: "Orders") -> None:
    hold_reviewed(by="the clock", at=on.now)
    release_due(by="the clock", at=on.now)


def begin(on: "Orders") -> None:
    """Something for each case to begin with: mostly a decision, at least a draft."""
    for reference in REFERENCES:
        one = start_draft(on.record(reference), by=PEOPLE[0], at=on.now, source=on.random.choice(SOURCES))
        if one.state == "draft":
            one = send_for_check(one.uid, one.revision, by=PEOPLE[0], at=on.now)
        if one.state == "ready" and on.random.random() < 0.8:
            on.approved(approve(one.uid, one.revision, by=PEOPLE[1], at=on.now), None)


ACTS: tuple[Callable[["Orders"], None], ...] = (
    *(start, start, edit, edit, replace, answer, answer, confirm, confirm, accept, send, send, ready, return_),
    *(approve_one, approve_one, approve_one, approve_many, choose_day, hold_a_draft, release_a_draft, take_up),
    *(propose, agree, agree, refuse, delete, hold_it, hold_it, release_it, release_it, withdraw_it, restore_it),
    *(review_what_is_held, redact_it, redact_it, open_one, close_one, close_one, time_passes, time_passes),
)
