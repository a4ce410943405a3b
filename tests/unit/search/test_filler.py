"""Which words say nothing of a matter."""

import pytest

from upheld.search.filler import is_filler


@pytest.mark.parametrize("text", ["the carer never turned up", "they never turnd up", "nobody came for 3 weeks"])
def test_how_people_tell_that_nobody_came_says_nothing_of_the_matter(text: str) -> None:
    assert [word for word in text.split() if not is_filler(word)] in (["carer"], [])


def test_what_a_matter_is_of_says_something() -> None:
    assert not any(map(is_filler, ("pavement", "answers", "emails", "advice", "returned", "down")))
