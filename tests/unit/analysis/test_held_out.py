"""Whole documents that were labelled apart from the readers: what is read of them stays as good as it is."""

import pytest

from tests.evaluation.counts import Count
from tests.evaluation.held_out import SETS, held_out
from tests.evaluation.law_score import labelled, read
from tests.evaluation.reading import read_layout
from tests.evaluation.remedy_score import is_right, pair_up
from tests.evaluation.rendering import LAYOUTS
from tests.evaluation.structure_score import StructureScore
from upheld.analysis.remedies import read_remedies

DOCUMENTS = [held for which in SETS for held in held_out(which)]


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_is_lost_or_added_in_any_layout(layout: str) -> None:
    score = StructureScore()
    for held in DOCUMENTS:
        score.add(held, read_layout(held, layout), layout)
    assert score.exact.right == len(DOCUMENTS), score.misses
    assert score.aspects["headings"].f1 >= 0.98
    for name, count in score.labels.items():
        assert count.right == count.expected, (name, score.misses)


@pytest.mark.slow
@pytest.mark.parametrize(("field", "least"), [("kind", 0.89), ("status", 0.91), ("sum", 0.93), ("for", 0.89)])
def test_remedies_of_whole_documents_are_read(field: str, least: float) -> None:
    count = Count()
    for held in DOCUMENTS:
        remedies = read_remedies(held.summary, held.sections, held.document_type.lower())
        pairs = pair_up(held.remedies, remedies)
        right = sum(is_right(field, one.label, one.remedy) for one in pairs if one.label and one.remedy)
        count.add(right, len(remedies), len(held.remedies))
    assert count.f1 >= least, count.line(field)


def test_law_of_whole_documents_is_read() -> None:
    titles, provisions = Count(), Count()
    for held in DOCUMENTS:
        wanted, got = labelled(held), read(held)
        titles.add(len(wanted[0] & got[0]), len(got[0]), len(wanted[0]))
        provisions.add(len(wanted[1] & got[1]), len(got[1]), len(wanted[1]))
    assert titles.f1 >= 0.98
    assert provisions.f1 >= 0.97
