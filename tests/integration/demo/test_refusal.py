"""The demo is refused on a register that holds anything."""

import pytest

from tests.build.decision import published
from tests.build.scheme import HOUSING
from upheld.demo.actions.make_demo import OtherWordsError, make_demo
from upheld.journal.models import Entry
from upheld.register.actions.declare_demo import NotEmptyError
from upheld.register.models import Decision
from upheld.register.queries.register import is_demo


@pytest.mark.slow
@pytest.mark.django_db
def test_a_register_that_holds_something_is_left_alone() -> None:
    decision = published()
    before = Entry.objects.count()
    with pytest.raises(NotEmptyError, match="folder of its own"):
        make_demo(by="demo")
    assert Entry.objects.count() == before
    assert list(Decision.objects.all()) == [decision]
    assert not is_demo()


@pytest.mark.django_db
def test_a_scheme_with_other_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", HOUSING)
    with pytest.raises(OtherWordsError, match="without UPHELD_SCHEME"):
        make_demo(by="demo")
    assert not Entry.objects.exists()
