"""Asks the search whatever can be typed or put into an address: `python -m tests.fuzz.search 10000 [seed]`.

Every page that searches is asked through Django: it must answer with results, with help, or with a sentence that says
what is wrong; never with an error of ours. Prints how often each status came, and the longest that the engine worked.
The register is that of UPHELD_DATA_DIR, or a demo made for it.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import urlencode

AIM_MS = 100.0
"""The engine's time for one search."""
PIECES = (
    "council", "damp", "the", "of", "education", "21 000 001", "98 002 958", "98-001-401", "£500", "SEN", "EHCP",
    "won't", "council:", "category:", "outcome:", "type:", "ref:", "law:", "remedy:", "paid:", "decided:", "in:",
    "foo:", "in:found", 'in:"agreed action"', "paid:>500", "paid:100..500", "paid:<=£1,000", "decided:2022..2024",
    "decided:>2022-13", 'law:"care act 2014 section 9"', "OR", "AND", "NOT", "or", "-", "--", "-(", "(", ")", "((",
    "))", '"', '""', "“", "”", "*", "a*", "edu*", "*edu", "?", "~", "~5", '"care plan"~5', '"care plan"~99999',
    "^2", "[1 TO 9]", "/.*/", ":", ";", "\\", "'", "<script>", "%00", "%", "../", "é", "ß", "ﬁ", "٣", "中文", "🙂",
    "\u202e", "\x00", "\ud800", "\n", "\t", "\u00ad", "0", "-1", "99999999999999999999", "1e9", "null", "{{7*7}}",
    "' OR 1=1--", "housing/homelessness", "upheld", "newest",
)  # fmt: skip
NAMES = (
    "q", "outcome", "type", "category", "subcategory", "organisation", "kind", "remedy", "from", "to", "sort", "page",
    "at", "after", "before", "ref", "refs", "view", "year", "number", "checksum", "unheard_of",
)  # fmt: skip
OFTEN = ("/search",) * 12 + ("/search/suggest",) * 4 + ("/references", "/search/take-away", "/search/help") * 2
SELDOM = (
    "/search.json", "/search.csv", "/search.jsonl", "/search.atom", "/search.about.json", "/pack", "/cases-like-mine",
    "/decisions/98-002-958",
)  # fmt: skip
DEAR = ("/search.xlsx", "/pack.pdf", "/pack.docx")
FINE = {200, 301, 302, 303, 304, 400, 404, 405, 410, 413, 414}
ASKED_TO_WAIT = {429, 503}


@dataclass
class Told:
    """What came of it."""

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_text: str = ""
    refused: int = 0


def texts(random: Random) -> Iterator[str]:
    """Texts without end: odd pieces together, long ones, deep ones, and any characters there are."""
    while True:
        kind = random.randrange(10)
        if kind < 6:
            yield random.choice((" ", "", "  ")).join(random.choices(PIECES, k=random.randrange(1, 9)))
        elif kind == 6:
            yield random.choice(PIECES) * random.randrange(2, 400)
        elif kind == 7:
            depth = random.randrange(1, 200)
            yield "(" * depth + random.choice(PIECES) + ")" * random.choice((depth, depth - 1, 0))
        elif kind == 8:
            yield " ".join(random.choices(PIECES, k=random.randrange(20, 120)))
        else:
            yield "".join(chr(random.randrange(0x110000)) for _ in range(random.randrange(1, 60)))


def ask_pages(count: int, seed: int, told: Told) -> None:
    """So many requests."""
    from django.test import Client

    random, client = Random(seed), Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
    typed = texts(random)
    for number in range(count):
        path = random.choice(DEAR if number % 50 == 0 else SELDOM if number % 5 == 0 else OFTEN)
        pairs = [(random.choice(NAMES), next(typed)) for _ in range(random.choice((0, 0, 0, 1, 2, 4)))]
        pairs.append((random.choice(("q", "q", "q", "ref", "refs")), next(typed)))
        _ask(client, path, [(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs], random, told)


def _ask(client: Any, path: str, pairs: list[tuple[str, bytes]], random: Random, told: Told) -> None:
    if path == "/cases-like-mine":
        words = b" ".join(value for _, value in pairs).decode("utf-8", "replace") * random.choice((1, 5, 200))
        answer = client.post(path, {"story": words, "words": words, "text": words}, HTTP_ORIGIN="http://127.0.0.1")
    else:
        answer = client.get(f"{path}?{urlencode(pairs)}")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    answer.close()
    told.statuses[answer.status_code] += 1
    waits = answer.status_code in ASKED_TO_WAIT and answer.headers.get("Retry-After")
    if not (waits or answer.status_code in FINE) or (answer.status_code == 400 and len(content) < 20):
        told.wrong.append(f"{answer.status_code} {path}?{urlencode(pairs)[:500]}")


def ask_engine(count: int, seed: int, told: Told) -> None:
    """So many texts by the door itself, with all counts."""
    from upheld.search import QueryError, SearchRequest, search

    random = Random(seed)
    for _, text in zip(range(count), texts(random), strict=False):
        try:
            request = SearchRequest(text=text, page=random.choice((1, 1, 2, 1_000)), years=random.random() < 0.5)
            took = search(request).engine_ms
        except QueryError:
            told.refused += 1
            continue
        if took > told.slowest:
            told.slowest, told.slowest_text = took, text[:80]


def main() -> None:
    """Asks, prints, and exits with 1 where anything went wrong."""
    count, seed = int((sys.argv[1:] or ["10000"])[0]), int((sys.argv[2:] or ["1"])[0])
    if "UPHELD_DATA_DIR" not in os.environ:
        os.environ["UPHELD_DATA_DIR"] = tempfile.mkdtemp(prefix="upheld-fuzz-")
        subprocess.run([sys.executable, "-m", "upheld", "demo"], check=True, stdout=subprocess.DEVNULL)
    from upheld.config.start import start

    start()
    told, started = Told(), time.monotonic()
    ask_pages(count, seed, told)
    ask_engine(count, seed, told)
    print(f"{count:,} requests, then {count:,} texts by the door, in {time.monotonic() - started:.0f} s (seed {seed})")
    print("  statuses: " + ", ".join(f"{status}: {times:,}" for status, times in sorted(told.statuses.items())))
    print(f"  refused with a sentence by the door: {told.refused:,}")
    print(f"  longest engine time {told.slowest:.1f} ms (aim: {AIM_MS:.0f})")
    if told.wrong:
        sys.exit("Went wrong:\n  " + "\n  ".join(told.wrong[:50]))


if __name__ == "__main__":
    main()
