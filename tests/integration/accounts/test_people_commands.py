"""`upheld add-person`, `people` and `change-person`."""

from pathlib import Path

import pytest

from tests.build.deployment import Deployment

BOSS = ("add-person", "boss@example.org", "--name", "Ada Invented", "--role", "administrator")


@pytest.mark.slow
def test_the_first_administrator_comes_from_the_command_line(deployment: Deployment) -> None:
    told = deployment.do(*BOSS)
    assert "Ada Invented (boss@example.org) is administrator." in told
    assert "http://127.0.0.1:8000/desk/account/link/" in told
    assert "within 3 days" in told
    listed = " ".join(deployment.do("people").split())
    assert "boss@example.org Ada Invented administrator no password yet never" in listed
    again = deployment.run(*BOSS)
    assert (again.returncode, "already" in again.stderr, "Traceback" in again.stderr) == (1, True, False)


@pytest.mark.slow
def test_people_are_changed_from_the_command_line(deployment: Deployment) -> None:
    deployment.do(*BOSS)
    refused = deployment.run("change-person", "boss@example.org", "--deactivate")
    assert (refused.returncode, "only administrator" in refused.stderr) == (1, True)
    deployment.do("add-person", "bea@example.org", "--name", "Bea Invented", "--role", "editor")
    told = deployment.do(
        "change-person", "BEA@example.org", "--role", "approver", "--reset-second-factor", "--new-link"
    )
    assert "Bea Invented is now approver." in told
    assert "/desk/account/link/" in told
    assert "can no longer sign in" in deployment.do("change-person", "bea@example.org", "--deactivate")
    assert "deactivated" in deployment.do("people")
    assert "can sign in again" in deployment.do("change-person", "bea@example.org", "--reactivate")
    unknown = deployment.run("change-person", "cai@example.org", "--role", "reader")
    assert (unknown.returncode, "There is no person" in unknown.stderr) == (2, True)
    assert deployment.run("change-person", "bea@example.org").returncode == 2


@pytest.mark.slow
def test_a_backup_holds_people_and_no_session(deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> None:
    deployment.do(*BOSS)
    code = "from tests.build.person import make_person, session_key; print(session_key(make_person('editor')))"
    key = deployment.python(code).communicate()[0].strip().splitlines()[-1].encode()
    assert key in _bytes(deployment.folder)
    file = tmp_path_factory.mktemp("backups") / "register.backup"
    deployment.do("backup", file)
    assert key not in file.read_bytes()
    other = Deployment(tmp_path_factory.mktemp("other") / "var")
    other.do("restore-backup", file)
    assert "boss@example.org" in other.do("people")


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("register.sqlite3*")))
