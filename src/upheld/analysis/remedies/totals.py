"""Sums that only add up those of the list after them."""

from collections.abc import Sequence

from upheld.analysis.remedy import Remedy


def without_total(whole: Sequence[Remedy], parts: Sequence[Remedy]) -> list[Remedy]:
    """The remedies of a paragraph and of its list; its total gives its time to the parts."""
    paid = [one.pence for one in parts if one.pence]
    total = next((one for one in whole if one.pence and len(paid) > 1 and one.pence == sum(paid)), None)
    if total is None:
        return [*whole, *parts]
    days = {"within_days": total.within_days}
    dated = [one.model_copy(update=days) if one.pence and one.within_days is None else one for one in parts]
    return [*(one for one in whole if one is not total), *dated]
