"""Decisions that somebody knows and looks for again: a sample of the demo's, and what is typed for each.

By its own rarest words; by them with a slip of the fingers; by words that mean the same as one of its own; and by what
people call its matter, with a word of the body's name and the year.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from tests.evaluation.relevance.judging import cases_by_reference, list_judged

SAMPLE = 150
KINDS = ("own words", "typing errors", "synonyms", "paraphrase")
_WORD = re.compile(r"[a-z]{5,}")
_COMMON_IN_NAMES = frozenset({"council", "borough", "district", "county", "city", "metropolitan", "london", "royal"})
_OTHERS = (  # words of the demo, and what the file of synonyms lets people type for them
    ("special educational needs", "SEN"), ("education, health and care plan", "EHCP"),
    ("speech and language therapy", "SLT"), ("care home", "residential home"), ("council tax support", "CTR"),
    ("penalty charge notice", "parking ticket"), ("bed and breakfast", "B&B"), ("blue badge", "disabled parking badge"),
    ("housing register", "housing waiting list"), ("disabled facilities grant", "DFG"), ("safeguarding", "section 42"),
    ("direct payments", "personal budget"), ("foster carer", "foster parent"), ("pothole", "road defect"),
    ("enforcement agents", "bailiffs"), ("temporary accommodation", "emergency accommodation"),
    ("permanently excluded", "expelled"), ("school transport", "home to school transport"), ("bin", "refuse"),
    ("antisocial behaviour", "ASB"), ("pathway plan", "leaving care plan"), ("continuing healthcare", "CHC"),
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What is typed for one decision, in one way."""

    kind: str
    text: str
    reference: str


@dataclass(frozen=True)
class Item:
    """A decision of the sample."""

    reference: str
    body: str
    year: int
    summary: str
    text: str


def list_known(items: list[Item], frequencies: Mapping[str, int]) -> Iterator[Known]:
    """What is typed for each; `frequencies` says in how many decisions each word stands."""
    for item in items:
        random = Random(item.reference)
        own = _rarest(item, frequencies)
        yield Known("own words", " ".join(own), item.reference)
        yield Known("typing errors", " ".join(_slipped(own, random)), item.reference)
        if other := next((other for mine, other in _OTHERS if mine in item.text.lower()), ""):
            yield Known("synonyms", " ".join([other, *own[:2]]), item.reference)
        if said := _said(item.reference):
            body = _rare_of_name(item.body)
            yield Known("paraphrase", f"{random.choice(said)} {body} decided:{item.year}", item.reference)


def _rarest(item: Item, frequencies: Mapping[str, int]) -> list[str]:
    """A word of the body's name, and the three rarest of the summary."""
    words = sorted({*_WORD.findall(item.summary.lower())} - _COMMON_IN_NAMES)
    rare = sorted((word for word in words if frequencies.get(word)), key=lambda word: frequencies[word])[:3]
    return list(dict.fromkeys([_rare_of_name(item.body), *rare]))


def _rare_of_name(name: str) -> str:
    words = [word for word in _WORD.findall(name.lower()) if word not in _COMMON_IN_NAMES]
    return words[0] if words else ""


def _slipped(words: list[str], random: Random) -> list[str]:
    """The words with a slip in the last: two letters that changed places, or one that is missing or there twice."""
    *others, word = words
    place = random.randrange(1, len(word) - 1)
    slip = random.choice(("swap", "drop", "double"))
    if slip == "swap":
        return [*others, word[:place] + word[place + 1] + word[place] + word[place + 2 :]]
    return [*others, word[:place] + (word[place] * 2 if slip == "double" else "") + word[place + 1 :]]


def _said(reference: str) -> list[str]:
    case = cases_by_reference().get(reference)
    return [one.text for one in list_judged() if case and case.matter in one.wanted]
