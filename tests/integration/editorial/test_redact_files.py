"""After a redaction no file of the data folder holds the words, whatever the desk kept of them."""

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow  # each command is a process of its own

NAME = "Perpetua Vannock"
NEEDLES = ("perpetua", "vannock", "Perpetua".encode("utf-16-le").decode("latin-1").lower())
MAKE = """
from tests.build.decision import NOON, record
from tests.build.person import make_person
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.editorial.actions.start_draft import FORM, start_draft
from upheld.editorial.models import DraftNote, FindingAnswer, KnownWord, SavedView
from upheld.register.actions.publish import publish
from upheld.register.models import Decision
name = "Perpetua Vannock"
make_person("manager", second_factor=False)
def text(number, more):
    blocks = [{"number": i, "text": f"{name} asked {more}. " * 60} for i in range(12)]
    return [{"heading": f"What {name} said", "blocks": blocks}]
others = [record(f"21 000 {n:03d}", summary=f"Complaint {n}.") for n in range(40)]
publish([*others, record("21 000 100", summary=f"{name} complained.", sections=text(1, "once"))], by="ada", at=NOON)
decision = Decision.objects.get(reference="21 000 100")
said = record("21 000 100", summary=f"{name} complained twice.", sections=text(2, "twice"))
draft = start_draft(said, by="ada", at=NOON, source=FORM, decision=decision, outside={"file name": f"{name}.docx"})
again = record("21 000 100", summary=f"{name} complained thrice.", sections=text(3, "thrice"))
edit_draft(draft.uid, draft.revision, again, by="ada", at=NOON)
DraftNote.objects.create(draft=draft, kind="returned", text=f"Look at {name} " * 300, by="ada", at=NOON)
FindingAnswer.objects.create(decision=decision, fingerprint="x", kind="name", answer="necessary",
                             reason=f"{name} is an officer", by="ada", at=NOON)
KnownWord.objects.create(words=name.lower(), kind="name", by="ada", at=NOON)
SavedView.objects.create(owner="ada", name="mine", query="q=Perpetua+Vannock")
for n in range(30):
    said = f"I know {name} " * 20
    report_recognition(decision.pk, "known", said, "perpetua@vannock.example", by="a reader", at=NOON)
"""


def bytes_of(deployment: Deployment) -> str:
    files = [path for path in deployment.folder.rglob("*") if path.is_file()]
    return "".join(path.read_bytes().decode("latin-1") for path in files).lower()


def test_the_words_are_in_no_byte_of_the_folder(deployment: Deployment) -> None:
    made = deployment.python(MAKE)
    output, _ = made.communicate()
    assert made.returncode == 0, output
    deployment.do("reindex")
    assert NEEDLES[0] in bytes_of(deployment)
    shown = deployment.do("redact", "21 000 100", NAME, "Perpetua", "Vannock", "--dry-run")
    assert "30 reports" in shown
    deployment.do("redact", "21 000 100", NAME, "Perpetua", "Vannock")
    found = bytes_of(deployment)
    assert [needle for needle in NEEDLES if needle in found] == []
    assert "All is well" in deployment.do("check")
    assert "The journal is whole" in deployment.do("verify-journal")
