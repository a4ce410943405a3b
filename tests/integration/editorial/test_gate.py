"""Every way into the register, tried: nothing enters an official one unexamined and unapproved."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.decision import NOON, published, record
from tests.build.importing import imported, line
from tests.build.scheme import OFFICIAL
from tests.build.word import p, r, word_file
from upheld.demo.actions.make_demo import OtherWordsError, make_demo
from upheld.editorial.actions.gate import GateClosedError, correct_published, describe_published, take_in_published
from upheld.editorial.follower import Examiner
from upheld.editorial.models import Draft
from upheld.editorial.queries.examination import list_waiting
from upheld.editorial.queries.knowledge import drop_knowledge
from upheld.ingest.actions.import_files import import_files
from upheld.ingest.candidate import Preparer
from upheld.ingest.files import find_files
from upheld.ingest.gather import Reader
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.options import Options
from upheld.ingest.report import Report
from upheld.journal.queries.entry import get_head
from upheld.register.actions.correct import Correction
from upheld.register.content import prepare
from upheld.register.models import Decision
from upheld.register.queries.record import get_record
from upheld.scheme import get_scheme, load_scheme

pytestmark = pytest.mark.django_db

PHONE = "Mrs B can be reached on 07700 900123."
_TEXT = ("The complaint", PHONE, "What we found", "The Council lost her papers.", "Final decision", "We found fault.")


def as_text() -> bytes:
    labels = ("Alderford Borough Council (21 000 001)", "Decision: Upheld\nDecision date: 5 April 2022")
    return "\n\n".join((*labels, "Summary: It was lost.", *_TEXT)).encode()


def as_html() -> bytes:
    body = "".join(f"<h2>{head}</h2><p>{said}</p>" for head, said in zip(_TEXT[::2], _TEXT[1::2], strict=True))
    labels = "<p>Decision: Upheld</p><p>Decision date: 5 April 2022</p><p>Summary: It was lost.</p>"
    return f"<html><body><h1>Alderford Borough Council (21 000 001)</h1>{labels}{body}</body></html>".encode()


def as_word() -> bytes:
    heads = [p(r("Alderford Borough Council (21 000 001)"), style="Heading1"), p(r("Decision: Upheld"))]
    heads += [p(r("Decision date: 5 April 2022")), p(r("Summary: It was lost."))]
    pairs = zip(_TEXT[::2], _TEXT[1::2], strict=True)
    body = [part for head, said in pairs for part in (p(r(head), style="Heading2"), p(r(said)))]
    return word_file("".join([*heads, *body]))


FORMS: dict[str, Callable[[], bytes]] = {
    "a.jsonl": lambda: line(summary=PHONE).encode(), "a.txt": as_text, "a.html": as_html, "a.docx": as_word,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _official(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)
    drop_knowledge()


def take(folder: Path, name: str, **options: str) -> Report:
    path = folder / name
    path.write_bytes(FORMS[name]())
    files, problems = find_files([str(path)])
    reader = Reader(Preparer(get_scheme(), Vocabulary.of(get_scheme())), "Housing")
    chosen = Options(category="Housing", **options)
    return import_files(
        files, problems, reader, chosen, by="importer", clock=lambda: NOON, tell=lambda lines, read: None
    )[1]  # fmt: skip


def follow() -> None:
    examiner = Examiner()
    while examiner.cursor() < get_head():
        examiner.follow(get_head())


@pytest.mark.parametrize("name", FORMS)
def test_an_import_in_any_form_is_a_draft_with_its_findings(tmp_path: Path, name: str) -> None:
    report = take(tmp_path, name)
    assert (report.counts["drafted"], report.drafts["with_findings"]) == (1, 1), report.told
    assert not Decision.objects.exists()
    assert Draft.objects.get().state == "checking"


@pytest.mark.parametrize("name", FORMS)
def test_what_was_public_before_is_taken_in_and_its_findings_wait(tmp_path: Path, name: str) -> None:
    take(tmp_path, name, already_public="the old site")
    follow()
    assert [(one.reference, one.kinds.get("phone")) for one in list_waiting()] == [("21 000 001", 1)]


def test_a_register_that_is_not_official_examines_what_it_publishes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UPHELD_SCHEME")
    load_scheme.cache_clear()
    imported(line(summary=PHONE))
    follow()
    assert [one.reference for one in list_waiting()] == ["21 000 001"]


@pytest.mark.slow
def test_what_a_source_corrects_brings_its_findings_to_the_desk() -> None:
    decision = published()
    imported(line(summary=PHONE))
    assert get_record(decision.pk).summary != PHONE
    assert Draft.objects.get(decision=decision).open_findings == 1


def test_the_gate_itself_is_closed() -> None:
    content = prepare(record(), get_scheme())
    with pytest.raises(GateClosedError):
        take_in_published([content], by="importer", at=NOON, already_public="")
    decision = published()
    correction = Correction(decision.pk, 1, record(summary=PHONE))
    with pytest.raises(GateClosedError):
        correct_published([correction], by="importer", at=NOON, already_public="")
    bad = Correction(decision.pk, 1, record(source_url="https://a.example/?q=tobias@mail.example"))
    with pytest.raises(GateClosedError):
        describe_published([bad], by="importer", at=NOON, already_public="")
    assert get_record(decision.pk).source_url is None


def test_an_official_register_is_no_demo() -> None:
    with pytest.raises(OtherWordsError):
        make_demo(by="demo")
    assert get_head() == 0


def test_no_report_of_an_import_repeats_what_was_found(tmp_path: Path) -> None:
    for name in FORMS:
        assert "900123" not in json.dumps(take(tmp_path, name).data())
