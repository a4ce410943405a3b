"""Another scheme is another file: other outcomes, another way of writing references."""

import pytest

from tests.build.decision import NOON, record
from tests.build.scheme import HOUSING
from upheld.register.actions.publish import publish
from upheld.register.content import ContentError
from upheld.register.models import Decision
from upheld.register.queries.record import get_record
from upheld.scheme import get_scheme

pytestmark = pytest.mark.django_db

GIVEN = {"document_type": "Determination", "outcome": "Service failure", "category": "property-condition",
         "subcategory": "damp-and-mould"}  # fmt: skip


@pytest.fixture(autouse=True)
def _housing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", HOUSING)


def test_its_decisions_are_kept_in_its_words() -> None:
    publish([record("202012345", **GIVEN)], by="editor", at=NOON)
    decision = Decision.objects.select_related("category", "subcategory__parent").get()
    assert decision.get_absolute_url() == "/decisions/property-condition/damp-and-mould/202012345"
    kept = get_record(decision.pk)
    assert (kept.outcome, kept.document_type, kept.category) == (
        "Service failure",
        "Determination",
        "Property condition",
    )
    found = get_scheme().pattern.parse("Ref: 202 012 345")
    assert found is None
    assert get_scheme().pattern.parse("case no. 202012345") is not None


def test_words_of_another_scheme_are_refused() -> None:
    with pytest.raises(ContentError, match="not one of: Severe maladministration"):
        publish([record("202012345", **{**GIVEN, "outcome": "Upheld"})], by="editor", at=NOON)
    with pytest.raises(ContentError, match="not written like 202012345"):
        publish([record("21 000 001", **GIVEN)], by="editor", at=NOON)
    assert not Decision.objects.exists()
