"""Which words say nothing of a matter."""

import pytest

from upheld.search.filler import is_filler


@pytest.mark.parametrize("text", ["they never turned up", "she hasnt turnd up", "nobody came for 3 weeks"])
def test_that_nobody_came_says_nothing_of_the_matter(text: str) -> None:
    assert all(map(is_filler, text.split()))


def test_what_a_matter_is_of_says_something() -> None:
    assert not any(map(is_filler, ("carer", "pavement", "answers", "emails", "advice", "returned", "down")))
