"""What each weight is worth: the figures of `make evaluate` with all of them, and without each in turn.

    UPHELD_DATA_DIR=... .venv/bin/python benchmarks/relevance/weights.py

Looks in the demo register of UPHELD_DATA_DIR (`upheld demo` makes one). Weights of places are left out when asking;
what age and kind count is kept in the index, so that one is made anew elsewhere. Prints the table of README.md.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from unittest.mock import patch

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent.parent)]
NAMES = {
    "bodies": "name of the organisation",
    "subcategory_name": "subcategory",
    "in_summary": "summary",
    "in_complaint": "complaint",
}
MORE = {"category_name": "category", "in_found": "what was found"}
OTHERS = {
    "without: newer": {"NEWER": 1.0},
    "newer, 1.03": {"NEWER": 1.03},
    "without: reports": {"REPORT": 1.0},
    "reports, 1.2": {"REPORT": 1.2},
}
SHOWN = (
    "known by own words, mean reciprocal rank",
    "known by synonyms, mean reciprocal rank",
    "known by paraphrase, mean reciprocal rank",
    "judged, normalised gain of the first ten",
    "judged, what is asked for among the first ten",
    "sentences, normalised gain of the first ten",
)


def main() -> None:
    """Prints the table."""
    from upheld.config.start import start

    start()
    from upheld.search.backends.tantivy import weights

    print("| weights | own words | synonyms | paraphrase | gain | asked for | sentences | years of age | reports |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    row("as they are")
    for place, name in NAMES.items():
        if place in weights.OF_PLACES:
            row(f"without: {name} ({weights.OF_PLACES[place]:g})", without(place))
    row("without any place", dict.fromkeys(weights.OF_PLACES, 0.0))
    for place, name in NAMES.items():
        if weight := weights.OF_PLACES.get(place):
            row(f"twice: {name}", {**weights.OF_PLACES, place: weight * 2})
    for place, name in MORE.items():
        row(f"with: {name} (1)", {**weights.OF_PLACES, place: 1.0})
    for share in (0.0, 0.5, 1.0):
        with patch("upheld.search.backends.tantivy.queries.PLACES_OF_SOME", share):
            row(f"of some words, places count {share:g}")
    for share in (0.5, 1.0):
        with patch("upheld.search.backends.tantivy.queries.OF_PHRASES", share):
            row(f"words of phrases count {share:g}")
    for name, values in OTHERS.items():
        with made_anew(values) as folder:
            row(name, folder=folder)


def without(place: str) -> dict[str, float]:
    """The weights of places without one."""
    from upheld.search.backends.tantivy import weights

    return {**weights.OF_PLACES, place: 0.0}


@contextmanager
def made_anew(values: dict[str, float]) -> Iterator[Path]:
    """The folder of an index that is made with other values."""
    from upheld.journal.queries.entry import get_head
    from upheld.search import SearchFollower

    with tempfile.TemporaryDirectory() as name, patch.multiple("upheld.search.backends.tantivy.weights", **values):
        SearchFollower(Path(name) / "index", memory_mb=64).follow(get_head())
        yield Path(name) / "index"


def row(name: str, places: dict[str, float] | None = None, *, folder: Path | None = None) -> None:
    """One row of the table: the figures, and how old and how often reports the first ten are."""
    from tests.evaluation.relevance.report import evaluate
    from upheld.search.backends.tantivy import weights

    with patch("upheld.search.backends.tantivy.queries.OF_PLACES", places or weights.OF_PLACES):
        figures = evaluate(folder)
        age, reports = first_ten(folder)
    values = " | ".join(f"{figures[one]:.3f}" for one in SHOWN)
    print(f"| {name} | {values} | {age:.2f} | {reports:.1%} |", flush=True)


def first_ten(folder: Path | None) -> tuple[float, float]:
    """How many years old the first ten of the judged queries are, and how many of them are reports."""
    from tests.evaluation.relevance.judging import list_judged
    from upheld.register.models import Decision
    from upheld.search import SearchRequest, search

    of = {pk: (day, kind) for pk, day, kind in Decision.objects.values_list("pk", "decided_on", "document_type")}
    shown = [
        of[one]
        for query in list_judged()
        for one in search(SearchRequest(text=query.text, counts=()), folder=folder).decision_ids
    ]
    newest = max(day for day, _ in of.values() if day)
    ages = [(newest - day).days / 365 for day, _ in shown if day]
    return mean(ages), mean(kind == "report" for _, kind in shown)


if __name__ == "__main__":
    main()
