"""Whatever people and time do, in whatever order, and wherever it is cut off: nothing comes out that may not."""

import pytest
from django.db import transaction

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
