"""`upheld satisfied` and `upheld further-report`."""

import datetime as dt
from collections.abc import Sequence

import click

from upheld.analysis.references import Reference
from upheld.lib.clock import now
from upheld.lib.dates import date_in_zone, format_date
from upheld.lib.runtime import Runtime
from upheld.register.actions import follow_up as following
from upheld.register.actions import satisfy as satisfying
from upheld.register.commands.target import BY, DRY_RUN, REFERENCES, find_decisions, find_reference
from upheld.register.rules import Blocker, satisfied_blockers, unsatisfied_blockers
from upheld.scheme import get_scheme


@click.command()
@REFERENCES
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day, as YYYY-MM-DD.")
@click.option("--not", "taken_back", is_flag=True, help="Take it back: it was recorded by mistake.")
@BY
@DRY_RUN
@click.pass_obj
def satisfied(
    runtime: Runtime, references: tuple[str, ...], on: dt.datetime | None, by: str, *, taken_back: bool, dry_run: bool
) -> int:
    """Record the day on which the ombudsman was satisfied with what an organisation did."""
    if (on is None) != taken_back:
        raise click.UsageError("Give the day with --on, or --not to take back what was recorded")
    decisions = find_decisions(references)
    day = on.date() if on else None
    what = f"satisfied on {format_date(day)}" if day else "no longer recorded as satisfied"
    if dry_run:
        today = date_in_zone(now(), get_scheme().timezone)
        known = [satisfying.compliance_of(one) for one in decisions]
        blockers = [satisfied_blockers(one, day, today) if day else unsatisfied_blockers(one) for one in known]
        return _preview([one.reference for one in decisions], blockers, what)
    ids = [decision.pk for decision in decisions]
    _ = satisfying.satisfy(ids, day, by=by, at=now()) if day else satisfying.unsatisfy(ids, by=by, at=now())
    runtime.follow()
    for decision in decisions:
        click.echo(f"{decision.reference}: {what}")
    return 0


@click.command("further-report")
@click.argument("reference")
@click.argument("further", metavar="FURTHER")
@click.option("--not", "taken_back", is_flag=True, help="Take it back: it was recorded by mistake.")
@BY
@DRY_RUN
@click.pass_obj
def further_report(runtime: Runtime, reference: str, further: str, by: str, *, taken_back: bool, dry_run: bool) -> int:
    """Record that FURTHER is the report that followed REFERENCE, because its organisation had not put things right.

    Each of the two pages then links to the other.
    """
    [decision] = find_decisions([reference])
    if taken_back:
        return _unfollow(runtime, decision.pk, decision.reference, find_reference(further), by=by, dry_run=dry_run)
    [after] = find_decisions([further])
    what = f"followed by {after.reference}"
    if dry_run:
        return _preview([decision.reference], [following.follow_up_blockers(decision, after)], what)
    following.follow_up(decision.pk, after.pk, by=by, at=now())
    runtime.follow()
    click.echo(f"{decision.reference}: {what}")
    return 0


def _unfollow(runtime: Runtime, pk: int, reference: str, further: Reference, *, by: str, dry_run: bool) -> int:
    what = f"no longer followed by {further.printed}"
    if dry_run:
        return _preview([reference], [following.unfollow_blockers(pk, further)], what)
    following.unfollow(pk, further, by=by, at=now())
    runtime.follow()
    click.echo(f"{reference}: {what}")
    return 0


def _preview(references: Sequence[str], blockers: Sequence[tuple[Blocker, ...]], what: str) -> int:
    for reference, found in zip(references, blockers, strict=True):
        click.echo(f"would refuse: {found[0]}" if found else f"would be {what}: {reference}")
    return 1 if any(blockers) else 0
