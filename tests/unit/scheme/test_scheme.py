"""Scheme files: those that come with Upheld, those that build on them, those that are wrong."""

from pathlib import Path

import pytest

from tests.build.scheme import HOUSING, OFFICIAL
from upheld.scheme import SchemeError, load_scheme


def test_the_default_is_a_mirror_and_knows_its_words() -> None:
    scheme = load_scheme("lgo")
    assert not scheme.official
    assert [one.delay_days for one in scheme.document_types] == [42, 0]
    found = scheme.outcome("closed after initial enquiries")
    assert found is not None
    assert found.slug == "closed-after-initial-enquiries"
    assert scheme.category_name("children-s-care-services", "child-protection") == "Child protection"


def test_a_file_builds_on_another() -> None:
    scheme = load_scheme(OFFICIAL)
    assert scheme.official
    assert scheme.outcomes == load_scheme("lgo").outcomes


def test_words_that_mean_the_same_stand_in_a_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("heron = wader\n", encoding="utf-8")
    for name, line in (("own", 'synonyms = "words.txt"\n'), ("none", 'synonyms = ""\n'), ("same", "")):
        (tmp_path / f"{name}.toml").write_text(f'extends = "lgo"\n{line}', encoding="utf-8")
    own, none, same = (load_scheme(str(tmp_path / f"{name}.toml")).synonyms for name in ("own", "none", "same"))
    assert (own, none, same) == ("heron = wader\n", "", load_scheme("lgo").synonyms)


def test_another_scheme_has_its_own_words_only() -> None:
    assert load_scheme(HOUSING).outcome("Upheld") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extends = 'lgo'\nofficail = true", "officail"),
        ("extends = 'lgo'\nzone = 'Europe/Atlantis'", "no time zone"),
        (
            "extends = 'lgo'\nreasons = [{slug = 'x', label = 'X', actions = ['hold']}]",
            "none may be given for “correct”",
        ),
        ("official = [", "UPHELD_SCHEME"),
        ("extends = 'lgo'\nsynonyms = 'gone.txt'", "gone.txt"),
        ("extends = 'nowhere'", "nowhere"),
        (
            "extends = 'lgo'\nnext_steps = [{heading = 'Ask', paragraphs = ['Ask.'], outcomes = ['uphold']}]",
            "“Ask” names “uphold”, which this scheme lacks",
        ),
        ("extends = 'lgo'\nterms = [{slug = 'x', name = 'X', paragraphs = []}]", "terms"),
        (
            "extends = 'lgo'\nnext_steps = [{heading = 'A', paragraphs = ['B'], links = [{text = 'C', href = 'x'}]}]",
            "href",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SchemeError, match=message):
        load_scheme(str(path))


def test_what_a_reader_can_do_next_is_chosen_by_outcome_and_document() -> None:
    scheme = load_scheme("lgo")
    of_statement = [step.heading for step in scheme.next_steps_for("upheld", "statement")]
    of_report = [step.heading for step in scheme.next_steps_for("upheld", "report")]
    closed = [step.heading for step in scheme.next_steps_for("closed-after-initial-enquiries", "statement")]
    assert "If the organisation does not do what it agreed" in of_statement
    assert "What has to happen after a public report" in set(of_report) - set(of_statement)
    assert "If the Ombudsman did not investigate your complaint" in set(closed) - set(of_statement)
    assert of_statement[-1] == of_report[-1] == closed[-1] == "Who can help"
    assert scheme.next_steps_for(None, "statement")


def test_the_words_that_matter_most_are_linked_from_texts() -> None:
    assert {term.slug for term in load_scheme("lgo").terms if term.linked} == {"fault", "injustice", "remedy"}
