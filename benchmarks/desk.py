"""How fast the desk is with 10,000 drafts: its pages, asked of a real server by somebody who is signed in.

    .venv/bin/python benchmarks/desk.py [--drafts 10000] [--requests 20]

It makes an official register in a temporary folder, with decisions and drafts of about a thousand words, all invented,
and a report of 10,000 words with findings in it. A few drafts are made through the actions, the rest are their copies
under other references, because ten thousand would take an hour. Writes benchmarks/desk.md.
"""

import argparse
import http.client
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 8345
LIMITS = {"/desk/": 200, "/desk/find": 200, "/desk/find?state=ready": 200, "REPORT": 300}
NAMES = {
    "/desk/": "Home",
    "/desk/find": "Find, the whole queue",
    "/desk/find?state=ready": "Find, one state",
    "/desk/find?q=Ellisham": "Find, a body by name",
    "/desk/find?q=kingfisher": "Find, a word that few texts have",
    "/desk/batch": "Batch, 500 at once",
    "/desk/calendar": "Calendar",
    "REPORT": "A report of 10,000 words, its findings marked",
}
FILL = """
import datetime as dt, json, secrets
from django.db import transaction
from tests.build.decision import record
from tests.build.draft import checking, draft, ready
from tests.build.person import make_person, session_key
from upheld.editorial.models import Draft, DraftRevision
from upheld.lib.clock import now
from upheld.register.actions.publish import publish
DRAFTS = {drafts}
SENTENCES = ("Mrs B told the Council that the letter had not come.", "The Council looked for it and found nothing.",
             "It wrote to her a month later and said that it was sorry.", "It has since changed how it keeps letters.")

def section(number, paragraphs, seed=0):
    blocks = [{{"number": 10 * number + n, "text": " ".join(SENTENCES[(seed + n + k) % 4] for k in range(5))}}
              for n in range(paragraphs)]
    return {{"heading": "What happened, part %d" % number, "blocks": blocks}}

def values(n):
    return {{"organisations": [{{"name": ("Alderford Borough Council", "Ellisham City Council")[n % 2]}}],
            "sections": [section(k, 5, n) for k in range(1, 5)],
            "decided_on": now().date() - dt.timedelta(days=n % 60)}}

at = now()
publish([record("20 %03d %03d" % (n // 1000, n % 1000), **values(n)) for n in range(2000)], by="import", at=at,
        already_public=True)
publish([record("26 %03d %03d" % (n // 1000, n % 1000), **values(n % 40)) for n in range(400)], by="import", at=at)
made = []
for n in range(30):
    one = (draft, checking, ready)[n % 3]("23 000 %03d" % n, at=at, **values(n))
    made.append((one, DraftRevision.objects.get(draft=one, number=1).record))
rows, texts = [], []
for n in range(DRAFTS - len(made)):
    one, text = made[n % len(made)]
    reference = "24 %03d %03d" % (n // 1000, n % 1000)
    fields = {{f.attname: getattr(one, f.attname) for f in Draft._meta.concrete_fields if f.name != "id"}}
    moment = at - dt.timedelta(minutes=n)
    fields |= {{"uid": secrets.token_hex(8), "reference": reference, "reference_key": reference.replace(" ", ""),
               "state_at": moment, "changed_at": moment, "text_hash": str(n)}}
    rows.append(Draft(**fields))
    texts.append(text.replace("Mrs B told", "Mrs B the kingfisher told") if n % 2000 == 7 else text)
with transaction.atomic():
    Draft.objects.bulk_create(rows, 500)
    DraftRevision.objects.bulk_create(
        [DraftRevision(draft=d, number=d.revision, record=t, by="wren@ombudsman.example", at=at)
         for d, t in zip(rows, texts)], 500)
long = {{"document_type": "Report", "sections": [section(k, 20, k) for k in range(1, 11)],
        "summary": "Mrs B rang 07700 900123 about Tobias Quill of Ellisham. The Council was at fault."}}
report = draft("23 900 001", at=at, **long)
words = sum(len(b["text"].split()) for s in long["sections"] for b in s["blocks"])
with transaction.atomic():
    key = session_key(make_person("manager", email="bench@ombudsman.example"))
print(json.dumps({{"key": key, "report": report.uid, "words": words, "drafts": Draft.objects.count()}}))
"""


def main() -> None:
    """Fills, serves, measures and writes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--drafts", type=int, default=10_000)
    parser.add_argument("--requests", type=int, default=20)
    options = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        filled = _fill(environment, options.drafts)
        with subprocess.Popen(
            [sys.executable, "-m", "upheld", "serve", "--port", str(PORT), "--workers", "1"],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as server:  # fmt: skip
            try:
                times = _measure(filled, options.requests)
            finally:
                server.terminate()
    text = _table(filled, times, options.requests, load)
    (ROOT / "benchmarks/desk.md").write_text(text, encoding="utf-8")
    print(text)


def _environment(folder: str) -> dict[str, str]:
    own = {
        "UPHELD_DATA_DIR": folder,
        "UPHELD_SCHEME": str(ROOT / "tests/build/schemes/official.toml"),
        "UPHELD_PUBLIC_URL": f"http://127.0.0.1:{PORT}",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    return {key: value for key, value in os.environ.items() if not key.startswith(("UPHELD_", "DJANGO_"))} | own


def _fill(environment: dict[str, str], drafts: int) -> dict[str, str]:
    subprocess.run([sys.executable, "-m", "upheld", "check"], env=environment, check=True, capture_output=True)
    program = f"from upheld.config.start import start; start()\n{FILL.format(drafts=drafts)}"
    done = subprocess.run([sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True)
    subprocess.run([sys.executable, "-m", "upheld", "reindex"], env=environment, check=True, capture_output=True)
    filled: dict[str, str] = json.loads(done.stdout.strip().splitlines()[-1])
    return filled


def _measure(filled: dict[str, str], requests: int) -> dict[str, list[float]]:
    """Milliseconds of every request, by page; the first, in which the server loads its code, is left out."""
    _wait()
    times: dict[str, list[float]] = {}
    for page in NAMES:
        path = f"/desk/drafts/{filled['report']}" if page == "REPORT" else page
        times[page] = [_ask(path, filled["key"]) for _ in range(requests + 1)][1:]
    return times


def _wait() -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/robots.txt", timeout=5).read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


def _ask(path: str, key: str) -> float:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    started = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": f"upheld_desk={key}"})
    text = connection.getresponse().read()
    connection.close()
    if b"Sign out" not in text:
        raise SystemExit(f"{path}: not the page of somebody who is signed in")
    return (time.perf_counter() - started) * 1000


def _table(filled: dict[str, str], times: dict[str, list[float]], requests: int, load: float) -> str:
    rows = [
        f"| {NAMES[page]} | {statistics.median(took):.0f} | {sorted(took)[int(len(took) * 0.95) - 1]:.0f} "
        f"| {LIMITS.get(page, '–')} |"
        for page, took in times.items()
    ]
    return (
        "# The desk with many drafts\n\n"
        f"{filled['drafts']:,} drafts, 2,400 decisions, one worker, {requests} requests each over HTTP, Python "
        f"{platform.python_version()}, {os.cpu_count()} processors. The report has {filled['words']:,} words.\n"
        f"The machine had a load of {load:.1f} when it began.\n"
        "Made by `.venv/bin/python benchmarks/desk.py`.\n\n"
        "| Page | median, ms | 95th of 100, ms | promised, ms |\n|---|--:|--:|--:|\n" + "\n".join(rows) + "\n"
    )


if __name__ == "__main__":
    main()
