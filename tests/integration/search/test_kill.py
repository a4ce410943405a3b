"""A follower that is killed leaves something from which the next one goes on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

# The child works on invented documents, so that no database is needed: it is the index that must survive.
CHILD = """
import random, sys
from pathlib import Path
import django
django.setup()
from tests.build.document import document
from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.generations import Generations

folder, seed = Path(sys.argv[1]), int(sys.argv[2])
rng, engine, generations = random.Random(seed), TantivyEngine(), Generations(Path(folder))
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


@pytest.mark.parametrize("kills", [3, pytest.param(40, marks=pytest.mark.slow)])
def test_after_kills_the_index_opens_and_holds_what_its_cursor_says(tmp_path: Path, kills: int) -> None:
    from upheld.search.backends.tantivy import TantivyEngine
    from upheld.search.generations import Generations

    engine, generations, cursor = TantivyEngine(), Generations(tmp_path / "index"), 0
    for seed in range(kills):
        kill_after(tmp_path / "index", seed, seed % 7 * 0.03)
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


def kill_after(folder: Path, seed: int, seconds: float) -> None:
    """Starts a child that writes without end, and kills it `seconds` after its first commit."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", CHILD, str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        child.stdout.read()
