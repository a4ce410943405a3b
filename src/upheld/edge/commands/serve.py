"""`upheld serve`: the website, and the process that follows the journal."""

import os
import sys

import click
from django.conf import settings

from upheld.edge.processes import AddressTakenError
from upheld.lib.logs import configure_logs
from upheld.register.queries.scheme_fit import refuse_another
from upheld.scheme import get_scheme

LOOPBACK = frozenset({"127.0.0.1", "localhost"})


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--workers", default=None, type=click.IntRange(1, 64), help="Web processes  [default: UPHELD_WORKERS]")
def serve(host: str, port: int, workers: int | None) -> int:
    """Serve the website, and keep search and all else that follows the register up to date."""
    from upheld.edge.serve import FOLLOWER, Site
    from upheld.edge.serve import serve as run

    refuse_another(get_scheme())
    if host in LOOPBACK:  # on this machine only: the address is the one that is listened on, unless another is set
        os.environ.setdefault("UPHELD_PUBLIC_URL", f"http://{host}:{port}")
    os.environ.setdefault("UPHELD_LOG_TO", "stdout")  # a command's output is its result; a server's are its logs
    configure_logs(settings.LOG_LEVEL, settings.LOG_TO or "stdout")
    site = Site(host, port, workers or settings.WORKERS, settings.WSGI_APPLICATION)
    try:
        return run(site, follower=FOLLOWER, ready=_say_ready)
    except AddressTakenError as error:
        click.echo(str(error), err=True)
        return 2


def _say_ready(url: str) -> None:
    click.echo(f"Upheld is at {url} (stop it with Ctrl-C)")
    sys.stdout.flush()
