"""Gates spare a look at most sentences, and never hide what their pattern would find."""

import importlib
import pkgutil

import pytest

from tests.evaluation.passages import load_passages
from upheld.analysis import remedies
from upheld.analysis.remedies.gates import Gated, gated
from upheld.analysis.remedies.sentences import plain, split_sentences

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
