"""Reads the summaries in which phrases are looked for, and whether the decisions that hold one stand as they did."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from upheld.register.models import Category, Decision, DecisionOrganisation
from upheld.register.models.decision import PUBLISHED
from upheld.search.suggestions.phrases import Evidence, Phrase, Read, find_phrases, stands

MOST = 3_000  # summaries: what is frequent is frequent among the newest, and reading them takes a fifth of a second
_SLICE = 500
_NAMED = frozenset({"council"})  # at the beginning of a name it is one body, not all of them


def read_phrases() -> tuple[Phrase, ...]:
    """The frequent phrases of the newest published decisions."""
    return find_phrases(_newest(), _capitals())


def still_standing(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Those phrases of which enough evidence is published, word for word, at this moment."""
    ids = {one.decision for phrase in phrases for one in phrase.evidence}
    if not ids:
        return []
    rows = Decision.objects.filter(pk__in=ids, state=PUBLISHED).values_list("pk", "version_number")
    versions = dict(rows)
    return [phrase for phrase in phrases if stands(_standing(phrase.evidence, versions))]


def _standing(evidence: Iterable[Evidence], versions: dict[int, int]) -> list[Evidence]:
    return [one for one in evidence if versions.get(one.decision) == one.version]


def _newest() -> list[Read]:
    rows = Decision.objects.filter(state=PUBLISHED).order_by("-decided_on", "-reference_key")
    columns = ("pk", "version_number", "version__summary")
    found = list(rows.values_list(*columns)[:MOST])
    bodies = _bodies([pk for pk, _, _ in found])
    return [Read(pk, version, tuple(bodies[pk]), summary or "") for pk, version, summary in found]


def _bodies(ids: Sequence[int]) -> dict[int, list[int]]:
    bodies: dict[int, list[int]] = defaultdict(list)
    for start in range(0, len(ids), _SLICE):
        rows = DecisionOrganisation.objects.filter(decision__in=ids[start : start + _SLICE])
        for decision, organisation in rows.values_list("decision_id", "organisation_id"):
            bodies[decision].append(organisation)
    return bodies


def _capitals() -> frozenset[str]:
    names = Category.objects.values_list("name", flat=True)
    return frozenset(word for name in names for word in name.lower().split()) - _NAMED
