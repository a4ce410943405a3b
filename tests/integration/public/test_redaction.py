"""A redaction finds the words wherever a decision may hold them, and leaves the shape of the text as it was."""

from typing import Any

import pytest

from tests.build.decision import NOON, published
from tests.build.reader import Reader
from upheld.register.actions.redact import redact
from upheld.register.models import Version
from upheld.register.queries.record import get_record
from upheld.register.redaction import WordsError
from upheld.search.documents import load_documents

pytestmark = pytest.mark.django_db
NAME = "Perpetua Vannock"
ITEM = {"text": "as follows:", "printed": "(a)", "items": [{"text": f"what {NAME} said;"}]}
PLACES: dict[str, dict[str, Any]] = {
    "heading": {"sections": [{"heading": f"{NAME}’s complaint", "level": 2, "blocks": [{"text": "It was late."}]}]},
    "paragraph": {"sections": [{"blocks": [{"number": 1, "text": f"{NAME} wrote."}]}]},
    "item": {"sections": [{"blocks": [{"number": 1, "text": "They said:", "items": [f"that {NAME} wrote;", ITEM]}]}]},
    "cell": {"sections": [{"blocks": [{"text": "", "table": {"rows": (("Paid", NAME), ("£40", "May"))}}]}]},
    "caption": {"sections": [{"blocks": [{"text": f"Paid to {NAME}", "table": {"rows": (("Paid", "£40"),)}}]}]},
    "signature": {"sections": [{"blocks": [{"text": f"{NAME}, investigator", "signature": True}]}]},
    "printed": {"sections": [{"blocks": [{"number": 1, "printed": f"1 {NAME}", "text": "It was late."}]}]},
    "remedy": {"remedies": [{"kind": "apology", "status": "agreed", "text": f"apologise to {NAME};", "at": "p3"}]},
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_the_words_are_gone_from_every_place(place: str, reader: Reader) -> None:
    decision = published(**PLACES[place])
    before = get_record(decision.pk)
    redact(decision.pk, [NAME], "Miss Q", by="editor", at=NOON)
    after = get_record(decision.pk)
    assert after.line() == before.line().replace(NAME, "Miss Q")
    assert after.line() != before.line()
    assert Version.objects.get(number=1).content is None
    address = decision.get_absolute_url()
    for tail in ("", "/v/1", "/v/2", "/v/1/changes", "/v/2/changes", "/v/2/changes?view=side", "/chapter/1"):
        assert "Vannock" not in reader.get(f"{address}{tail}").response.content.decode(), tail
    [document] = load_documents([decision.pk])
    assert "Vannock" not in str(document)


def test_a_cell_is_found_by_the_search() -> None:
    decision = published(**PLACES["cell"])
    [document] = load_documents([decision.pk])
    assert NAME in "".join(text for _, text in document.sections)


def test_what_cannot_stand_in_their_place_is_refused() -> None:
    """A mark has forty characters at most; the decision stays as it was."""
    decision = published(**PLACES["printed"])
    with pytest.raises(WordsError, match=r"sections.*printed could not be kept"):
        redact(decision.pk, [NAME], "somebody whose name is not given here at all", by="editor", at=NOON)
    assert Version.objects.get().content is not None
