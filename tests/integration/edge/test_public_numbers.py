"""What the desk does among its own does not throw away the pages that readers are given."""

import pytest

from tests.build import draft as build
from tests.build.decision import published
from upheld.edge.public_numbers import PublicNumbers
from upheld.editorial.actions.approve import approve
from upheld.journal.queries.entry import get_head

pytestmark = pytest.mark.django_db


def test_drafts_move_nothing_and_decisions_do() -> None:
    published()
    numbers, before = PublicNumbers(), get_head()
    assert numbers.upto(before) == before
    one = build.ready("21 000 002")
    assert get_head() > before
    assert numbers.upto(get_head()) == before
    approve(one.uid, 1, by=build.CHECKER, at=build.NOON)
    assert before < numbers.upto(get_head()) <= get_head()


def test_each_number_has_the_same_answer_whatever_was_asked_before() -> None:
    published()
    build.ready("21 000 002")
    build.ready("21 000 003")
    published("21 000 004")
    head = get_head()
    used = PublicNumbers()
    alone = [PublicNumbers().upto(number) for number in range(head + 1)]
    assert [used.upto(number) for number in range(head + 1)] == alone
    assert [used.upto(number) for number in reversed(range(head + 1))] == alone[::-1]
    assert len(set(alone)) < head


def test_no_index_stays_no_index() -> None:
    published()
    numbers = PublicNumbers()
    numbers.upto(get_head())
    assert numbers.upto(-1) == -1
