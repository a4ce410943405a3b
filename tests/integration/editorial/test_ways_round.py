"""Every way round the gate of an official register that somebody thought of, tried: nothing comes out unseen."""

import datetime as dt
import json
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from tests.build.decision import NOON
from tests.build.draft import CHIEF, WRITER, correction, ready
from tests.build.importing import imported, line, results
from tests.build.scheme import OFFICIAL
from upheld.editorial.actions.approve import approve
from upheld.editorial.actions.gate import found_in_name
from upheld.editorial.actions.never import agree_never, propose_never
from upheld.editorial.actions.redact import redact
from upheld.editorial.models import Draft
from upheld.editorial.rules import NotPossibleError, NotPublishableError, NotYoursError, OvertakenError
from upheld.ingest.actions.take_uploads import take_uploads
from upheld.ingest.commands.import_organisations import import_organisations
from upheld.ingest.report import Report
from upheld.journal.models import Entry
from upheld.journal.queries.entry import get_head
from upheld.lib.runtime import Runtime
from upheld.register.commands.categories import move_category
from upheld.register.commands.organisations import rename_organisation
from upheld.register.models import Decision, Organisation
from upheld.register.queries.record import get_record
from upheld.register.queries.scheme_fit import OtherSchemeError, refuse_another
from upheld.scheme import get_scheme, load_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NAME, POSTCODE, PHONE = "Tariq Mahmood", "LS6 3QD", "07700 900123"
BODY = {"name": "Alderford Borough Council"}
SAID = [{"heading": "What we found", "blocks": [{"number": 1, "text": "The smith of the village lost the papers."}]}]


@pytest.fixture(autouse=True)
def _official(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


def block(**values: Any) -> dict[str, Any]:
    """A text with one paragraph more."""
    first = {"number": 1, "text": "Mrs B sent her papers."}
    return {"sections": [{"heading": "The complaint", "blocks": [first, {"number": 2, "text": "It waited."} | values]}]}


def remedy(**values: Any) -> dict[str, Any]:
    return {"remedies": [{"kind": "apology", "status": "agreed", "text": "apologise"} | values]}


PLANTED: Mapping[str, dict[str, Any]] = {
    "summary": {"summary": f"{NAME} complained to the Council."},
    "heading": {"sections": [{"heading": f"What {NAME} said", "blocks": [{"number": 1, "text": "It waited."}]}]},
    "paragraph": block(text=f"The Council wrote to {NAME}."),
    "item": block(items=["a form", f"a letter by {NAME}"]),
    "nested item": block(items=[{"text": "a", "items": [{"text": "b", "items": [f"a letter by {NAME}"]}]}]),
    "cell": block(table={"rows": [["Who", "When"], [NAME, "May"]], "header": True}),
    "heading of a column": block(table={"rows": [[NAME, "When"], ["an officer", "May"]], "header": True}),
    "table in an item": block(items=[{"text": "a", "table": {"rows": [[NAME]]}}]),
    "signature": block(text=NAME, signature=True),
    "printed name": block(printed=NAME),
    "printed postcode": block(printed=POSTCODE),
    "printed telephone": block(printed=PHONE),
    "printed short name": block(items=[{"text": "a", "printed": "Jo Li"}]),
    "organisation": {"organisations": [{"name": NAME}]},
    "code, a postcode": {"organisations": [BODY | {"code": POSTCODE}]},
    "code, a telephone": {"organisations": [BODY | {"code": PHONE}]},
    "category": {"category": f"{NAME}’s case", "subcategory": None},
    "subcategory": {"subcategory": f"{NAME}’s case"},
    "remedy": remedy(text=f"apologise to {NAME}"),
    "place of a remedy": remedy(at=NAME),
    "related": {"related": [NAME]},
    "address, encoded": {"source_url": "https://ombudsman.example/d?of=Tariq%20Mahmood"},
    "address, twice encoded": {"source_url": "https://ombudsman.example/d?of=Tariq%2520Mahmood"},
    "address, hyphens": {"source_url": "https://ombudsman.example/tariq-mahmood"},
    "address, host": {"source_url": "https://tariq-mahmood.example/decision"},
    "address, user": {"source_url": "https://tariq.mahmood@ombudsman.example/decision"},
    "address, postcode": {"source_url": "https://ombudsman.example/LS6-3QD"},
}
NOTHING_IN_IT = {
    "source_url": "https://www.ombudsman.example/decisions/housing/21-000-001",
    "organisations": [BODY | {"code": "E07000001"}],
} | block(items=[{"text": "a", "printed": "(xii)"}, {"text": "b", "printed": "1.2.3"}, {"text": "c", "printed": "•"}])


def only(reference: str = "21 000 001") -> Draft:
    return Draft.objects.exclude(state="taken").get(reference=reference)


def codes(report: Report) -> list[tuple[str, str]]:
    return [(one.result, one.code) for one in report.told]


def taken_in(**values: Any) -> Decision:
    """A decision that came as an import brings it, and was approved."""
    imported(line(**{"sections": SAID} | values))
    return approve(only().uid, 1, by=CHIEF, at=NOON)


def test_wherever_a_name_is_planted_it_waits_as_a_finding() -> None:
    references = {f"22 000 {number:03}": place for number, place in enumerate(PLANTED)}
    for reference, place in references.items():
        own = {"summary": f"The Council lost Mrs B’s papers{' again' * int(reference[-3:])}."} | block()
        imported(line(reference, **own | PLANTED[place]))
    passed = [references[one.reference] for one in Draft.objects.filter(open_findings=0)]
    assert passed == []
    assert (Draft.objects.count(), Decision.objects.count()) == (len(PLANTED), 0)


def test_marks_codes_and_addresses_of_every_day_are_no_finding() -> None:
    imported(line(**NOTHING_IN_IT))
    assert only().state == "ready"


@pytest.mark.parametrize("given", [{"related": [NAME]}, {"source_url": "https://tariq-mahmood.example/"}])
def test_what_stands_beside_a_published_text_is_not_filled_in_unseen(given: dict[str, Any]) -> None:
    decision = taken_in()
    assert codes(imported(line(sections=SAID, **given))) == [("refused", "details")]
    record = get_record(decision.pk)
    assert (record.related, record.source_url) == ((), None)


@pytest.mark.parametrize("where", ["", "the old website"])
def test_what_is_never_to_be_published_does_not_come_by_its_other_reference(where: str) -> None:
    imported(line(also_known_as=["21 000 002"], sections=SAID))
    propose_never(only().uid, get_scheme().never_reasons[0].slug, by=WRITER, at=NOON)
    agree_never(only().uid, by=CHIEF, at=NOON)
    report = imported(line("21 000 002", summary="The Council mislaid them.", sections=SAID), already_public=where)
    assert codes(report) == [("refused", "never")]
    assert not Decision.objects.exists()


def test_words_that_were_erased_do_not_come_back_with_the_old_file() -> None:
    decision = taken_in()
    redact(decision.pk, ["smith of the village"], "tradesman", by=CHIEF, at=NOON)
    old = line(sections=SAID)
    assert codes(imported(old)) == [("conflict", "redacted")]
    assert codes(imported(old, already_public="the old website")) == [("conflict", "redacted")]
    [taken] = take_uploads([("a.jsonl", old.encode())], category=None, by=WRITER, clock=lambda: NOON)
    assert (taken.state, taken.sentence.partition(",")[0]) == ("refused", "Words were erased from this decision")
    assert not Draft.objects.exclude(state="taken").exists()


def test_a_correction_that_was_begun_before_a_redaction_does_not_bring_the_words_back() -> None:
    decision = taken_in()
    begun = correction(decision, sections=SAID)
    redact(decision.pk, ["smith of the village"], "tradesman", by=CHIEF, at=NOON)
    with pytest.raises(OvertakenError):
        approve(begun.uid, begun.revision, by=CHIEF, at=NOON)
    begun.refresh_from_db()
    with pytest.raises(NotPossibleError):
        approve(begun.uid, begun.revision, by=CHIEF, at=NOON)
    assert "smith" not in get_record(decision.pk).line()


@pytest.mark.parametrize("spelt", ["WREN@ombudsman.example", " wren@ombudsman.example ", "Wren@Ombudsman.Example"])
def test_nobody_approves_their_own_work_under_another_spelling(spelt: str) -> None:
    draft = ready(by=WRITER)
    with pytest.raises(NotYoursError):
        approve(draft.uid, draft.revision, by=spelt, at=NOON)


def test_a_newer_document_that_goes_by_another_reference_first_keeps_both() -> None:
    imported(line(sections=SAID))
    assert results(imported(line("21 000 008", also_known_as=["21 000 001"], sections=SAID, summary="Late."))) == {
        "drafted": 1
    }
    assert (only().revision, only().title, only().other_keys) == (2, "Late.", "\n21000008\n")


def test_one_document_of_two_drafts_is_refused_and_costs_the_others_nothing() -> None:
    imported(line("21 000 001") + line("21 000 005"))
    both = line("21 000 008", also_known_as=["21 000 001", "21 000 005"], summary="The Council was late.")
    report = imported(both + line("21 000 009", sections=SAID))
    assert results(report) == {"refused": 1, "drafted": 1}
    assert "waits already" in report.told[0].reason


def test_a_day_in_the_past_does_not_shorten_the_embargo() -> None:
    draft = ready(decided_on=NOON.date() - dt.timedelta(days=3), published_on=dt.date(2020, 1, 1))
    decision = approve(draft.uid, draft.revision, by=CHIEF, at=NOON, not_before=dt.date(2020, 1, 1))
    assert (decision.state, decision.held_until) == ("embargoed", dt.date(2026, 4, 10))


def test_a_day_begins_at_midnight_where_the_register_is() -> None:
    before, after = (dt.datetime(2026, 7, 1, hour, minute, tzinfo=dt.UTC) for hour, minute in ((22, 59), (23, 0)))
    day = dt.date(2026, 7, 2) - dt.timedelta(days=42)
    found = []
    for reference, at in (("21 000 001", before), ("21 000 002", after)):
        draft = ready(reference, decided_on=day)
        found.append(approve(draft.uid, draft.revision, by=CHIEF, at=at).state)
    assert found == ["embargoed", "published"]


def test_a_register_stays_official_when_the_setting_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    imported(line())
    assert Entry.objects.filter(kind="register.declared-official").count() == 1
    monkeypatch.delenv("UPHELD_SCHEME")
    load_scheme.cache_clear()
    before = get_head()
    with pytest.raises(OtherSchemeError, match="the register is official"):
        refuse_another(get_scheme())
    report = imported(line("21 000 002", sections=SAID))
    assert codes(report) == [("refused", "register")]
    assert report.told[0].reason.startswith("This register is official, and the scheme in use says that it is not")
    assert codes(imported(line("21 000 003", sections=SAID), already_public="elsewhere")) == [("refused", "register")]
    with pytest.raises(NotPossibleError, match="This register is official"):
        ready("21 000 004")
    with pytest.raises(NotPublishableError, match="This register is official"):
        approve(only().uid, 1, by=CHIEF, at=NOON)
    assert (get_head(), Decision.objects.count()) == (before, 0)


def test_what_only_a_page_would_not_say_keeps_nothing_waiting() -> None:
    page = json.dumps({"x": 1})  # no decision
    text = (
        "Alderford Borough Council (21 000 001)\n\nCategory : Housing > Homelessness\n\nDecision : Upheld\n\n"
        "Decision date : 05 Apr 2022\n\nThe Ombudsman's final decision:\n\nSummary: The Council lost papers.\n\n"
        "The complaint\n\n1. Mrs B says that the Council lost her papers.\n\nFinal decision\n\n2. It was at fault.\n\n"
        "Investigator's decision on behalf of the Ombudsman\n"
    )
    report = imported(text, page)
    assert only().state == "ready"
    assert "Document type not stated, read from the layout as Statement" in report.doubts


def run(command: click.Command, *arguments: object) -> str:
    """What an official register says to the command at a terminal."""
    runtime = Runtime(Path(), follow=lambda: None, prepare=lambda: None, following=nullcontext, found_in=found_in_name)
    result = CliRunner().invoke(command, list(map(str, arguments)), obj=runtime, standalone_mode=False)
    return str(result.exception) if result.exception else result.output


def test_a_body_is_not_called_after_a_person_unless_somebody_looked() -> None:
    taken_in()
    said = run(rename_organisation, "alderford-borough-council", NAME)
    assert said.startswith(f"“{NAME}” could show who a person is (name); nothing was changed.")
    assert Organisation.objects.get().name == "Alderford Borough Council"
    assert "is now called" in run(rename_organisation, "alderford-borough-council", "Alderford Council")
    assert "is now called" in run(rename_organisation, "alderford-council", NAME, "--looked-at")


def test_a_category_is_not_called_after_a_person_unless_somebody_looked() -> None:
    taken_in()
    assert "could show who a person is" in run(move_category, "housing/homelessness", "--name", f"{NAME}’s case")
    assert "is now at" in run(move_category, "housing/homelessness", "--name", "People without a home")


def test_a_list_of_bodies_brings_no_person_unless_somebody_looked(tmp_path: Path) -> None:
    path = tmp_path / "bodies.csv"
    rows = f"local-authority-code,official-name,local-authority-type-name\nXYZ,{NAME},Care provider\n"
    path.write_text(rows, encoding="utf-8")
    assert "Nothing was taken in." in run(import_organisations, path)
    assert not Organisation.objects.exists()
    assert "1 added" in run(import_organisations, path, "--looked-at")
