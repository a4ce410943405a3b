"""Whatever is examined, a finding points at its own words, and time grows with the text only."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build.effort import effort
from upheld.analysis.identifiers import KINDS, NOTHING_KNOWN, Part, examine

PIECES = st.sampled_from(
    [
        "Mr Braithwaite", "tariq", "020 7946 0018", "LS6 2AB", "\u00ad", "\u200b", "-\n", " ", "\n", "J o h n",
        "e\u0301",        "asha@example.org", "born on 3 May 2001", "14 Cowslip Road", "Grace said", "\u2019s",
        "“I have never seen my own",
        "Council", ".", ",", "(", "AB12 CDE", "O'", "Mc", "@", "/", "19 005 678", "DR", "van der", "İ", "ß", "ﬁ",
    ]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_finding_points_at_its_own_words(texts: list[str]) -> None:
    parts = [Part(f"p{number}", text) for number, text in enumerate(texts)]
    by_place = {part.where: part.text for part in parts}
    for one in examine(parts, NOTHING_KNOWN):
        assert one.words
        assert by_place[one.where][one.start : one.start + len(one.words)] == one.words
        assert one.kind in KINDS
        assert 0 < one.sure <= 1


def test_nothing_is_found_in_nothing() -> None:
    assert examine([], NOTHING_KNOWN) == ()
    assert examine([Part("p1", "")], NOTHING_KNOWN) == ()


@pytest.mark.parametrize(
    "piece", ["1 ", "A ", "Mr ", "'", '"', "at dot ", "/a", "0", "Aa", "- ", "( ", "Flat 1 ", "a.", "Ab-\n", "born "]
)
def test_hostile_text_takes_no_longer_than_other_text(piece: str) -> None:
    assert effort(lambda: examine([Part("p1", piece * 3_000)], NOTHING_KNOWN)) < 1.5
