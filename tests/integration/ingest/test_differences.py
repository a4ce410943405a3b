"""What an import would change is shown word by word first; what became of a decision is filled in."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from tests.build.importing import imported, line, results
from tests.build.terminal import run
from upheld.ingest.commands.import_ import import_
from upheld.journal.models import Entry
from upheld.register.actions.satisfy import satisfy
from upheld.register.models import Decision
from upheld.register.queries.record import list_records

pytestmark = pytest.mark.django_db
SECTIONS = [{"heading": "Facts", "blocks": [{"number": 1, "text": "It paid £300."}, {"number": 2, "text": "Late."}]}]
LATER = [{"heading": "Facts", "blocks": [{"number": 1, "text": "It paid £350."}, {"number": 2, "text": "Late."}]}]


def test_a_dry_run_shows_the_words_that_would_change(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    imported(line(sections=SECTIONS))
    path.write_text(line(sections=LATER, outcome="Not upheld"), encoding="utf-8")
    told = run(import_, path, "--dry-run").output.splitlines()
    assert told == [
        f"{path}, line 1: corrected: 21 000 001 outcome, sections",
        "    Outcome: [-Upheld-] {+Not upheld+}",
        "    p1: It paid [-£300-]{+£350+}.",
        "Would be: 1 corrected.",
    ]
    assert run(import_, path, "--dry-run", "--quiet").output == ""
    [entry] = json.loads(run(import_, path, "--dry-run", "--json").output)["entries"]
    assert entry["difference"]["facts"] == [{"name": "Outcome", "old": "Upheld", "new": "Not upheld"}]
    [passage] = entry["difference"]["passages"]
    assert passage["at"] == "p1"
    assert [run["text"] for run in passage["runs"] if run["kind"] != "removed"] == ["It paid ", "£350", "."]
    assert Decision.objects.get().version_number == 1
    assert "+}" not in run(import_, path).output


def test_only_the_first_are_shown_word_by_word() -> None:
    references = [f"21 000 0{number}" for number in range(10, 40)]
    imported("".join(line(one, sections=SECTIONS) for one in references))
    report = imported("".join(line(one, sections=LATER) for one in references), dry_run=True)
    assert results(report) == {"corrected": 30}
    assert [one.difference is not None for one in report.told] == [False] * 30  # none unless asked for


def test_what_became_of_a_decision_is_filled_in_once() -> None:
    imported(line())
    told = line(satisfied_on="2023-05-04", further_reports=["23 000 001"])
    assert results(imported(told)) == {"described": 1}
    assert Decision.objects.get().version_number == 1
    assert results(imported(told)) == {"unchanged": 1}
    assert results(imported(line())) == {"unchanged": 1}
    assert results(imported(line(further_reports=["24 000 001"]))) == {"described": 1}
    [kept] = list_records()
    assert (kept.satisfied_on, kept.further_reports) == (dt.date(2023, 5, 4), ("23 000 001", "24 000 001"))
    assert results(imported(told)) == {"unchanged": 1}
    assert results(imported(kept.line())) == {"unchanged": 1}
    assert Entry.objects.filter(kind="decision.satisfied").count() == 1


def test_another_day_in_the_source_takes_the_place_of_the_first() -> None:
    imported(line())
    satisfy([Decision.objects.get().pk], dt.date(2023, 1, 1), by="editor", at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert results(imported(line(satisfied_on="2023-05-04"))) == {"described": 1}
    assert Decision.objects.get().satisfied_on == dt.date(2023, 5, 4)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"satisfied_on": "18 February 2019"}, "satisfied_on must be a day of the calendar, written YYYY-MM-DD"),
        ({"further_reports": ["a report"]}, "is not written like"),
    ],
)
def test_what_cannot_be_is_refused_with_its_key(values: dict[str, Any], words: str) -> None:
    report = imported(line(**values))
    assert results(report) == {"refused": 1}
    assert words in report.told[0].reason
