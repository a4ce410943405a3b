"""Bodies and categories: lists taken in, names matched, addresses that go on leading somewhere."""

import datetime as dt

import pytest

from tests.build.decision import NOON, published, record
from upheld.lib.text import UncleanTextError
from upheld.register.actions.add_organisations import Body, add_organisations
from upheld.register.actions.merge_organisations import merge_organisations
from upheld.register.actions.move_category import CannotMoveError, move_category
from upheld.register.actions.publish import publish
from upheld.register.actions.rename_organisation import rename_organisation
from upheld.register.models import Decision, FormerAddress, Organisation
from upheld.register.queries.category import get_category
from upheld.register.queries.organisation import get_organisation, match_names
from upheld.register.queries.record import get_record

pytestmark = pytest.mark.django_db

ENDED = dt.date(2019, 4, 1)
OLD = Body("Elmstead District Council", (("local", "ELM"),), ("Elmstead",), "District", end_on=ENDED, successor="WAL")
NEW = Body(
    "Waldmere Council", (("local", "WAL"), ("gss", "E0000001")), ("Waldmere", "Elm & Wald Council"), "Unitary authority"
)


def body_of(decision: Decision) -> str:
    return get_record(decision.pk).organisations[0].body or ""


def test_a_list_gives_names_codes_and_successors_and_a_second_time_changes_nothing() -> None:
    assert add_organisations([OLD, NEW], by="it", at=NOON).added == [OLD.name, NEW.name]
    elmstead = get_organisation("elmstead-district-council")
    assert elmstead is not None
    assert elmstead.successor is not None
    assert elmstead.successor.name == "Waldmere Council"
    again = add_organisations([OLD, NEW], by="it", at=NOON)
    assert (again.added, again.updated, again.unchanged) == ([], [], 2)


def test_only_equal_names_match() -> None:
    add_organisations([OLD, NEW], by="it", at=NOON)
    found = match_names(["ELMSTEAD", "The Waldmere Council", "elm and wald council", "Waldmere County Council"])
    assert [bool(pk) for pk in found.values()] == [True, True, True, False]


def test_a_name_of_two_bodies_matches_neither_and_stays_one_of_its_own() -> None:
    add_organisations([OLD, Body("Elmstead City Council", (("local", "ELC"),), ("Elmstead",))], by="it", at=NOON)
    first = published("21 000 001", organisations=[{"name": "Elmstead"}])
    second = published("21 000 002", organisations=[{"name": "elmstead"}])
    assert body_of(first) == body_of(second) == "elmstead"


def test_a_list_that_comes_later_knows_the_body_made_from_decisions() -> None:
    decision = published(organisations=[{"name": "Waldmere council"}])
    add_organisations([NEW], by="it", at=NOON)
    assert Organisation.objects.count() == 1
    assert Organisation.objects.get().kind == "unitary-authority"
    assert get_record(decision.pk).organisations[0].name == "Waldmere council"


def test_a_renamed_body_keeps_its_decisions_and_its_old_address() -> None:
    decision = published()
    body = Organisation.objects.get()
    rename_organisation(body.pk, "Alderford Council", by="editor", at=NOON)
    assert body_of(decision) == "alderford-council"
    assert get_record(decision.pk).organisations[0].name == "Alderford Borough Council"
    assert FormerAddress.objects.get().path == "/organisations/alderford-borough-council"
    again = published("21 000 002")
    assert body_of(again) == "alderford-council"


def test_a_merged_body_is_one() -> None:
    first, second = published("21 000 001"), published("21 000 002", organisations=[{"name": "Alderford BC"}])
    a, b = Organisation.objects.order_by("pk")
    merge_organisations(b.pk, a.pk, by="editor", at=NOON)
    assert body_of(first) == body_of(second)
    third = published("21 000 003", organisations=[{"name": "Alderford BC"}])
    assert body_of(third) == body_of(first)
    assert FormerAddress.objects.get(path="/organisations/alderford-bc").organisation == a


def test_a_moved_subcategory_takes_its_decisions_along_and_old_files_still_fit() -> None:
    published()
    publish([record("21 000 002", category="Planning", subcategory="Enforcement")], by="e", at=NOON)
    homelessness, planning = get_category("housing", "homelessness"), get_category("planning")
    assert homelessness is not None
    assert planning is not None
    move_category(homelessness.pk, parent_id=planning.pk, name="Homeless people", by="editor", at=NOON)
    late = published("21 000 003")
    assert late.get_absolute_url() == "/decisions/planning/homeless-people/21-000-003"
    with pytest.raises(CannotMoveError):
        move_category(planning.pk, parent_id=homelessness.pk, by="editor", at=NOON)


def test_a_list_that_comes_later_joins_the_names_of_one_body() -> None:
    first = published("21 000 001", organisations=[{"name": "Waldmere"}])
    second = published("21 000 002", organisations=[{"name": "Elm & Wald Council"}])
    add_organisations([NEW], by="it", at=NOON)
    assert body_of(first) == body_of(second)
    assert Organisation.objects.count() == 1


def test_a_name_with_a_control_character_is_refused() -> None:
    decision = published()
    body = Organisation.objects.get()
    with pytest.raises(UncleanTextError):
        rename_organisation(body.pk, "Alder\x01 Council", by="editor", at=NOON)
    with pytest.raises(UncleanTextError):
        move_category(decision.category_id, name="Hous\x1bing", by="editor", at=NOON)
    assert Organisation.objects.get().name == body.name
