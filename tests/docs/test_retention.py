"""The retention schedule states the figures of the code and of the scheme."""

import re
from pathlib import Path

from upheld.editorial.actions.send_mail import KEPT
from upheld.editorial.hold_links import HOURS
from upheld.editorial.queries.retention import NOTICE_DAYS
from upheld.scheme import load_scheme

DOCS = Path(__file__).resolve().parents[2] / "docs"
ROWS = {
    cells[0].removesuffix(" ✱"): cells[2]
    for line in (DOCS / "reference/retention-schedule.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and len(cells := [cell.strip() for cell in line.strip("|").split("|")]) == 3
}


def figure(row: str) -> int:
    found = re.match(r"(\d+) (?:days|years|hours)", ROWS[row])
    assert found, row
    return int(found[1])


def test_what_the_scheme_sets() -> None:
    scheme = load_scheme("lgo")
    years = {one.name: one.retention_years for one in scheme.document_types}
    assert {name: figure(f"{name}, in public") for name in years} == years
    assert figure("What a reader wrote who recognised somebody") == scheme.recognition.keep_days


def test_what_the_code_sets() -> None:
    assert figure("Notice at the desk before a decision goes") == NOTICE_DAYS
    assert figure("Mails to colleagues, once sent or given up") == KEPT.days
    assert figure("A link to hold in a mail") == HOURS


def test_other_pages_say_the_same() -> None:
    takedown = (DOCS / "how-to/takedown.md").read_text(encoding="utf-8")
    assert f"works for {HOURS} hours" in takedown
    assert f"deleted {load_scheme('lgo').recognition.keep_days} days later" in takedown
    retention = (DOCS / "how-to/reviews-and-retention.md").read_text(encoding="utf-8")
    assert f"within {NOTICE_DAYS} days" in retention
