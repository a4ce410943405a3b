"""How fast a search is taken away whole, in how much memory, and whether every row is the register's.

    .venv/bin/python benchmarks/exports.py [decisions.jsonl] [--query q=…] [--forms csv,jsonl] [--register FOLDER]

Without a file it makes 100,000 decisions of 30 words a section (../shared/bench/make_decisions.py; --count, --words),
and takes them into a register of its own; --register names one that there is already. Serves the register with one
worker, takes the whole of it away in each format, as a reader who takes what comes, and watches the worker's memory.
Beside it another reader asks for a page of the search again and again. Then every row is compared with the register's
tables: reference, version and hash in each format, and in JSON Lines all that the version says: organisations, places,
day, summary and text. Writes benchmarks/exports.md.
"""

import argparse
import csv
import datetime as dt
import hashlib
import http.client
import io
import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from decisions import add_options, get_file, say

HERE = Path(__file__).parent
UPHELD = Path(sys.executable).with_name("upheld")
PORT = 8265
SITE = f"http://127.0.0.1:{PORT}"
PYTHON = f"Python {platform.python_version()}"
FORMS = ("csv", "jsonl", "json", "xlsx")
SAID = ("reference", "organisations", "category", "subcategory", "decided_on", "summary", "sections")
PAGE = "/search?q=council&page="
Rows = dict[str, tuple[int, str]]


class Taken(NamedTuple):
    """One export: seconds to the first byte and in all, bytes, memory before and at most (MB), pages beside it (ms)."""

    form: str
    first: float
    seconds: float
    size: int
    before: float
    peak: float
    pages: list[float]
    equal: str


def main() -> None:
    """Measures, prints the table and writes it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser, words=30)
    parser.add_argument("--register", type=Path, help="the data folder of a register to take things away from")
    parser.add_argument("--query", default="")
    parser.add_argument("--forms", default=",".join(FORMS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="upheld-exports-") as name:
        folder = Path(name)
        os.environ["UPHELD_DATA_DIR"] = str(options.register or fill(options, folder))
        with serving() as server:
            say("asking for pages while nothing is taken away")
            quiet = [ask_page(number) for number in range(1, 101)]
            found = [take(form, options.query, server, folder) for form in options.forms.split(",")]
            rows = len(register_rows(options.query))
    table = as_table(found, quiet, rows, options)
    print(table)
    (HERE / "exports.md").write_text(table, encoding="utf-8")


def fill(options: argparse.Namespace, folder: Path) -> Path:
    """A new register with the decisions."""
    register, file = folder / "register", get_file(options, folder)
    say("taking them in")
    env = os.environ | {"UPHELD_DATA_DIR": str(register)}
    subprocess.run([str(UPHELD), "import", "--quiet", str(file)], env=env, check=True, stdout=sys.stderr)
    return register


@contextmanager
def serving() -> Iterator[int]:
    """The server; gives the id of its worker."""
    command = [str(UPHELD), "serve", "--port", str(PORT), "--workers", "1"]
    env = os.environ | {"UPHELD_PUBLIC_URL": SITE, "UPHELD_PAGE_CACHE_MB": "1"}  # pages beside it are not its memory
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=env) as process:
        try:
            wait_for_search(process)
            yield worker_of(process.pid)
        finally:
            process.terminate()


def wait_for_search(process: "subprocess.Popen[bytes]") -> None:
    """Until the site answers a search: the index may have to be made."""
    while process.poll() is None:
        with suppress(OSError):
            if ask("/search").status == 200:
                return
        time.sleep(0.5)
    raise SystemExit("the server ended")


def ask(path: str) -> http.client.HTTPResponse:
    """The answer, still to be read."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=900)
    connection.request("GET", path)
    return connection.getresponse()


def worker_of(parent: int) -> int:
    """The child that uses most memory: the web worker, not the follower."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    spawned = [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
    return max(spawned, key=lambda one: memory(one, "VmRSS"))


def memory(process: int, name: str) -> float:
    """A number of the process's memory, in MB."""
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith(f"{name}:"))


def take(form: str, query: str, server: int, folder: Path) -> Taken:
    """Takes everything away while another reader asks for pages."""
    say(f"taking everything away as {form}")
    Path(f"/proc/{server}/clear_refs").write_text("5")  # the most from now on
    before, stop, pages = memory(server, "VmRSS"), threading.Event(), list[float]()
    beside = threading.Thread(target=keep_asking, args=(stop, pages))
    beside.start()
    path = folder / f"results.{form}"
    began = time.perf_counter()
    try:
        with ask(f"/search.{form}?{query}") as answer, path.open("wb") as file:
            file.write(answer.read(1))
            first = time.perf_counter() - began
            while piece := answer.read(1 << 20):
                file.write(piece)
        seconds = time.perf_counter() - began
    finally:
        stop.set()
        beside.join()
    peak = memory(server, "VmHWM")
    say(f"{form}: {seconds:.0f} s, first byte after {first:.1f} s; comparing with the register")
    equal = compare(form, path, query)
    return Taken(form, first, seconds, path.stat().st_size, before, peak, pages, equal)


def keep_asking(stop: threading.Event, pages: list[float]) -> None:
    """Asks for another page of a search four times a second."""
    number = 101
    while not stop.wait(0.25):
        number += 1
        pages.append(ask_page(number % 900 + 1))


def ask_page(number: int) -> float:
    """How long a page takes, in milliseconds. Each is asked for once, so that none is kept."""
    began = time.perf_counter()
    ask(f"{PAGE}{number}").read()
    return (time.perf_counter() - began) * 1000


def compare(form: str, path: Path, query: str) -> str:
    """How the rows of the file stand to the register's."""
    rows, about = read_rows(form, path), json.load(ask(f"/search.about.json?{query}"))
    wanted = register_rows(query)
    if rows != wanted:
        return f"**{len(rows.items() ^ wanted.items()):,} differ**"
    if checksum(rows) != about["checksum"]:
        return "**another checksum**"
    if form == "jsonl" and (wrong := count_other_texts(path)):
        return f"**{wrong:,} other texts**"
    return f"{len(rows):,} of {len(wanted):,}"


def register_rows(query: str) -> Rows:
    """Reference, version and hash of what the register has; with a query, of what it finds."""
    statement = """SELECT d.reference, d.version_number, v.content_hash FROM register_decision d
                   JOIN register_version v ON v.id = d.version_id WHERE d.state = 'published'"""
    rows: Rows = {reference: (version, digest) for reference, version, digest in select(statement)}
    if not query:
        return rows
    found = json.load(ask(f"/search.json?{query}"))["decisions"]
    return {one["reference"]: rows[one["reference"]] for one in found}


def select(statement: str) -> Iterator[tuple[Any, ...]]:
    """Rows of the register's tables."""
    database = sqlite3.connect(f"file:{os.environ['UPHELD_DATA_DIR']}/register.sqlite3?mode=ro", uri=True)
    yield from database.execute(statement)
    database.close()


def read_rows(form: str, path: Path) -> Rows:
    """Reference, version and hash of every row of a file."""
    if form == "csv":
        table = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        return {one["Reference"]: (int(one["Version"]), one["Content hash"]) for one in table}
    if form == "xlsx":
        lines = openpyxl.load_workbook(path, read_only=True)["Decisions"].iter_rows(values_only=True)
        heads = list(next(lines))
        places = [heads.index(name) for name in ("Reference", "Version", "Content hash")]
        return {str(line[places[0]]): (int(line[places[1]]), str(line[places[2]])) for line in lines}
    return {one["reference"]: (one["version"]["number"], one["version"]["content_hash"]) for one in records(form, path)}


def records(form: str, path: Path) -> Iterator[dict[str, Any]]:
    """The decisions of a file of JSON."""
    if form == "json":
        yield from json.loads(path.read_text(encoding="utf-8"))["decisions"]
        return
    with path.open(encoding="utf-8") as lines:
        yield from (one for one in map(json.loads, lines) if "reference" in one)


def count_other_texts(path: Path) -> int:
    """How many decisions say something else than their version in the register."""
    statement = """SELECT d.reference, v.summary, v.content FROM register_decision d
                   JOIN register_version v ON v.id = d.version_id WHERE d.state = 'published'"""
    known = {
        reference: digest(json.loads(content) | {"summary": said}) for reference, said, content in select(statement)
    }
    found = (one | {"organisations": [body["name"] for body in one["organisations"]]} for one in records("jsonl", path))
    return sum(known.get(one["reference"]) != digest(one) for one in found)


def digest(said: dict[str, Any]) -> bytes:
    """What a version says, apart from what has a name in one place and a slug in the other."""
    return hashlib.sha256(json.dumps([said.get(key) for key in SAID], sort_keys=True).encode()).digest()


def checksum(rows: Rows) -> str:
    """The checksum, as receivers are told to work it out."""
    lines = (f"{reference} {version} {digest_}".encode() for reference, (version, digest_) in rows.items())
    return f"{sum(int(hashlib.sha256(line).hexdigest(), 16) for line in lines) % 2**256:064x}"


def as_table(found: list[Taken], quiet: list[float], rows: int, options: argparse.Namespace) -> str:
    """The results as Markdown."""
    query, words = options.query, f" made with `--words {options.words}`" if not options.register else ""
    lines = [
        "# Exports",
        "",
        f"Measured {dt.datetime.now(tz=dt.UTC):%Y-%m-%d}, {platform.machine()}, {os.cpu_count()} cores, {PYTHON}.",
        f"{rows:,} decisions{words}{f' (`{query}`)' if query else ''}; one worker.",
        "Made by `benchmarks/exports.py`, which says how.",
        "",
        "| format | first byte | whole | rows a second | MB | worker before | at most | pages beside it | rows equal |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
        *[line_of(one, rows) for one in found],
        "",
        f"Pages beside it: median / p95. With no export beside it they take {median(quiet)} / {p95(quiet)} ms.",
    ]
    return "\n".join(lines) + "\n"


def line_of(one: Taken, rows: int) -> str:
    """A line of the table."""
    return (
        f"| {one.form} | {one.first:.1f} s | {one.seconds:.0f} s | {rows / one.seconds:,.0f} | {one.size / 1e6:,.0f} "
        f"| {one.before:.0f} MB | {one.peak:.0f} MB | {median(one.pages)} / {p95(one.pages)} ms | {one.equal} |"
    )


def median(values: list[float]) -> str:
    """The middle one, in words."""
    return f"{statistics.median(values):.0f}" if values else "–"


def p95(values: list[float]) -> str:
    """What 95 of 100 stay under, in words."""
    return f"{statistics.quantiles(values, n=20)[-1]:.0f}" if len(values) > 1 else "–"


if __name__ == "__main__":
    main()
