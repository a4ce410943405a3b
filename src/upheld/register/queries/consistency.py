"""Whether the register agrees with itself and with the journal."""

from collections.abc import Iterator
from itertools import islice

from django.db import connection
from django.db.models import Count, F, Max, Q

from upheld.journal.queries.chain import list_faults
from upheld.register.content import content_hash
from upheld.register.models import Decision, DecisionReference, Version
from upheld.register.queries.journal_fit import list_unentered

_SHOWN = 1000


def list_differences() -> Iterator[str]:
    """Every way in which the register disagrees with itself, as sentences. Nothing when all is well."""
    yield from _database()
    yield from _journal()
    yield from _versions()
    yield from _references()


def _database() -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(20)")
        yield from (f"database: {row[0]}" for row in cursor.fetchall() if row[0] != "ok")
        cursor.execute("PRAGMA foreign_key_check")
        yield from (f"database: {row[0]} row {row[1]} points to nothing in {row[2]}" for row in cursor.fetchall())


def _journal() -> Iterator[str]:
    yield from (f"journal: {fault}" for fault in islice(list_faults(), _SHOWN))
    yield from list_unentered()


def _versions() -> Iterator[str]:
    counted = Decision.objects.annotate(held=Count("versions"), last=Max("versions__number"))
    wrong = counted.exclude(held=F("version_number"), last=F("version_number"), version__number=F("version_number"))
    for reference, held, number in wrong.values_list("reference", "held", "version_number")[:_SHOWN]:
        yield f"{reference}: stands at version {number}, but {held} are kept"
    rows = Version.objects.filter(erased_at=None).select_related("decision")
    values = rows.values_list("decision__reference", "number", "content_hash", "content", "summary")
    for reference, number, digest, content, summary in values.iterator(500):
        if content is None or summary is None or content_hash(content, summary) != digest:
            yield f"{reference}: version {number} is not what its hash says"


def _references() -> Iterator[str]:
    counted = Decision.objects.annotate(preferred=Count("references", filter=Q(references__preferred=True)))
    for reference in counted.exclude(preferred=1).values_list("reference", flat=True)[:_SHOWN]:
        yield f"{reference}: has not exactly one preferred reference"
    differing = DecisionReference.objects.filter(preferred=True).exclude(printed=F("decision__reference"))
    for printed, reference in differing.values_list("printed", "decision__reference")[:_SHOWN]:
        yield f"{reference}: its preferred reference reads {printed}"
