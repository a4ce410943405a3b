"""Whom a remedy is for."""

import pytest

from upheld.analysis.remedy import Remedy


@pytest.mark.parametrize(
    ("whom", "is_theirs"), [(None, True), ("complainant", True), ("others", False), ("service", False)]
)
def test_a_remedy_that_names_nobody_is_for_the_person_who_complained(whom: str | None, is_theirs: bool) -> None:
    remedy = Remedy.model_validate({"kind": "symbolic-payment", "status": "agreed", "pence": 100, "for": whom})
    assert remedy.for_complainant is is_theirs
