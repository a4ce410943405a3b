"""How a decision stood at a number of the journal."""

import pytest

from upheld.register.standing import Standing, Step, standing_at

HIDDEN = Standing(is_public=False, version=1)


def steps(*kinds: str) -> list[Step]:
    """Entries 1, 2, 3 … of these kinds; corrections make versions."""
    version, made = 1, []
    for number, kind in enumerate(kinds, 1):
        version += kind == "corrected"
        made.append(Step(number, f"decision.{kind}", None if kind == "described" else version))
    return made


@pytest.mark.parametrize(
    ("kinds", "number", "waits", "expected"),
    [
        (("published",), 0, False, Standing(is_public=False, version=0)),
        (("published",), 1, False, Standing(is_public=True, version=1)),
        (("published", "corrected", "corrected"), 2, False, Standing(is_public=True, version=2)),
        (("published", "corrected", "described"), 9, False, Standing(is_public=True, version=2)),
        (("published", "withdrawn", "restored"), 2, False, HIDDEN),
        (("published", "withdrawn", "restored"), 3, False, Standing(is_public=True, version=1)),
        (("published", "held", "released"), 2, False, HIDDEN),
        (("published", "held", "released"), 3, False, Standing(is_public=True, version=1)),
        (("embargoed", "moved", "published"), 2, False, HIDDEN),
        (("embargoed", "published"), 2, False, Standing(is_public=True, version=1)),
        (("embargoed", "held", "released"), 3, True, HIDDEN),  # it still waits
        (("embargoed", "held", "released", "published"), 3, False, HIDDEN),  # it waited on, until it came out
        (("embargoed", "held", "released"), 3, False, Standing(is_public=True, version=1)),  # it came out thereby
        (("published", "satisfied", "redacted"), 3, False, Standing(is_public=True, version=1)),
    ],
)
def test_it_stood_as_its_entries_say(kinds: tuple[str, ...], number: int, waits: bool, expected: Standing) -> None:
    assert standing_at(steps(*kinds), number, waits=waits) == expected
