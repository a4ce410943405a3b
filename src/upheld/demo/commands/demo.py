"""`upheld demo`."""

import click

from upheld.demo.actions.make_demo import make_demo
from upheld.lib.runtime import Runtime
from upheld.register.actions.erase import erase_traces
from upheld.register.queries.register import get_coverage, is_demo


@click.command()
@click.option("--if-missing", is_flag=True, help="Do nothing when the demo is there already.")
@click.pass_obj
def demo(runtime: Runtime, *, if_missing: bool) -> int:
    """Make the demo register: some 1,200 invented decisions about invented bodies, the same every time.

    It needs a folder of its own (UPHELD_DATA_DIR) and is refused on a register that holds anything else.
    """
    if if_missing and is_demo():
        runtime.follow()
        return 0
    click.echo("Making the demo register: invented decisions about invented bodies", err=True)
    make_demo(by="demo")
    erase_traces()
    runtime.follow()
    click.echo(f"The demo holds {get_coverage().decisions:,} published decisions. `upheld serve` shows them.")
    return 0
