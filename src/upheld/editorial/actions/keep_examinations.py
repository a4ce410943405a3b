"""Keeps what examinations of published decisions came to, and learns the words of what is published."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import F

from upheld.editorial.models import Examination, ExaminerCursor, SeenWord
from upheld.editorial.queries.examination import Examined
from upheld.editorial.queries.knowledge import key_mark
from upheld.journal.actions.append import writing
from upheld.register.models import Decision

_SLICE = 500


def begin_anew(*, by: str, at: dt.datetime) -> None:  # noqa: ARG001 - every action is told who and when
    """Forgets every word and every examination: the journal is followed from its first entry again."""
    with writing():
        SeenWord.objects.all().delete()
        Examination.objects.all().delete()
        changes = ExaminerCursor.objects.values_list("changes", flat=True).first() or 0
        ExaminerCursor.objects.all().delete()
        ExaminerCursor.objects.create(number=0, key=key_mark(), changes=changes + 1)


def keep_examinations(
    examined: Sequence[Examined], *, expected: int, upto: int, by: str, at: dt.datetime  # noqa: ARG001 - the same
) -> bool:  # fmt: skip
    """Keeps them, and with them that the journal is followed up to `upto`: all or nothing.

    Gives whether it did: not when somebody else followed meanwhile. A decision that changed since it was examined is
    left out: its change has an entry of its own, which comes later.
    """
    with writing():
        cursor = ExaminerCursor.objects.filter(number=expected, key=key_mark())
        if cursor.update(number=upto) != 1:
            return False
        fresh = _unchanged(examined)
        _keep([one for one in fresh if one.is_public], at)
        Examination.objects.filter(decision__in=[one.decision_id for one in fresh if not one.is_public]).delete()
        if _count_words(fresh):
            cursor = ExaminerCursor.objects.filter(number=upto)
            cursor.update(changes=F("changes") + 1)
    return True


def forget(words: Iterable[int]) -> int:
    """Takes words, given as numbers, out of what was seen, inside `writing()`. Gives how many were there."""
    gone = 0
    numbers = sorted(set(words))
    for start in range(0, len(numbers), _SLICE):
        gone += SeenWord.objects.filter(hash__in=numbers[start : start + _SLICE]).delete()[0]
    if gone:
        ExaminerCursor.objects.update(changes=F("changes") + 1)
    return gone


def _unchanged(examined: Sequence[Examined]) -> list[Examined]:
    ids = [one.decision_id for one in examined]
    rows = Decision.objects.filter(pk__in=ids).values_list("pk", "version_number", "state")
    now = {pk: (version, state) for pk, version, state in rows}
    return [one for one in examined if now.get(one.decision_id) == (one.version, one.state)]


def _keep(examined: Sequence[Examined], at: dt.datetime) -> None:
    Examination.objects.bulk_create(
        [
            Examination(
                decision_id=one.decision_id, version=one.version, learned=one.version, open=one.open,
                kinds=dict(one.kinds), examined_at=at,
            )
            for one in examined
        ],
        update_conflicts=True,
        unique_fields=["decision"],
        update_fields=["version", "learned", "open", "kinds", "examined_at"],
    )  # fmt: skip


def _count_words(examined: Sequence[Examined]) -> bool:
    """Counts the words. Gives whether any count changed."""
    more = Counter(word for one in examined for word in one.new)
    more.subtract(Counter(word for one in examined for word in one.gone))
    changed = {word: count for word, count in more.items() if count}
    table = connection.ops.quote_name(SeenWord._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (hash, decisions) VALUES (%s, %s) ON CONFLICT (hash) "  # noqa: S608 - a name of ours
            f"DO UPDATE SET decisions = {table}.decisions + excluded.decisions",
            sorted(changed.items()),
        )
    if any(count < 0 for count in changed.values()):
        SeenWord.objects.filter(decisions__lte=0).delete()
    return bool(changed)
