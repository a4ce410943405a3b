"""Whatever people and time do, in whatever order, and wherever it is cut off: nothing comes out that may not."""

import os
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

ORDERS = int(os.environ.get("UPHELD_TEST_ORDERS", "20"))  # `make orders` asks for more
STEPS = 20
KILLS = int(os.environ.get("UPHELD_TEST_KILLS", "2"))  # `make kills` asks for more
TOGETHER = 10  # so many orders go on from one beginning


def _run(seeds: range) -> None:
    for first in seeds[::TOGETHER]:
        with transaction.atomic():
            beginning = Orders(first)
            for seed in range(first, min(first + TOGETHER, seeds.stop)):
                with transaction.atomic():
                    _go_on(beginning.from_here(seed))
                    transaction.set_rollback(True)
                drop_knowledge()  # it was read while there was more
            transaction.set_rollback(True)
        drop_knowledge()


def _go_on(orders: Orders) -> None:
    try:
        for _ in range(STEPS):
            orders.step()
    except Exception as error:
        raise AssertionError(f"order {orders.seed}: {'; '.join(orders.log)}") from error


@pytest.mark.django_db
def test_a_few_random_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)
    _run(range(1))


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("first", range(0, ORDERS, 50))
def test_many_random_orders(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as the slow tests have time for; `make orders` runs all thousand."""
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)
    _run(range(first, min(first + 50, ORDERS)))


@pytest.mark.slow
def test_what_is_killed_in_its_middle_leaves_nothing_that_may_not_be(deployment: Deployment) -> None:
    official = replace(deployment, env={**deployment.env, "UPHELD_SCHEME": OFFICIAL})
    pauses = random.Random(4)
    for number in range(KILLS):
        with official.python(f"from tests.build.killed_orders import run; run({number})") as worker:
            assert worker.stdout
            assert worker.stdout.readline() == "begun\n", worker.stdout.read()
            time.sleep(pauses.uniform(0.05, 1.5))
            worker.send_signal(signal.SIGKILL)
        with official.python(f"from tests.build.killed_orders import check; check({number})") as checker:
            said, _ = checker.communicate()
            assert checker.returncode == 0, said
    official.do("verify-journal")
