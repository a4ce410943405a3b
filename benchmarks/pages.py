"""How fast pages are: a kept page beside bare granian and nginx sending the same bytes, and a page made afresh.

    .venv/bin/python benchmarks/pages.py [--seconds 4] [--rounds 5]

It makes the demo register in a temporary folder, adds a report of 10,000 words, and measures the busiest list and that
report. Needs wrk; nginx when it is there. The servers take
turns, so that what else the machine does falls on all of them; the processor time a request costs hardly depends on
it at all. Writes benchmarks/pages.md.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = Path(sys.executable).parent
PORT = 8150
ENCODING = "br"
BARE_NAME = "bare granian, same bytes"
TICKS = os.sysconf("SC_CLK_TCK")
# What a server adds by itself is left to it.
ADDED = {"server", "date", "content-length", "connection", "transfer-encoding"}
BARE = """
import json, pathlib
kept = json.loads(pathlib.Path({file!r}).read_text())
BODY = bytes.fromhex(kept["body"])
HEADERS = [*map(tuple, kept["headers"]), ("Content-Length", str(len(BODY)))]

def application(environ, start_response):
    start_response("200 OK", HEADERS)
    return [BODY]
"""
NGINX = """
{user} daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error;
events {{ worker_connections 1024; }}
http {{
  access_log off; default_type "text/html"; sendfile on; tcp_nopush on; keepalive_requests 10000000;
  open_file_cache max=10 inactive=60s; client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2;
  fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}; {headers} location / {{ try_files /page =404; }} }}
}}
"""


def main() -> None:
    options = parse()
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        data = make_demo(folder / "data")
        pages = [("The busiest list", busiest_category(data)), ("A report of 10,000 words", add_long_report(data))]
        told = [f"## {name}\n\n{measure(options, path, data, folder)}" for name, path in pages]
    report(options, told)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=16)
    return parser.parse_args()


def measure(options: argparse.Namespace, path: str, data: Path, folder: Path) -> str:
    """What is measured of one page, as Markdown."""
    with ExitStack() as running:
        upheld = running.enter_context(started("Upheld, page kept", ours(), data, PORT))
        headers, body = fetch(PORT, path)
        servers = [upheld, running.enter_context(started(BARE_NAME, bare(folder, headers, body), data, PORT + 1))]
        if shutil.which("nginx"):
            command = nginx(folder, headers, body)
            servers.append(running.enter_context(started("nginx, same bytes from a file", command, data, PORT + 2)))
        turns = take_turns(servers, path, options)
        afresh = describe_cold(measure_cold(upheld, path, 60), count_queries(data, path))
    page = f"`{path}`, {len(body):,} bytes with {ENCODING}; the middle of {options.rounds} turns each."
    return f"{page}\n\n{table(turns)}\n\n{afresh}"


def make_demo(folder: Path) -> Path:
    subprocess.run([SCRIPTS / "upheld", "demo"], env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    return folder


def add_long_report(data: Path) -> str:
    """The address of a report of 10,000 words, made of the words of the demo's and imported."""
    command = [SCRIPTS / "upheld", "export"]
    lines = subprocess.run(command, env=environment(data), check=True, stdout=subprocess.PIPE).stdout.splitlines()
    file = data.parent / "report.jsonl"
    file.write_text(json.dumps(make_long_report([json.loads(line) for line in lines])))
    command = [SCRIPTS / "upheld", "import", str(file)]
    subprocess.run(command, env=environment(data), check=True, stdout=subprocess.DEVNULL)
    return "/decisions/education/special-educational-needs/98-999-999"


def make_long_report(decisions: list[dict]) -> dict:
    """A report of 10,000 words, whose chapters are complaints; law and recommendations stand once."""
    end = next(one for one in decisions if one["document_type"] == "Report")
    chapter = {"The complaint", "What I found", "What happened", "What went wrong", "What it meant"}
    chapters, words, number = [], 0, 0
    for one in [*(one for one in decisions if one is not end), end]:
        if words > 10_000 and one is not end:
            continue
        if one.get("sections"):
            chapters.append({"heading": f"Chapter {len(chapters) + 1}: {one.get('subcategory')}"})
        for section in one.get("sections", []):
            if section["heading"] not in chapter and one is not end:
                continue
            blocks = join_short(section["blocks"])
            for block in blocks:
                number += 1
                block["number"] = number
                words += len(json.dumps(block).split())
            chapters.append({**section, "level": 2, "blocks": blocks})
    place = {"category": "Education", "subcategory": "Special educational needs"}
    given = {key: end[key] for key in ("outcome", "organisations", "decided_on", "summary")}
    return {"reference": "98 999 999", "document_type": "Report", **place, **given, "sections": chapters, "demo": True}


def join_short(blocks: list[dict]) -> list[dict]:
    """The blocks, short ones joined until a paragraph has some 50 words, as those of reports have."""
    joined: list[dict] = []
    for block in blocks:
        plain = joined and set(block) | set(joined[-1]) == {"number", "text"}
        if plain and len(joined[-1]["text"].split()) < 40:
            joined[-1]["text"] += " " + block["text"]
        else:
            joined.append(dict(block))
    return joined


def environment(data: Path) -> dict[str, str]:
    return {**os.environ, "UPHELD_DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "upheld.config.settings"}


def ours() -> list[str]:
    return [str(SCRIPTS / "upheld"), "serve", "--workers", "1", "--port", str(PORT)]


def bare(folder: Path, headers: list[tuple[str, str]], body: bytes) -> list[str]:
    """One granian worker with as many threads as ours, which does nothing but send what ours sent."""
    from upheld.edge.serve import BLOCKING_THREADS

    kept = folder / "kept.json"
    kept.write_text(json.dumps({"headers": headers, "body": body.hex()}))
    (folder / "bare_page.py").write_text(BARE.format(file=str(kept)))
    return [
        *(str(SCRIPTS / "granian"), "--interface", "wsgi", "--no-ws", "--workers", "1", "--working-dir", str(folder)),
        *("--blocking-threads", str(BLOCKING_THREADS), "--port", str(PORT + 1), "bare_page:application"),
    ]


def nginx(folder: Path, headers: list[tuple[str, str]], body: bytes) -> list[str]:
    site = folder / "nginx"
    site.mkdir(exist_ok=True)
    (site / "page").write_bytes(body)
    user = "user root root;" if os.geteuid() == 0 else ""  # else its worker could not read a folder of ours
    added = " ".join(f'add_header {name} "{value}";' for name, value in headers if name not in {"content-type", "etag"})
    (site / "conf").write_text(NGINX.format(user=user, folder=site, port=PORT + 2, headers=added))
    return ["nginx", "-c", str(site / "conf"), "-e", str(site / "error")]


@dataclass(frozen=True)
class Server:
    """A server under way."""

    name: str
    port: int
    pid: int

    def processor_seconds(self) -> float:
        """What it and its children have used so far."""
        return sum(used for pid, used in processes().items() if is_under(pid, self.pid))


@dataclass(frozen=True)
class Turn:
    """What one run of wrk saw."""

    rate: float
    slowest: float
    """Milliseconds within which 99 of 100 were answered."""
    processor: float
    """Microseconds a request."""


def processes() -> dict[int, float]:
    """The processor seconds of every process."""
    used = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            used[int(folder.name)] = (int(fields[11]) + int(fields[12])) / TICKS
    return used


def is_under(pid: int, ancestor: int) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
    return False


@contextmanager
def started(name: str, command: list[str], data: Path, port: int) -> Iterator[Server]:
    process = subprocess.Popen(command, env=environment(data), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield Server(name, port, process.pid)
    finally:
        process.terminate()
        process.wait(15)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            sys.exit(f"{process.args} ended with {process.returncode}")
        try:
            fetch(port, "/")
        except OSError:
            time.sleep(0.05)
        else:
            return
    sys.exit(f"nothing answers on port {port}")


def fetch(port: int, path: str, host: str = "127.0.0.1") -> tuple[list[tuple[str, str]], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": ENCODING, "Host": host})
    answer = connection.getresponse()
    assert answer.status == 200, f"{path} answers {answer.status}"
    body = answer.read()
    connection.close()
    return [(name.lower(), value) for name, value in answer.getheaders() if name.lower() not in ADDED], body


def busiest_category(data: Path) -> str:
    """The address of the subcategory page with the most decisions."""
    code = (
        "from upheld.config.start import start; start()\n"
        "from collections import Counter\n"
        "from upheld.register.models import Decision\n"
        "addresses = (d.get_absolute_url().rpartition('/')[0] for d in Decision.objects.filter(state='published'))\n"
        "print(Counter(addresses).most_common(1)[0][0])"
    )
    return run_inside(data, code)


def count_queries(data: Path, path: str) -> int:
    """The queries of the page, as Django makes it."""
    code = (
        "from upheld.config.start import start; start()\n"
        "from django.db import connection\n"
        "from django.test import Client\n"
        "from django.test.utils import CaptureQueriesContext\n"
        f"client = Client(SERVER_NAME='127.0.0.1'); client.get({path!r})\n"
        "with CaptureQueriesContext(connection) as captured:\n"
        f"    assert client.get({path!r}).status_code == 200\n"
        "print(len(captured))"
    )
    return int(run_inside(data, code))


def run_inside(data: Path, code: str) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment(data), check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


def take_turns(servers: list[Server], path: str, options: argparse.Namespace) -> dict[str, list[Turn]]:
    turns: dict[str, list[Turn]] = {server.name: [] for server in servers}
    for _ in range(options.rounds):
        for server in servers:
            turns[server.name].append(wrk(server, path, options))
    return turns


def wrk(server: Server, path: str, options: argparse.Namespace) -> Turn:
    command = ["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--latency"]
    command += ["-H", f"Accept-Encoding: {ENCODING}", f"http://127.0.0.1:{server.port}{path}"]
    before = server.processor_seconds()
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    used = server.processor_seconds() - before
    assert "Non-2xx" not in said, said
    slowest, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    requests = int(re.search(r"(\d+) requests in", said)[1])
    return Turn(rate, float(slowest) * {"us": 0.001, "ms": 1, "s": 1000}[unit], used / requests * 1_000_000)


def measure_cold(server: Server, path: str, times: int) -> tuple[list[float], float]:
    """Milliseconds of the page made afresh, over HTTP, and of processor time for one: each time it is asked for under
    another port of the host, under which it is not kept yet."""
    for number in range(10):  # the first few fill Django's own caches
        fetch(server.port, path, f"127.0.0.1:{1_000 + number}")
    took, before = [], server.processor_seconds()
    for number in range(times):
        began_at = time.perf_counter()
        fetch(server.port, path, f"127.0.0.1:{2_000 + number}")
        took.append((time.perf_counter() - began_at) * 1_000)
    return sorted(took), (server.processor_seconds() - before) / times * 1_000


def describe_cold(measured: tuple[list[float], float], queries: int) -> str:
    took, processor = measured
    middle, most = statistics.median(took), took[int(len(took) * 0.95)]
    times = f"{middle:.1f} ms in the middle, 95 of 100 within {most:.1f} ms"
    return f"Made afresh: {times}; {processor:.1f} ms of processor time; {queries} queries."


def table(turns: dict[str, list[Turn]]) -> str:
    rows = "\n".join(row(name, measured, turns[BARE_NAME]) for name, measured in turns.items())
    heads = "| server | requests a second | of bare granian | 99 of 100 within | processor time a request |"
    return f"{heads}\n|---|---:|---:|---:|---:|\n{rows}"


def report(options: argparse.Namespace, told: list[str]) -> None:
    settings = f"--rounds {options.rounds} --seconds {options.seconds} --connections {options.connections}"
    paragraphs = "\n\n".join(told)
    text = f"""# Pages

`.venv/bin/python benchmarks/pages.py {settings}`

{os.cpu_count()} cores with {os.getloadavg()[1]:.0f} processes wanting them at the end, one worker each, wrk on the same
machine, the servers taking turns. Made afresh means by Django, over HTTP.

{paragraphs}
"""
    (HERE / "pages.md").write_text(text, encoding="utf-8")
    print(text)


def row(name: str, measured: list[Turn], bare_turns: list[Turn]) -> str:
    rate, slowest, processor = (
        statistics.median(getattr(turn, what) for turn in measured) for what in ("rate", "slowest", "processor")
    )
    share = statistics.median(turn.rate / bare.rate for turn, bare in zip(measured, bare_turns, strict=True))
    return f"| {name} | {rate:,.0f} | {share:.2f} | {slowest:.1f} ms | {processor:.0f} µs |"


if __name__ == "__main__":
    main()
