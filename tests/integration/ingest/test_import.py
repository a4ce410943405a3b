"""Importing: what the register has afterwards, what is reported, and what is kept of the run."""

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.build.decision import NOON, record
from tests.build.importing import imported, line, results
from tests.build.page import entry, page
from upheld.ingest.actions.import_files import preview
from upheld.ingest.candidate import Preparer
from upheld.ingest.files import find_files
from upheld.ingest.gather import Reader
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.models import Run, RunResult
from upheld.ingest.options import Options
from upheld.journal.models import Entry
from upheld.journal.queries.entry import get_head
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold
from upheld.register.actions.move_category import move_category
from upheld.register.actions.publish import publish
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Category, Decision, Organisation, Version
from upheld.register.queries.record import get_record, list_records
from upheld.scheme import get_scheme

pytestmark = pytest.mark.django_db

SECTIONS = [{"heading": "What we found", "blocks": [{"number": 1, "text": "It was lost."}]}]


def only() -> Decision:
    return Decision.objects.select_related("version").get()


def exported() -> str:
    return "".join(one.line() + "\n" for one in list_records())


def state() -> tuple[int, int, int, str]:
    """All that an import could change."""
    return get_head(), Version.objects.count(), Organisation.objects.count(), exported()


def test_what_is_new_is_published_and_the_same_again_changes_nothing() -> None:
    text = line() + line("21 000 002", outcome=None, organisations=[], sections=SECTIONS, subcategory=None)
    report = imported(text)
    assert results(report) == {"published": 2}
    assert report.new_organisations == ["Alderford Borough Council"]
    assert report.without_organisation == ["21 000 002"]
    before = state()
    assert results(imported(text)) == {"unchanged": 2}
    assert results(imported(exported())) == {"unchanged": 2}
    assert state() == before


def test_a_dry_run_says_the_same_and_does_nothing() -> None:
    imported(line())
    before, runs = state(), Run.objects.count()
    text = line(summary="Corrected.") + line("21 000 002") + line("21 000 003", decided_on="2022-02-31")
    expected = {"corrected": 1, "published": 1, "refused": 1}
    assert results(imported(text, dry_run=True)) == expected
    assert (state(), Run.objects.count()) == (before, runs)
    assert results(imported(text)) == expected


def test_changed_content_is_a_new_version_and_the_report_names_the_keys() -> None:
    imported(line())
    report = imported(line(summary="Other words.", outcome="Not upheld"))
    assert [(one.reference, one.changed) for one in report.told] == [("21 000 001", ("outcome", "summary"))]
    decision = only()
    assert (decision.version_number, decision.outcome, decision.version.summary) == (2, "not-upheld", "Other words.")
    assert (decision.version.reason, decision.version.change, decision.version.by_import) == ("source", "major", True)


def test_a_listing_entry_erases_nothing_of_the_whole() -> None:
    imported(
        line(sections=SECTIONS, source_url="https://a.example/1", related=["21 000 009"], published_on="2022-05-01")
    )
    listed = page(entry("Alderford Borough Council (21 000 001)", "Statement Upheld Homelessness 05-Apr-2022",
                        "The Council lost Mrs B’s papers."), heading="Housing")  # fmt: skip
    assert results(imported(listed)) == {"unchanged": 1}
    assert results(imported(listed.replace("lost", "misplaced"))) == {"corrected": 1}
    kept = get_record(only().pk)
    assert kept.summary == "The Council misplaced Mrs B’s papers."
    assert [section.heading for section in kept.sections] == ["What we found"]
    assert (kept.source_url, kept.related, kept.published_on) == (
        "https://a.example/1",
        ("21 000 009",),
        dt.date(2022, 5, 1),
    )


def test_what_the_source_does_not_say_is_no_change() -> None:
    imported(line(sections=SECTIONS))
    silent = line(outcome=None, organisations=[], decided_on=None, subcategory=None, summary="", sections=[])
    assert results(imported(silent)) == {"unchanged": 1}


def test_the_whole_adds_to_what_was_only_listed() -> None:
    whole = line(sections=SECTIONS)
    assert results(imported(line() + whole)) == {"published": 1, "corrected": 1}
    assert get_record(only().pk).sections


def test_details_are_filled_in_without_a_new_version() -> None:
    imported(line())
    report = imported(line(published_on="2022-05-17", source_url="https://a.example/1"))
    assert results(report) == {"described": 1}
    assert (only().version_number, only().published_on) == (1, dt.date(2022, 5, 17))
    assert Entry.objects.latest("number").kind == "decision.described"
    assert results(imported(line())) == {"unchanged": 1}


@pytest.mark.parametrize(("act", "code"), [(hold, "held"), (withdraw, "withdrawn")])
def test_what_is_held_or_withdrawn_stays_so(act: object, code: str) -> None:
    imported(line())
    assert callable(act)
    act([only().pk], by="editor", at=NOON, reason="")
    for text in (line(), line(summary="Other words.")):
        report = imported(text)
        assert [(one.result, one.code) for one in report.told] == [("conflict", code)]
    assert (only().version_number, only().state) == (1, code)


def test_what_was_redacted_does_not_come_back() -> None:
    text = line(summary="Mrs Vannock complained.", source_url="https://a.example/vannock")
    imported(text)
    redact(only().pk, ["Vannock"], "[removed]", by="editor", at=NOON)
    report = imported(text)
    assert [(one.result, one.code) for one in report.told] == [("conflict", "redacted")]
    assert "Vannock" not in json.dumps(list(Version.objects.values_list("summary", "content")))
    assert results(imported(exported())) == {"unchanged": 1}


def test_a_correction_made_here_is_not_undone() -> None:
    imported(line())
    fresh = record("21 000 001", summary="The Council lost Mrs C’s papers.")
    correct([Correction(only().pk, 1, fresh)], by="editor", at=NOON)
    for older in (line(), line(decided_on="2022-04-06")):
        assert [one.code for one in imported(older).told] == ["corrected-here"]
    assert results(imported(line(summary="Something newer."))) == {"corrected": 1}


def test_absence_is_no_deletion() -> None:
    imported(line() + line("21 000 002"))
    imported(line("21 000 002"))
    assert Decision.objects.filter(state="published").count() == 2


def test_the_same_reference_twice_in_one_run() -> None:
    report = imported(line(), line("21-000-001") + line(summary="Other words.") + line("21 000 002"))
    assert results(report) == {"published": 2, "unchanged": 1, "refused": 1}
    [told] = report.told
    assert str(told).startswith("b.txt, line 2: refused: 21 000 001 stands twice")
    assert "a.txt, line 1" in told.reason


def test_a_reference_of_another_decision_is_refused() -> None:
    imported(line())
    report = imported(line("21 000 002", also_known_as=["21 000 001"]))
    assert [(one.result, one.code) for one in report.told] == [("refused", "reference-taken")]
    assert results(imported(line("21 000 003", also_known_as=["21 000 004"]) + line("21 000 004"))) == {
        "published": 1,
        "refused": 1,
    }


def test_another_reference_of_the_decision_finds_it() -> None:
    imported(line(also_known_as=["21 000 002"]))
    assert results(imported(line("21 000 002"))) == {"unchanged": 1}
    assert results(imported(line("21 000 002", also_known_as=["21 000 001"]))) == {"unchanged": 1}
    assert results(imported(line(also_known_as=["21 000 002", "21 000 003"]))) == {"corrected": 1}
    assert get_record(only().pk).also_known_as == ("21 000 002", "21 000 003")


def test_unclean_text_is_refused_with_its_place_and_the_rest_goes_in() -> None:
    report = imported(line(summary="a\x00b") + line("21 000 002", category="—") + line("21 000 003", category="x" * 300)
                      + line("nonsense") + line("21 000 004"))  # fmt: skip
    assert results(report) == {"refused": 4, "published": 1}
    assert [one.place.line for one in report.told] == [1, 2, 3, 4]
    assert "U+0000" in report.told[0].reason


def test_new_categories_can_be_refused() -> None:
    text = line() + line("21 000 002", category="Trees") + line("21 000 003", subcategory="Tree houses")
    assert results(imported(text, new_categories=False)) == {"published": 1, "refused": 2}
    assert not Category.objects.filter(slug="trees").exists()
    assert results(imported(text)) == {"unchanged": 1, "published": 2}


def test_slugs_and_curly_apostrophes_name_the_same_category() -> None:
    imported(line(category="Children’s care services", subcategory="child-protection"))
    assert get_record(only().pk).category == "Children's care services"
    assert get_record(only().pk).subcategory == "Child protection"
    same = line(category="children-s-care-services", subcategory="Child protection")
    assert results(imported(same)) == {"unchanged": 1}


def test_a_moved_category_is_found_by_its_former_name() -> None:
    imported(line())
    move_category(Category.objects.get(slug="homelessness").pk, by="editor", at=NOON, name="No home")
    assert results(imported(line())) == {"unchanged": 1}
    assert results(imported(exported())) == {"unchanged": 1}
    assert results(imported(line(summary="Other words."))) == {"corrected": 1}
    assert get_record(only().pk).subcategory == "No home"


def test_equal_names_are_one_body_and_its_slug_and_code_win() -> None:
    imported(line())
    imported(line("21 000 002", organisations=[{"name": "ALDERFORD BOROUGH COUNCIL"}]))
    imported(line("21 000 003", organisations=[{"name": "The council", "body": "alderford-borough-council"}]))
    assert Organisation.objects.count() == 1


def test_a_run_keeps_counts_references_and_reasons_but_never_text() -> None:
    imported(line(summary="Perpetua"), line("21 000 002", decided_on="2022-02-31", summary="Vannock"), by="R. Editor")
    run = Run.objects.get()
    assert (run.state, run.by, run.files, run.counts) == ("finished", "R. Editor", 2, {"published": 1, "refused": 1})
    kept = list(RunResult.objects.order_by("pk").values_list("result", "reason", "references", "places"))
    assert kept == [
        ("published", "", ["21 000 001"], []),
        ("refused", "date-parsing", ["21 000 002"], ["2:1"]),
    ]
    assert "Perpetua" not in repr(kept)


@pytest.mark.slow
def test_batches_are_bounded_and_all_go_in() -> None:
    text = "".join(line(f"21 000 {n:03d}") for n in range(1, 1000)) + "".join(
        line(f"21 000 {n:03d}") for n in range(1, 9)
    )
    assert results(imported(text)) == {"published": 999, "unchanged": 8}
    assert RunResult.objects.filter(result="published").count() == 2


@pytest.mark.slow
def test_an_import_that_is_stopped_keeps_its_whole_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    from upheld.ingest.actions import import_files as module

    real, calls = module.take_in, []

    def stopped(*args: object, **kwargs: object) -> object:
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "take_in", stopped)
    text = "".join(line(f"21 000 {n:03d}") for n in range(1, 1000))
    with pytest.raises(KeyboardInterrupt):
        imported(text)
    assert (Decision.objects.count(), Run.objects.get().state, Run.objects.get().counts) == (
        500,
        "stopped",
        {"published": 500},
    )
    monkeypatch.undo()
    assert results(imported(text)) == {"unchanged": 500, "published": 499}


def test_a_refusal_of_the_register_stops_one_decision_not_its_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    from upheld.editorial.actions import gate as module
    from upheld.register.rules import Blocker, RefusedError

    def refusing(contents: list[object], **options: object) -> int:
        if any(one.reference.printed == "21 000 002" for one in contents):  # type: ignore[attr-defined]
            raise RefusedError((Blocker("21 000 002", "odd", "is odd"),))
        return publish(contents, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "publish", refusing)
    report = imported(line() + line("21 000 002") + line("21 000 003"))
    assert results(report) == {"published": 2, "refused": 1}
    assert "is odd" in report.told[0].reason


def test_an_empty_register_becomes_the_demo_that_a_file_comes_from() -> None:
    assert results(imported(line(demo=True))) == {"published": 1}
    assert Entry.objects.get(number=1).kind == "register.declared-demo"


def test_a_real_register_refuses_a_demos_decisions() -> None:
    imported(line())
    report = imported(line("21 000 002", demo=True))
    assert [(one.result, one.code) for one in report.told] == [("refused", "demo")]


def test_bytes_of_no_encoding_are_not_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(page(entry(), entry("B (21 000 002)")).encode("cp1252", "replace").replace(b"nine", b"n\x81ne", 1))
    files, _ = find_files([str(path)])
    scheme = get_scheme()
    reader = Reader(Preparer(scheme, Vocabulary.of(scheme)))
    report = preview(files, [], reader, Options(), clock=lambda: NOON, tell=lambda lines, read: None)
    assert results(report) == {"refused": 1, "published": 1}
    assert "U+0081" in report.told[0].reason
