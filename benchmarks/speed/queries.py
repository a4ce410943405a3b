"""The queries, drawn from the decisions that are searched."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

FACETS = ("outcome", "type", "category", "subcategory", "organisation", "kind")
MIX = {
    "common word": 20, "rare word": 20, "two words": 30, "phrase": 20, "prefix": 15, "near": 15, "fielded": 20,
    "filters": 25, "deep page": 10, "suggestion": 15, "similar": 10,
}  # fmt: skip
FILTERS = {"outcome": ("upheld", "not-upheld"), "category": ("housing", "education", "planning")}
DEEP = 500


@dataclass(frozen=True, eq=False)
class Asked:
    """One query: its kind, its words, and what it is narrowed by."""

    kind: str
    words: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1

    @property
    def text(self) -> str:
        """As a reader would type it."""
        joined = " ".join(self.words)
        return {"phrase": f'"{joined}"', "prefix": f"{joined}*", "near": f'"{joined}"~5'}.get(self.kind, joined)

    @property
    def offset(self) -> int:
        """How many results stand before the page."""
        return (self.page - 1) * 10


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The decisions of the file as the other contenders keep them."""
    from upheld.lib.slugs import slugify

    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            record = json.loads(line)
            blocks = [block for section in record["sections"] for block in section["blocks"]]
            body = record["organisations"][0]["name"] if record["organisations"] else ""
            category, under = slugify(record["category"] or ""), slugify(record.get("subcategory") or "")
            yield {
                "id": number,
                "text": "\n".join([record["summary"], *(block["text"] for block in blocks), body]),
                "summary": record["summary"],
                "outcome": slugify(record["outcome"] or ""),
                "type": slugify(record["document_type"]),
                "category": category,
                "subcategory": f"{category}/{under}",
                "organisation": slugify(body),
                "kind": slugify(" ".join(body.split()[1:])),
            }


def draw(path: Path) -> list[Asked]:
    """The queries, of words and neighbours of the file's own, the same every time."""
    random, frequency, pairs, texts = Random(5), Counter[str](), [], []
    for row in rows(path):
        words = re.findall(r"[a-z]{4,}", row["text"].lower())
        frequency.update(set(words))
        place = random.randrange(max(1, len(words) - 2))
        pairs.append(tuple(words[place : place + 2]))
        texts.append(row["text"][:1_500])
        if row["id"] == 3_000:
            break
    common = [word for word, count in frequency.items() if count > len(texts) / 4]
    rare = [word for word, count in frequency.items() if 3 <= count <= 15]
    middle = [word for word, count in frequency.items() if len(texts) / 50 < count < len(texts) / 4]
    for words in (common, rare, middle):
        words.sort()
    make: dict[str, Callable[[], Asked]] = {
        "common word": lambda: Asked("common word", (random.choice(common),)),
        "rare word": lambda: Asked("rare word", (random.choice(rare),)),
        "two words": lambda: Asked("two words", (random.choice(middle), random.choice(common))),
        "phrase": lambda: Asked("phrase", random.choice([pair for pair in pairs if len(pair) == 2])),
        "prefix": lambda: Asked("prefix", (random.choice(middle)[:5],)),
        "near": lambda: Asked("near", (random.choice(middle), random.choice(middle))),
        "fielded": lambda: Asked(
            "fielded", (random.choice(middle),), {"category": (random.choice(FILTERS["category"]),)}
        ),
        "filters": lambda: Asked("filters", (random.choice(middle),), FILTERS),
        "deep page": lambda: Asked("deep page", (random.choice(common),), page=DEEP),
        "suggestion": lambda: Asked("suggestion", (random.choice(("hous", "alder", "educ", "plan", "parki", "noi")),)),
        "similar": lambda: Asked("similar", tuple(random.choice(texts).split())),
    }
    asked = [make[kind]() for kind, count in MIX.items() for _ in range(count)]
    random.shuffle(asked)
    return asked
