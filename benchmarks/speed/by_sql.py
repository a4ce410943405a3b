"""Who else is asked: SQLite's FTS5, and PostgreSQL's full text."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from speed.contenders import marked, since
from speed.queries import FACETS, Asked, rows


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
    folder.mkdir(exist_ok=True)
    folder.chmod(0o777)
    run = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []  # it refuses to run as root
    data, control = str(folder / "data"), [*run, str(programs[-1].parent / "pg_ctl"), "-D", str(folder / "data"), "-s"]

    def do(*command: str) -> None:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    if not (folder / "data").exists():
        do(*run, str(programs[-1]), "-D", data, "-A", "trust", "-U", "upheld")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c shared_buffers=1GB"
    options += " -c work_mem=256MB -c maintenance_work_mem=1GB -c max_wal_size=8GB"
    do(*control, "-w", "-o", options, "start")
    running.callback(do, *control, "-m", "fast", "stop")
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
