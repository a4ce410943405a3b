"""How fast decisions are taken in and findable, beside the bare minimum, and how much memory that takes.

    .venv/bin/python benchmarks/import.py [decisions.jsonl] [--rounds 3]

Without a file it makes 100,000 decisions of 300 words first (../shared/bench/make_decisions.py; --count, --words).
The bare minimum parses the JSON, inserts the same rows into the same tables with `executemany` (no checks, no foreign
keys) and adds the same texts to a Tantivy index with the same fields. It and `upheld import` take turns, each in a
process and a folder of its own. `upheld import` ends when every decision can be found. Writes benchmarks/import.md.
"""

import argparse
import datetime as dt
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from decisions import add_options, get_file, say

HERE = Path(__file__).parent
UPHELD = Path(sys.executable).with_name("upheld")
BATCH = 500
TABLES = {
    "register_version": 11,
    "register_decision": 22,
    "register_decisionreference": 6,
    "register_decisionorganisation": 6,
    "journal_entry": 10,
}


def main() -> None:
    """Measures, prints the table and writes it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser, words=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.bare:
        bare(options.file, options.bare)
        return
    with tempfile.TemporaryDirectory(prefix="upheld-decisions-") as folder:
        options.file = get_file(options, Path(folder))
        count = sum(1 for _ in options.file.open("rb"))
        runs: dict[str, list[Run]] = {"bare minimum": [], "upheld import": []}
        for number in range(options.rounds):
            for name, found in runs.items():
                found.append(measure(name, options.file))
                say(f"round {number + 1}, {name}: {found[-1].seconds:.1f} s, {found[-1].memory} MB")
        table = as_table(runs, count, options)
    print(table)
    (HERE / "import.md").write_text(table, encoding="utf-8")


class Run(NamedTuple):
    """One run: seconds by the clock, seconds of processor time, the most memory in MB."""

    seconds: float
    processor: float
    memory: int


def measure(name: str, file: Path) -> Run:
    """One run in a new folder."""
    folder = Path(tempfile.mkdtemp(prefix="upheld-import-"))
    environment = {**os.environ, "UPHELD_DATA_DIR": str(folder)}
    prepare(environment)
    command = [UPHELD, "import", "--quiet", file]
    if name == "bare minimum":
        command = [sys.executable, __file__, file, "--bare", folder]
    start = time.perf_counter()
    child = subprocess.Popen(list(map(str, command)), env=environment, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, f"{name} failed: {child.returncode}"
    shutil.rmtree(folder)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


def prepare(environment: dict[str, str]) -> None:
    """Makes the empty tables, which neither side is timed for."""
    subprocess.run([UPHELD, "export"], env=environment, check=True, stdout=subprocess.DEVNULL)


def bare(file: Path, folder: Path) -> None:
    """The least that can be done."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upheld.config.settings")
    import django
    import pysqlite3
    import tantivy

    django.setup()  # only to be able to read the fields of our index
    from upheld.search.backends.tantivy.schema import build_schema, register_analyzers

    database = pysqlite3.connect(folder / "register.sqlite3", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    schema = build_schema()
    (folder / "bare").mkdir()
    index = tantivy.Index(schema, str(folder / "bare"))
    register_analyzers(index)
    writer = index.writer(128_000_000, 2)
    batch: list[dict[str, Any]] = []
    number = 0
    with file.open("rb") as lines:
        for line in lines:
            batch.append(json.loads(line))
            if len(batch) == BATCH:
                number = write(batch, number, database, writer, schema)
                batch = []
    write(batch, number, database, writer, schema)
    writer.commit()
    writer.wait_merging_threads()


def write(batch: Sequence[dict[str, Any]], number: int, database: Any, writer: Any, schema: Any) -> int:
    """Writes a batch to the database and the index."""
    import tantivy

    now = dt.datetime.now(dt.UTC).replace(tzinfo=None).isoformat(" ")
    database.execute("BEGIN IMMEDIATE")
    rows = [row_set(record, number + n, now) for n, record in enumerate(batch, start=1)]
    for position, (table, width) in enumerate(TABLES.items()):
        marks = ", ".join("?" * width)
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", [row[position] for row in rows])  # noqa: S608 - words of ours
    database.execute("COMMIT")
    for n, record in enumerate(batch, start=1):
        writer.add_document(tantivy.Document.from_dict(document(record, number + n), schema))
    return number + len(batch)


def row_set(record: dict[str, Any], number: int, now: str) -> list[tuple[Any, ...]]:
    """A decision's row in each table, in the order of TABLES and of their columns."""
    key = record["reference"].replace(" ", "")
    content = json.dumps({name: record[name] for name in record if name != "summary"}, ensure_ascii=False)
    kind, outcome = record["document_type"].lower(), record["outcome"].lower().replace(" ", "-")
    return [
        (number, 1, "first", "", now, True, key * 8, record["summary"], content, None, number),
        (
            number, f"{number:015x}", record["reference"], key, kind, outcome, record["decided_on"],
            record["published_on"], now, now, "published", "", now, None, False, "", "[]", 1, 1, None, number,
            None,
        ),
        (number, record["reference"], key, "", True, number),
        (number, 0, record["organisations"][0]["name"], "", number, 1),
        (number, "decision.published", "decision", number, 1, "", "{}", now, "bare", key * 8),
    ]  # fmt: skip


def document(record: dict[str, Any], number: int) -> dict[str, Any]:
    """What the index is given of a decision."""
    blocks = [block["text"] for section in record["sections"] for block in section["blocks"]]
    names = [body["name"] for body in record["organisations"]]
    day = (dt.date.fromisoformat(record["decided_on"]) - dt.date(1900, 1, 1)).days
    every = [record["summary"], "\n".join(blocks), *names]
    return {
        "decision": number, "version": 1, "digest": number, "all": every, "words": every,
        "in_summary": record["summary"], "in_found": "\n".join(blocks), "bodies": names,
        "category_name": record["category"], "subcategory_name": record["subcategory"],
        "type": record["document_type"], "category": record["category"], "organisation": names,
        "outcome": record["outcome"], "subcategory": record["subcategory"], "decided": day, "newest": day,
        "oldest": day, "added": number, "standing": 0.0,
    }  # fmt: skip


def middle(runs: Sequence[Run], key: str) -> float:
    """The median of one figure."""
    return statistics.median(getattr(run, key) for run in runs)


def as_table(runs: dict[str, list[Run]], count: int, options: argparse.Namespace) -> str:
    """The result as Markdown."""
    least = {key: middle(runs["bare minimum"], key) for key in ("seconds", "processor")}
    lines = [
        "# Taking decisions in",
        "",
        f"{count:,} decisions, {options.file.stat().st_size / 1e6:,.0f} MB of interchange JSON Lines; the median of",
        f"{options.rounds} rounds in turns; {os.cpu_count()} cores, Python {platform.python_version()}.",
        "",
        f"    .venv/bin/python benchmarks/import.py --count {count} --words {options.words} --rounds {options.rounds}",
        "",
        "| | seconds (each round) | times the minimum | processor seconds | times the minimum | most memory |",
        "|---|---|---|---|---|---|",
    ]
    for name, found in runs.items():
        seconds, processor = middle(found, "seconds"), middle(found, "processor")
        rounds = ", ".join(f"{one.seconds:.1f}" for one in found)
        lines.append(
            f"| {name} | {seconds:.1f} ({rounds}) | {seconds / least['seconds']:.2f} "
            f"| {processor:.1f} | {processor / least['processor']:.2f} | {max(one.memory for one in found)} MB |"
        )
    lines += ["", "`upheld import` includes checking, planning, the journal, and waiting until all can be found.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
