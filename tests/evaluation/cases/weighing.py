"""Finds the weights of `analysis/danger_words.tsv`: `python -m tests.evaluation.cases.weighing` writes them anew.

A logistic regression over the development set, the first two held-out sets and everyday texts of several sentences; the
other held-out sets are left out, so that they tell how well danger is noticed that nobody wrote down here. `--check`
says how the weights do on texts that they were not made from, each fifth in turn.
"""

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.evaluation.cases.danger import FOLDER, read_ordinary
from upheld.analysis import danger_words
from upheld.analysis.danger import ENOUGH_WORDS, plain_sentences
from upheld.analysis.danger_words import TOGETHER, signs_of

LEARNT_FROM = ("development", "held-out", "second-held-out")
TARGET = Path(danger_words.__file__).with_name("danger_words.tsv")
ROUNDS, STEP, HOLD = 25, 0.3, 0.001
SEEN_AT_LEAST = 2
"""A sign that stands in one text only tells of that text."""

Example = tuple[frozenset[str], bool]
Weights = dict[str, float]


def read_examples() -> list[Example]:
    """The signs of each text, and whether it speaks of danger."""
    lines = [line for name in LEARNT_FROM for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
    given = [(" . ".join(plain_sentences(line[2:])), line.startswith("+")) for line in lines if line[0] in "+-"]
    for text in read_ordinary():
        sentences = plain_sentences(text)
        given += [(" . ".join(sentences[place : place + TOGETHER]), False) for place in range(len(sentences))]
    examples = [(signs_of(text), danger) for text, danger in given]
    counts = Counter(sign for signs, _ in examples for sign in signs)
    return [(frozenset(one for one in signs if counts[one] >= SEEN_AT_LEAST), danger) for signs, danger in examples]


def learn(examples: Sequence[Example]) -> Weights:
    """The weight of each sign; that of the empty one is where all begin."""
    weights: Weights = defaultdict(float)
    moved: Weights = defaultdict(float)
    order = random.Random(1)
    turns = [(sorted(signs), danger) for signs, danger in examples]
    for _ in range(ROUNDS):
        order.shuffle(turns)
        for signs, danger in turns:
            size = math.sqrt(len(signs) or 1)
            error = 1 / (1 + math.exp(-_score(weights, signs))) - danger
            weights[""] -= 0.05 * error
            for sign in signs:
                slope = error / size + HOLD * weights[sign]
                moved[sign] += slope * slope
                weights[sign] -= STEP * slope / math.sqrt(moved[sign] + 1e-8)
    return weights


def _score(weights: Weights, signs: Sequence[str] | frozenset[str]) -> float:
    return weights[""] + sum(weights[one] for one in signs) / math.sqrt(len(signs) or 1)


def write(weights: Weights) -> str:
    """The file: a sign and its weight a line."""
    lines = [f"{sign}\t{weight:.2f}" for sign, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    return "\n".join(("# Made by tests/evaluation/cases/weighing.py: a word or two, and its weight.", *lines, ""))


def check(examples: Sequence[Example], parts: int = 5) -> tuple[int, int, int, int]:
    """Of texts that were left out in turn: dangers told, dangers, false alarms, everyday texts."""
    shuffled = random.Random(2).sample(list(examples), len(examples))
    told: Counter[bool] = Counter()
    for part in range(parts):
        weights = learn([one for place, one in enumerate(shuffled) if place % parts != part])
        told.update(danger for signs, danger in shuffled[part::parts] if _score(weights, signs) > ENOUGH_WORDS)
    dangers = sum(danger for _, danger in examples)
    return told[True], dangers, told[False], len(examples) - dangers


if __name__ == "__main__":
    if "--check" in sys.argv:
        print("told {} of {}, false alarms {} of {}".format(*check(read_examples())))
    else:
        TARGET.write_text(write(learn(read_examples())), encoding="utf-8")
