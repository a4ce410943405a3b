"""What people must look at: reports of recognised people, and what colleagues did in an emergency."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.editorial.models import Notice, RecognitionReport
from upheld.register.models import Decision


@dataclass(frozen=True)
class OpenReport:
    """Somebody wrote that a person can be recognised: of which decision, when, and by when they are to be answered."""

    uid: str
    reference: str
    received_at: dt.datetime
    answer_by: dt.date


@dataclass(frozen=True)
class Told:
    """What a colleague did to a decision, for somebody who has not seen it yet."""

    kind: str
    reference: str
    decision_uid: str
    at: dt.datetime


def list_open_reports(most: int) -> tuple[int, Sequence[OpenReport]]:
    """How many reports wait for an answer, and the first of them: those that must be answered soonest."""
    rows = RecognitionReport.objects.filter(closed_at=None)
    found = rows.select_related("decision").order_by("answer_by", "pk")[:most]
    reports = [OpenReport(one.uid, one.decision.reference, one.received_at, one.answer_by) for one in found]
    return rows.count(), reports


def list_told(person: str, most: int) -> tuple[int, Sequence[Told]]:
    """How many notices about decisions the person has not seen, and the newest of them."""
    rows = Notice.objects.filter(person__iexact=person, subject="decision", seen_at=None)
    found = list(rows.order_by("-at", "-pk")[:most])
    decisions = Decision.objects.in_bulk([one.subject_id for one in found if one.subject_id])
    told = [
        Told(one.kind, decisions[one.subject_id].reference, decisions[one.subject_id].uid, one.at)
        for one in found
        if one.subject_id in decisions
    ]
    return rows.count(), told
