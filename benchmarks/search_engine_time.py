"""How long the search engine works for one search, the worst we can think of included.

    python ../shared/bench/make_decisions.py 100000 --words 300 > decisions.jsonl
    python benchmarks/search_engine_time.py decisions.jsonl

Builds an index of the file's decisions in a temporary folder (no register is needed) and prints a table: the median
and the longest of the runs of each search, in milliseconds of engine time, page and all counts together.
"""

import datetime as dt
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

RUNS = 7
REMEDIES = ("apology", "symbolic-payment", "training")
COMMON = "about complained council court state district section case order act claim judge time year made"


OTHERS = (
    "councillor conduct landlord is selling annual review sell mum's house children in care education, health and care "
    "plan never replied third-party contribution nobody told me school appeal"
)


def documents(path: Path) -> Iterator[Any]:
    """The search documents of an interchange file."""
    from upheld.lib.slugs import slugify
    from upheld.search.documents import SearchDocument, texts_of

    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            record = json.loads(line)
            names = tuple(body["name"] for body in record["organisations"])
            subcategory = record.get("subcategory")
            key = record["reference"].replace(" ", "")
            yield SearchDocument(
                decision_id=number,
                version=1,
                reference_key=key,
                references=(record["reference"], key),
                document_type=slugify(record["document_type"]),
                outcome=slugify(record["outcome"]) if record["outcome"] else None,
                category=slugify(record["category"]),
                subcategory=slugify(subcategory) if subcategory else None,
                category_names=tuple(name for name in (record["category"], subcategory) if name),
                organisations=tuple(map(slugify, names)),
                kinds=(slugify(" ".join(names[0].split()[1:])),) if names else (),
                organisation_names=names,
                decided_on=dt.date.fromisoformat(record["decided_on"]) if record["decided_on"] else None,
                added_at=at + dt.timedelta(seconds=number // 1000),
                summary=record["summary"],
                sections=texts_of(line.decode()),
                keys=(key,),
                remedies=REMEDIES[: number % 4],
                paid=number % 900 * 100 if number % 3 else None,
                entered=number,
            )


def searches(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, Any]]:
    """What is asked, by what it is called in the table; `counts` are those of the whole register."""
    every_value = {f"{name}s": tuple(values)[:50] for name, values in counts.items()}
    every_value["categories"], every_value["subcategories"] = (
        every_value.pop("categorys"),
        every_value.pop("subcategorys"),
    )
    everything: dict[str, Any] = {
        "outcomes": ("upheld", "not-upheld", "closed-after-initial-enquiries"),
        "types": ("statement", "report"),
        "categories": ("adult-care-services", "benefits-and-tax", "education", "housing", "planning"),
        "decided_from": dt.date(2000, 1, 1),
    }
    many = " ".join((COMMON.split() * 3)[:15] + [f"{word}s" for word in COMMON.split()] + ["the", "of"])
    return {
        "nothing: the whole register": {},
        "one rare word": {"text": "homelessness"},
        "one common word": {"text": "council"},
        "three words": {"text": "noise complaint council"},
        "a phrase": {"text": '"planning permission"'},
        "word, three filters": {"text": "council", **everything},
        "page 1,000 by relevance": {"text": "the council", "page": 1000},
        "page 1,000, newest": {"text": "the council", "page": 1000, "sort": "newest"},
        "32 common words": {"text": many},
        "32 common words, three filters": {"text": many, **everything},
        "every value of every filter": every_value,
        "32 common words, every value of every filter": {"text": many, **every_value},
        "phrase, every value of every filter": {"text": '"of the housing act"', **every_value},
        "phrase of common words": {"text": '"complained about the council"'},
        "phrase of twelve common words": {"text": '"of the council of the court of the state of the case"'},
        "phrase of twelve, three filters": {"text": '"of the court of the state of the case of the act"', **everything},
        "two phrases of twelve": {"text": '"of the council of the court of the state" "in the case of the act to the"'},
        "three words near one another, every value of every filter": {"text": '"payment school home"~5', **every_value},
        "function words as a phrase": {"text": '"of the and to that"'},
        "a sentence full of words that mean others": {"text": OTHERS},
        "a sentence full of words that mean others, newest": {"text": OTHERS, "sort": "newest"},
        "of-the-of-the…": {"text": "-".join(["of", "the"] * 16)},
        "the-council-the-council…": {"text": "-".join(["the", "council"] * 16)},
    }


def with_others(query: Any) -> Any:
    """The query with the words beside its own that mean the same by the scheme's list."""
    from upheld.scheme import get_scheme
    from upheld.search.language.shaping import all_of
    from upheld.search.language.synonyms import Synonyms, read_groups
    from upheld.search.language.tree import All

    synonyms = Synonyms.of(read_groups(get_scheme().synonyms)[0])
    parts = query.meaning.parts if isinstance(query.meaning, All) else ()
    return replace(query, meaning=all_of(synonyms.put_beside(parts)[0])) if parts else query


def measure(find: Callable[[], Any]) -> tuple[float, float, int]:
    """Median and longest milliseconds, and how many were found."""
    total, times = find().total, []
    for _ in range(RUNS):
        started = time.perf_counter()
        find()
        times.append((time.perf_counter() - started) * 1000)
    return median(times), max(times), total


def main(path: Path) -> None:
    """Prints the table."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "upheld.config.settings"
    with tempfile.TemporaryDirectory() as name:
        os.environ["UPHELD_DATA_DIR"] = name
        import django

        django.setup()
        run(path, Path(name) / "engine")


def run(path: Path, folder: Path) -> None:
    """Builds, then asks."""
    from upheld.search.backends.tantivy import TantivyEngine
    from upheld.search.language.parsing import parse
    from upheld.search.requests import SearchRequest

    folder.mkdir()
    engine = TantivyEngine()
    engine.create(folder)
    started = time.perf_counter()
    with engine.open_writer(folder, 128, bulk=True) as writer:
        stream = documents(path)
        while chunk := list(islice(stream, 500)):
            writer.put(chunk)
        writer.commit()
    size = sum(one.stat().st_size for one in folder.iterdir()) / 1e6
    reader = engine.open_reader(folder)
    print(f"{reader.size():,} decisions, built in {time.perf_counter() - started:.1f} s, {size:.0f} MB\n")
    print("| search | found | median ms | longest ms |\n|---|--:|--:|--:|")
    for label, values in searches(reader.find(SearchRequest(), parse("")).counts).items():
        request = SearchRequest(**values)
        query = with_others(parse(request.text))
        middle, longest, total = measure(lambda request=request, query=query: reader.find(request, query))
        print(f"| {label} | {total:,} | {middle:.1f} | {longest:.1f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
