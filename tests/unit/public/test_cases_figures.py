"""Figures raise no false hope: counts only, none of a few, and only money that the complainant was really to have."""

from typing import Any

from upheld.analysis.remedy import Remedy
from upheld.public.pages.cases_figures import FEWEST, make_figures

Given = tuple[str | None, list[Remedy]]


def paid(pounds: int | None = 100, kind: str = "symbolic-payment", status: str = "agreed", **more: Any) -> Remedy:
    return Remedy.model_validate(
        {"kind": kind, "status": status, "pence": None if pounds is None else pounds * 100} | more
    )


def some(*sums: list[Remedy], of: int = 20) -> list[Given]:
    """So many upheld decisions, the first with these remedies."""
    return [("upheld", list(sums[place]) if place < len(sums) else []) for place in range(of)]


def test_of_fewer_than_ten_there_are_none() -> None:
    assert make_figures(some(of=FEWEST - 1)) is None
    assert make_figures(some(of=FEWEST)) is not None


def test_outcomes_stand_side_by_side_as_counts() -> None:
    cases: list[Given] = [("upheld", [])] * 7 + [("closed-after-initial-enquiries", [])] * 5 + [(None, [])]
    figures = make_figures(cases)
    assert figures is not None
    assert [(one.name, one.count) for one in figures.outcomes] == [
        ("Upheld", 7), ("Not upheld", 0), ("Closed after initial enquiries", 5), ("Outcome not stated", 1),
    ]  # fmt: skip
    assert any("discontinued" in note for note in figures.notes)


def test_the_middle_half_is_given_from_eight_sums_on() -> None:
    seven, eight = ([[paid(pounds)] for pounds in range(100, 100 + 100 * count, 100)] for count in (7, 8))
    few, enough = make_figures(some(*seven)), make_figures(some(*eight))
    assert few is not None
    assert enough is not None
    assert (few.sums[0].count, few.sums[0].middle) == (7, ())
    assert (enough.sums[0].count, enough.sums[0].middle) == (8, ("£275", "£625"))
    assert (few.none, enough.none) == (13, 12)


def test_symbolic_payments_are_kept_apart_from_refunds_and_added_up_in_each_decision() -> None:
    each = [paid(50), paid(150), paid(900, "quantifiable-loss"), paid(400, "loss-of-service", "done")]
    figures = make_figures(some(*([each] * 8)))
    assert figures is not None
    assert [(one.count, one.middle) for one in figures.sums] == [
        (8, ("£200", "£200")), (8, ("£900", "£900")), (8, ("£400", "£400")),
    ]  # fmt: skip


def test_only_what_was_agreed_or_done_for_the_complainant_counts() -> None:
    others = [paid(status="recommended"), paid(status="not-made"), paid(**{"for": "others"}), paid(None, "apology")]
    figures = make_figures(some(*([one] for one in others), [paid(None)], [paid(per="month")], [paid(), paid(None)]))
    assert figures is not None
    assert [one.count for one in figures.sums] == [1, 0, 0]
    assert [one.unstated for one in figures.sums] == [2, 0, 0]  # a decision with both has a sum
    assert figures.none == 17
