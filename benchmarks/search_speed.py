"""How fast the search is, beside bare Tantivy, SQLite's FTS5 and PostgreSQL's full text: one run, one mix of queries.

    python3 ../shared/bench/make_decisions.py 100000 > decisions.jsonl
    .venv/bin/python benchmarks/search_speed.py decisions.jsonl

Takes the decisions in by `upheld import`, and beside it into an index of bare Tantivy, a table of FTS5 and, where the
server's programs are installed, PostgreSQL with a GIN index. Asks all of them 200 queries, each with the counts of six
filters and ten results whose summaries are marked; the two slow ones every fifth. Writes benchmarks/search_speed.md.
With `--folder` what was filled is kept there for the next run, which makes only Upheld's index and the bare one anew.
"""

import argparse
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[1]))

from speed.by_sql import fill_postgresql, fill_sqlite, open_postgresql, open_sqlite, start_postgresql
from speed.contenders import Bare, Contender, Upheld
from speed.processes import Held, held, workers
from speed.queries import MIX, Asked, draw, rows

HERE = Path(__file__).parent
SLOW_EVERY = 5
PATIENCE = 100.0  # seconds
WORKERS = 2  # as many as `upheld serve` has unless told otherwise
ROUNDS = 4  # so that each of them is asked nearly everything

Times = Mapping[Asked, float]
"""What was asked, with the milliseconds that it took."""


def main() -> None:
    """Fills, asks, and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("decisions", type=Path)
    parser.add_argument("--into", type=Path, default=HERE / "search_speed.md")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with folder_for(options.folder) as folder, ExitStack() as running:
        folder.chmod(0o755)  # PostgreSQL's own user goes through it
        os.environ |= {"UPHELD_DATA_DIR": str(folder / "var")}
        address = start_postgresql(folder / "postgresql", running)
        fill(folder, options.decisions, address)
        from upheld.config.start import start

        start()
        asked, memory = draw(options.decisions), serve_and_ask(folder, options.decisions)
        contenders = [Upheld(), Bare(folder / "bare", options.decisions), open_sqlite(folder / "fts.sqlite3")]
        contenders += [open_postgresql(address)] if address else []
        times = {one.name: measure(one, asked) for one in contenders}
        write(options.into, options.decisions, folder, times, memory, has_postgresql=bool(address))


@contextmanager
def folder_for(kept: Path | None) -> Iterator[Path]:
    """The folder that is kept, or one that is gone after the run."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="upheld-speed-") as name:
        yield Path(name)


def fill(folder: Path, path: Path, address: str) -> None:
    """Everything that is not filled yet, and Upheld's index anew: it is of today's code."""
    if not (folder / "filled").exists():
        fill_all(folder, path, address)
        (folder / "filled").touch()
    subprocess.run([sys.executable, "-m", "upheld", "reindex"], check=True, stdout=subprocess.DEVNULL)
    tell("made the index anew, in one go")


def fill_all(folder: Path, path: Path, address: str) -> None:
    """All at the same time: how long it takes is not what is measured here."""
    tell("filling")
    start = multiprocessing.get_context("spawn").Process
    others = [start(target=fill_sqlite, args=(folder / "fts.sqlite3", path))]
    others += [start(target=fill_postgresql, args=(address, path))] if address else []
    for one in others:
        one.start()
    subprocess.run([sys.executable, "-m", "upheld", "import", str(path)], check=True, stdout=subprocess.DEVNULL)
    tell("imported")
    for one in others:
        one.join()
        if one.exitcode:
            sys.exit("a contender could not be filled")


def measure(contender: Contender, asked: Sequence[Asked]) -> Times:
    """The times. One of each kind is asked before; a slow one is asked less, and no longer than it has `PATIENCE`."""
    tell(f"asking {contender.name}")
    is_quick = contender.name in {"Upheld", "bare Tantivy"}
    some = asked if is_quick else asked[::SLOW_EVERY]
    for one in list({one.kind: one for one in some}.values())[: None if is_quick else 3]:
        contender.ask(one)
    times, until = dict[Asked, float](), time.monotonic() + PATIENCE
    for one in some:
        took = contender.ask(one) if is_quick or time.monotonic() < until else None
        if took is not None:
            times[one] = took
    return times


def serve_and_ask(folder: Path, path: Path) -> Held:
    """The memory that a web process holds while it answers all searches: the larger of the usual two."""
    from tests.build.deployment import Deployment
    from tests.build.server import serving

    # Started by an interpreter that has loaded no more than it needs.
    with serving(Deployment(folder / "var", {}), python=Path(sys.executable), workers=WORKERS) as address:
        for one in [one for one in draw(path) if one.kind != "similar"] * ROUNDS:
            ask_page(address, one)
        each = [held(one, folder / "var" / "index") for one in workers()]
        return max(each, key=lambda one: one.most, default=Held(0, 0, 0))


def ask_page(address: str, asked: Asked) -> None:
    """Asks for a page as a browser does."""
    where = "/search/suggest" if asked.kind == "suggestion" else "/search"
    connection = HTTPConnection(address.removeprefix("http://"), timeout=60)
    target = f"{where}?q={quote(asked.text)}&page={min(asked.page, 50)}"
    connection.request("GET", target, headers={"Accept-Encoding": "gzip, deflate, br"})
    connection.getresponse().read()
    connection.close()


def size_of(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def write(
    into: Path, path: Path, folder: Path, times: Mapping[str, Times], memory: Held, *, has_postgresql: bool
) -> None:
    """The table, and each aim with what was measured."""
    from upheld.search.generations import Generations

    count = text = 0
    for row in rows(path):
        count, text = count + 1, text + len(row["text"].encode())
    live = Generations(folder / "var" / "index").live()
    index = size_of(live.folder) if live else 0
    slow = " and ".join(str(len(by)) for name, by in times.items() if name in {"SQLite FTS5", "PostgreSQL"})
    lines = [
        "# Search, beside others", "",
        f"{count:,} decisions, {text / 1e6:,.0f} MB of text; 200 queries, each with the counts of six filters and ten",
        "marked results; medians and 95th percentiles in milliseconds, of one run; 2 cores, Python 3.11.",
        f"SQLite and PostgreSQL were asked every {SLOW_EVERY}th query for {PATIENCE:.0f} s at most: {slow} of them.",
        "Upheld also counts by year and outcome. Its index was made in one go, by `upheld reindex`.", "",
        f"    python3 ../shared/bench/make_decisions.py {count} > decisions.jsonl",
        "    .venv/bin/python benchmarks/search_speed.py decisions.jsonl", "",
        "| queries | " + " | ".join(times) + " |", "|---" * (1 + len(times)) + "|",
    ]  # fmt: skip
    for kind in MIX:
        cells = [[took for one, took in by.items() if one.kind == kind] for by in times.values()]
        lines.append(f"| {kind} | " + " | ".join(map(cell, cells)) + " |")
    lines.append("| all searches | " + " | ".join(cell(searches(by)) for by in times.values()) + " |")
    lines += [] if has_postgresql else ["", "PostgreSQL was left out: its programs are not installed here."]
    lines += ["", "| aim | measured | |", "|---|---|---|", *aims(times, index / text, memory), ""]
    into.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


def searches(times: Times, like: Times | None = None) -> list[float]:
    """The times of what is a search; of those only that `like` was asked too."""
    kept = times if like is None else like
    return [took for one, took in times.items() if one in kept and one.kind not in {"suggestion", "similar"}]


def cell(times: Sequence[float]) -> str:
    """Median and 95th percentile."""
    return f"{statistics.median(times):,.1f} / {high(times):,.1f}" if times else "–"


def high(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)] if times else 0.0


def aims(times: Mapping[str, Times], size: float, memory: Held) -> Iterator[str]:
    """Rows: what was aimed at, what came of it, and whether that is enough."""
    ours, bare = searches(times["Upheld"]), searches(times["bare Tantivy"])
    yield row("95 % of searches within 30 ms", f"{high(ours):.1f} ms", is_met=high(ours) < 30)
    yield row("no search over 100 ms", f"{max(ours):.1f} ms", is_met=max(ours) <= 100)
    times_bare = high(ours) / high(bare)
    yield row("at most 1.5 times bare Tantivy (95th percentiles)", f"{times_bare:.2f} times", is_met=times_bare <= 1.5)
    for name, least in (("SQLite FTS5", 20), ("PostgreSQL", 10)):
        if name in times:
            yield from compared(name, least, searches(times[name]), searches(times["Upheld"], times[name]))
    suggested = high([took for one, took in times["Upheld"].items() if one.kind == "suggestion"])
    yield row("95 % of suggestions within 10 ms", f"{suggested:.1f} ms", is_met=suggested < 10)
    yield row("the index under 60 % of the text", f"{size:.0%}", is_met=size < 0.6)
    said = (
        f"{memory.most} MB at most, with what others hold too; in the end {memory.own + memory.index} MB as its share"
    )
    yield row(f"a web process, one of {WORKERS}, under 300 MB", said, is_met=0 < memory.most < 300)


def compared(name: str, least: int, theirs: Sequence[float], ours: Sequence[float]) -> Iterator[str]:
    """Rows: how many times faster the same queries are answered, by each way to put many times in one number."""
    for how, of in (("in all", sum), ("95th percentiles", high), ("medians", statistics.median)):
        faster = of(theirs) / of(ours)
        aim = f"{least} times faster than {name} on the same queries ({how})"
        yield row(aim, f"{faster:.0f} times", is_met=faster >= least)


def row(aim: str, measured: str, *, is_met: bool) -> str:
    """A row of the table of aims."""
    return f"| {aim} | {measured} | {'met' if is_met else '**not met**'} |"


def tell(what: str) -> None:
    """Says where the run is."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
