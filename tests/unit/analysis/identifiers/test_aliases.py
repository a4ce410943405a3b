"""Aliases in the scheme's style pass; those that could be mistaken are told."""

import pytest

from upheld.analysis.identifiers import NOTHING_KNOWN, Part, examine


def told(*parts: tuple[str, str]) -> list[tuple[str, str]]:
    """The kinds and words found."""
    return [(one.kind, one.words) for one in examine([Part(*part) for part in parts], NOTHING_KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr X complained for Miss Y and Mrs B. Child C lives with Ms D. Dr E and Officer 1 met X's mother.",
        "Mr and Mrs X complained. Mr X said that Mrs X was ill.",
        "Council B, Provider C, School D and Home E replied to Mr F. Plan G and Band H do not matter.",
        "Mrs Q's son, R, and her husband, Mr Q, moved.",
        "Officer A told Officer B; Councillor C voted; Social Worker D left; Manager 2 came.",
    ],
)
def test_aliases_pass(text: str) -> None:
    assert told(("p1", text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr A complained.", "Mr A"),
        ("Mrs B complained about the school of Child B.", "Child B"),
        ("Mr D complained. Dr D treated him.", "Dr D"),
        ("Mr D complained about another Mr D.", "D"),
        ("The complainant, Mr D, rang. The neighbour, Mr D, did not.", "neighbour, Mr D"),
    ],
)
def test_a_doubtful_alias_is_told(text: str, words: str) -> None:
    ((kind, found),) = told(("p1", text))
    assert kind == "alias"
    assert found.endswith(words.rsplit(", ", maxsplit=1)[-1])


def test_a_real_initial_is_told_where_the_file_has_the_name() -> None:
    found = told(("file name", "Braithwaite J.docx"), ("summary", "Mr B complained."), ("p1", "Mrs K agreed."))
    assert found == [("name", "Braithwaite J"), ("initial", "Mr B")]


def test_the_reason_never_repeats_the_name() -> None:
    findings = examine([Part("file name", "Braithwaite J.docx"), Part("p1", "Mr B complained.")], NOTHING_KNOWN)
    assert not any("Braithwaite" in one.why for one in findings)
