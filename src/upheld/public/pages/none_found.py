"""Help where nothing was found: which word is in no decision, and which filter leaves none over."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from upheld.public.searching import FILTERS, TITLES, Asked, Place
from upheld.public.wanted import Wanted, make_request
from upheld.scheme import get_scheme
from upheld.search import IndexNotReadyError, Problem, QueryError, SearchRequest, SearchResults, Spelling, search
from upheld.search.apart import without_quotes
from upheld.search.filler import is_filler
from upheld.search.language.tree import All, Node, Not, Word
from upheld.search.language.writing import to_plain_text, to_text
from upheld.search.parts import parts_of
from upheld.search.spelling.typed import typed_words
from upheld.search.words import fold, is_common
from upheld.ui.components import Counted

_MOST_TERMS = 8
_NEAR = re.compile(r"[\"”]~")


@dataclass(frozen=True, slots=True)
class NoneFound:
    """`terms` are the parts of the query, each with how many decisions hold it by itself, and the search for it.

    `without` are searches that leave one filter out and find something, each with how much, and `unquoted` the search
    without quotes, where it does; `best_first` is the search by best match, where by date it finds none. `sentences`
    are advice.
    """

    terms: tuple[Counted, ...]
    without: tuple[Counted, ...]
    unquoted: tuple[Counted, ...]
    best_first: tuple[Counted, ...]
    sentences: tuple[str, ...]


def make_none_found(wanted: Wanted, results: SearchResults) -> NoneFound:
    """The help. It asks the search a bounded number of times: once for each part of the query and each filter."""
    if not results.held:
        return NoneFound((), (), (), (), ("The register holds no decisions yet.",))
    without = tuple(_without(wanted))
    return NoneFound(
        terms=tuple(_terms(wanted.asked, results)),
        without=without,
        unquoted=tuple(_unquoted(wanted, results.query.tree)),
        best_first=tuple(_best_first(wanted)),
        sentences=tuple(_sentences(wanted, is_filtered_away=bool(without))),
    )


def list_missing(results: SearchResults, spelling: Spelling | None = None) -> tuple[str, ...]:
    """The parts of the query that no decision holds, where what was found holds only most of it.

    Not words of asking and feeling, which need not be there: that none has “can’t” says nothing. Nor those of which
    the page says already what they were taken for or may be meant for, what they mean together, or that they were not
    understood.
    """
    counted = _count_terms(results) if results.has_most else ()
    told = {one.typed for one in results.mistyped} | {_wrong(results, one) for one in results.query.problems}
    told |= _keys(results.query.text) - _keys(spelling.text) if spelling else set()
    told |= {word for one in results.query.synonyms if " " in one.typed for word in _keys(one.typed)}
    return tuple(
        asked for own, asked, found in counted if not found and not is_filler(own) and told.isdisjoint((own, fold(own)))
    )


def _keys(text: str) -> set[str]:
    return {word.key for word in typed_words(text)}


def _wrong(results: SearchResults, problem: Problem) -> str:
    return results.query.text[problem.start : problem.end]


def _terms(asked: Asked, results: SearchResults) -> Iterator[Counted]:
    for _, text, found in _count_terms(results):
        href = Asked(query=text, chosen=asked.chosen).address() if found else ""
        yield Counted(text, href, found)


def _count_terms(results: SearchResults) -> Iterator[tuple[str, str, int]]:
    """Each part of the query that says something, where several do: as typed, as asked, and how many hold it."""
    for own, asked in _written(results.query.tree):
        found = _count(SearchRequest(text=asked))
        if found is not None:
            yield own, asked, found


def _written(tree: Node | None) -> list[tuple[str, str]]:
    """Each part as it was typed, and with the section that it must stand in; of one alone, the section by itself."""
    parts = [part for part in parts_of(tree) if _is_telling(part.own)]
    if len(parts) > 1:
        written = [(to_text(part.own), to_text(part.node)) for part in parts]
    else:
        nodes = parts[0].node.parts if parts and isinstance(parts[0].node, All) else ()
        written = [(to_text(node), to_text(node)) for node in nodes]
    return list(dict.fromkeys(written))[:_MOST_TERMS] if len(set(written)) > 1 else []


def _is_telling(part: Node) -> bool:
    """Whether the part says what is looked for: not what is ruled out, nor what nearly every decision holds."""
    return not isinstance(part, Not) and not (isinstance(part, Word) and is_common(part.text))


def _without(wanted: Wanted) -> Iterator[Counted]:
    """Searches with one filter less that find something."""
    for title, left in _narrower(wanted.asked):
        listed = wanted.listed if left.refs or not wanted.asked.refs else None
        if found := _count(make_request(left, listed)):
            yield Counted(f"Without {title}", left.address(), found)


def _narrower(asked: Asked) -> Iterator[tuple[str, Asked]]:
    """Each filter that is chosen, and the search without it."""
    whole = replace(asked, place=Place())
    for name in FILTERS:
        if asked.values[name]:
            yield f"“{TITLES[name]}”", replace(whole, values={**asked.values, name: ()})
    if asked.decided_from or asked.decided_to:
        yield "“Date of decision”", replace(whole, decided_from="", decided_to="")
    if asked.refs and (asked.query or asked.is_narrowed):
        yield "your list of references", replace(whole, refs="")
    if len(asked.chosen_filters) > 1:
        yield "any filter", asked.without_filters()


def _unquoted(wanted: Wanted, tree: Node | None) -> Iterator[Counted]:
    """The same search, filters and all, without the quotes around words."""
    loose = tree and without_quotes(tree)
    if loose and loose != tree:
        asked = wanted.asked.with_query(to_plain_text(loose))
        if found := _count(make_request(asked, wanted.listed)):
            yield Counted(asked.query, asked.address(), found)


def _best_first(wanted: Wanted) -> Iterator[Counted]:
    """The same search by best match, which lists what has few of the words too."""
    if wanted.asked.query and wanted.request.sort != "relevance":
        asked = replace(wanted.asked, sort="", place=Place())
        if found := _count(make_request(asked, wanted.listed)):
            yield Counted("Best match first", asked.address(), found)


def _count(request: SearchRequest) -> int | None:
    with suppress(QueryError, IndexNotReadyError):
        return search(replace(request, page_size=1, counts=(), years=False)).total
    return None


def _sentences(wanted: Wanted, *, is_filtered_away: bool) -> Iterator[str]:
    asked = wanted.asked
    if asked.chosen_filters and not is_filtered_away:
        yield "Without the filters nothing is found either."
    if asked.query and wanted.listed is None:
        yield "Check how the words are spelt, or try other words for the same."
    if _NEAR.search(asked.query):
        yield "Choose a larger number behind ~: the words may then stand further apart."
    if asked.query and wanted.listed is None:
        yield f"A reference is found however it is written, {get_scheme().reference.example} for instance."
