"""Saved views: kept, renamed and deleted by their owner alone."""

import pytest

from upheld.editorial.actions.keep_view import ViewError, delete_view, keep_view, rename_view
from upheld.editorial.models import SavedView
from upheld.editorial.queries.saved_view import list_views
from upheld.journal.models import Entry

pytestmark = pytest.mark.django_db
ADA, BEN = "ada@example.org", "ben@example.org"


def _names(person: str) -> list[str]:
    return [view.name for view in list_views(person)]


def test_own_views_come_before_those_that_others_share() -> None:
    keep_view("Housing", "category=housing", shared=False, by=ADA)
    keep_view("All held", "state=held", shared=True, by=BEN)
    keep_view("Only mine", "q=drains", shared=False, by=BEN)
    assert _names(ADA) == ["Housing", "All held"]


def test_the_same_name_takes_the_new_search() -> None:
    keep_view("Housing", "category=housing", shared=False, by=ADA)
    keep_view(" Housing ", "category=housing&state=held", shared=False, by=ADA)
    assert [view.query for view in list_views(ADA)] == ["category=housing&state=held"]


def test_a_view_is_renamed_and_shared_by_its_owner() -> None:
    view = keep_view("Housing", "", shared=False, by=ADA)
    rename_view(view.pk, "Homes", shared=True, by=ADA)
    assert _names(BEN) == ["Homes"]
    with pytest.raises(ViewError, match="not yours"):
        rename_view(view.pk, "Ben's", shared=True, by=BEN)
    with pytest.raises(ViewError, match="not yours"):
        delete_view(view.pk, by=BEN)
    delete_view(view.pk, by=ADA)
    assert not SavedView.objects.exists()


def test_two_views_of_one_person_cannot_share_a_name() -> None:
    keep_view("Homes", "", shared=False, by=ADA)
    other = keep_view("Housing", "", shared=False, by=ADA)
    with pytest.raises(ViewError, match="“Homes” already"):
        rename_view(other.pk, "Homes", shared=False, by=ADA)


@pytest.mark.parametrize(("name", "query"), [("", "q=x"), ("a" * 101, "q=x"), ("Long", "q" * 1_001)])
def test_what_cannot_be_kept_is_refused_and_leaves_no_trace(name: str, query: str) -> None:
    with pytest.raises(ViewError):
        keep_view(name, query, shared=False, by=ADA)
    assert not SavedView.objects.exists()


def test_the_journal_is_not_told() -> None:
    keep_view("Housing", "", shared=False, by=ADA)
    assert not Entry.objects.exists()
