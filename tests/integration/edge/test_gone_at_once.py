"""At the real server, while decisions come in or the index is made again: gone is gone, for the next who asks."""

import re
import signal
import sqlite3
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.build.commands import Started
from tests.build.deployment import Deployment
from tests.build.patience import eventually
from tests.build.server import serving

pytestmark = pytest.mark.slow

HERONS = [f"21 000 {number:03d}" for number in range(100, 108)]
COMING_IN = [f"21 {number // 1000:03d} {number % 1000:03d}" for number in range(1_000, 1_500)]
WITHDRAW = """
import sys, time
from pathlib import Path
from upheld.edge.visible import wait_until_visible
from upheld.lib.clock import now
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision
for reference in {references}:
    while not Path({folder!r}, reference).exists():
        time.sleep(0.01)
    withdraw([Decision.objects.get(reference=reference).pk], by="editor", at=now())
    wait_until_visible()
    print(reference, flush=True)
"""


@contextmanager
def withdrawing(site: Deployment, folder: Path) -> Iterator[Callable[[str], None]]:
    """Gives what withdraws a decision and returns when no worker answers from before the commit, whoever follows."""
    process = site.python(WITHDRAW.format(references=HERONS, folder=str(folder)))

    def withdraw(reference: str) -> None:
        (folder / reference).touch()
        assert process.stdout.readline().strip() == reference

    try:
        yield withdraw
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()


def head(site: Deployment) -> int:
    with closing(sqlite3.connect(site.folder / "register.sqlite3")) as database:
        number: int = database.execute("SELECT MAX(number) FROM journal_entry").fetchone()[0]
        return number


def is_made_again(site: Deployment) -> bool:
    return len(list((site.folder / "index" / "generations").iterdir())) > 1


def has_begun(site: Deployment, work: Started, before: int) -> Callable[[], bool]:
    """Whether something comes in, or an index is made, or all of it is done already."""
    return lambda: head(site) > before or is_made_again(site) or work.poll() is not None


def test_the_first_answer_after_a_withdrawal_does_not_list_or_count_it(deployment: Deployment, tmp_path: Path) -> None:
    deployment.do("import", deployment.write_records("first.jsonl", *HERONS, summary="A heron was disturbed."))
    more = deployment.write_records("more.jsonl", *COMING_IN, summary="A lantern was lost. " * 20)
    left = list(HERONS)
    with serving(deployment) as address, withdrawing(deployment, tmp_path) as withdraw:
        for work in (("import", more), ("reindex",)):
            with deployment.start(*work) as running:
                eventually(has_begun(deployment, running, head(deployment)))
                for reference in left[:4]:
                    withdraw(reference)
                    left.remove(reference)
                    assert_found(address, left)
            assert running.returncode == 0
        assert_found(address, left)


def assert_found(address: str, references: list[str]) -> None:
    """The search lists just these, and says so many."""
    with urllib.request.urlopen(f"{address}/search?q=heron", timeout=60) as answer:
        page = answer.read().decode()
    assert sorted(set(re.findall(r"21 000 1\d\d", page))) == references
    said = re.search(r"(\d+|No) decisions? for “heron”", page)
    assert said, page
    assert said[1] == str(len(references) or "No")
