"""Remedies in words."""

from typing import Any

import pytest

from upheld.analysis.remedy import Remedy
from upheld.public.pages.remedies import make_remedy


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"pence": 20_000}, "£200"),
        ({"pence": 135_000}, "£1,350"),
        ({"pence": 1_205}, "£12.05"),
        ({"pence": 0}, "£0"),
        ({"pence": 5_000, "per": "month"}, "£50 a month"),
        ({"pence": 5_000, "per": "person"}, "£50 for each person"),
        ({}, ""),
    ],
)
def test_sums(values: dict[str, Any], words: str) -> None:
    assert make_remedy(remedy(**values)).sum == words


def test_what_was_agreed_is_not_mixed_up_with_what_was_done_or_only_mentioned() -> None:
    statuses = [make_remedy(remedy(status=status)).status for status in ("agreed", "recommended", "done", "not-made")]
    assert statuses == ["agreed", "recommended", "already done", "not made"]


def test_terms() -> None:
    assert (
        make_remedy(remedy(**{"for": "service", "within_days": 28})).terms
        == "to make the service better, within 28 days"
    )


def test_every_kind_has_words() -> None:
    for kind in Remedy.model_fields["kind"].annotation.__args__:  # type: ignore[union-attr]  # a Literal's values
        assert make_remedy(remedy(kind=kind)).title[0].isupper()


def remedy(**values: Any) -> Remedy:
    return Remedy.model_validate({"kind": "apology", "status": "agreed"} | values)
