"""Writing to an index, on every engine."""

from pathlib import Path

import pytest

from tests.build.document import document, found, ids, indexed
from upheld.search.engine import BrokenIndexError, Engine, Indexed, IndexWriter


def test_a_document_takes_the_place_of_the_one_before(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(engine, tmp_path, [document(1, text="lift"), document(2, text="lift")])
    with engine.open_writer(tmp_path, 32, bulk=False) as writer:
        writer.put([document(1, text="ramp"), document(1, text="stairs"), document(3, text="stairs")])
        writer.put([document(3, text="lift")])
        writer.commit()
    reader.refresh()
    assert set(ids(reader, "lift")) == {2, 3}
    assert ids(reader, "ramp") == ()
    assert ids(reader, "stairs") == (1,)
    assert reader.size() == 3


def test_a_dropped_decision_is_found_no_more_and_counts_no_more(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(engine, tmp_path, [document(1), document(2)])
    with engine.open_writer(tmp_path, 32, bulk=True) as writer:
        writer.drop([1, 99])
        writer.commit()
    reader.refresh()
    assert ids(reader) == (2,)
    assert found(reader).counts["outcome"] == {"upheld": 1}
    assert reader.size() == 1


def test_what_is_not_committed_is_not_there(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(engine, tmp_path, [document(1)])
    with engine.open_writer(tmp_path, 32, bulk=False) as writer:
        writer.put([document(2)])
    with pytest.raises(KeyError), engine.open_writer(tmp_path, 32, bulk=False) as writer:
        fail_after(writer)
    reader.refresh()
    assert ids(reader) == (1,)


def test_a_reader_shows_a_commit_when_it_is_refreshed(engine: Engine, tmp_path: Path) -> None:
    reader = indexed(engine, tmp_path, [document(1)])
    with engine.open_writer(tmp_path, 32, bulk=False) as writer:
        writer.put([document(2)])
        writer.commit()
    assert ids(reader) == (1,)
    reader.refresh()
    assert set(ids(reader)) == {1, 2}


def test_the_entries_are_all_there_by_id(engine: Engine, tmp_path: Path) -> None:
    documents = [document(n, version=n % 3 + 1) for n in (5, 3, 9, 1)]
    reader = indexed(engine, tmp_path, documents)
    expected = [Indexed(one.decision_id, one.version, one.digest) for one in sorted(documents, key=_by_id)]
    assert list(reader.entries()) == expected


def test_the_digest_tells_documents_apart() -> None:
    assert document(1).digest == document(1).digest
    assert document(1).digest != document(1, text="other").digest
    assert document(1).digest != document(1, organisations=("other",)).digest


@pytest.mark.parametrize("broken", ["nothing", "empty", "torn"])
def test_a_broken_index_is_said_to_be_broken(engine: Engine, tmp_path: Path, broken: str) -> None:
    if broken != "nothing":
        indexed(engine, tmp_path, [document(1)])
    for path in [one for one in tmp_path.iterdir() if one.is_file()]:
        content = b"" if broken == "empty" else path.read_bytes()[: path.stat().st_size // 2]
        path.unlink()  # not cut in place: it may still be mapped
        path.write_bytes(content)
    with pytest.raises(BrokenIndexError):
        engine.open_reader(tmp_path)
    with pytest.raises(BrokenIndexError):
        engine.open_writer(tmp_path, 32, bulk=False)


def fail_after(writer: IndexWriter) -> None:
    writer.put([document(3)])
    raise KeyError


def _by_id(one: object) -> int:
    return getattr(one, "decision_id", 0)


def test_an_index_that_cannot_be_made_is_said_to_be_broken(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(BrokenIndexError):
        engine.create(tmp_path / "no" / "such" / "folder")
