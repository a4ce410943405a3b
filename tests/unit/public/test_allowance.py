"""How often one reader may ask: counted in memory, by an address that tells readers apart."""

import pytest
from django.test import RequestFactory, override_settings

from upheld.public.allowance import Allowance, reader_of


def test_a_burst_and_then_one_at_a_time_for_each() -> None:
    now = [100.0]
    allowance = Allowance(burst=3, seconds=10, clock=lambda: now[0])
    assert [allowance.take("198.51.100.7") for _ in range(4)] == [0, 0, 0, 10]
    assert allowance.take("198.51.100.8") == 0
    assert [allowance.take("") for _ in range(9)] == [0] * 9
    now[0] += 10
    assert [allowance.take("198.51.100.7") for _ in range(2)] == [0, 10]
    now[0] += 1_000
    assert [allowance.take("198.51.100.7") for _ in range(4)] == [0, 0, 0, 10]


@pytest.mark.parametrize(
    ("proxies", "connects", "forwarded", "reader"),
    [
        (0, "8.8.4.4", "1.1.1.1", "8.8.4.4"),
        (1, "127.0.0.1", "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "127.0.0.1", "1.1.1.1", ""),
        (1, "127.0.0.1", "", ""),
        (0, "10.0.0.9", "", ""),
        (1, "127.0.0.1", "nonsense", ""),
        (0, "2606:4700:1:2:3:4:5:6", "", "2606:4700:1:2::/64"),
    ],
)
def test_a_reader_is_known_by_an_address_of_their_own_only(
    proxies: int, connects: str, forwarded: str, reader: str
) -> None:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=connects)
    with override_settings(PROXIES=proxies):
        assert reader_of(request) == reader
