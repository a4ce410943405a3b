"""Whatever happened since, a file as of a number holds what could be read then and can be read now."""

import datetime as dt
import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.test import Client

from tests.build.decision import record
from tests.integration.public.test_exports import lines
from upheld.journal.queries.entry import get_head
from upheld.lib.clock import now
from upheld.register.actions.correct import Correction, NothingChangedError, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.publish import publish
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import restore, withdraw
from upheld.register.models import Decision, Version
from upheld.register.redaction import WordsNotFoundError
from upheld.register.rules import RefusedError

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NEVER = dt.date(2099, 1, 1)
BIRDS = ("heron", "stork", "heron with a ring")
Shown = dict[str, int]


def happen(rnd: random.Random) -> None:
    """Something happens to a decision, or a new one comes, which may have to wait."""
    summary = f"A {rnd.choice(BIRDS)} was lost, {rnd.randrange(10**9)}."
    one = rnd.choice(Decision.objects.order_by("pk"))
    corrected = Correction(one.pk, one.version_number, record(one.reference, summary=summary))
    new = record(f"21 000 {Decision.objects.count() + 1:03}", summary=summary)
    ways: list[Callable[[], object]] = [
        lambda: publish([new], by="editor", at=now()),
        lambda: publish([new], by="editor", at=now(), not_before=NEVER),
        lambda: correct([corrected], by="editor", at=now()),
        lambda: redact(one.pk, ["ring"], "mark", by="editor", at=now()),
        *(lambda move=move: move([one.pk], by="editor", at=now()) for move in (hold, release, withdraw, restore)),
    ]
    with suppress(RefusedError, NothingChangedError, WordsNotFoundError):
        rnd.choice(ways)()


def shown() -> Shown:
    """The versions that readers see, by reference."""
    return dict(Decision.objects.filter(state="published").values_list("reference", "version_number"))


@pytest.mark.parametrize("seed", range(2))
def test_a_file_as_of_any_number_is_what_was_there_less_what_was_removed(
    client: Client, index: Callable[[], None], seed: int
) -> None:
    rnd, then = random.Random(seed), dict[int, Shown]()
    publish([record(f"21 000 00{n}", summary="A heron with a ring.") for n in range(1, 6)], by="editor", at=now())
    for step in range(40):
        then[get_head()] = shown()
        if step == 20:
            index()
        happen(rnd)
    index()
    happen(rnd)  # the index does not know it
    texts = {
        (one.decision.reference, one.number): one.summary or ""
        for one in Version.objects.select_related("decision").filter(content__isnull=False)
    }
    for number in rnd.sample(sorted(then), 6):
        left = {pair for pair in then[number].items() if pair[0] in shown() and pair in texts}
        _, rows, end = lines(client, f"q=heron&at={number}")
        found = {(one["reference"], one["version"]["number"]): one["summary"] for one in rows}
        assert found == {pair: texts[pair] for pair in left if "heron" in texts[pair]}
        assert end["removed_since"] == sorted(set(then[number]) - {reference for reference, _ in left})
