"""Asks the search whatever can be typed or put into an address: `python -m tests.fuzz.search 10000 [seed]`.

Every page that searches is asked through Django: it must answer with results, with help, or with a sentence that says
what is wrong; never with an error of ours, without end, or with a line of log that has the words. Prints how often each
status came, the longest that the engine worked, and what took most of the processor's time. The register is that of
UPHELD_DATA_DIR, or a demo made for it.
"""

import faulthandler
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from tests.fuzz.requests import DEAR, Asking, Known, desk_requests, requests
from tests.fuzz.texts import MARK, texts

AIM_MS = 100.0
"""The engine's time for one search."""
FINE = {200, 301, 302, 303, 304, 400, 404, 405, 410, 413, 414}
ASKED_TO_WAIT = {429, 503}
FEWEST_WORDS = 4
"""A sentence has so many."""
MOST_BYTES = 3_000_000
"""A page has no more; a file may."""
MOST_SECONDS = 20.0
"""Of the processor, for one request."""
SLOWEST = 5
"""So many of the slowest are told."""


@dataclass
class Told:
    """What came of it."""

    statuses: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0
    hardest: float = 0.0
    hardest_text: str = ""
    refused: int = 0
    waits: int = 0
    dearest: list[tuple[float, str]] = field(default_factory=list)


def ask_pages(count: int, seed: int, told: Told) -> None:
    """So many requests, and a twentieth of it to the desk, where somebody is signed in for as long as it takes."""
    from django.db import transaction
    from django.test import Client

    from tests.build.person import make_person, sign_in

    random, known = Random(seed), _known()
    client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
    for _, asking in zip(range(count), requests(random, known), strict=False):
        _ask(client, asking, known, told)
    with transaction.atomic():
        sign_in(client, make_person("reader"))
        for _, asking in zip(range(count // 20), desk_requests(random, known), strict=False):
            _ask(client, asking, known, told)
        transaction.set_rollback(True)


def _known() -> Known:
    from typing import get_args

    from upheld.analysis.remedy import Kind
    from upheld.journal.queries.entry import get_head
    from upheld.public.queries.filters import name_categories, name_kinds
    from upheld.public.searching import SORTS
    from upheld.register.models import Decision, Organisation
    from upheld.scheme import get_scheme

    decisions = list(Decision.objects.order_by("pk")[:400])
    scheme, head = get_scheme(), get_head()
    references = tuple(one.slug for one in decisions)
    values = {
        "q": ("council", "housing benefit", "delay", "apology OR payment", '"without fault"'),
        "outcome": tuple(one.slug for one in scheme.outcomes),
        "type": tuple(one.slug for one in scheme.document_types),
        "category": tuple(name_categories()[0]),
        "subcategory": tuple(name_categories()[1]),
        "organisation": tuple(Organisation.objects.values_list("slug", flat=True)[:60]),
        "kind": tuple(name_kinds()),
        "remedy": get_args(Kind),
        "from": ("2019", "2020-04", "5/4/2022"),
        "to": ("2023", "2026-11", "31 December 2024"),
        "sort": tuple(SORTS),
        "page": ("1", "2", "7", "100", "1000", "1001", "0"),
        "at": (str(head), str(head // 2), "1", "0", str(head + 1)),
        "on": (f"at={head}&page=2", "page=3", "at=1", "on=on=on"),
        "ref": references,
        "refs": references,
    }
    return Known(values, tuple(one.get_absolute_url() for one in decisions[:60]))


def _ask(client: Any, asking: Asking, known: Known, told: Told) -> None:
    began = time.process_time()
    answer = _send(client, asking)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    seconds = time.process_time() - began
    told.dearest = sorted([*told.dearest, (seconds, _shown(asking))], reverse=True)[:SLOWEST]
    where = "a decision" if asking.path.startswith("/decisions/") else asking.path
    told.statuses[f"{answer.status_code} {where}"] += 1
    told.waits += answer.status_code in ASKED_TO_WAIT
    if wrong := _fault(asking, answer, content, seconds):
        told.wrong.append(f"{wrong}: {answer.status_code} {_shown(asking)}")
    if asking.path == "/search":
        known.learn(content)
    if where == "a decision" and (onward := urlsplit(answer.headers.get("Location", ""))).path and asking.follow:
        _ask(client, Asking(onward.path, onward.query, follow=False), known, told)


def _send(client: Any, asking: Asking) -> Any:
    if asking.body is not None:
        return client.generic("POST", asking.path, asking.body, asking.kind, HTTP_ORIGIN="http://127.0.0.1")
    return client.generic(asking.method, asking.path, QUERY_STRING=asking.query)


def _fault(asking: Asking, answer: Any, content: bytes, seconds: float) -> str:
    """What is wrong with the answer; empty when it is one."""
    status = answer.status_code
    if status in ASKED_TO_WAIT and answer.headers.get("Retry-After"):
        return ""
    if status not in FINE:
        return "an error of ours"
    if status in {400, 404, 405, 410, 413} and asking.method != "HEAD" and not _says_why(answer, content):
        return "no sentence"
    if len(content) > MOST_BYTES and not asking.path.startswith("/search.") and asking.path not in DEAR:
        return f"{len(content):,} bytes"
    return f"{seconds:.1f} s" if seconds > MOST_SECONDS else ""


def _says_why(answer: Any, content: bytes) -> bool:
    """Whether a person can read what is wrong."""
    kind = answer.headers.get("Content-Type", "")
    if "json" in kind:
        said = [str(one) for one in json.loads(content).values()]
    elif "html" in kind:
        said = [one.text_content() for one in html.fromstring(content).xpath("//main//p|//main//li")]
    else:
        said = content.decode().splitlines()
    return any(len(one.split()) >= FEWEST_WORDS for one in said)


def _shown(asking: Asking) -> str:
    return f"{asking.method if asking.body is None else 'POST'} {asking.address[:300]}{(asking.body or b'')[:200]!r}"


def ask_engine(count: int, seed: int, told: Told) -> None:
    """So many texts by the door itself, with all counts."""
    from upheld.search import QueryError, SearchRequest, search

    random = Random(seed)
    for _, text in zip(range(count), texts(random), strict=False):
        try:
            request = SearchRequest(text=text, page=random.choice((1, 1, 2, 1_000)), years=random.random() < 0.5)
            began = time.thread_time()
            told.slowest = max(told.slowest, search(request).engine_ms)
            took = (time.thread_time() - began) * 1_000
        except QueryError:
            told.refused += 1
            continue
        if took > told.hardest:
            told.hardest, told.hardest_text = took, text[:80]


@contextmanager
def log_kept(told: Told) -> Iterator[None]:
    """What is logged in the block is looked through for a word that stood in requests, and then shown."""
    with tempfile.TemporaryFile() as kept:
        before = [os.dup(1), os.dup(2)]
        faulthandler.enable(before[1])  # a dead process says where it died
        sys.stdout.flush()
        for number in (1, 2):
            os.dup2(kept.fileno(), number)
        try:
            yield
        finally:
            faulthandler.disable()
            for number, one in zip((1, 2), before, strict=True):
                os.dup2(one, number)
                os.close(one)
            kept.seek(0)
            lines = kept.read().decode("utf-8", "replace").splitlines()
    told.wrong += [f"words in the log: {line[:300]}" for line in lines if MARK in line]
    print(f"  {len(lines):,} lines of log" + "".join(f"\n    {line[:200]}" for line in lines[:5]))


def main() -> None:
    """Asks, prints, and exits with 1 where anything went wrong."""
    count, seed = int((sys.argv[1:] or ["10000"])[0]), int((sys.argv[2:] or ["1"])[0])
    if "UPHELD_DATA_DIR" not in os.environ:
        os.environ["UPHELD_DATA_DIR"] = tempfile.mkdtemp(prefix="upheld-fuzz-")
        subprocess.run([sys.executable, "-m", "upheld", "demo"], check=True, stdout=subprocess.DEVNULL)
    os.environ.setdefault("UPHELD_LOG_LEVEL", "DEBUG")
    from upheld.config.start import start

    start()
    told, started, worked = Told(), time.monotonic(), time.process_time()
    with suppress(KeyboardInterrupt), log_kept(told):  # who has waited long enough is told what came of it so far
        ask_pages(count, seed, told)
        ask_engine(count, seed, told)
    if told.waits > count // 20:
        told.wrong.append(f"{told.waits:,} were asked to wait: is there an index?")
    _print(told, count, seed, time.monotonic() - started, time.process_time() - worked)
    if told.wrong:
        sys.exit("Went wrong:\n  " + "\n  ".join(told.wrong[:50]))


def _print(told: Told, count: int, seed: int, seconds: float, worked: float) -> None:
    asked = sum(told.statuses.values())
    print(f"{asked:,} requests, then {count:,} texts by the door (seed {seed})")
    print(f"  in {seconds:.0f} s, {worked:.0f} s of the processor")
    for status in sorted({one[:3] for one in told.statuses}):
        parts = sorted((one[4:], times) for one, times in told.statuses.items() if one[:3] == status)
        print(f"  {status}: " + ", ".join(f"{path} {times:,}" for path, times in parts))
    print(f"  refused with a sentence by the door: {told.refused:,}")
    print(f"  longest engine time {told.slowest:.1f} ms by the clock (aim: {AIM_MS:.0f})")
    print(f"  most of the processor by the door {told.hardest:.1f} ms: {told.hardest_text!r}")
    print("  most of the processor:" + "".join(f"\n    {took:.2f} s {what[:150]!r}" for took, what in told.dearest))


if __name__ == "__main__":
    main()
