"""The remedies of twelve real public reports, labelled by hand, and all their sums of money."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from upheld.analysis.lines import read_lines
from upheld.analysis.remedies import account_for_sums, read_remedies
from upheld.analysis.structure import ReadDocument, read_document
from upheld.ingest.document import words_of
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.scheme import load_scheme

REPORTS = Path(__file__).parents[4] / "shared" / "data" / "lgo-public-reports.json"
TRANSPORT = (
    "apology agreed, symbolic-payment agreed £300, symbolic-payment agreed £100, symbolic-payment agreed £600, "
    "symbolic-payment agreed £500, reconsideration agreed, information agreed, reconsideration agreed, procedure done, "
    "procedure agreed"
)
TWO_COUNCILS = (
    "apology agreed, symbolic-payment agreed £2000, procedure agreed, apology agreed, symbolic-payment agreed £300, "
    "procedure agreed"
)
LABELS = {
    "15 020 792": (
        "services agreed, services agreed, quantifiable-loss agreed, quantifiable-loss agreed, "
        "quantifiable-loss agreed, symbolic-payment agreed £250"
    ),
    "15 018 561": (
        "apology agreed, quantifiable-loss agreed, quantifiable-loss agreed £300, quantifiable-loss agreed £500, "
        "services agreed, symbolic-payment agreed £500, procedure agreed, procedure agreed, procedure agreed"
    ),
    "15 016 298": (
        "apology agreed, apology agreed, symbolic-payment agreed £550, symbolic-payment agreed £850, "
        "symbolic-payment agreed £400, procedure agreed"
    ),
    "16 000 780": (
        "loss-of-service agreed, symbolic-payment agreed £1000, reconsideration agreed, services agreed, "
        "loss-of-service agreed, procedure agreed"
    ),
    "15 017 863": "quantifiable-loss recommended",
    "15 018 169": TRANSPORT,
    "15 019 136": TRANSPORT,
    "15 020 236": TRANSPORT,
    "15 020 740": TRANSPORT,
    "15 020 256": TWO_COUNCILS,
    "16 005 249": TWO_COUNCILS,
    "16 002 186": (
        "apology recommended, quantifiable-loss recommended £4628, procedure recommended, procedure recommended"
    ),
}

pytestmark = pytest.mark.skipif(not REPORTS.is_file(), reason="the real reports are not here")


@cache
def reports() -> dict[str, ReadDocument]:
    """The reports as they are read from text, by reference."""
    words = words_of(Vocabulary.of(load_scheme("lgo")))
    return {
        one["case_id"]: read_document(read_lines(list(enumerate(one["text"].split("\n"), 1))), words)
        for one in json.loads(REPORTS.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("reference", LABELS)
def test_remedies_are_those_a_person_finds(reference: str) -> None:
    report = reports()[reference]

    found = read_remedies(report.summary, report.sections, "report")

    pounds = [f" £{one.pence // 100}" if one.pence else "" for one in found]
    assert (
        ", ".join(f"{one.kind} {one.status}{sum_}" for one, sum_ in zip(found, pounds, strict=True))
        == (LABELS[reference])
    )


@pytest.mark.parametrize("reference", LABELS)
def test_every_sum_is_a_remedy_or_has_a_reason(reference: str) -> None:
    report = reports()[reference]
    printed = report.summary + json.dumps([one.model_dump() for one in report.sections], ensure_ascii=False)

    found = account_for_sums(report.summary, report.sections, "report")

    assert len(found) == len(re.findall(r"£\d", printed))
    assert all(one.remedy is not None or one.reason for one in found)
    assert all(one.remedy for one in found), "in these reports every sum is paid"
