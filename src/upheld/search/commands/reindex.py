"""`upheld reindex`: makes the search index again beside the live one and puts it in its place."""

import time

import click

from upheld.lib.runtime import Runtime
from upheld.search.follower import SearchFollower


@click.command()
@click.pass_obj
def reindex(runtime: Runtime) -> int:
    """Make the search index again, while the site goes on answering. Returns when the new one is live."""
    follower = SearchFollower(runtime.data_dir / "index")
    started = time.monotonic()
    follower.want_rebuild()
    runtime.follow()
    size = follower.size()
    noun = "decision" if size == 1 else "decisions"
    click.echo(f"Indexed {size:,} {noun} in {time.monotonic() - started:.1f} seconds")
    return 0
