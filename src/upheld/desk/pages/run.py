"""What one import left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from upheld.desk.frame import HOME
from upheld.ingest.queries.run import LeftOut, TroubledRun
from upheld.lib.dates import date_in_zone, format_date
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link

_SHOWN = 200


@dataclass(frozen=True)
class Reason:
    """Entries left out for one reason: each as a link to Find, with its place in the files of the import."""

    title: str
    entries: tuple[tuple[Link, str], ...]
    more: int


@dataclass(frozen=True)
class RunPage:
    """The page."""

    run: TroubledRun
    day: str
    reasons: tuple[Reason, ...]


def make_run(run: TroubledRun, left_out: Sequence[LeftOut]) -> RunPage:
    """The page of the import."""
    day = format_date(date_in_zone(run.started_at, get_scheme().timezone))
    return RunPage(run, day, tuple(map(_reason, left_out)))


def run_head(page: RunPage) -> Head:
    """What the page says of itself."""
    return Head(f"Import of {page.day}", trail=(HOME,))


def _reason(one: LeftOut) -> Reason:
    lead = "In conflict" if one.result == "conflict" else "Refused"
    pairs = zip(one.references, one.places, strict=False)
    entries = tuple((_link(reference), _place(place)) for reference, place in pairs)
    return Reason(f"{lead}: {one.reason}", entries[:_SHOWN], max(0, len(entries) - _SHOWN))


def _link(reference: str) -> Link:
    return Link(reference, f"/desk/find?q={quote(reference)}") if reference else Link("No reference was read")


def _place(place: str) -> str:
    """`2:14` as a person reads it."""
    file, _, line = place.partition(":")
    return f"file {file}, line {line}"
