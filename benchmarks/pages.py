"""How fast pages are: a kept page beside bare granian and nginx sending the same bytes, and a page made afresh.

    .venv/bin/python benchmarks/pages.py [--data FOLDER] [--path /decisions/…] [--seconds 4] [--rounds 5]

Without --data it makes the demo register in a temporary folder. Needs wrk; nginx when it is there. The servers take
turns, so that what else the machine does falls on all of them. Writes benchmarks/pages.md.
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
from contextlib import ExitStack, contextmanager
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = Path(sys.executable).parent
PORT = 8150
ENCODING = "br"
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
        data = options.data or make_demo(folder / "data")
        path = options.path or busiest_category(data)
        running.enter_context(started(ours(), data, PORT))
        headers, body = fetch(PORT, path)
        servers = {"Upheld, page kept": PORT, "bare granian, same bytes": PORT + 1}
        running.enter_context(started(bare(folder, headers, body), data, PORT + 1))
        if shutil.which("nginx"):
            servers["nginx, same bytes from a file"] = PORT + 2
            running.enter_context(started(nginx(folder, headers, body), data, PORT + 2))
        rates = take_turns(servers, path, options)
        afresh = describe_cold(cold_milliseconds(PORT, path, 60), count_queries(data, path))
    page = f"The page is `{path}`, {len(body):,} bytes with {ENCODING}"
    report(options, page, rates, afresh)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--path")
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=16)
    return parser.parse_args()


def make_demo(folder: Path) -> Path:
    subprocess.run([SCRIPTS / "upheld", "demo"], env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    return folder


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
    site.mkdir()
    (site / "page").write_bytes(body)
    user = "user root root;" if os.geteuid() == 0 else ""  # else its worker could not read a folder of ours
    added = " ".join(f'add_header {name} "{value}";' for name, value in headers if name not in {"content-type", "etag"})
    (site / "conf").write_text(NGINX.format(user=user, folder=site, port=PORT + 2, headers=added))
    return ["nginx", "-c", str(site / "conf"), "-e", str(site / "error")]


@contextmanager
def started(command: list[str], data: Path, port: int) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment(data), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield
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


def fetch(port: int, path: str) -> tuple[list[tuple[str, str]], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": ENCODING})
    answer = connection.getresponse()
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


def take_turns(servers: dict[str, int], path: str, options: argparse.Namespace) -> dict[str, list[tuple[float, float]]]:
    rates: dict[str, list[tuple[float, float]]] = {name: [] for name in servers}
    for _ in range(options.rounds):
        for name, port in servers.items():
            rates[name].append(wrk(port, path, options))
    return rates


def wrk(port: int, path: str, options: argparse.Namespace) -> tuple[float, float]:
    """Requests a second, and the milliseconds within which 99 of 100 were answered."""
    command = ["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--latency"]
    command += ["-H", f"Accept-Encoding: {ENCODING}", f"http://127.0.0.1:{port}{path}"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Non-2xx" not in said, said
    slowest, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), float(slowest) * {"us": 0.001, "ms": 1, "s": 1000}[
        unit
    ]


def cold_milliseconds(port: int, path: str, times: int) -> list[float]:
    """The page made afresh, over HTTP: a parameter that pages do not know keeps the page out of the cache."""
    took = []
    for number in range(times):
        began_at = time.perf_counter()
        fetch(port, f"{path}?benchmark={number}")
        took.append((time.perf_counter() - began_at) * 1_000)
    return sorted(took[10:])  # the first few fill Django's own caches


def report(options: argparse.Namespace, page: str, rates: dict[str, list[tuple[float, float]]], afresh: str) -> None:
    bare_rate = statistics.median(rate for rate, _ in rates["bare granian, same bytes"])
    rows = "\n".join(row(name, measured, bare_rate) for name, measured in rates.items())
    settings = f"--rounds {options.rounds} --seconds {options.seconds} --connections {options.connections}"
    text = f"""# Pages

`.venv/bin/python benchmarks/pages.py {settings}`

{os.cpu_count()} cores, one worker each, wrk beside the servers on the same machine, which take turns.
{page}; the middle of {options.rounds} turns each.

| server | requests a second | of bare granian | 99 of 100 within |
|---|---:|---:|---:|
{rows}

{afresh}
"""
    (HERE / "pages.md").write_text(text, encoding="utf-8")
    print(text)


def describe_cold(took: list[float], queries: int) -> str:
    middle, most = statistics.median(took), took[int(len(took) * 0.95)]
    times = f"{middle:.1f} ms in the middle, 95 of 100 within {most:.1f} ms"
    return f"Made afresh by Django, over HTTP: {times}; {queries} queries."


def row(name: str, measured: list[tuple[float, float]], bare_rate: float) -> str:
    rate = statistics.median(rate for rate, _ in measured)
    slowest = statistics.median(slowest for _, slowest in measured)
    return f"| {name} | {rate:,.0f} | {rate / bare_rate:.2f} | {slowest:.1f} ms |"


if __name__ == "__main__":
    main()
