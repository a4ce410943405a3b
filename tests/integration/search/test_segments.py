"""An index that is made in one go is kept in few segments: a search asks each in turn."""

import json
from pathlib import Path

import pytest

from tests.build.document import document
from upheld.search.backends.tantivy import TantivyEngine, writer
from upheld.search.backends.tantivy.writer import portion_of

ENGINE = TantivyEngine()


@pytest.mark.parametrize("expected", [0, 1_999, 2_000, 5_000, 20_000, 100_000, 1_000_000])
@pytest.mark.parametrize("threads", [1, 2])
def test_a_portion_fits_into_the_memory_and_is_not_small(expected: int, threads: int) -> None:
    portion = portion_of(expected, 128, threads)
    least = -(-expected // (128 * 70))
    assert portion == 0 if expected < 2_000 else expected / (2 * least + 2) <= portion <= 128 * 70


def test_many_documents_are_committed_in_portions_and_end_in_one_segment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_MOST_THREADS", 1)
    monkeypatch.setattr(writer, "_MANY", 400)
    monkeypatch.setattr(writer, "_DOCUMENTS_A_MB", 2)
    assert portion_of(400, 32, 1) == 50
    ENGINE.create(tmp_path)
    reader, seen = ENGINE.open_reader(tmp_path), []
    with ENGINE.open_writer(tmp_path, 32, bulk=True, expected=400) as index:
        for number in range(400):
            index.put([document(number)])
            reader.refresh()
            seen.append(reader.size())
    assert seen == [(number + 1) // 50 * 50 for number in range(400)]
    segments = json.loads((tmp_path / "meta.json").read_text("utf-8"))["segments"]
    assert [one["max_doc"] for one in segments] == [400]
