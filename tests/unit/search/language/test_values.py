"""What is typed after `paid:` and `decided:`."""

import datetime as dt

import pytest

from upheld.search.language.tree import Decided, Paid
from upheld.search.language.values import read_decided, read_paid


def days(first: str | None, last: str | None) -> Decided:
    return Decided(*(dt.date.fromisoformat(day) if day else None for day in (first, last)))


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("500", Paid(50_000, 50_000)),
        ("£1,350.50", Paid(135_050, 135_050)),
        (">500", Paid(50_001, None)),
        (">= £500", Paid(50_000, None)),
        ("<500", Paid(None, 49_999)),
        ("<=500", Paid(None, 50_000)),
        ("100..500", Paid(10_000, 50_000)),
        ("500..100", Paid(10_000, 50_000)),
        ("£100-£500", Paid(10_000, 50_000)),
        ("500..", Paid(50_000, None)),
        ("£500+", Paid(50_000, None)),
        ("..500", Paid(None, 50_000)),
        ("over £500", Paid(50_001, None)),
        ("at least 1.5k", Paid(150_000, None)),
        ("between £100 and £500", Paid(10_000, 50_000)),
        ("£100–£500", Paid(10_000, 50_000)),
        ("100 to 500 pounds", Paid(10_000, 50_000)),
        ("500 or less", Paid(None, 50_000)),
        ("≥500", Paid(50_000, None)),
        ("500…", Paid(50_000, None)),
        ("-500", None),
        ("lots", None),
        ("..", None),
        (">100..500", None),
        ("100 500", None),
        ("9" * 20, None),
    ],
)
def test_sums(text: str, paid: Paid | None) -> None:
    assert read_paid(text) == paid


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("2022", days("2022-01-01", "2022-12-31")),
        ("2022-02", days("2022-02-01", "2022-02-28")),
        ("2022-04-05", days("2022-04-05", "2022-04-05")),
        ("2022-23", days("2022-04-01", "2023-03-31")),
        ("2019/20..2022/23", days("2019-04-01", "2023-03-31")),
        ("5/4/2022", days("2022-04-05", "2022-04-05")),
        ("4/2022", days("2022-04-01", "2022-04-30")),
        ("April 2022", days("2022-04-01", "2022-04-30")),
        ("5 Sept 2022", days("2022-09-05", "2022-09-05")),
        (">2022", days("2023-01-01", None)),
        (">=2022", days("2022-01-01", None)),
        ("<2022-04", days(None, "2022-03-31")),
        ("<=2022-04", days(None, "2022-04-30")),
        ("2022..2024", days("2022-01-01", "2024-12-31")),
        ("2024..2022", days("2022-01-01", "2024-12-31")),
        ("2022..", days("2022-01-01", None)),
        ("..April 2022", days(None, "2022-04-30")),
        ("2022-2024", days("2022-01-01", "2024-12-31")),
        ("2022 to 2024", days("2022-01-01", "2024-12-31")),
        ("2022–2024", days("2022-01-01", "2024-12-31")),
        ("2022-04 – 2022-06", days("2022-04-01", "2022-06-30")),
        ("01/04/2022-31/03/2023", days("2022-04-01", "2023-03-31")),
        ("since 2022", days("2022-01-01", None)),
        ("after April 2022", days("2022-05-01", None)),
        ("before 5/4/2022", days(None, "2022-04-04")),
        ("from 2022 to 2024", days("2022-01-01", "2024-12-31")),
        ("between April 2022 and 5th May 2023", days("2022-04-01", "2023-05-05")),
        ("2022 onwards", days("2022-01-01", None)),
        ("2022 or earlier", days(None, "2022-12-31")),
        ("2022…2024", days("2022-01-01", "2024-12-31")),
        ("tomorrow", None),
        ("2022-13", None),
        ("31/2/2022", None),
        ("yesterday", None),
        ("..", None),
        ("22", None),
        (">9999-12-31", None),
    ],
)
def test_days(text: str, decided: Decided | None) -> None:
    assert read_decided(text) == decided
