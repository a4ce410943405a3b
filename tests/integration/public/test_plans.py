"""Lists and counts read parts of indexes, never the whole table: that is what keeps them quick as a register grows."""

import pytest
from django.db import connection

from tests.build.decision import published
from upheld.public.queries.part import Part
from upheld.public.queries.rows import select

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the plans are SQLite's"),
]
IN_ORDER = "ORDER BY decided_on DESC NULLS LAST, reference_key DESC LIMIT 10"
OF_TYPE = "category_id=? AND document_type=?"
OF_YEAR = "decided_on>? AND decided_on<?"


def plan(what: str, part: Part, order: str = "") -> list[str]:
    where, values = part.sql()
    statement = f"EXPLAIN QUERY PLAN SELECT {what} FROM register_decision WHERE {where} {order}"  # noqa: S608 - our words
    return [row[-1] for row in select(statement, values)]


@pytest.mark.parametrize(
    ("part", "index"),
    [
        (Part((1,), types=("statement",)), f"listed_in_category ({OF_TYPE})"),
        (Part((1,), types=("statement",), year=2022), f"listed_in_category ({OF_TYPE} AND {OF_YEAR})"),
        (Part(subcategories=(2,), types=("report",)), f"listed_in_subcategory (sub{OF_TYPE})"),
        (Part(), "listed_newest"),
        (Part(year=2022), f"listed_newest ({OF_YEAR})"),
    ],
)
def test_a_list_is_read_in_its_order_without_sorting(part: Part, index: str) -> None:
    published()
    for steps in (plan("id", part, IN_ORDER), plan("COUNT(*)", part)):
        [step] = steps
        assert f"USING COVERING INDEX {index}" in step


def test_the_decisions_of_a_body_are_found_by_its_index() -> None:
    published()
    steps = plan("id", Part(organisation=1))
    assert any("USING COVERING INDEX decisions_of_organisation (organisation_id=?)" in step for step in steps)
    assert not any(step.startswith("SCAN register_decision") for step in steps)
