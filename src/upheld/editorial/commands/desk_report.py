"""`upheld desk-report`."""

import json
from collections.abc import Iterator, Mapping

import click

from upheld.analysis.identifiers import KINDS
from upheld.editorial.queries.desk import DeskReport, get_desk_report
from upheld.editorial.queries.examination import Waiting
from upheld.editorial.rules import STATES
from upheld.lib.runtime import Runtime


@click.command("desk-report")
@click.option("--json", "as_json", is_flag=True, help="Give the report as JSON on standard output.")
@click.pass_obj
def desk_report(runtime: Runtime, *, as_json: bool) -> int:
    """Tell what waits at the desk: reports, drafts, and findings in what is published. Exit 1 if something waits.

    What is published and was not examined yet is examined first.
    """
    runtime.examine()
    report = get_desk_report()
    if as_json:
        click.echo(json.dumps(_data(report), ensure_ascii=False))
    else:
        for line in _lines(report):
            click.echo(line)
    return 1 if report.reports or report.findings or any(report.drafts.values()) else 0


def _lines(report: DeskReport) -> Iterator[str]:
    if report.reports:
        yield f"Someone can be recognised: {report.reports:,} reports wait for an answer"
    if report.decisions:
        yield f"Findings in what is published: {report.findings:,} in {report.decisions:,} decisions"
    yield from (f"  {one.reference}: {_kinds(one.kinds)}" for one in report.first)
    if len(report.first) < report.decisions:
        yield f"  … and {report.decisions - len(report.first):,} decisions more"
    for state, count in report.drafts.items():
        label = STATES[state].label.lower() if state in STATES else state
        yield f"Drafts, {label}: {count:,}"
    if report.drafts_with_findings:
        yield f"Drafts with findings: {report.drafts_with_findings:,}"
    if report.behind > 0:
        yield f"Not examined yet: what happened in the last {report.behind:,} journal entries"
    if not (report.reports or report.decisions or report.drafts):
        yield "Nothing waits."


def _kinds(kinds: Mapping[str, int]) -> str:
    return ", ".join(f"{KINDS[kind].label.lower() if kind in KINDS else kind} {count}" for kind, count in kinds.items())


def _data(report: DeskReport) -> dict[str, object]:
    return {
        "reports": report.reports,
        "findings": report.findings,
        "decisions_with_findings": report.decisions,
        "drafts": dict(report.drafts),
        "drafts_with_findings": report.drafts_with_findings,
        "not_examined_entries": report.behind,
        "first": [_decision(one) for one in report.first],
    }


def _decision(one: Waiting) -> dict[str, object]:
    return {"reference": one.reference, "version": one.version, "open": one.open, "kinds": dict(one.kinds)}
