"""Decisions about similar complaints, for a decision's page: by the words of its complaint, only published ones."""

from collections.abc import Collection

from upheld.public.queries.listing import Listed, get_listed
from upheld.register.content import Facts
from upheld.search import IndexNotReadyError, Told, find_alike

MOST = 5
_CANDIDATES = 12


def list_similar(decision_id: int, facts: Facts, summary: str, without: Collection[str]) -> tuple[Listed, ...]:
    """At most five, the most similar first; not those whose addresses are in `without`, which the page has already.

    None while the index is made.
    """
    told = Told(decision_id, facts, summary)
    try:
        words = told.complaint or summary
        alike = find_alike(words, without=(decision_id,), candidates=_CANDIDATES, by_synonyms=False)
    except IndexNotReadyError:
        return ()
    ids = [one.decision_id for one in alike.similar]
    listed = get_listed(ids)
    return tuple(listed[pk] for pk in ids if pk in listed and listed[pk].href not in without)[:MOST]
