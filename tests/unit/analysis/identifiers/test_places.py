"""Places, roles, ages and quotations that lead to a person; large and general ones do not."""

import pytest

from upheld.analysis.identifiers import NOTHING_KNOWN, Part, examine


def found(text: str) -> list[tuple[str, str]]:
    """The kinds and words found in one paragraph."""
    return [(one.kind, one.words) for one in examine([Part("p1", text)], NOTHING_KNOWN)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("She lives at 14 Cowslip Avenue now.", "address", "14 Cowslip Avenue"),
        ("She lives at 14 cowslip avenue now.", "address", "14 cowslip avenue"),
        ("The form says 9 PRIMROSE GARDENS on it.", "address", "9 PRIMROSE GARDENS"),
        ("It was served at 205 Old Turnpike in time.", "address", "205 Old Turnpike"),
        ("The skip stood in Cowslip Lane for a week.", "address", "Cowslip Lane"),
        ("He attends St Winifred's Primary School and is happy.", "place", "St Winifred's Primary School"),
        ("His mother moved to The Larches care home in spring.", "place", "The Larches care home"),
        ("The family lives in the village of Little Mawdley and is happy.", "place", "Little Mawdley"),
        ("It named the headteacher of Mawdley Bank in public.", "role", "the headteacher of Mawdley Bank"),
        ("Mrs X is the only midwife on the island, we heard.", "role", "the only midwife on the island"),
        ("Her 6-year-old daughter has Batten disease.", "age-and-condition", "6-year-old daughter has Batten disease"),
        ("He moved to the LS6 area, he said.", "postcode", "LS6"),
    ],
)
def test_what_leads_to_a_person_is_told(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(text)


def test_a_persons_own_words_are_told_but_not_the_laws() -> None:
    own = "I told them again and again that my boy could not breathe in that room"
    assert found(f'She wrote: "{own}".') == [("quotation", own)]
    assert found(f"The guidance says \u201cauthorities must look at {'every single ' * 5}case\u201d.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He attends a primary school, School A, then a special school; she lives in a care home in Leeds.",
        "The case went to the High Court, the Magistrates' Court, the Town Hall and the County Court.",
        "A 45-year-old man with diabetes came. It takes 12 weeks. There are 24 homes in the street.",
        "Officers visited on 14 May and 3 June. They saw 3 Councillors and 5 Children.",
        "The Leader of the Council and the manager of the service replied.",
    ],
)
def test_what_is_large_or_general_passes(text: str) -> None:
    assert found(text) == []


def test_the_body_that_the_decision_is_about_is_no_finding() -> None:
    parts = [Part("organisation 1", "Cowslip House Care Home"), Part("p1", "She moved to Cowslip House Care Home.")]
    assert examine(parts, NOTHING_KNOWN) == ()
