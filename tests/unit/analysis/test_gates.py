"""Gates spare a look at most sentences, and never hide what their pattern would find."""

import importlib
import pkgutil

import pytest

from tests.evaluation.passages import load_passages
from upheld.analysis import remedies
from upheld.analysis.remedies.clauses import read_clauses
from upheld.analysis.remedies.gates import Gated, gated
from upheld.analysis.remedies.sentences import plain, split_sentences
from upheld.analysis.remedies.signs import may_act

PAID = gated(r"\bwill (?:pay|repay)\b", "will", "pay")


@pytest.mark.parametrize(
    ("text", "found"),
    [("it will repay her", True), ("it will write", False), ("they pay", False), ("payment at will", False)],
)
def test_a_gated_pattern_finds_what_the_pattern_finds(text: str, found: bool) -> None:
    assert bool(PAID.search(text)) is found
    assert bool(list(PAID.finditer(text))) is found


def test_no_gate_hides_what_its_pattern_finds_in_the_labelled_passages() -> None:
    modules = [
        importlib.import_module(f"{remedies.__name__}.{one.name}") for one in pkgutil.iter_modules(remedies.__path__)
    ]
    gates = [value for module in modules for value in vars(module).values() if isinstance(value, Gated)]
    sentences = [plain(said) for one in load_passages("unseen") for said in split_sentences(one.text)]
    hidden = [
        (gate.pattern.pattern[:40], said)
        for gate in gates
        for said in sentences
        if gate.pattern.search(said) and not gate.search(said)
    ]
    assert len(gates) > 8
    assert hidden == []


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("it paid her £100", True),
        ("she paid her rent", False),
        ("£100 is to be paid", True),
        ("the council is to write", True),
        ("the road is near the river", False),
        ("this was reasonable", True),
    ],
)
def test_sentences_without_a_sign_of_an_act_are_passed_by(text: str, may: bool) -> None:
    assert may_act(text) is may


def test_no_sentence_is_passed_by_in_which_something_is_read_in_the_labelled_passages() -> None:
    said = {plain(sentence) for one in load_passages("unseen") for sentence in split_sentences(one.text)}
    passed_by = {sentence for sentence in said if not may_act(sentence)}
    assert passed_by
    assert [sentence for sentence in passed_by if read_clauses(sentence)] == []
