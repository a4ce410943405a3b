"""How long the files of a decision take: PDF and Word files in their child process, Markdown where it is asked for.

    .venv/bin/python benchmarks/twins.py [--rounds 7]

The texts are invented. `cold` begins with a new child; `next` is another decision in the same one; `kept` is the same
decision again. Processor time is what the child used for the next one. Writes benchmarks/twins.md.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from tests.build.twin import long_sections, twin
from upheld.config.start import start

start()

from upheld.public.twins.markdown import write_markdown  # noqa: E402 - models can be imported only now
from upheld.public.twins.press import Press  # noqa: E402 - the same
from upheld.public.twins.twin import Twin  # noqa: E402 - the same

HERE = Path(__file__).parent
TEXTS = {"a statement of 1,500 words": 25, "a report of 10,000 words": 165, "a report of 25,000 words": 420}
HEAD = """\
# Files of a decision

`.venv/bin/python benchmarks/twins.py --rounds {rounds}`

{cores} cores with {load:.0f} processes wanting them at the end; the middle of {rounds}, in milliseconds. `cold` starts
the child process; `next` is another decision in the same child, and `processor` what it used; `kept` is the same again,
before the page cache, which answers the third time. `memory` is the most the child had.

| text | form | cold | next | processor | kept | memory | size |
|---|---|---:|---:|---:|---:|---:|---:|"""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Row:
    """What was measured of one text in one form; times in milliseconds."""

    text: str
    form: str
    cold: float
    following: float
    processor: float
    kept: float
    megabytes: int
    size: int
    pages: int | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    rows = [row for name, count in TEXTS.items() for row in measure(name, count, rounds)]
    report = write(rows, rounds)
    (HERE / "twins.md").write_text(report)
    print(report)


def measure(name: str, count: int, rounds: int) -> Iterator[Row]:
    made = twin(sections=long_sections(count))
    for form in ("pdf", "docx"):
        yield measure_press(name, form, made, rounds)
    times = [timed(lambda: write_markdown(made)) for _ in range(rounds)]
    middle = statistics.median(times)
    yield Row(name, "md", middle, middle, middle, middle, 0, len(write_markdown(made)), None)


def measure_press(name: str, form: str, made: Twin, rounds: int) -> Row:
    cold, following, kept, processor = [], [], [], []
    peak, data = 0, b""
    for turn in range(rounds):
        press = Press(1_000_000_000, touched=lambda after: (after, frozenset()))
        first, second = (replace(made, summary=f"Summary {turn}, {which}.") for which in ("first", "second"))
        cold.append(timed(lambda first=first, press=press: press.make(1, form, first)))
        used = processor_time(press._child.pid)
        following.append(timed(lambda second=second, press=press: press.make(1, form, second)))
        processor.append((processor_time(press._child.pid) - used) * 1_000)
        kept.append(timed(lambda second=second, press=press: press.make(1, form, second)))
        data, peak = press.make(1, form, second), max(peak, press._child.peak)
        press.close()
    pages = len(PdfReader(BytesIO(data)).pages) if form == "pdf" else None
    middles = [statistics.median(times) for times in (cold, following, processor, kept)]
    return Row(name, form, *middles, peak // 1_000_000, len(data), pages)


def timed(work: Callable[[], bytes]) -> float:
    began_at = time.perf_counter()
    work()
    return (time.perf_counter() - began_at) * 1_000


def processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def write(rows: list[Row], rounds: int) -> str:
    load = os.getloadavg()[0]
    lines = [HEAD.format(rounds=rounds, cores=os.cpu_count(), load=load)]
    for row in rows:
        size = f"{row.size / 1_000:,.0f} kB" + (f", {row.pages} pages" if row.pages else "")
        memory = f"{row.megabytes} MB" if row.megabytes else ""
        lines.append(
            f"| {row.text} | {row.form} | {row.cold:,.0f} | {row.following:,.0f} | {row.processor:,.0f} | "
            f"{row.kept:,.1f} | {memory} | {size} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
