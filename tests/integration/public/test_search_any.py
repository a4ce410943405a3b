"""Any combination of parameters gives results, help, or a 400 with a sentence."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.build.decision import published
from tests.build.reader import Reader
from upheld.public.searching import FILTERS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NAMES = (*FILTERS, "q", "from", "to", "sort", "page", "at", "after", "before", "ref", "refs")
PIECES = (
    "heron", "council:", "paid:>", "500", "decided:", "2022..2024", '"', "(", ")", "-", "OR", "*", "~5", "in:", ":",
    "é", "\x00", "\ud7ff", "٣", "21 000 001", "21-000-002", ",", "\n", "upheld", "housing", "newest",
    "housing/homelessness", "apology", "0", "-1", "99999999999999999999", "1", "31/2/2022", "0000", "9999",
    "%", "../", "<script>",
)  # fmt: skip
TEXT = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=40),
    st.integers(1, 300).map(lambda times: "(" * times),
    st.integers(1, 300).map(lambda times: "21 000 001 " * times),
)
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), TEXT), max_size=8)


@pytest.fixture
def read(reader: Reader, index: Callable[[], None]) -> Reader:
    for number, outcome in enumerate(("Upheld", "Not upheld", "Upheld"), start=1):
        published(f"21 000 00{number}", summary="A heron was lost.", outcome=outcome)
    index()
    return reader


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@example([("q", "heron"), ("page", "2"), ("after", "x")])
@example([("q", "heron"), ("after", "x"), ("before", "y")])
@example([("refs", "21 000 001 " * 250), ("q", "heron")])
@example([("from", "9999"), ("to", "9999"), ("at", "999999999999999")])
@given(PAIRS)
def test_any_parameters_are_answered(read: Reader, pairs: list[tuple[str, str]]) -> None:
    for path in ("/search", "/references"):
        seen = read.get(f"{path}?{urlencode(pairs)}")
        assert seen.status in {200, 302, 400, 404}
        if seen.status == 400:
            assert len(seen.all("//*[contains(@class,'govuk-error-summary__list')]/li/a")) >= 1
        if seen.status == 200:
            assert seen.all("//main//h1")
