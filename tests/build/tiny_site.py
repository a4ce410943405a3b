"""The real server around a tiny application: `python -m tests.build.tiny_site PORT [MODULE.APPLICATION]`."""

import os
import sys
import uuid
from collections.abc import Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

from tests.build.patience import eventually
from upheld.edge.processes import AddressTakenError
from upheld.edge.serve import Site, serve


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answers with the process that answers; /slow?FILE writes beside FILE and waits for it; /huge streams 40 MB."""
    if environ["PATH_INFO"] == "/slow":
        go = Path(environ["QUERY_STRING"])
        go.with_suffix(f".{uuid.uuid4().hex}").touch()
        eventually(go.exists)
    start_response("200 OK", [("Content-Type", "text/plain")])
    if environ["PATH_INFO"] == "/huge":
        return (b"x" * 65_536 for _ in range(600))
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else str(os.getpid()).encode()]


def main() -> int:
    """Serves two workers and a follower that only waits."""
    target = sys.argv[2] if len(sys.argv) > 2 else "tests.build.tiny_site.application"
    site = Site("127.0.0.1", int(sys.argv[1]), workers=2, application=target)
    try:
        return serve(
            site, follower=(sys.executable, "-m", "tests.build.waiting"), ready=lambda url: print(url, flush=True)
        )
    except AddressTakenError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
