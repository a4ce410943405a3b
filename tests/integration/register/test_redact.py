"""Redaction: the words go from the present text and every version that held them; the rest stays."""

import pytest

from tests.build.decision import NOON, published, record
from upheld.journal.models import Entry
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.redact import WordsNotFoundError, redact
from upheld.register.models import Decision, Organisation, Version
from upheld.register.queries.record import get_record
from upheld.register.redaction import WordsError

pytestmark = pytest.mark.django_db

SECTION = [
    {"heading": "Dorothea Quill", "blocks": [{"number": 1, "text": "x", "items": ["Ms Quill wrote", "no more"]}]}
]


def everything() -> str:
    rows = [*Version.objects.values_list("summary", "content"), *Organisation.objects.values_list("name", "slug")]
    rows += Entry.objects.values_list("data", "by")
    return repr(rows).lower()


def test_the_words_are_gone_from_text_and_earlier_versions() -> None:
    decision = published(summary="Dorothea  QUILL complained.", sections=SECTION)
    corrected = record(summary="Dorothea Quill complained twice.", sections=SECTION)
    correct([Correction(decision.pk, 1, corrected)], by="editor", at=NOON)
    plan = redact(decision.pk, ["Dorothea Quill", "Quill"], "[removed]", by="editor", at=NOON)
    assert plan.erased == (1, 2)
    now = get_record(decision.pk)
    assert now.summary == "[removed] complained twice."
    assert now.sections[0].heading == "[removed]"
    assert now.sections[0].blocks[0].items == ("Ms [removed] wrote", "no more")
    assert "quill" not in everything()
    erased = list(Version.objects.order_by("number").values_list("number", "change", "content_hash"))
    assert erased[:2] == [(1, "first", None), (2, "minor", None)]
    assert erased[2][:2] == (3, "redacted")
    assert Decision.objects.get().redacted


def test_a_body_named_after_a_person_loses_the_name_too() -> None:
    decision = published(organisations=[{"name": "Dorothea Quill's Home"}])
    redact(decision.pk, ["Dorothea Quill"], "[removed]", by="editor", at=NOON)
    assert "quill" not in everything()
    assert get_record(decision.pk).organisations[0].name == "[removed]'s Home"
    assert Organisation.objects.count() == 1


def test_only_whole_words_go() -> None:
    decision = published(summary="Ann asked for an annual review. Ann’s mother agreed.")
    redact(decision.pk, ["Ann"], "Ms X", by="editor", at=NOON)
    assert get_record(decision.pk).summary == "Ms X asked for an annual review. Ms X’s mother agreed."


def test_words_that_do_not_stand_there_are_refused_without_a_trace() -> None:
    decision = published()
    before = Entry.objects.count()
    with pytest.raises(WordsNotFoundError):
        redact(decision.pk, ["Dorothea Quill"], "[removed]", by="editor", at=NOON)
    with pytest.raises(WordsError):
        redact(decision.pk, ["papers"], "her papers", by="editor", at=NOON)
    assert Entry.objects.count() == before
    assert Version.objects.count() == 1
