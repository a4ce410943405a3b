"""The demo is refused on a register that holds anything."""

import pytest

from tests.build.decision import published
from upheld.demo.actions.make_demo import make_demo
from upheld.journal.models import Entry
from upheld.register.actions.declare_demo import NotEmptyError
from upheld.register.models import Decision
from upheld.register.queries.register import is_demo


@pytest.mark.django_db
def test_a_register_that_holds_something_is_left_alone() -> None:
    decision = published()
    before = Entry.objects.count()
    with pytest.raises(NotEmptyError, match="folder of its own"):
        make_demo(by="demo")
    assert Entry.objects.count() == before
    assert list(Decision.objects.all()) == [decision]
    assert not is_demo()
