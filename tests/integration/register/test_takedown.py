"""A takedown as it happens: from the command line, and then no byte of the words anywhere in the folder."""

import signal

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow  # each command is a process of its own

NAME = "Perpetua Vannock"
NEEDLES = ("perpetua", "vannock", "Perpetua".encode("utf-16-le").decode("latin-1").lower())


def bytes_of(deployment: Deployment) -> str:
    files = [path for path in deployment.folder.rglob("*") if path.is_file()]
    return "".join(path.read_bytes().decode("latin-1") for path in files).lower()


def publish(deployment: Deployment, count: int = 60) -> None:
    """Decisions with the name in one of them, among others long enough to fill many pages of the database."""
    code = f"""
import datetime as dt
from tests.build.decision import NOON, record
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.publish import publish
def text(n, name):
    blocks = [{{"number": i, "text": f"{{name}} asked again. " * 40}} for i in range(12)]
    return [{{"heading": "What happened", "blocks": blocks}}]
records = [record(f"21 000 {{n:03d}}", summary=f"Complaint {{n}}.", sections=text(n, "Mrs B")) for n in range({count})]
records[7] = record("21 000 007", summary="{NAME} complained.", sections=text(7, "{NAME}"))
publish(records, by="editor", at=NOON)
for number in (1, 2):
    again = record("21 000 007", summary=f"{NAME} complained {{number}} times.", sections=text(7, "{NAME}"))
    correct([Correction(8, number, again)], by="editor", at=NOON)
"""
    process = deployment.python(code)
    output, _ = process.communicate()
    assert process.returncode == 0, output


def test_after_a_redaction_the_words_are_found_nowhere(deployment: Deployment) -> None:
    publish(deployment)
    deployment.do("reindex")
    assert NEEDLES[0] in bytes_of(deployment)
    shown = deployment.do("redact", "21-000-007", NAME, "--dry-run")
    assert "versions that would be erased: 1, 2, 3" in shown
    assert NEEDLES[0] in bytes_of(deployment)
    deployment.do("redact", "21-000-007", NAME, "Perpetua", "Vannock")
    found = bytes_of(deployment)
    assert [needle for needle in NEEDLES if needle in found] == []
    [line] = [one for one in deployment.export() if one["reference"] == "21 000 007"]
    assert line["summary"] == "[removed] complained 2 times."
    assert "All is well" in deployment.do("check")


def test_hold_and_withdraw_take_a_decision_out_of_the_export(deployment: Deployment) -> None:
    publish(deployment, 10)
    assert "would be held: 21 000 003" in deployment.do("hold", "21000003", "--dry-run")
    assert len(deployment.export()) == 10
    deployment.do("hold", "ref. 21 000 003", "21 000 004")
    deployment.do("withdraw", "21 000 005", "--reason", "court", "--by", "R. Editor")
    assert len(deployment.export()) == 7
    deployment.do("release", "21 000 003")
    deployment.do("restore", "21 000 005")
    assert len(deployment.export()) == 9
    assert "All is well" in deployment.do("check")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("hold", "21 999 999"), 2, "no decision 21 999 999"),
        (("hold", "hello"), 2, "write it like 21 017 299"),
        (("release", "21 000 001"), 1, "is not held"),
        (("withdraw", "21 000 001", "--reason", "gossip"), 2, "identity"),
        (("redact", "21 000 001", "Nobody Here"), 1, "do not stand in 21 000 001"),
    ],
)
def test_what_cannot_be_done_is_said(
    deployment: Deployment, arguments: tuple[str, ...], code: int, message: str
) -> None:
    publish(deployment, 10)
    done = deployment.run(*arguments)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_backup_makes_the_same_register_elsewhere(
    deployment: Deployment, tmp_path_factory: pytest.TempPathFactory
) -> None:
    publish(deployment, 10)
    deployment.do("withdraw", "21 000 005")
    file = tmp_path_factory.mktemp("backups") / "register.sqlite3"
    deployment.do("backup", file)
    other = Deployment(tmp_path_factory.mktemp("other") / "var")
    other.do("restore-backup", file)
    assert other.do("export") == deployment.do("export")
    assert "All is well" in other.do("check")
    assert other.run("restore-backup", file).returncode == 1
    assert deployment.run("backup", deployment.folder / "inside.sqlite3").returncode == 1
    file.write_bytes(file.read_bytes()[:5000])
    assert "damaged" in Deployment(tmp_path_factory.mktemp("third") / "var").run("restore-backup", file).stderr


def test_a_redaction_that_was_killed_is_noticed_and_finished(deployment: Deployment) -> None:
    publish(deployment)
    code = f"""
import os, signal
from upheld.editorial.commands import redact
from upheld.__main__ import cli
redact.erase_traces = lambda: os.kill(os.getpid(), signal.SIGKILL)
cli(["redact", "21 000 007", "{NAME}", "Perpetua", "Vannock"])
"""
    process = deployment.python(code)
    output, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL, output
    done = deployment.run("check")
    assert (done.returncode, "redaction: one was stopped" in done.stdout) == (1, True), done.stdout
    deployment.do("check", "--repair")
    found = bytes_of(deployment)
    assert [needle for needle in NEEDLES if needle in found] == []
    assert "All is well" in deployment.do("check")


def test_held_text_is_for_one_user_alone(deployment: Deployment) -> None:
    publish(deployment, 10)
    rights = {path.name: path.stat().st_mode & 0o077 for path in deployment.folder.glob("register.sqlite3*")}
    assert rights
    assert not any(rights.values()), rights
