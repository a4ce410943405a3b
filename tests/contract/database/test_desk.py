"""The way of a draft on every database: found, answered, approved, and what two do at once is done once."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.build.deployment import Deployment
from tests.build.scheme import OFFICIAL

pytestmark = pytest.mark.slow  # several processes at once

BEGIN = """
from tests.build.draft import text
from tests.build.decision import NOON
from upheld.editorial.actions.start_draft import FORM, start_draft
from upheld.editorial.actions.send import send_for_check
from upheld.editorial.queries.draft import get_draft
def ready(reference, summary="Mrs B complained that the Council lost her letters."):
    draft = start_draft(text(reference, summary=summary + reference), by="ada", at=NOON, source=FORM)
    return send_for_check(draft.uid, 1, by="ada", at=NOON)
"""
WAY = """
from upheld.editorial.actions.answer_finding import answer_finding, confirm_necessary
from upheld.editorial.actions.approve import approve, approve_clean
from upheld.editorial.actions.hold import hold, release
from upheld.editorial.actions.redact import redact
from upheld.editorial.actions.open_review import close_review, open_review
from upheld.register.models import Decision
from upheld.scheme import get_scheme
draft = ready("21 000 001", "Mrs B wrote to Tobias Quill. ")
assert draft.state == "checking", draft.state
for one in get_draft(draft.uid, at=NOON).open_findings:
    answer_finding(draft.uid, 1, one.finding.fingerprint, "necessary", "The law", by="ada", at=NOON)
    confirm_necessary(draft.uid, 1, one.finding.fingerprint, by="bea", at=NOON)
decision = approve(draft.uid, 1, by="cy", at=NOON)
hold([decision.pk], by="cy", at=NOON)
release([decision.pk], by="cy", at=NOON)
redact(decision.pk, ["Tobias Quill"], "Mr X", by="cy", at=NOON)
review = open_review(get_scheme().pattern.parse("21 000 001"), "court", by="cy", at=NOON)
hold([decision.pk], by="bea", at=NOON)
assert not close_review(review.pk, by="cy", at=NOON)
assert Decision.objects.get().state == "held"
batch = [ready(f"21 000 00{number}").uid for number in range(2, 6)]
assert all(result.decision for result in approve_clean(batch, by="bea", at=NOON))
assert Decision.objects.count() == 5
"""
APPROVE = """
import pathlib, time
from tests.build.decision import NOON
from upheld.editorial.actions.approve import approve
from upheld.editorial.models import Draft
from upheld.editorial.rules import NotPossibleError, OvertakenError
uid = Draft.objects.get().uid
print("begun", flush=True)
while not pathlib.Path(GO).exists():
    time.sleep(0.01)
try:
    approve(uid, 1, by="bea", at=NOON)
    print("approved")
except (NotPossibleError, OvertakenError):
    print("told")
"""


@pytest.fixture
def official(database: Deployment) -> Deployment:
    """A deployment of an official register."""
    return replace(database, env={**database.env, "UPHELD_SCHEME": OFFICIAL})


def run(deployment: Deployment, program: str) -> None:
    process = deployment.python(program)
    output, _ = process.communicate()
    assert process.returncode == 0, output


def test_a_draft_goes_its_whole_way(official: Deployment) -> None:
    run(official, BEGIN + WAY)
    assert "The journal is whole" in official.do("verify-journal")
    official.do("check", "--repair")
    assert "Nothing waits" in official.do("desk-report")
    assert "All is well" in official.do("check")


def test_two_imports_at_once_make_each_draft_once(official: Deployment) -> None:
    file = official.write_records("drafts.jsonl", *(f"21 000 {number:03}" for number in range(30)))
    code = f"import sys; from upheld.__main__ import main; sys.argv = ['upheld', 'import', {str(file)!r}]; main()"
    both = [official.python(code) for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    run(official, f"from upheld.editorial.models import Draft\nassert Draft.objects.count() == 30, {said!r}")
    assert "The journal is whole" in official.do("verify-journal")


def test_of_two_approvals_at_once_one_is_told(official: Deployment, tmp_path: Path) -> None:
    run(official, BEGIN + "assert ready('21 000 009').state == 'ready'")
    go = tmp_path / "go"
    both = [official.python(f"GO = {str(go)!r}\n{APPROVE}") for _ in range(2)]
    for process in both:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
    go.touch()
    said = sorted(process.communicate()[0].strip() for process in both)
    assert said == ["approved", "told"]
