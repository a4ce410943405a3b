"""One decision of an export, read from the register."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from upheld.register.models import Decision, Version
from upheld.register.queries.record import get_version_record, list_public
from upheld.register.records import DecisionRecord


@dataclass(frozen=True, slots=True)
class Row:
    """A published decision in one of its versions, which another replaced at `replaced_at`, if any did.

    Remedies that the source did not give are read from the text.
    """

    decision: Decision
    version: Version
    record: DecisionRecord
    replaced_at: dt.datetime | None = None

    @property
    def path(self) -> str:
        """The address of this very version."""
        address = self.decision.get_absolute_url()
        return f"{address}/v/{self.version.number}" if self.replaced_at else address


def read_rows(ids: Sequence[int], earlier: Mapping[int, int]) -> Iterator[Row]:
    """The rows of those that are published at this moment, in the order of `ids`.

    `earlier` has the number of the version for those that are wanted in another than the present one; where its text
    was erased there is no row.
    """
    wanted = {pk: earlier[pk] for pk in ids if pk in earlier}
    versions, following = _versions(wanted), _moments({pk: number + 1 for pk, number in wanted.items()})
    for decision, record in list_public(ids):
        if earlier.get(decision.pk, decision.version_number) == decision.version_number:
            yield Row(decision, decision.version, record)
        elif (version := versions.get(decision.pk)) and version.content is not None:
            yield Row(decision, version, get_version_record(decision, version), following[decision.pk])


def _versions(wanted: Mapping[int, int]) -> dict[int, Version]:
    return {one.decision_id: one for one in _rows(wanted) if wanted[one.decision_id] == one.number}


def _moments(wanted: Mapping[int, int]) -> dict[int, dt.datetime]:
    """When these versions were made."""
    rows = _rows(wanted).values_list("decision_id", "number", "made_at")
    return {pk: made_at for pk, number, made_at in rows if wanted[pk] == number}


def _rows(wanted: Mapping[int, int]) -> QuerySet[Version]:
    return Version.objects.filter(decision_id__in=list(wanted), number__in=set(wanted.values()))
