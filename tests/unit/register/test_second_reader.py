"""Many texts are read by two processes."""

import json

import pytest

from upheld.register.reading import read_and_pack
from upheld.register.second_reader import FEW, SecondReader


@pytest.mark.slow
def test_one_child_reads_its_half_each_time() -> None:
    told = "The Council will apologise to Ms Wren and pay her £{} for her distress within a month."
    sections = [{"heading": "Agreed action", "level": 1, "blocks": [{"text": told}]}]
    facts = {"reference": "21 000 001", "category": "Housing", "document_type": "statement", "sections": sections}
    content = json.dumps(facts)
    texts = [(content.replace("{}", str(pounds)), "") for pounds in range(100, 100 + FEW)]
    with SecondReader() as reader:
        first, child = reader.read(texts), reader._child.pid
        again = reader.read(texts)
        assert child
        assert reader._child.pid == child
    assert first == again == [read_and_pack(*one) for one in texts]
    assert all(first)
