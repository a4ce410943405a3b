"""What later sections repeat of earlier ones."""

from collections.abc import Sequence

from upheld.analysis.remedies.places import Place
from upheld.analysis.remedies.reader import STRONG
from upheld.analysis.remedy import Remedy


def without_repeats(found: Sequence[tuple[Place, list[Remedy]]], headings: Sequence[str]) -> list[Remedy]:
    """What later sections repeat of earlier ones is left out; where there are sections for remedies they count.

    Sections for remedies repeat one another under the same heading only: `Mrs A` and `Mr B` each have their own.
    """
    strong = [(head, some) for (place, some), head in zip(found, headings, strict=True) if place in STRONG and some]
    first: list[Remedy] = []
    said: dict[str, list[Remedy]] = {}
    for heading, remedies in strong:
        first += _not_said(remedies, said.get(heading, []))
        said.setdefault(heading, []).extend(remedies)
    for place, remedies in found:
        if place in STRONG:
            continue
        wanted = [one for one in remedies if one.status in ("done", "not-made")] if strong else remedies
        first += _not_said(wanted, first)
    return first


def _not_said(remedies: Sequence[Remedy], before: Sequence[Remedy]) -> list[Remedy]:
    left = list(before)
    new: list[Remedy] = []
    for one in remedies:
        same = next((other for other in left if _is_same(one, other)), None)
        if same is None:
            new.append(one)
        else:
            left.remove(same)
    return new


def _is_same(one: Remedy, other: Remedy) -> bool:
    if one.status == "not-made":
        return one.kind == other.kind and one.pence in (None, other.pence)
    money = ("symbolic-payment", "quantifiable-loss", "loss-of-service")
    if one.pence is not None and other.pence is not None:
        return one.pence == other.pence
    if one.kind in money and other.kind in money:
        return one.pence is None or other.pence is None
    return one.kind == other.kind and one.status == other.status
