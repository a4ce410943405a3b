"""`upheld show`, `upheld satisfied`, `upheld further-report` and what a redaction would change, at a terminal."""

import datetime as dt
import re

import pytest

from tests.build.decision import NOON, published, record
from tests.build.terminal import answer, run
from upheld.editorial.commands.redact import redact as redact_command
from upheld.journal.models import Entry
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.commands.compliance import further_report, satisfied
from upheld.register.commands.show import show
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
TABLE = {"rows": [("Month", "Sum"), ("May", "£40")], "header": True}
SECTIONS = [
    {
        "heading": "What we found",
        "blocks": [
            {"number": 1, "text": "The Council lost the papers.", "items": ["in May;", "again in June."]},
            {"number": 2, "text": "What it charged", "table": TABLE},
        ],
    }
]
REMEDY = {"kind": "symbolic-payment", "status": "agreed", "pence": 30000, "for": "complainant", "within_days": 28,
          "text": "pay Mrs B £300"}  # fmt: skip


def told(*arguments: object) -> str:
    result = run(show, *arguments)
    assert result.exception is None
    return result.output


def test_all_that_is_known_of_a_decision_is_told() -> None:
    decision = published(
        sections=SECTIONS, remedies=[REMEDY], satisfied_on=dt.date(2023, 5, 4), further_reports=["23 000 001"],
        source_url="https://example.org/21-000-001",
    )  # fmt: skip
    fresh = record(sections=SECTIONS, remedies=[REMEDY], summary="Another.", outcome="Not upheld")
    correct([Correction(decision.pk, 1, fresh, "major")], by="Ann", at=NOON)
    lines = [" ".join(line.split()) for line in told("21000001").splitlines()]
    assert lines[0] == "21 000 001 Alderford Borough Council"
    assert {
        "State published", "Address /decisions/housing/homelessness/21-000-001", "Satisfied on 4 May 2023",
        "Further reports 23 000 001", "Source https://example.org/21-000-001", "Outcome Not upheld",
        "Decision date 5 April 2022", "What was put right, as the source gives it",
        "-: Symbolic payment, agreed, £300, for complainant, within 28 days: pay Mrs B £300",
    } <= set(lines)  # fmt: skip
    assert [line.split()[0] for line in lines[lines.index("Versions") + 1 :][:2]] == ["1", "2"]
    assert re.fullmatch(r"\d+ 2 March 2026, 12:00 decision.corrected by Ann version 2, accuracy", lines[-1])
    assert "The Council lost the papers." not in " ".join(lines)


def test_the_text_and_an_earlier_version_are_told_when_asked_for() -> None:
    decision = published(sections=SECTIONS, summary="The first words.")
    correct([Correction(decision.pk, 1, record(summary="The second words."))], by="Ann", at=NOON)
    early = told("21 000 001", "--version", 1, "--text")
    assert "The first words." in early
    assert "The second words." not in early
    for line in ("p1: The Council lost the papers.", "• again in June.", "p2: What it charged", "May | £40"):
        assert line in early
    assert "has no version 3" in str(run(show, "21 000 001", "--version", 3).exception)


@pytest.mark.parametrize(("move", "words"), [(hold, "held: shown to nobody"), (withdraw, "withdrawn: its address")])
def test_what_is_out_of_sight_is_told_and_said_to_be(move: object, words: str) -> None:
    decision = published()
    assert callable(move)
    move([decision.pk], by="Ann", at=NOON, reason="identity")
    assert words in told("21 000 001")
    assert "since 2 March 2026, 12:00; To protect someone's identity" in " ".join(told("21 000 001").split())


def test_an_erased_version_is_said_to_be_and_nothing_more() -> None:
    decision = published(summary="Jane Heron complained.")
    redact(decision.pk, ["Jane Heron"], "[removed]", by="Ann", at=NOON)
    assert "Version 1 was erased." in told("21 000 001", "--version", 1)
    assert "Heron" not in told("21 000 001", "--version", 1, "--text")
    known = answer(show, "21 000 001", "--version", 1, "--json")
    assert known["said"] is None
    assert [one["erased_at"] is None for one in known["versions"]] == [False, True]


def test_a_program_is_told_the_same() -> None:
    first, second = published(sections=SECTIONS), published("23 000 001")
    run(further_report, "21 000 001", "23 000 001")
    known = answer(show, "21 000 001", "--json")
    assert known["said"]["sections"][0]["heading"] == "What we found"
    assert known["further_reports"] == ["23 000 001"]
    assert answer(show, second.reference, "--json")["follows"] == [first.reference]
    assert [one["kind"] for one in known["journal"]] == ["decision.published", "decision.followed-up"]


def test_satisfied_is_recorded_and_taken_back() -> None:
    published()
    assert run(satisfied, "21 000 001", "--on", "2023-05-04").output == "21 000 001: satisfied on 4 May 2023\n"
    assert Decision.objects.get().satisfied_on == dt.date(2023, 5, 4)
    assert run(satisfied, "21 000 001", "--not").output == "21 000 001: no longer recorded as satisfied\n"
    assert Decision.objects.get().satisfied_on is None


def test_what_would_happen_is_said_and_not_done() -> None:
    for reference in ("21 000 001", "23 000 001"):
        published(reference)
    before = Entry.objects.count()
    early = run(satisfied, "21 000 001", "--on", "2001-05-04", "--dry-run")
    assert (early.return_value, early.output) == (
        1, "would refuse: 21 000 001 was decided on 5 April 2022, after 4 May 2001\n",
    )  # fmt: skip
    assert "would be satisfied on" in run(satisfied, "21 000 001", "--on", "2023-05-04", "--dry-run").output
    assert "would be followed by" in run(further_report, "21 000 001", "23 000 001", "--dry-run").output
    assert "would refuse" in run(further_report, "21 000 001", "23 000 001", "--not", "--dry-run").output
    assert Entry.objects.count() == before


def test_an_order_that_says_both_or_neither_is_not_understood() -> None:
    published()
    assert "--on" in str(run(satisfied, "21 000 001").exception)
    assert "--on" in str(run(satisfied, "21 000 001", "--on", "2023-05-04", "--not").exception)
    assert "no decision 23 000 001" in str(run(further_report, "21 000 001", "23 000 001").exception)


def test_the_places_of_a_redaction_are_shown_before_it_is_done() -> None:
    blocks = [
        {"number": 1, "text": "It all began in March.", "items": ["Jane Heron wrote;", "the Council did not."]},
        {"number": 2, "text": "Paid to", "table": {"rows": [("Jane Heron", "£40")]}},
    ]
    published(summary="Jane Heron complained about a long wait.", sections=[{"heading": "Facts", "blocks": blocks}],
              source_url="https://example.org/jane-heron")  # fmt: skip
    shown = run(redact_command, "21 000 001", "Jane Heron", "--with", "Miss Q", "--dry-run").output.splitlines()
    assert shown == [
        "21 000 001: the present text changes, versions that would be erased: 1",
        "  summary: [-Jane Heron-]{+Miss Q+} complained about a long wait.",
        "  p1: [-Jane Heron-]{+Miss Q+} wrote;",
        "  p2: [-Jane Heron-]{+Miss Q+} | £40",
        "  source address: taken away, because it spells the words",
    ]
    assert Decision.objects.get().version_number == 1
