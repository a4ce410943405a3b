"""A difference as lines for a terminal: short, and readable without colours."""

from upheld.analysis.difference import Passage, compare
from upheld.register.difference_lines import difference_data, difference_lines
from upheld.register.differences import Difference, FactChange


def between(old: list[str], new: list[str], *facts: FactChange) -> Difference:
    sides = [[Passage(text, address=f"p{number}") for number, text in enumerate(one, 1)] for one in (old, new)]
    return Difference(facts, (), compare(*sides))


def test_words_that_stayed_are_cut_to_those_around_the_change() -> None:
    start, end = (
        "He wrote about it at great length and for a long time. " * 9,
        "Nothing else was said on that day. " * 9,
    )
    [line] = difference_lines(between([f"{start}It paid £300. {end}"], [f"{start}It paid £350. {end}"]))
    assert "[-£300-]{+£350+}" in line
    assert line.startswith("p1: … ")
    assert line.endswith(" …")
    assert len(line) < 200


def test_what_went_and_what_came_is_signed() -> None:
    lines = list(difference_lines(between(["It was late."], ["Quite another thing.", "And more."])))
    assert lines == ["p1: - [-It was late.-]", "p1: + {+Quite another thing.+}", "p2: + {+And more.+}"]


def test_only_so_many_are_told() -> None:
    old, new = [f"Paragraph {n} said x." for n in range(30)], [f"Paragraph {n} said y." for n in range(30)]
    difference = between(old, new, FactChange("Outcome", "Upheld", "not stated"))
    lines = list(difference_lines(difference, 5))
    assert lines[0] == "Outcome: [-Upheld-] {+not stated+}"
    assert lines[-1] == "and 25 more passages"
    assert len(lines) == 7
    data = difference_data(difference, 5)
    assert data["passages_left_out"] == 25


def test_where_no_word_changes_that_is_said() -> None:
    assert list(difference_lines(between(["The same."], ["The same."]))) == [
        "no word changes, only numbers or the layout"
    ]
