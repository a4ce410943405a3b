"""The examiner: what is published is examined, its words are learnt, and what goes is forgotten."""

import datetime as dt

import pytest

from tests.build.decision import NOON, published, record
from upheld.analysis.identifiers import Finding
from upheld.editorial.actions.answer_published import answer_published_finding, confirm_published_necessary
from upheld.editorial.actions.forget import forget_words
from upheld.editorial.follower import Examiner
from upheld.editorial.models import Examination, ExaminerCursor, KnownWord, SeenWord
from upheld.editorial.queries import examination
from upheld.editorial.queries.examination import count_waiting_findings, get_published_findings, list_waiting
from upheld.editorial.queries.knowledge import drop_knowledge, get_knowledge
from upheld.editorial.rules import NotPossibleError, NotYoursError
from upheld.journal.actions.append import writing
from upheld.journal.queries.entry import get_head
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db

CLEAN = "Mrs B complained that the Council lost her papers. The Council was at fault."
PERSONAL = "Mrs B wrote to Tobias Quillfeather on 07700 900123. The Council was at fault."


@pytest.fixture(autouse=True)
def _fresh() -> None:
    drop_knowledge()


def follow() -> None:
    examiner = Examiner()
    while examiner.cursor() < get_head():
        examiner.follow(get_head())


def waiting() -> list[tuple[str, int]]:
    return [(one.reference, one.open) for one in list_waiting()]


def knows(word: str) -> bool:
    return get_knowledge().has_seen(word)


def phone(decision: Decision) -> Finding:
    return next(one for one in get_published_findings(decision.pk).open if one.kind == "phone")


def test_findings_of_what_is_published_wait_and_go_with_their_words() -> None:
    published("21 000 001", summary=CLEAN)
    decision = published("21 000 002", summary=PERSONAL)
    follow()
    assert [reference for reference, _ in waiting()] == ["21 000 002"]
    kept = Examination.objects.get(decision=decision)
    assert set(kept.kinds) == {"name", "phone"}
    assert "Quillfeather" not in str(vars(kept))
    correct([Correction(decision.pk, 1, record("21 000 002", summary=CLEAN))], by="editor", at=NOON)
    follow()
    assert waiting() == []
    assert count_waiting_findings() == (0, 0)


def test_what_is_not_public_does_not_wait() -> None:
    decision = published(summary=PERSONAL)
    follow()
    hold([decision.pk], by="editor", at=NOON, reason="")
    follow()
    assert (waiting(), Examination.objects.count()) == ([], 0)
    release([decision.pk], by="editor", at=NOON, reason="")
    follow()
    assert len(waiting()) == 1


def test_a_word_is_known_when_enough_decisions_have_it_and_not_before() -> None:
    text = "Mrs B asked for a place at the Thornwick Assessment Panel."
    published("21 000 001", summary=text)
    follow()
    assert not knows("Thornwick")
    for number in range(2, 2 + 5):
        published(f"21 000 00{number}", summary=text)
    follow()
    assert knows("Thornwick")


def test_a_name_is_not_learnt_however_often_it_slipped_through() -> None:
    for number in range(1, 8):
        published(f"21 000 00{number}", summary="Mrs B wrote to Mr Tobias Quillfeather. The Council was at fault.")
    follow()
    assert not knows("Quillfeather")
    assert not knows("Tobias")


def test_what_is_withdrawn_or_held_is_unlearnt() -> None:
    text = "Mrs B asked for a place at the Thornwick Assessment Panel."
    decisions = [published(f"21 000 00{number}", summary=text) for number in range(1, 7)]
    follow()
    assert knows("Thornwick")
    withdraw([one.pk for one in decisions], by="editor", at=NOON, reason="")
    follow()
    assert not knows("Thornwick")
    assert not SeenWord.objects.exists()


def test_erased_words_are_forgotten() -> None:
    text = "Mrs B asked for a place at the Thornwick Assessment Panel."
    decisions = [published(f"21 000 00{number}", summary=text) for number in range(1, 7)]
    KnownWord.objects.create(words="thornwick", kind="name", by="editor", at=NOON)
    follow()
    redact(decisions[0].pk, ["Thornwick"], "[removed]", by="editor", at=NOON)
    with writing():
        assert forget_words(["Thornwick"], by="editor", at=NOON) == 2
    assert not knows("Thornwick")
    assert knows("Assessment")
    assert not KnownWord.objects.exists()
    follow()
    assert not knows("Thornwick")


def test_killed_between_examining_and_keeping_it_goes_on_from_its_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    published("21 000 001", summary=PERSONAL)
    decision = published("21 000 002", summary=PERSONAL)

    class KilledError(Exception):
        pass

    def killed(*_: object, **__: object) -> bool:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr("upheld.editorial.actions.keep_examinations._count_words", killed)
        with pytest.raises(KilledError):
            follow()
    assert (Examination.objects.count(), ExaminerCursor.objects.get().number) == (0, 0)
    follow()
    counts = sorted(SeenWord.objects.values_list("decisions", flat=True))
    ExaminerCursor.objects.update(number=0)  # as if the same entries came once more
    follow()
    assert sorted(SeenWord.objects.values_list("decisions", flat=True)) == counts
    assert Examination.objects.get(decision=decision).open == 2


def test_what_changed_while_it_was_examined_is_left_for_its_own_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    decision = published(summary=PERSONAL)
    real = examination.examine_record

    def slowly(*given: object, **named: object) -> tuple[Finding, ...]:
        found = real(*given, **named)  # type: ignore[arg-type]
        Decision.objects.filter(pk=decision.pk).update(state="held")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(examination, "examine_record", slowly)
        Examiner().follow(get_head())
    assert (Examination.objects.count(), SeenWord.objects.count()) == (0, 0)


def test_a_call_ends_in_time_and_gets_on() -> None:
    for number in range(1, 5):
        published(f"21 000 00{number}", summary=PERSONAL)
    examiner, reached = Examiner(seconds=0.0), []
    while examiner.cursor() < get_head():
        examiner.follow(get_head())
        reached.append(Examination.objects.count())
    assert reached == [1, 2, 3, 4]


def test_another_secret_makes_every_number_worthless(monkeypatch: pytest.MonkeyPatch) -> None:
    published(summary=PERSONAL)
    follow()
    numbers = set(SeenWord.objects.values_list("hash", flat=True))
    monkeypatch.setattr("upheld.editorial.queries.knowledge.seen_key", lambda: b"another")
    monkeypatch.setattr("upheld.editorial.queries.examination.seen_key", lambda: b"another")
    assert Examiner().cursor() == -1
    follow()
    assert not numbers & set(SeenWord.objects.values_list("hash", flat=True))
    assert len(waiting()) == 1


class TestAnswers:
    """What a person says to a finding in a published decision."""

    def test_not_personal_is_remembered_for_the_register(self) -> None:
        first, second = (published(f"21 000 00{number}", summary=PERSONAL) for number in (1, 2))
        follow()
        answer_published_finding(first.pk, phone(first).fingerprint, "not-personal", "", by="wren", at=NOON)
        assert "phone" not in {one.kind for one in get_published_findings(second.pk).open}
        assert Examination.objects.get(decision=first).open == 1

    def test_necessary_needs_a_reason_and_a_second_person(self) -> None:
        decision = published(summary=PERSONAL)
        follow()
        found = phone(decision)
        with pytest.raises(NotPossibleError):
            answer_published_finding(decision.pk, found.fingerprint, "necessary", " ", by="wren", at=NOON)
        answer_published_finding(decision.pk, found.fingerprint, "necessary", "A public line.", by="wren", at=NOON)
        with pytest.raises(NotYoursError):
            confirm_published_necessary(decision.pk, found.fingerprint, by="Wren", at=NOON)
        assert phone(decision)
        confirm_published_necessary(decision.pk, found.fingerprint, by="finch", at=NOON)
        assert "phone" not in {one.kind for one in get_published_findings(decision.pk).open}
        ExaminerCursor.objects.update(number=0)
        follow()
        assert Examination.objects.get(decision=decision).kinds == {"name": 1}

    def test_what_is_gone_cannot_be_answered(self) -> None:
        decision = published(summary=CLEAN)
        with pytest.raises(NotPossibleError):
            answer_published_finding(decision.pk, "0" * 24, "not-personal", "", by="wren", at=dt.datetime.now(dt.UTC))
