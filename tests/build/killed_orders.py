"""Random orders in a process of its own, to be killed; and what must be true of what it left."""

import datetime as dt
import itertools
import sys

from tests.build.acts import ACTS
from tests.build.orders import Orders
from upheld.editorial.models import Draft, DraftRevision, FindingAnswer, OpenReview
from upheld.editorial.queries.findings import examine_record
from upheld.editorial.queries.holds import find_hold
from upheld.editorial.rules import NEVER, TAKEN
from upheld.register.models import Decision
from upheld.register.queries.record import get_record
from upheld.scheme import get_scheme

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def run(number: int) -> None:
    """Does one thing after another until it is killed. It knows nothing of what was done before it began."""
    orders = Orders(number, now=NOON + dt.timedelta(days=number), kills=False, begins=not Draft.objects.exists())
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    for _ in itertools.count():
        orders.now += dt.timedelta(minutes=10)
        orders.attempt(orders.random.choice(ACTS))


def check(number: int) -> None:
    """What can be told from what is kept alone."""
    today = (NOON + dt.timedelta(days=number + 1)).date()
    for decision in Decision.objects.filter(state="published"):
        kind = get_scheme().document_type(decision.document_type)
        assert kind
        assert decision.decided_on
        assert today >= decision.decided_on + dt.timedelta(days=kind.delay_days), decision
        assert find_hold(decision.pk) is None, decision
        assert not OpenReview.objects.filter(reference_key=decision.reference_key, closed_at=None).exists(), decision
        answered = FindingAnswer.objects.filter(decision=decision).exclude(confirmed_by="")
        left = {one.fingerprint for one in examine_record(get_record(decision.pk))}
        assert left <= set(answered.values_list("fingerprint", flat=True)), decision
    for draft in Draft.objects.all():
        texts = DraftRevision.objects.filter(draft=draft)
        assert texts.exists() == (draft.state not in (TAKEN, NEVER)), draft
        assert draft.state in (TAKEN, NEVER) or texts.filter(number=draft.revision).exists(), draft
        assert draft.state != TAKEN or (draft.decision_id and draft.approved_by not in draft.people), draft
