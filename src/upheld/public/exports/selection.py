"""Which decisions a search finds as of a number of the journal, each in the version of then."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from upheld.journal.queries.entry import get_head
from upheld.public.exports.folder import private_folder
from upheld.register.models import Decision, Version
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.standing import get_standings, list_touched
from upheld.search import SearchRequest, find_former, walk

CHUNK = 500


class AheadError(ValueError):
    """The journal has not come so far."""


@dataclass(frozen=True)
class Selection:
    """What a search finds as of the journal's entry `number`: ids, in the order of the page.

    `earlier` has the version of those that have another one today. `removed` are the references of decisions that
    could be read then and cannot be now, whether or not this search would have found them: their words are not
    searched any more, so that nobody can find out by searching what they were.
    """

    number: int
    ids: Sequence[int]
    earlier: Mapping[int, int] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    seen: int = 0
    """The journal's head when it was made: what came after that is not considered in it."""


@dataclass
class Then:
    """How decisions that were touched since a number stood at it, as far as that differs from today.

    `gone` are those that must not be shown: they came later, or were removed since, the latter named in `removed`.
    `versions` has the version of all others.
    """

    gone: set[int] = field(default_factory=set)
    versions: dict[int, int] = field(default_factory=dict)
    present: dict[int, int] = field(default_factory=dict)
    removed: dict[int, str] = field(default_factory=dict)

    @property
    def earlier(self) -> dict[int, int]:
        """The versions of then that were replaced since."""
        return {pk: number for pk, number in self.versions.items() if number != self.present[pk]}


def select(request: SearchRequest, at: int | None) -> Selection:
    """What the search finds as of `at`, by default as of what the index knows.

    Raises AheadError, and QueryError and IndexNotReadyError as the search does.
    """
    head = get_head()
    if at is not None and at > head:
        raise AheadError(f"The journal has only come to number {head:,}; ask for that or an earlier one")
    found = walk(replace(request, at=None, after="", before="", page=1), settled_at=at)
    ids = array("q")
    for chunk in found.chunks:
        ids.extend(chunk)
    number = found.cursor if at is None else at
    then = list_then(list_touched(min(number, found.cursor)), number)
    if not (then.gone or then.versions):
        return Selection(number, ids, seen=head)
    unsure = then.earlier | _not_indexed(then, found.cursor)
    matched = _match(replace(request, at=at), unsure)
    kept = array("q", (pk for pk in ids if pk not in then.gone and (pk not in unsure or pk in matched)))
    kept.extend(sorted(matched.difference(kept)))
    earlier = {pk: one for pk, one in then.earlier.items() if pk in matched}
    return Selection(number, kept, earlier, tuple(sorted(then.removed.values())), head)


def _match(request: SearchRequest, versions: Mapping[int, int]) -> set[int]:
    """Which of the decisions the search finds by the words of these versions."""
    if not versions:
        return set()
    with private_folder() as folder:
        return set(find_former(request, versions, folder))


def list_then(touched: Iterable[int], number: int) -> Then:
    """How the decisions stood right after the entry `number`."""
    then, ids = Then(), iter(touched)
    while chunk := list(islice(ids, CHUNK)):
        _add(then, list(Decision.objects.filter(pk__in=chunk)), number)
    return then


def _add(then: Then, decisions: Sequence[Decision], number: int) -> None:
    standings = get_standings(decisions, number)
    shown = {pk: one.version for pk, one in standings.items() if one.is_public}
    kept = _kept({one.pk: shown[one.pk] for one in decisions if one.pk in shown and one.state == PUBLISHED})
    for one in decisions:
        if one.pk in kept:
            then.versions[one.pk], then.present[one.pk] = shown[one.pk], one.version_number
            continue
        then.gone.add(one.pk)
        if one.pk in shown and one.was_public:
            then.removed[one.pk] = one.reference


def _kept(versions: Mapping[int, int]) -> set[int]:
    """Those whose version still has its text."""
    rows = Version.objects.filter(decision_id__in=list(versions), content__isnull=False)
    found = rows.values_list("decision_id", "number")
    return {pk for pk, number in found if versions[pk] == number}


def _not_indexed(then: Then, cursor: int) -> dict[int, int]:
    """Those that the index may not know yet as they are."""
    return {pk: then.versions[pk] for pk in list_touched(cursor) if pk in then.versions}
