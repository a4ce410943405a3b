"""Whatever people and time do, in whatever order, and wherever it is cut off: nothing comes out that may not."""

import random
import signal
import time
from dataclasses import replace

import pytest
from django.db import transaction

from tests.build.deployment import Deployment
from tests.build.orders import Orders
from tests.build.scheme import OFFICIAL
from upheld.editorial.queries.knowledge import drop_knowledge

STEPS = 20


def _run(seeds: range) -> None:
    for seed in seeds:
        with transaction.atomic():
            orders = Orders(seed)
            try:
                for _ in range(STEPS):
                    orders.step()
            except Exception as error:
                raise AssertionError(f"order {seed}: {'; '.join(orders.log)}") from error
            transaction.set_rollback(True)
        drop_knowledge()


@pytest.mark.django_db
def test_a_few_random_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)
    _run(range(1))


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("part", range(10))
def test_a_thousand_random_orders(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)
    _run(range(part * 100, part * 100 + 100))


@pytest.mark.slow
def test_what_is_killed_in_its_middle_leaves_nothing_that_may_not_be(deployment: Deployment) -> None:
    official = replace(deployment, env={**deployment.env, "UPHELD_SCHEME": OFFICIAL})
    pauses = random.Random(4)
    for number in range(8):
        with official.python(f"from tests.build.killed_orders import run; run({number})") as worker:
            assert worker.stdout
            assert worker.stdout.readline() == "begun\n", worker.stdout.read()
            time.sleep(pauses.uniform(0.05, 1.5))
            worker.send_signal(signal.SIGKILL)
        with official.python(f"from tests.build.killed_orders import check; check({number})") as checker:
            said, _ = checker.communicate(timeout=120)
            assert checker.returncode == 0, said
    official.do("verify-journal")
