"""Where else a question leads: to decisions it names, to cases like one's own, and to money among the remedies."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from upheld.analysis.reference_lists import read_list
from upheld.lib.text import fold
from upheld.public.addresses import with_query
from upheld.public.pages.reference_report import look_up_list
from upheld.public.wanted import Wanted
from upheld.scheme import get_scheme
from upheld.search import IndexNotReadyError, QueryError, SearchRequest, SearchResults, search
from upheld.search.language.limits import MAX_CHARACTERS
from upheld.search.language.shaping import wanted_leaves
from upheld.search.language.tree import All, Field, Node, Word
from upheld.search.words import SENTENCE
from upheld.ui.site import Link

CASES = Link("Say in your own words what happened", "/cases-like-mine")
_COMPENSATION = frozenset({"compensate", "compensated", "compensation", "compo", "payout", "payouts", "redress"})
_GETTING = frozenset({"award", "awarded", "claim", "due", "get", "getting", "given", "owe", "owed", "paid", "receive"})
_MONEY = " remedy:money"


@dataclass(frozen=True, slots=True)
class Lead:
    """A link in its sentence."""

    link: Link
    after: str


def make_leads(wanted: Wanted, results: SearchResults) -> tuple[Lead, ...]:
    """The leads: nothing of the search is changed by them, and what somebody tells is never part of an address."""
    return (*_named(wanted, results), *_cases(results), *_money(wanted, results))


def _named(wanted: Wanted, results: SearchResults) -> Iterator[Lead]:
    """Of references among other words: a list of nothing else is found by itself."""
    listed = read_list(wanted.request.text, get_scheme().pattern)
    if not listed.references or any(isinstance(one, Field) and one.name == "ref" for one in _leaves(results)):
        return
    if shown := look_up_list(listed).decisions:
        href = with_query("/references", {"refs": " ".join(one.slug for one in shown)})
        one = Lead(Link("Show the decision", href), "whose reference stands in your search.")
        several = Lead(Link(f"Show the {len(shown)} decisions", href), "whose references stand in your search.")
        yield one if len(shown) == 1 else several


def _leaves(results: SearchResults) -> Iterator[Node]:
    return (leaf for _, leaf in wanted_leaves(results.query.tree))


def _cases(results: SearchResults) -> Iterator[Lead]:
    """Not where a few words and signs were not understood: that tells no story."""
    is_sentence = len(_words(_parts(results.query.tree))) >= SENTENCE
    is_plain = not results.query.problems
    if results.held and ((results.has_most and (is_plain or is_sentence)) or (is_sentence and not results.total)):
        yield Lead(CASES, "and see what happened in cases like yours.")


def _money(wanted: Wanted, results: SearchResults) -> Iterator[Lead]:
    text = wanted.request.text + _MONEY
    if len(text) > MAX_CHARACTERS or wanted.request.remedies or not _asks_for_money(results.query.tree):
        return
    if count := _count(replace(wanted.request, text=text, page=1, at=None, after="", before="")):
        href = wanted.asked.with_query(f"{wanted.asked.query}{_MONEY}").address()
        things = "the one decision" if count == 1 else f"the {count:,} decisions"
        yield Lead(Link(f"Show only {things} with money among the remedies", href), "(a payment or a refund).")


def _asks_for_money(tree: Node | None) -> bool:
    """Whether the words, and there is nothing but words, ask for compensation, or how much somebody gets."""
    parts = _parts(tree)
    words = {fold(word) for word in _words(parts)}
    if len(words) < len(parts):
        return False
    return bool(words & _COMPENSATION) or ({"how", "much"} <= words and bool(words & _GETTING))


def _parts(tree: Node | None) -> tuple[Node, ...]:
    """The parts of what was typed."""
    if tree is None:
        return ()
    return tree.parts if isinstance(tree, All) else (tree,)


def _words(parts: tuple[Node, ...]) -> list[str]:
    """Those of them that are words: what fields and quotes hold tells no story."""
    return [part.text for part in parts if isinstance(part, Word)]


def _count(request: SearchRequest) -> int:
    with suppress(QueryError, IndexNotReadyError):
        return search(replace(request, page_size=1, counts=(), years=False)).total
    return 0
