"""Prints how well decisions are found in the register of UPHELD_DATA_DIR, or in a demo made for it.

`python -m tests.evaluation.relevance.report` says only figures; with `--misses` also what was not found, but for the
set that is kept aside. Exits with 1 when a figure is lower than the one recorded.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from statistics import mean

from tests.evaluation.relevance.judging import SETS, cases_by_reference, list_judged
from tests.evaluation.relevance.known import SAMPLE, Item, Known, list_known
from tests.evaluation.relevance.measuring import FIRST, ndcg, reciprocal_rank

RECORDED: Mapping[str, float] = json.loads(Path(__file__).with_name("recorded.json").read_text(encoding="utf-8"))
"""What was measured when something last changed on purpose."""
MARGIN = 0.015
"""So much less is still taken for the same."""
_DEEP = 50

KEPT_ASIDE = "held out"
"""Whoever has seen which of these are missed would tune by them."""

Find = Callable[[str], list[str]]


def evaluate(folder: Path | None = None, *, misses: list[str] | None = None) -> dict[str, float]:
    """Every figure by its name. `folder` is the index, by default the deployment's."""
    find = _finder(folder)
    return {**_known(find, misses), **{k: v for name in SETS for k, v in _judged(find, name, misses).items()}}


def lower(figures: Mapping[str, float]) -> list[str]:
    """What is worse than recorded, in sentences."""
    return [
        f"{name}: {figures.get(name, 0.0):.3f}, and it was {was:.3f}"
        for name, was in RECORDED.items()
        if figures.get(name, 0.0) < was - MARGIN
    ]


def _finder(folder: Path | None) -> Find:
    """Finds as a reader does: whoever finds nothing takes the word that is asked for."""
    from upheld.register.models import Decision
    from upheld.search import SearchRequest, search, spell

    references = dict(Decision.objects.values_list("pk", "reference"))

    def find(text: str) -> list[str]:
        request = SearchRequest(text=text, page_size=_DEEP, counts=())
        results = search(request, folder=folder)
        if (results.has_most or not results.total) and (meant := spell(request, results, folder=folder)):
            results = search(SearchRequest(text=meant.text, page_size=_DEEP, counts=()), folder=folder)
        return [references[one] for one in results.decision_ids]

    return find


def _known(find: Find, misses: list[str] | None) -> dict[str, float]:
    from upheld.search import count_words

    items = _sample()
    words = {word for item in items for word in item.summary.lower().replace(".", " ").replace(",", " ").split()}
    ranks: dict[str, list[float]] = defaultdict(list)
    for known in list_known(items, count_words(sorted(words))):
        ranks[known.kind].append(reciprocal_rank(find(known.text), known.reference))
        _note(misses, known, ranks[known.kind][-1])
    return {f"known by {kind}, mean reciprocal rank": mean(values) for kind, values in ranks.items()}


def _note(misses: list[str] | None, known: Known, rank: float) -> None:
    if misses is not None and not rank:
        misses.append(f"{known.kind}: {known.text} ({known.reference})")


def _sample() -> list[Item]:
    from upheld.register.models import Decision
    from upheld.register.queries.record import get_record

    published = list(Decision.objects.filter(state="published", decided_on__isnull=False).order_by("reference_key"))
    chosen = Random(5).sample(published, min(SAMPLE, len(published)))
    return [_item(get_record(one.pk)) for one in chosen]


def _item(record: object) -> Item:
    values = json.loads(record.line())  # type: ignore[attr-defined]  # a record of the register
    body = values["organisations"][0]["name"] if values.get("organisations") else ""
    text = json.dumps(values.get("sections", []), ensure_ascii=False)
    return Item(values["reference"], body, int(values["decided_on"][:4]), values.get("summary", ""), text)


def _judged(find: Find, name: str, misses: list[str] | None) -> dict[str, float]:
    from upheld.register.models import Decision

    published = Decision.objects.filter(state="published").values_list("reference", flat=True)
    cases = cases_by_reference()
    values, hits, found_any = [], [], []
    for query in list_judged(name):
        grades = [query.grade(cases.get(reference)) for reference in find(query.text)]
        values.append(ndcg(grades, [query.grade(cases.get(reference)) for reference in published]))
        hits.append(2 in grades[:FIRST])
        found_any.append(bool(grades))
        if misses is not None and name != KEPT_ASIDE and values[-1] < 0.5:
            misses.append(f"{name} {values[-1]:.2f}: {query.text}{'' if grades else ' (nothing found)'}")
    return {
        f"{name}, normalised gain of the first ten": mean(values),
        f"{name}, what is asked for among the first ten": mean(hits),
        f"{name}, anything found": mean(found_any),
    }


def main() -> None:
    """Prints the figures."""
    if "UPHELD_DATA_DIR" not in os.environ:
        os.environ["UPHELD_DATA_DIR"] = tempfile.mkdtemp(prefix="upheld-relevance-")
        subprocess.run([sys.executable, "-m", "upheld", "demo"], check=True, stdout=subprocess.DEVNULL)
    from upheld.config.start import start

    start()
    misses: list[str] = []
    figures = evaluate(misses=misses)
    if "--json" in sys.argv:
        print(json.dumps(figures, indent=2))
        return
    print(f"Relevance over the demo register ({SAMPLE} known decisions)")
    for name, value in figures.items():
        print(f"  {name:50} {value:.3f}   (recorded {RECORDED.get(name, 0.0):.3f})")
    print("\n".join(f"    {miss}" for miss in misses) if "--misses" in sys.argv else "")
    if worse := lower(figures):
        sys.exit("Worse than recorded:\n  " + "\n  ".join(worse))


if __name__ == "__main__":
    main()
