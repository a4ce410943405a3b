"""Imports for tests: of text, through the same steps as the command."""

import io
import json
from typing import Any

from tests.build.decision import NOON
from upheld.ingest.actions.import_files import import_files, preview
from upheld.ingest.candidate import Preparer
from upheld.ingest.files import File
from upheld.ingest.gather import Reader
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.options import Options
from upheld.ingest.report import Report
from upheld.scheme import get_scheme

BASE: dict[str, Any] = {
    "reference": "21 000 001", "document_type": "Statement", "outcome": "Upheld",
    "organisations": [{"name": "Alderford Borough Council"}], "category": "Housing", "subcategory": "Homelessness",
    "decided_on": "2022-04-05", "summary": "The Council lost Mrs B’s papers.",
}  # fmt: skip


def line(reference: str = "21 000 001", **values: Any) -> str:
    """A decision as a line of interchange."""
    return json.dumps(BASE | {"reference": reference} | values, ensure_ascii=False) + "\n"


def imported(*texts: str, dry_run: bool = False, by: str = "importer", **options: Any) -> Report:
    """What importing the texts, as files a.txt, b.txt and so on, comes to."""
    files = [
        File(f"{'abcdefgh'[number]}.txt", len(text), lambda text=text: io.BytesIO(text.encode()))
        for number, text in enumerate(texts)
    ]
    scheme = get_scheme()
    reader = Reader(Preparer(scheme, Vocabulary.of(scheme)), options.get("category"))
    chosen = Options(**options)
    if dry_run:
        return preview(files, [], reader, chosen, clock=lambda: NOON, tell=lambda lines, read: None)
    return import_files(
        files, [], reader, chosen, by=by, clock=lambda: NOON, tell=lambda lines, read: None
    )[1]  # fmt: skip


def results(report: Report) -> dict[str, int]:
    """How many came to which result."""
    return {result: count for result, count in report.counts.items() if count}
