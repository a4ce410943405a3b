"""How many documents are read per second by one core, from each kind of source.

    .venv/bin/python benchmarks/reading.py [--seconds 5]

One invented decision, of the length that statements have and of the length of a long report, is read again and again
from each source to the record that the register keeps. Nothing is written. Writes benchmarks/reading.md.
"""

import argparse
import io
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from docx import Document

from tests.build.page import records
from tests.build.whole import as_html, as_text, wrapped
from upheld.ingest.found import Found, Reading
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.sources.registry import read_source
from upheld.scheme import load_scheme

HERE = Path(__file__).parent
REPEATED = 30  # so many times the sections of the statement make a long report
READING = Reading("decision", Vocabulary.of(load_scheme("lgo")), None, "https://ombudsman.example/decisions")


def main() -> None:
    """Measures, prints the table and writes it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5)
    seconds = parser.parse_args().seconds
    rows = [
        f"| {name} | {size} | {words:,} | {rate(data, seconds):,.0f} |"
        for size, repeated in (("statement", 1), ("long report", REPEATED))
        for name, (data, words) in sources(repeated).items()
    ]
    text = "\n".join([
        "# Reading documents", "", f"One core, Python {platform.python_version()}; {seconds:g} seconds a row.", "",
        "    .venv/bin/python benchmarks/reading.py", "", "| source | size | words | documents a second |",
        "|---|---|---|---|", *rows, "",
    ])  # fmt: skip
    (HERE / "reading.md").write_text(text, encoding="utf-8")
    print(text)


def sources(repeated: int) -> dict[str, tuple[bytes, int]]:
    """The decision as each source has it, its sections so many times one after the other, and its words."""
    texts: dict[str, Callable[[], str]] = {
        "text, a paragraph a line": lambda: longer(as_text(), repeated, "The complaint", "Investigator"),
        "text, wrapped": lambda: longer(as_text(wrapped(76)), repeated, "The complaint", "Investigator"),
        "HTML": lambda: longer(as_html(), repeated, "<h2>The complaint", "<p>Investigator"),
    }
    made = {name: text() for name, text in texts.items()}
    plain = made["text, a paragraph a line"]
    [record] = records(plain.encode())
    made["interchange"] = record.line()
    found = {name: (text.encode(), len(text.split())) for name, text in made.items()}
    return found | {"Word, in a child process": (as_word(plain), len(plain.split()))}


def as_word(text: str) -> bytes:
    """The lines as the paragraphs of a Word file."""
    document, file = Document(), io.BytesIO()
    for line in filter(None, map(str.strip, text.splitlines())):
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def longer(text: str, repeated: int, first: str, last: str) -> str:
    """The text with what stands from the first word to the last, repeated."""
    start, end = text.index(first), text.index(last)
    return text[:start] + text[start:end] * repeated + text[end:]


def rate(data: bytes, seconds: float) -> float:
    """How many documents a second."""
    read(data)
    count, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        read(data)
        count += 1
    return count / (time.perf_counter() - began)


def read(data: bytes) -> list[Found]:
    """What the source gives."""
    return list(read_source(io.BytesIO(data), READING))


if __name__ == "__main__":
    main()
