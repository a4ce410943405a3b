"""One decision of an export, read from the register."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from upheld.register.models import Decision, Version
from upheld.register.queries.record import get_version_record, list_public
from upheld.register.records import DecisionRecord


@dataclass(frozen=True, slots=True)
class Row:
    """A published decision in one of its versions. Remedies that the source did not give are read from the text."""

    decision: Decision
    version: Version
    record: DecisionRecord

    @property
    def is_replaced(self) -> bool:
        """Whether another version has taken the place of this one."""
        return self.version.number != self.decision.version_number

    @property
    def path(self) -> str:
        """The address of this very version."""
        address = self.decision.get_absolute_url()
        return f"{address}/v/{self.version.number}" if self.is_replaced else address


def read_rows(ids: Sequence[int], earlier: Mapping[int, int]) -> Iterator[Row]:
    """The rows of those that are published at this moment, in the order of `ids`.

    `earlier` has the number of the version for those that are wanted in another than the present one; where its text
    was erased there is no row.
    """
    versions = _versions({pk: earlier[pk] for pk in ids if pk in earlier})
    for decision, record in list_public(ids):
        if earlier.get(decision.pk, decision.version_number) == decision.version_number:
            yield Row(decision, decision.version, record)
        elif (version := versions.get(decision.pk)) and version.content is not None:
            yield Row(decision, version, get_version_record(decision, version))


def _versions(wanted: Mapping[int, int]) -> dict[int, Version]:
    if not wanted:
        return {}
    rows = Version.objects.filter(decision_id__in=list(wanted), number__in=set(wanted.values()))
    return {one.decision_id: one for one in rows if wanted[one.decision_id] == one.number}
