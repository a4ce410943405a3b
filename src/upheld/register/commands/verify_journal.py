"""`upheld verify-journal`."""

from itertools import islice

import click

from upheld.journal.queries.chain import Head, get_chain_head, list_faults
from upheld.register.queries.journal_fit import list_unentered

_MOST = 200


@click.command("verify-journal")
@click.option("--expect", metavar="NUMBER:HASH", help="A head that an earlier run printed, kept elsewhere.")
def verify_journal(expect: str | None) -> int:
    """Find any journal entry that was changed, is missing, swapped or cut off. Exit 1 if there is one.

    Prints the head, NUMBER:HASH. Keep it somewhere else: with --expect it proves later that nothing up to it was
    written anew.
    """
    head = get_chain_head()
    found = list(islice(list_faults(_expected(expect)), _MOST)) + list(islice(list_unentered(), _MOST))
    for line in found:
        click.echo(line)
    if found:
        click.echo(f"{len(found)} faults: the journal is not as it was written. Compare it with a backup", err=True)
        return 1
    click.echo(f"The journal is whole: {head.number:,} entries. Note this elsewhere: {head}")
    return 0


def _expected(text: str | None) -> Head | None:
    if text is None:
        return None
    number, _, chain = text.strip().partition(":")
    if not number.isdecimal() or len(chain) != 64 * (number != "0"):
        raise click.UsageError(
            "Write --expect as an earlier run printed it: the number, a colon, 64 digits and letters"
        )
    return Head(int(number), chain.lower())
