"""Importing into an official register: everything waits at the desk, and what was begun there is left alone."""

import json

import pytest

from tests.build.decision import NOON, published, record
from tests.build.draft import CHIEF, WRITER
from tests.build.importing import imported, line, results
from tests.build.scheme import OFFICIAL
from upheld.editorial.actions.approve import approve
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.models import Draft
from upheld.ingest.models import Run
from upheld.ingest.report import Report
from upheld.journal.models import Entry
from upheld.journal.queries.entry import get_head
from upheld.register.models import Decision
from upheld.register.queries.record import get_record

pytestmark = pytest.mark.django_db

SECTIONS = [{"heading": "What we found", "blocks": [{"number": 1, "text": "The papers were lost."}]}]
PERSONAL = "Tobias Quillfeather complained. His telephone number is 07700 900123."


@pytest.fixture(autouse=True)
def _official(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


def clean(reference: str = "21 000 001", **values: object) -> str:
    """A line in which nothing is found, with a text of its own."""
    said = f"Mrs B sent her papers to the Council in case {reference}. The Council lost them."
    sections = [{"heading": "The complaint", "blocks": [{"number": 1, "text": said}]}]
    return line(reference, **{"summary": "The Council lost Mrs B’s papers.", "sections": sections} | values)


def only() -> Draft:
    return Draft.objects.get()


def codes(report: Report) -> list[tuple[str, str]]:
    return [(one.result, one.code) for one in report.told]


def test_nothing_enters_the_register_and_clean_drafts_are_ready() -> None:
    report = imported(clean() + clean("21 000 002", summary=PERSONAL) + clean("21 000 003", outcome=None))
    assert results(report) == {"drafted": 3}
    assert report.sentence(dry_run=False) == (
        "3 drafted (1 clean, ready for approval; 1 with findings; 1 where something is missing or uncertain)."
    )
    assert report.data()["drafts"] == {"ready": 1, "with_findings": 1, "incomplete": 1}
    assert not Decision.objects.exists()
    assert not Entry.objects.filter(kind__startswith="decision.").exists()
    states = dict(Draft.objects.values_list("reference", "state"))
    assert states == {"21 000 001": "ready", "21 000 002": "checking", "21 000 003": "checking"}
    assert {(one.run, one.prepared_by) for one in Draft.objects.all()} == {(Run.objects.get().pk, "importer")}
    assert "Quillfeather" not in json.dumps(report.data())


def test_a_dry_run_says_the_same_and_leaves_nothing() -> None:
    text = clean() + clean("21 000 002", summary=PERSONAL)
    before = get_head()
    dry = imported(text, dry_run=True)
    assert (get_head(), Draft.objects.count()) == (before, 0)
    assert dry.drafts == imported(text).drafts


def test_the_same_again_changes_nothing_and_a_newer_text_takes_its_place() -> None:
    imported(clean())
    before = get_head()
    assert results(imported(clean())) == {"unchanged": 1}
    assert results(imported(line(summary="The Council lost Mrs B’s papers."))) == {"unchanged": 1}  # listed only
    assert get_head() == before
    assert results(imported(clean(summary="The Council mislaid Mrs B’s papers."))) == {"drafted": 1}
    assert (only().revision, only().title) == (2, "The Council mislaid Mrs B’s papers.")


def test_what_somebody_works_on_is_left_alone() -> None:
    imported(clean())
    fresh = record(summary="Mrs B complained that her papers were lost.")
    edit_draft(only().uid, 1, fresh, by=WRITER, at=NOON)
    newer = clean(summary="The Council mislaid Mrs B’s papers.")
    assert codes(imported(newer)) == [("conflict", "worked-on")]
    assert codes(imported(newer, already_public="the old site")) == [("conflict", "waits")]
    assert (only().title, Decision.objects.count()) == (fresh.summary, 0)


def test_what_the_source_corrects_is_a_draft_of_a_correction() -> None:
    imported(clean())
    decision = approve(only().uid, only().revision, by=CHIEF, at=NOON)
    assert results(imported(clean())) == {"unchanged": 1}
    report = imported(clean(summary="The Council mislaid Mrs B’s papers."))
    assert results(report) == {"drafted": 1}
    assert report.told[0].changed == ("summary",)
    draft = Draft.objects.get(decision=decision, state="ready")
    assert get_record(decision.pk).summary == "The Council lost Mrs B’s papers."
    approve(draft.uid, draft.revision, by=CHIEF, at=NOON)
    assert get_record(decision.pk).summary == "The Council mislaid Mrs B’s papers."


def test_details_are_filled_in_unless_they_show_somebody() -> None:
    decision = published(sections=SECTIONS)
    source = line(summary=decision.version.summary, sections=SECTIONS)
    address = "https://ombudsman.example/21-000-001"
    assert results(imported(json.dumps(json.loads(source) | {"source_url": address}))) == {"described": 1}
    bad = json.dumps(json.loads(source) | {"source_url": "https://ombudsman.example/?to=tobias.quill@mail.example"})
    assert codes(imported(bad)) == [("refused", "details")]
    assert get_record(decision.pk).source_url == address


def test_what_is_never_to_be_published_is_refused_with_the_reason() -> None:
    imported(clean())
    reason = _never(only())
    report = imported(clean(summary="The Council mislaid Mrs B’s papers."))
    assert codes(report) == [("refused", "never")]
    assert reason in report.told[0].reason.lower()
    assert codes(imported(clean(), already_public="the old site")) == [("refused", "never")]


def test_what_was_public_elsewhere_is_taken_in_at_once() -> None:
    late = clean("21 000 004", decided_on="2026-02-20")
    assert results(imported(late, already_public="the old website")) == {"published": 1}
    assert Run.objects.latest("pk").already_public_at == "the old website"


def test_an_official_register_takes_no_invented_decisions() -> None:
    assert codes(imported(clean(demo=True))) == [("refused", "demo")]


def _never(draft: Draft) -> str:
    from upheld.editorial.actions.never import agree_never, propose_never
    from upheld.scheme import get_scheme

    reason = get_scheme().never_reasons[0]
    proposed = propose_never(draft.uid, reason.slug, by=WRITER, at=NOON)
    agree_never(proposed.uid, by=CHIEF, at=NOON)
    return reason.label.lower()
