"""Made-up decisions for a benchmark that is given no file of its own."""

import argparse
import subprocess
import sys
import time
from pathlib import Path

MAKER = Path(__file__).parent.parent.parent / "shared/bench/make_decisions.py"


def add_options(parser: argparse.ArgumentParser, *, words: int) -> None:
    """Lets a command choose a file, or how many decisions of how many words are made."""
    parser.add_argument("file", type=Path, nargs="?", help="decisions as JSON Lines; made where none is given")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=words)
    parser.add_argument("--maker", type=Path, default=MAKER, help="the program that makes decisions")


def get_file(options: argparse.Namespace, folder: Path) -> Path:
    """The file that was given, or one made in the folder."""
    if options.file:
        return Path(options.file)
    path = folder / "decisions.jsonl"
    say(f"making {options.count:,} decisions of about {options.words} words")
    with path.open("wb") as file:
        command = [sys.executable, str(options.maker), str(options.count), "--words", str(options.words)]
        subprocess.run(command, stdout=file, check=True)
    return path


def say(sentence: str) -> None:
    """Tells how far a run is."""
    print(f"{time.strftime('%H:%M:%S')}  {sentence}", file=sys.stderr, flush=True)
