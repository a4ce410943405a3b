"""How fast the search is, beside bare Tantivy, SQLite's FTS5 and PostgreSQL's full text: one run, one mix of queries.

    python3 ../shared/bench/make_decisions.py 100000 > decisions.jsonl
    .venv/bin/python benchmarks/search_speed.py decisions.jsonl

Takes the decisions in by `upheld import`, and beside it into an index of bare Tantivy, a table of FTS5 and, where the
server's programs are installed, PostgreSQL with a GIN index. Asks all of them 200 queries, each with the counts of six
filters and ten results whose summaries are marked; the two slow ones every fifth. Writes benchmarks/search_speed.md.
"""

import argparse
import json
import multiprocessing
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Protocol

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent)]
FACETS = ("outcome", "type", "category", "subcategory", "organisation", "kind")
SLOW_EVERY = 5
PATIENCE = 100.0  # seconds
MIX = {
    "common word": 20, "rare word": 20, "two words": 30, "phrase": 20, "prefix": 15, "near": 15, "fielded": 20,
    "filters": 25, "deep page": 10, "suggestion": 15, "similar": 10,
}  # fmt: skip
FILTERS = {"outcome": ("upheld", "not-upheld"), "category": ("housing", "education", "planning")}
DEEP = 500


@dataclass(frozen=True, eq=False)
class Asked:
    """One query: its kind, its words, and what it is narrowed by."""

    kind: str
    words: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1

    @property
    def text(self) -> str:
        """As a reader would type it."""
        joined = " ".join(self.words)
        return {"phrase": f'"{joined}"', "prefix": f"{joined}*", "near": f'"{joined}"~5'}.get(self.kind, joined)

    @property
    def offset(self) -> int:
        """How many results stand before the page."""
        return (self.page - 1) * 10


Times = Mapping[Asked, float]
"""What was asked, with the milliseconds that it took."""


class Contender(Protocol):
    """Finds ten, counts by all filters, and marks."""

    name: str

    def ask(self, asked: Asked) -> float | None:
        """Milliseconds; None for what it cannot be asked."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The decisions of the file as the other contenders keep them."""
    from upheld.lib.slugs import slugify

    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            record = json.loads(line)
            blocks = [block for section in record["sections"] for block in section["blocks"]]
            body = record["organisations"][0]["name"] if record["organisations"] else ""
            category, under = slugify(record["category"] or ""), slugify(record.get("subcategory") or "")
            yield {
                "id": number,
                "text": "\n".join([record["summary"], *(block["text"] for block in blocks), body]),
                "summary": record["summary"],
                "outcome": slugify(record["outcome"] or ""),
                "type": slugify(record["document_type"]),
                "category": category,
                "subcategory": f"{category}/{under}",
                "organisation": slugify(body),
                "kind": slugify(" ".join(body.split()[1:])),
            }


def draw(path: Path) -> list[Asked]:
    """The queries, of words and neighbours of the file's own, the same every time."""
    random, frequency, pairs, texts = Random(5), Counter[str](), [], []
    for row in rows(path):
        words = re.findall(r"[a-z]{4,}", row["text"].lower())
        frequency.update(set(words))
        place = random.randrange(max(1, len(words) - 2))
        pairs.append(tuple(words[place : place + 2]))
        texts.append(row["text"][:1_500])
        if row["id"] == 3_000:
            break
    common = [word for word, count in frequency.items() if count > len(texts) / 4]
    rare = [word for word, count in frequency.items() if 3 <= count <= 15]
    middle = [word for word, count in frequency.items() if len(texts) / 50 < count < len(texts) / 4]
    for words in (common, rare, middle):
        words.sort()
    make: dict[str, Callable[[], Asked]] = {
        "common word": lambda: Asked("common word", (random.choice(common),)),
        "rare word": lambda: Asked("rare word", (random.choice(rare),)),
        "two words": lambda: Asked("two words", (random.choice(middle), random.choice(common))),
        "phrase": lambda: Asked("phrase", random.choice([pair for pair in pairs if len(pair) == 2])),
        "prefix": lambda: Asked("prefix", (random.choice(middle)[:5],)),
        "near": lambda: Asked("near", (random.choice(middle), random.choice(middle))),
        "fielded": lambda: Asked(
            "fielded", (random.choice(middle),), {"category": (random.choice(FILTERS["category"]),)}
        ),
        "filters": lambda: Asked("filters", (random.choice(middle),), FILTERS),
        "deep page": lambda: Asked("deep page", (random.choice(common),), page=DEEP),
        "suggestion": lambda: Asked("suggestion", (random.choice(("hous", "alder", "educ", "plan", "parki", "noi")),)),
        "similar": lambda: Asked("similar", tuple(random.choice(texts).split())),
    }
    asked = [make[kind]() for kind, count in MIX.items() for _ in range(count)]
    random.shuffle(asked)
    return asked


# Upheld


class Upheld:
    """The search as the pages use it; time in the engine, and of marking."""

    name = "Upheld"

    def __init__(self) -> None:
        from upheld.register.models import Decision

        self._summaries = dict(Decision.objects.values_list("pk", "version__summary"))

    def ask(self, asked: Asked) -> float | None:
        from upheld.search import Likeness, SearchRequest, find_similar, search, suggest

        started = time.perf_counter()
        if asked.kind == "suggestion":
            suggest(asked.words[0])
        elif asked.kind == "similar":
            find_similar(Likeness(" ".join(asked.words)), limit=10)
        else:
            names = {"outcome": "outcomes", "category": "categories"}
            text = f"category:{asked.filters['category'][0]} {asked.text}" if asked.kind == "fielded" else asked.text
            values = {} if asked.kind == "fielded" else {names[name]: some for name, some in asked.filters.items()}
            results = search(SearchRequest(text=text, page=asked.page, years=True, **values))
            started = time.perf_counter()
            marked(self._summaries, results.decision_ids, results.words)
            return results.engine_ms + since(started)
        return since(started)


def marked(summaries: Mapping[int, str], ids: Sequence[int], words: Sequence[str]) -> None:
    """The ten results with their marks."""
    from upheld.search import mark

    for one in ids:
        mark(summaries[one], words)


def since(started: float) -> float:
    """Milliseconds."""
    return (time.perf_counter() - started) * 1000


# Bare Tantivy


class Bare:
    """Tantivy with one text field and six to count by."""

    name = "bare Tantivy"

    def __init__(self, folder: Path, path: Path) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder().add_unsigned_field("id", fast=True)
        builder = builder.add_text_field("text", tokenizer_name="en_stem")
        for name in FACETS:
            builder = builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        self.schema, self.engine, self.summaries = builder.build(), tantivy, dict[int, str]()
        folder.mkdir()
        index = tantivy.Index(self.schema, path=str(folder))
        writer = index.writer(128_000_000)
        for row in rows(path):
            self.summaries[row["id"]] = row.pop("summary")
            writer.add_document(tantivy.Document.from_dict(row, self.schema))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.folder, self.searcher = folder, index.searcher()
        self._stem = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self._stem = self._stem.filter(tantivy.Filter.stemmer("english")).build()

    def ask(self, asked: Asked) -> float | None:
        from upheld.search.words import stem

        if asked.kind in {"suggestion", "similar"}:
            return None
        started = time.perf_counter()
        query = self._query(asked)
        hits = self.searcher.search(self._all([query, *self._filters(asked, "")]), 10, offset=asked.offset).hits
        for names, without in self._groups(asked):
            wanted = {name: {"terms": {"field": name, "size": 10_000}} for name in names}
            self.searcher.aggregate(self._all([query, *self._filters(asked, without)]), wanted)
        ids = [int(one) for one in self.searcher.fast_field_values("id", [address for _, address in hits])]
        marked(self.summaries, ids, [stem(word) for word in asked.words])
        return since(started)

    def _groups(self, asked: Asked) -> list[tuple[tuple[str, ...], str]]:
        free = tuple(name for name in FACETS if name not in asked.filters)
        return [(free, ""), *(((name,), name) for name in asked.filters)]

    def _query(self, asked: Asked) -> Any:
        make = self.engine.Query
        if asked.kind == "prefix":
            return make.regex_query(self.schema, "text", f"{asked.words[0]}.*")
        tokens = [token for word in asked.words for token in self._stem.analyze(word)]
        if asked.kind == "phrase":
            return make.phrase_query(self.schema, "text", tokens)
        if asked.kind == "near":
            orders = (tokens, tokens[::-1])
            return self._any([make.phrase_query(self.schema, "text", order, 4) for order in orders])
        return self._all([make.term_query(self.schema, "text", token) for token in tokens])

    def _filters(self, asked: Asked, without: str) -> list[Any]:
        make = self.engine.Query
        return [
            make.const_score_query(self._any([make.term_query(self.schema, name, one) for one in values]), 0.0)
            for name, values in asked.filters.items()
            if name != without
        ]

    def _all(self, parts: Sequence[Any]) -> Any:
        return self.engine.Query.boolean_query([(self.engine.Occur.Must, part) for part in parts])

    def _any(self, parts: Sequence[Any]) -> Any:
        return self.engine.Query.boolean_query([(self.engine.Occur.Should, part) for part in parts])


# By SQL


@dataclass
class BySql:
    """What SQLite and PostgreSQL have in common: the matches once, a page of them, and six counts."""

    name: str
    run: Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
    match: Callable[[Asked], str]
    condition: str
    score: str

    def ask(self, asked: Asked) -> float | None:
        """Milliseconds."""
        from upheld.search.words import stem

        if asked.kind in {"suggestion", "similar"}:
            return None
        started = time.perf_counter()
        matches = self.match(asked)
        where, values = self._where(asked, "")
        page = f"ORDER BY {self.score} LIMIT 10 OFFSET {asked.offset}"
        shown = self.run(
            f"SELECT d.id, d.summary FROM {self.condition} {where} {page}",  # noqa: S608 - all of it is ours
            [matches, *values, *([matches] if self.score.count("%s") else [])],
        )
        for name in FACETS:
            where, values = self._where(asked, name)
            count = f"SELECT d.{name}, count(*) FROM {self.condition} {where} GROUP BY 1"  # noqa: S608 - the same
            self.run(count, [matches, *values])
        marked(dict(shown), [one for one, _ in shown], [stem(word) for word in asked.words])
        return since(started)

    def _where(self, asked: Asked, without: str) -> tuple[str, list[str]]:
        chosen = {name: values for name, values in asked.filters.items() if name != without}
        clauses = [f"AND d.{name} IN ({','.join(['%s'] * len(values))})" for name, values in chosen.items()]
        return " ".join(clauses), [one for values in chosen.values() for one in values]


def fill_sqlite(file: Path, path: Path) -> None:
    """A table with what is counted, and one of FTS5 beside it."""
    import pysqlite3 as sqlite3

    with sqlite3.connect(file) as database:
        database.execute(f"CREATE TABLE d (id INTEGER PRIMARY KEY, summary TEXT, {', '.join(FACETS)})")
        database.execute("CREATE VIRTUAL TABLE f USING fts5(text, content='', tokenize='porter unicode61')")
        places = ",".join("?" * (2 + len(FACETS)))
        for row in rows(path):
            database.execute("INSERT INTO f (rowid, text) VALUES (?, ?)", (row["id"], row["text"]))
            values = [row[name] for name in ("id", "summary", *FACETS)]
            database.execute(f"INSERT INTO d VALUES ({places})", values)  # noqa: S608 - question marks
        database.execute("INSERT INTO f (f) VALUES ('optimize')")


def open_sqlite(file: Path) -> BySql:
    """FTS5 over the filled file."""
    import pysqlite3 as sqlite3

    database = sqlite3.connect(file)
    database.execute("PRAGMA mmap_size=8000000000")

    def run(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = database.execute(sql.replace("%s", "?"), values).fetchall()
        return found

    def match(asked: Asked) -> str:
        joined = " ".join(asked.words)
        special = {"phrase": f'"{joined}"', "prefix": f"{joined}*", "near": f"NEAR({joined}, 4)"}
        return special.get(asked.kind, " AND ".join(asked.words))

    return BySql("SQLite FTS5", run, match, "f JOIN d ON d.id = f.rowid WHERE f MATCH %s", "f.rank")


def start_postgresql(folder: Path, running: ExitStack) -> str:
    """The address of a server of its own; empty where its programs are not installed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        return ""
    folder.mkdir()
    folder.chmod(0o777)
    run = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []  # it refuses to run as root
    data, control = str(folder / "data"), [*run, str(programs[-1].parent / "pg_ctl"), "-D", str(folder / "data"), "-s"]

    def do(*command: str) -> None:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    do(*run, str(programs[-1]), "-D", data, "-A", "trust", "-U", "upheld")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c shared_buffers=1GB"
    options += " -c work_mem=256MB -c maintenance_work_mem=1GB -c max_wal_size=8GB"
    do(*control, "-w", "-o", options, "start")
    running.callback(do, *control, "-m", "immediate", "stop")
    return f"postgresql://upheld@/postgres?host={folder}"


def fill_postgresql(address: str, path: Path) -> None:
    """A table with what is counted and the words, and an index of these."""
    import psycopg

    with psycopg.connect(address) as database:
        facets = ", ".join(f"{name} text" for name in FACETS)
        database.execute(f"CREATE TABLE d (id int PRIMARY KEY, summary text, {facets}, words tsvector)")
        database.execute("CREATE TEMP TABLE t (id int, summary text, " + facets + ", body text)")
        with database.cursor().copy("COPY t FROM STDIN") as copy:
            for row in rows(path):
                copy.write_row([row[name] for name in ("id", "summary", *FACETS, "text")])
        names = ", ".join(("id", "summary", *FACETS))
        words = "to_tsvector('english', left(body, 250000))"
        database.execute(f"INSERT INTO d SELECT {names}, {words} FROM t")  # noqa: S608 - all of it is ours
        database.execute("CREATE INDEX ON d USING gin (words)")
    with psycopg.connect(address, autocommit=True) as database:
        database.execute("VACUUM ANALYZE d")


def open_postgresql(address: str) -> BySql:
    """Full text over the filled table."""
    import psycopg

    database = psycopg.connect(address, autocommit=True)

    def run(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return database.execute(sql, values).fetchall()  # type: ignore[arg-type]  # our own SQL

    def match(asked: Asked) -> str:
        words = asked.words
        if asked.kind == "near":
            apart = [f"({one} <{step}> {other})" for step in range(1, 6) for one, other in (words, words[::-1])]
            return " | ".join(apart)
        return {"phrase": " <-> ", "prefix": ""}.get(asked.kind, " & ").join(words) + ":*" * (asked.kind == "prefix")

    query = "to_tsquery('english', %s)"
    return BySql("PostgreSQL", run, match, f"d WHERE words @@ {query}", f"ts_rank(words, {query}) DESC, id")


# The run


def main() -> None:
    """Fills, asks, and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("decisions", type=Path)
    parser.add_argument("--into", type=Path, default=HERE / "search_speed.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="upheld-speed-") as name, ExitStack() as running:
        folder = Path(name)
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


def fill(folder: Path, path: Path, address: str) -> None:
    """All at the same time: how long it takes is not what is measured here."""
    tell("filling")
    start = multiprocessing.get_context("spawn").Process
    others = [start(target=fill_sqlite, args=(folder / "fts.sqlite3", path))]
    others += [start(target=fill_postgresql, args=(address, path))] if address else []
    for one in others:
        one.start()
    subprocess.run([sys.executable, "-m", "upheld", "import", str(path)], check=True, stdout=subprocess.DEVNULL)
    tell("imported")
    subprocess.run([sys.executable, "-m", "upheld", "reindex"], check=True, stdout=subprocess.DEVNULL)
    tell("made the index anew, in one go")
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


def serve_and_ask(folder: Path, path: Path) -> int:
    """The most memory that a web process held while it answered searches, in MB."""
    from http.client import HTTPConnection
    from urllib.parse import quote

    from tests.build.deployment import Deployment
    from tests.build.server import serving

    deployment = Deployment(folder / "var", {})
    with serving(deployment) as address:
        for one in draw(path):
            where = "/search/suggest" if one.kind == "suggestion" else "/search"
            if one.kind != "similar":
                connection = HTTPConnection(address.removeprefix("http://"), timeout=60)
                connection.request("GET", f"{where}?q={quote(one.text)}&page={min(one.page, 50)}")
                connection.getresponse().read()
                connection.close()
        return max(map(resident, workers()), default=0)


def workers() -> list[int]:
    """The web processes of the server that runs now."""
    found = []
    for status in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            is_worker = b"spawn_main" in status.read_bytes()
        except OSError:
            continue
        if is_worker and f"{os.getpid()}" in ancestors(int(status.parent.name)):
            found.append(int(status.parent.name))
    return found


def ancestors(process: int) -> Iterator[str]:
    """The numbers of the processes above this one."""
    while process > 1:
        stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        process = int(stat[1])
        yield str(process)


def resident(process: int) -> int:
    """What the process holds in memory, in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024


def size_of(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def write(
    into: Path, path: Path, folder: Path, times: Mapping[str, Times], memory: int, *, has_postgresql: bool
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


def aims(times: Mapping[str, Times], size: float, memory: int) -> Iterator[str]:
    """Rows: what was aimed at, what came of it, and whether that is enough."""
    ours, bare = searches(times["Upheld"]), searches(times["bare Tantivy"])

    def row(aim: str, measured: str, *, is_met: bool) -> str:
        return f"| {aim} | {measured} | {'met' if is_met else '**not met**'} |"

    yield row("95 % of searches within 30 ms", f"{high(ours):.1f} ms", is_met=high(ours) < 30)
    yield row("no search over 100 ms", f"{max(ours):.1f} ms", is_met=max(ours) <= 100)
    times_bare = high(ours) / high(bare)
    yield row("at most 1.5 times bare Tantivy (95th percentiles)", f"{times_bare:.2f} times", is_met=times_bare <= 1.5)
    for name, least in (("SQLite FTS5", 20), ("PostgreSQL", 10)):
        if name in times:
            theirs, same = searches(times[name]), searches(times["Upheld"], times[name])
            faster = statistics.median(theirs) / statistics.median(same)
            said = f"{faster:.0f} times; {sum(theirs) / sum(same):.0f} times in all"
            yield row(f"{least} times faster than {name} on the same queries (medians)", said, is_met=faster >= least)
    suggested = high([took for one, took in times["Upheld"].items() if one.kind == "suggestion"])
    yield row("95 % of suggestions within 10 ms", f"{suggested:.1f} ms", is_met=suggested < 10)
    yield row("the index under 60 % of the text", f"{size:.0%}", is_met=size < 0.6)
    yield row("a web process under 300 MB", f"{memory} MB", is_met=0 < memory < 300)


def tell(what: str) -> None:
    """Says where the run is."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
