"""How well like cases are found over the demo register: `python -m tests.evaluation.cases.likeness`.

Each decision of a sample is left out, and its complaint section alone is looked for; then what people might write in
their own words, calmly and upset. `UPHELD_TEST_DEMO` may name the data folder of a demo that is there already. Exits
with 1 when a figure is lower than the one recorded.
"""

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

SAMPLE = 6
"""Every sixth decision is looked for."""
FIRST = 10
NEAR = 0.15
"""A mix of outcomes is met when no outcome's part of it is further off than this."""
RECORDED: Mapping[str, Mapping[str, float]] = json.loads(
    Path(__file__).with_name("recorded.json").read_text(encoding="utf-8")
)
"""What was measured when something last changed on purpose."""
MARGIN = 0.015
"""So much less is still taken for the same."""
_SECTIONS = "Complaint sections, each left out of the index"
_TOLD = {"In people's own words": "told.txt", "In upset people's words": "upset.txt"}


@dataclass(frozen=True, slots=True)
class Case:
    """A decision as the search for its like should meet it."""

    category: str
    subcategory: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Met:
    """What was found for one text: the cases that count as similar, the most alike first."""

    own: Case
    similar: tuple[Case, ...]

    @property
    def first(self) -> tuple[Case, ...]:
        """Those that are shown."""
        return self.similar[:FIRST]

    @property
    def meets_category(self) -> bool:
        """Whether most of those that count are of its own category."""
        return bool(self.similar) and _most(one.category for one in self.similar) == self.own.category

    @property
    def meets_subcategory(self) -> bool:
        """Whether most of those that count are of its own subcategory."""
        return bool(self.similar) and _most(one.subcategory for one in self.similar) == self.own.subcategory

    @property
    def has_figures(self) -> bool:
        """Whether there are enough for figures."""
        return len(self.similar) >= FIRST


def meets_mix(met: Met, mixes: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether the outcomes among the similar are mixed as in its own subcategory."""
    own, found = mixes[met.own.subcategory], _mix(met.similar)
    return all(abs(own.get(name, 0.0) - found.get(name, 0.0)) <= NEAR for name in {*own, *found})


def rate(found: Sequence[Met], holds: Callable[[Met], bool]) -> float:
    """For how many of them it holds."""
    return mean(map(holds, found)) if found else 0.0


def _most(values: Iterable[str]) -> str:
    return Counter(values).most_common(1)[0][0]


def _mix(cases: Sequence[Case]) -> dict[str, float]:
    return {name: count / len(cases) for name, count in Counter(one.outcome for one in cases).items()}


Mixes = Mapping[str, Mapping[str, float]]


def make_figures(found: Sequence[Met], mixes: Mixes) -> dict[str, float]:
    """Each rate by its name."""
    with_figures = [one for one in found if one.has_figures]
    same = [mean(case.subcategory == one.own.subcategory for case in one.first) for one in found if one.first]
    figures = {
        "own category is that of most": rate(found, lambda one: one.meets_category),
        "own subcategory is that of most": rate(found, lambda one: one.meets_subcategory),
        "own subcategory among the first ten": mean(same) if same else 0.0,
        "enough for figures": rate(found, lambda one: one.has_figures),
        "anything found": rate(found, lambda one: bool(one.similar)),
    }
    if any(one.own.outcome for one in found):
        figures["outcome mix met, of those with figures"] = rate(with_figures, lambda one: meets_mix(one, mixes))
        figures["own outcome among those that count"] = rate(found, _has_outcome)
    return figures


def evaluate() -> dict[str, dict[str, float]]:
    """The figures of each set of texts, over the register of this process."""
    sets, mixes = _look()
    return {name: make_figures(found, mixes) for name, found in sets.items()}


def lower(figures: Mapping[str, Mapping[str, float]]) -> list[str]:
    """What is worse than recorded, in sentences."""
    return [
        f"{name}, {what}: {figures[name][what]:.3f}, and it was {was:.3f}"
        for name, recorded in RECORDED.items()
        for what, was in recorded.items()
        if figures[name][what] < was - MARGIN
    ]


def print_figures(name: str, found: Sequence[Met], figures: Mapping[str, float]) -> None:
    """A block of the report."""
    print(f"\n{name}: {len(found)} texts")
    for what, value in figures.items():
        print(f"  {what:40} {value:6.1%}   (recorded {RECORDED.get(name, {}).get(what, 0.0):6.1%})")
    print(f"  {'decisions that count, median':40} {median(len(one.similar) for one in found):6.0f}")


def _has_outcome(met: Met) -> bool:
    return met.own.outcome in {one.outcome for one in met.similar}


def main() -> None:
    """Makes the demo where none is named, and prints the rates."""
    with tempfile.TemporaryDirectory(prefix="upheld-cases-") as folder:
        os.environ["UPHELD_DATA_DIR"] = os.environ.get("UPHELD_TEST_DEMO") or folder
        from upheld.config.start import start

        start()
        _make()
        sets, mixes = _look()
    figures = {name: make_figures(found, mixes) for name, found in sets.items()}
    for name, found in sets.items():
        print_figures(name, found, figures[name])
        if "--misses" in sys.argv:
            print_misses(found)
    if worse := lower(figures):
        sys.exit("Worse than recorded:\n  " + "\n  ".join(worse))


def print_misses(found: Sequence[Met]) -> None:
    """What was found in place of the right subject."""
    for one in found:
        if not one.meets_subcategory:
            print(f"    {one.own.subcategory}: {Counter(case.subcategory for case in one.similar).most_common(3)}")


def _make() -> None:
    from django.conf import settings

    from upheld.demo.actions.make_demo import make_demo
    from upheld.journal.queries.entry import get_head
    from upheld.search import SearchFollower

    if not get_head():
        make_demo(by="evaluation")
    SearchFollower(Path(settings.DATA_DIR) / "index").follow(get_head())


def _look() -> tuple[dict[str, list[Met]], Mixes]:
    """What was found for each text of each set, and how the outcomes of each subject are mixed."""
    from upheld.register.models import Decision
    from upheld.register.models.decision import IS_PUBLIC
    from upheld.search.likeness.finding import find_alike
    from upheld.search.likeness.texts import load_texts

    rows = Decision.objects.filter(IS_PUBLIC).order_by("pk")
    columns = rows.values_list("pk", "category__slug", "subcategory__name", "outcome")
    cases = {pk: Case(category, below or "", outcome or "") for pk, category, below, outcome in columns}

    def look(text: str, own: Case, *without: int) -> Met:
        alike = find_alike(text, without=without)
        return Met(own, tuple(cases[one.decision_id] for one in alike.similar))

    texts = load_texts(list(cases)[::SAMPLE])
    found = [look(told.complaint, cases[pk], pk) for pk, told in texts.items() if told.complaint]
    names = {case.subcategory: case.category for case in cases.values()}
    told = {
        name: [look(text, Case(names[below], below, "")) for below, text in _read(file)] for name, file in _TOLD.items()
    }
    groups = {name: [one for one in cases.values() if one.subcategory == name] for name in names}
    return {_SECTIONS: found, **told}, {name: _mix(group) for name, group in groups.items()}


def _read(name: str) -> list[tuple[str, str]]:
    """The texts of a file, each behind the subject that it is about."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [(below, text) for below, _, text in (line.partition(" | ") for line in lines if line[:1] != "#")]


if __name__ == "__main__":
    main()
