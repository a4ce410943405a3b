"""Publishing: the effect, the journal entry, and that a refusal leaves no trace."""

import pytest

from tests.build.decision import NOON, record
from upheld.journal.models import Entry
from upheld.register.actions.publish import publish
from upheld.register.models import Category, Decision, Organisation, Version
from upheld.register.queries.record import get_record
from upheld.register.rules import RefusedError

pytestmark = pytest.mark.django_db


def test_a_published_decision_says_what_the_record_said() -> None:
    given = record(sections=[{"heading": "The complaint", "blocks": [{"number": 1, "text": "Mrs B lost her papers."}]}])
    publish([given], by="editor", at=NOON)
    decision = Decision.objects.get()
    kept = get_record(decision.pk)
    assert kept.summary == given.summary
    assert kept.sections == given.sections
    assert kept.organisations[0].name == "Alderford Borough Council"
    assert kept.organisations[0].body == "alderford-borough-council"
    assert decision.get_absolute_url() == "/decisions/housing/homelessness/21-000-001"


def test_each_decision_has_a_version_and_a_journal_entry() -> None:
    head = publish([record("21 000 001"), record("21 000 002")], by="editor", at=NOON)
    entries = list(Entry.objects.order_by("number"))
    assert [entry.number for entry in entries] == list(range(1, head + 1))
    published = [entry for entry in entries if entry.kind == "decision.published"]
    assert [entry.version for entry in published] == [1, 1]
    assert {entry.by for entry in entries} == {"editor"}
    assert Version.objects.count() == 2


def test_a_reference_the_register_has_refuses_the_whole_batch() -> None:
    publish([record("21 000 001")], by="editor", at=NOON)
    before = Entry.objects.count()
    with pytest.raises(RefusedError) as refused:
        publish([record("21 000 009", category="Planning"), record("21-000-001")], by="editor", at=NOON)
    assert [blocker.code for blocker in refused.value.blockers] == ["reference-taken"]
    assert Decision.objects.count() == 1
    assert Entry.objects.count() == before
    assert not Category.objects.filter(slug="planning").exists()


def test_equal_names_are_one_body_and_others_are_not() -> None:
    names = ["Alderford Borough Council", "ALDERFORD  borough council", "Alderford Council"]
    publish([record(f"21 000 00{n}", organisations=[{"name": name}]) for n, name in enumerate(names)], by="e", at=NOON)
    assert sorted(Organisation.objects.values_list("name", flat=True)) == [
        "Alderford Borough Council",
        "Alderford Council",
    ]
