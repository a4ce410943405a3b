"""A follower that is killed leaves something from which the next one goes on."""

import os
import signal
import time

import pytest

from tests.build.commands import Started
from tests.build.deployment import Deployment

KILLS = int(os.environ.get("UPHELD_TEST_KILLS", "3"))  # `make kills` asks for more

# The child works on invented documents, so that no database is needed: it is the index that must survive.
CHILD = """
import random
from pathlib import Path
from tests.build.document import document
from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.generations import Generations

rng, engine, generations = random.Random(seed), TantivyEngine(), Generations(Path(folder) / "killed")
live = generations.live()
generations.sweep()
if live is None or rng.random() < 0.1:
    fresh = generations.begin()
    engine.create(fresh.folder)
    with engine.open_writer(fresh.folder, 32, bulk=True) as writer:
        writer.put(document(n, version=1) for n in range(200))
        writer.commit()
    fresh.write_cursor(0)
    fresh.write_fingerprint(engine.fingerprint)
    generations.go_live(fresh)
    live = fresh
number = live.cursor
while True:
    number += 1
    with engine.open_writer(live.folder, 32, bulk=False) as writer:
        writer.put(document(n, version=number) for n in rng.sample(range(200), 20))
        writer.drop(rng.sample(range(200), 5))
        writer.put([document(1000, version=number)])
        writer.commit()
    live.write_cursor(number)
    print("ready", flush=True)
"""


@pytest.mark.slow
def test_after_kills_the_index_opens_and_holds_what_its_cursor_says(deployment: Deployment) -> None:
    from upheld.search.backends.tantivy import TantivyEngine
    from upheld.search.generations import Generations

    engine, generations, cursor = TantivyEngine(), Generations(deployment.folder / "killed"), 0
    for seed in range(KILLS):
        with child(CHILD, deployment, seed) as process:
            kill_when_ready(process, seed % 7 * 0.03)
        live = generations.live()
        assert live is not None
        entries = {entry.decision_id: entry.version for entry in engine.open_reader(live.folder).entries()}
        assert len(entries) == engine.open_reader(live.folder).size()
        assert entries.get(1000, 0) >= live.cursor
        cursor = max(cursor, live.cursor)
    assert cursor > 0
    with engine.open_writer(live.folder, 32, bulk=False) as writer:
        writer.drop([1000])
        writer.commit()


def child(program: str, deployment: Deployment, seed: int | str) -> Started:
    return deployment.python(f"folder, seed = {str(deployment.folder)!r}, {seed!r}\n{program}")


def kill_when_ready(process: Started, seconds: float) -> None:
    """Kills the child `seconds` after it has followed for the first time."""
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)


# This child corrects, holds and releases in a real register, and lets a real follower follow, until it is killed.
REGISTER = """
import random, sys
from pathlib import Path
from tests.build.decision import NOON, record
from upheld.journal.queries.entry import get_head
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.publish import publish
from upheld.register.models import Decision
from upheld.search import SearchFollower, differences

folder = Path(folder) / "index"
follower, rng = SearchFollower(folder, memory_mb=32), random.Random(str(seed))
references = [f"21 000 {n:03d}" for n in range(60)]
if not Decision.objects.exists():
    publish([record(reference) for reference in references], by="x", at=NOON)
follower.follow(get_head())
if seed == "check":
    print([list(differences(folder)), follower.cursor() == get_head(), follower.size()])
    sys.exit()
turn = 0
while True:
    chosen = list(Decision.objects.filter(reference__in=rng.sample(references, 15)))
    published = [one for one in chosen if one.state == "published"]
    held = [one.pk for one in chosen if one.state == "held"]
    correct([Correction(one.pk, one.version_number, record(one.reference, summary=f"{seed} {turn}"))
             for one in published[3:]], by="x", at=NOON)
    hold([one.pk for one in published[:3]], by="x", at=NOON)
    release(held, by="x", at=NOON)
    if turn % 7 == 3:
        follower.want_rebuild()
    follower.follow(get_head())
    print("ready", flush=True)
    turn += 1
"""


@pytest.mark.slow
def test_after_kills_the_index_agrees_with_the_register(deployment: Deployment) -> None:
    for seed in range(KILLS):
        with child(REGISTER, deployment, seed) as process:
            kill_when_ready(process, seed % 9 * 0.05)
    with child(REGISTER, deployment, "check") as process:
        answer = process.communicate()[0]
    assert answer.startswith("[[], True, ")
    assert not answer.startswith("[[], True, 0]")
