"""Search documents for tests, every word invented."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from upheld.search.documents import SearchDocument
from upheld.search.engine import Engine, Found, IndexReader
from upheld.search.language.parsing import parse
from upheld.search.requests import SearchRequest


def document(decision_id: int = 1, **values: Any) -> SearchDocument:
    """A document; `values` are its fields, and `text` what stands in a section of no known kind."""
    base: dict[str, Any] = {
        "decision_id": decision_id,
        "version": 1,
        "reference_key": f"{21_000_000 + decision_id}",
        "references": (f"21 000 {decision_id:03d}", f"{21_000_000 + decision_id}"),
        "document_type": "statement",
        "outcome": "upheld",
        "category": "housing",
        "subcategory": "homelessness",
        "category_names": ("Housing", "Homelessness"),
        "organisations": ("alderford-borough-council",),
        "kinds": ("district",),
        "organisation_names": ("Alderford Borough Council",),
        "decided_on": dt.date(2022, 4, 5),
        "added_at": dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC),
        "summary": "Mrs B complained that the Council lost her papers.",
    }
    text = values.pop("text", "We found fault in how the letters were kept.")
    sections = (*values.pop("sections", ()), *((("", text),) if text else ()))
    return SearchDocument(**(base | values), sections=sections)


def indexed(engine: Engine, folder: Path, documents: Iterable[SearchDocument]) -> IndexReader:
    """A reader of a new index that holds the documents."""
    folder.mkdir(exist_ok=True)
    engine.create(folder)
    with engine.open_writer(folder, 32, bulk=False) as writer:
        writer.put(documents)
        writer.commit()
    return engine.open_reader(folder)


def found(reader: IndexReader, text: str = "", **values: Any) -> Found:
    """What the reader answers."""
    return reader.find(SearchRequest(text=text, **values), parse(text))


def ids(reader: IndexReader, text: str = "", **values: Any) -> Sequence[int]:
    """The decisions found, in their order."""
    return found(reader, text, **values).decision_ids
