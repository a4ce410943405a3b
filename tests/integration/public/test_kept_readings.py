"""What was read of a text once is shown everywhere as if it were read anew."""

import pytest

from tests.build.decision import published
from tests.build.reader import Reader
from upheld.register import reading
from upheld.register.actions.keep_readings import keep_readings

pytestmark = pytest.mark.django_db
DECISION = "/decisions/housing/homelessness/21-000-001"
SECTIONS = [
    {"heading": "The complaint", "blocks": [{"number": 1, "text": "Mrs B complained of the noise."}]},
    {"heading": "Agreed action", "blocks": [
        {"number": 2, "text": "The Council will within four weeks:", "items": ["apologise to Mrs B;", "pay her £200."]},
    ]},
]  # fmt: skip
GIVEN = [{"kind": "symbolic-payment", "status": "done", "pence": 9_900, "text": "It paid her for her trouble."}]


def test_no_page_or_file_reads_again_what_is_kept(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    read, given = published(sections=SECTIONS), published("21 000 002", sections=SECTIONS, remedies=GIVEN)
    addresses = (DECISION, f"{DECISION}.txt", f"{DECISION}.json", "/pack?ref=21-000-001,21-000-002")
    before = [reader.get(address).response.content for address in addresses]
    keep_readings([read.pk, given.pk])
    monkeypatch.setattr(reading, "read_remedies", lambda *_: pytest.fail("read again"))
    assert [reader.get(address).response.content for address in addresses] == before
    assert all("£200".encode() in content or b'"pence":20000' in content for content in before)
    assert "£99".encode() in before[-1]
