"""How decisions stood at a number of the journal."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from upheld.journal.models import Entry
from upheld.register.models import Decision
from upheld.register.standing import Standing, Step, standing_at


def list_touched(after: int) -> Iterator[int]:
    """The ids of decisions that entries after the number are about, each once."""
    rows = Entry.objects.filter(number__gt=after, subject="decision", subject_id__isnull=False)
    yield from (pk for pk in rows.order_by().values_list("subject_id", flat=True).distinct() if pk is not None)


def get_standings(decisions: Sequence[Decision], number: int) -> Mapping[int, Standing]:
    """How the decisions stood right after the entry `number`, by id."""
    steps: dict[int, list[Step]] = defaultdict(list)
    rows = Entry.objects.filter(subject="decision", subject_id__in=[one.pk for one in decisions]).order_by("number")
    for pk, entry, kind, version in rows.values_list("subject_id", "number", "kind", "version"):
        if pk is not None:
            steps[pk].append(Step(entry, kind, version))
    return {one.pk: standing_at(steps[one.pk], number, waits=not one.was_public) for one in decisions}
