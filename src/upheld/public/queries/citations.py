"""Which decisions a decision cites, which cite it, and which belong to the same case. Only published ones, ever."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.citations import DecisionCitation
from upheld.public.queries.decision import list_published
from upheld.public.queries.listing import Listed, get_listed
from upheld.register.models import Decision, DecisionReference
from upheld.register.models.decision import PUBLISHED
from upheld.search import IndexNotReadyError, SearchRequest, search
from upheld.search.requests import MAX_VALUES

MOST = 10


@dataclass(frozen=True, slots=True)
class Cited:
    """A published decision that a text names.

    `key` is the reference's key and suffix in one word, as in a `DecisionCitation`; `at` are the addresses of the
    paragraphs that name it. `listed.href` is its address.
    """

    key: str
    listed: Listed
    at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """The newest of `total` published decisions whose text cites one.

    While the index is made (`is_ready` false) nothing is known. `reads` is what the page must declare as its
    `X-Upheld-Reads`; with it a page made without the index is not kept.
    """

    decisions: tuple[Listed, ...] = ()
    total: int = 0
    is_ready: bool = False
    reads: str = "search=-1"


def list_cited(citations: Sequence[DecisionCitation]) -> tuple[Cited, ...]:
    """The decisions that a text cites and this register has published, in the order of the text."""
    known = list_published([one.reference for one in citations])
    listed = get_listed([decision.pk for decision in known.values()])
    places: dict[tuple[str, str], dict[str, None]] = {}
    for one in citations:
        places.setdefault((one.reference.key, one.reference.suffix), {})[one.at] = None
    return tuple(
        Cited("".join(name), listed[known[name].pk], tuple(at))
        for name, at in places.items()
        if name in known and known[name].pk in listed
    )


def list_citing(decision: Decision) -> Citing:
    """The published decisions whose text cites this one by any of its references, the newest first."""
    names = DecisionReference.objects.filter(decision=decision.pk).values_list("key", "suffix")
    keys = tuple(sorted({f"{key}{suffix}" for key, suffix in names}))[:MAX_VALUES]
    try:
        found = search(SearchRequest(cites=keys, sort="newest", page_size=MOST, counts=()))
    except IndexNotReadyError:
        return Citing()
    listed = get_listed(found.decision_ids)
    shown = tuple(listed[pk] for pk in found.decision_ids if pk in listed)
    return Citing(
        shown, found.total - len(found.decision_ids) + len(shown), is_ready=True, reads=f"search={found.cursor}"
    )


def list_same_case(decision: Decision) -> tuple[Listed, ...]:
    """The other published decisions with the number of any of its references, whatever their letter."""
    keys = DecisionReference.objects.filter(decision=decision.pk).values("key")
    rows = Decision.objects.filter(references__key__in=keys, state=PUBLISHED).exclude(pk=decision.pk)
    ids = list(dict.fromkeys(rows.order_by("reference_key").values_list("pk", flat=True)[:50]))
    listed = get_listed(ids)
    return tuple(listed[pk] for pk in ids if pk in listed)
