"""Work in a limited child: its answer, every way it can fail, and that nothing of it is left."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.build.patience import eventually
from upheld.lib.children import (
    ChildError,
    CrashedError,
    LimitedChild,
    Limits,
    TooLongAnswerError,
    TooMuchMemoryError,
    TooSlowError,
)

pytestmark = pytest.mark.slow

MB = 1024 * 1024
ROOT = Path(__file__).parents[3]


def child(work: str, **limits: float) -> LimitedChild:
    return LimitedChild(f"tests.build.labour:{work}", Limits(**limits))  # type: ignore[arg-type]  # whole numbers too


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")


def test_it_answers_and_is_kept_for_the_next_piece_of_work() -> None:
    with child("shout") as one:
        assert one.do(b"the council") == b"THE COUNCIL"
        pid = one.pid
        assert one.do(b"") == b""
        assert one.do(b"a" * 3 * MB) == b"A" * 3 * MB
        assert one.pid == pid
        assert 1 * MB < one.peak < 200 * MB
    assert not is_running(pid)


def test_it_knows_nothing_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SECRET_KEY", "invented")
    with child("process") as one:
        assert one.do(b"UPHELD_SECRET_KEY") == f"{one.pid} unknown".encode()


def test_work_that_takes_too_long_is_stopped() -> None:
    with child("sleep", seconds=3) as one:
        assert one.do(b"0") == b"awake"
        pid = one.pid
        start = time.monotonic()
        with pytest.raises(TooSlowError):
            one.do(b"600")
        assert time.monotonic() - start < 300
        assert not is_running(pid)
        assert one.do(b"0") == b"awake"


@pytest.mark.slow
def test_work_that_uses_too_much_processor_time_is_stopped() -> None:
    with child("spin", seconds=300, processor_seconds=0) as one, pytest.raises(TooSlowError, match="processor"):
        one.do(b"")


def test_work_that_wants_too_much_memory_is_refused_it() -> None:
    with child("swell", memory=200 * MB) as one:
        assert one.do(b"1000") == b"1000"
        with pytest.raises(TooMuchMemoryError):
            one.do(b"500000000")
        assert one.peak < 200 * MB
        assert one.do(b"1000") == b"1000"


def test_what_earlier_work_left_is_no_reason_to_refuse() -> None:
    with child("hoard", memory=300 * MB) as one:
        assert one.do(b"150000000") == b"1"
        assert one.do(b"150000000") == b"1", "a fresh child did it"
        with pytest.raises(TooMuchMemoryError):
            one.do(b"400000000")


@pytest.mark.slow
def test_a_request_larger_than_its_memory_is_refused() -> None:
    with child("shout", memory=64 * MB) as one, pytest.raises(ChildError):
        one.do(bytes(80 * MB))


def test_an_answer_that_is_too_long_is_not_read() -> None:
    with child("talk", answer=1000) as one:
        assert one.do(b"1000") == b"x" * 1000
        with pytest.raises(TooLongAnswerError):
            one.do(b"1001")
        assert one.do(b"1") == b"x"


def test_an_error_names_its_kind_and_none_of_the_words() -> None:
    with child("fail") as one, pytest.raises(CrashedError) as caught:
        one.do(b"Mrs B")
    assert str(caught.value) == "LookupError"


def test_a_child_that_ends_by_itself_is_replaced() -> None:
    with child("die") as one:
        assert one.do(b"live") == b"alive"
        with pytest.raises(CrashedError):
            one.do(b"die")
        assert one.do(b"live") == b"alive"


def test_a_child_killed_while_idle_is_replaced_unnoticed() -> None:
    with child("shout") as one:
        one.do(b"a")
        os.kill(one.pid, signal.SIGKILL)
        os.waitid(os.P_PID, one.pid, os.WEXITED | os.WNOWAIT)
        assert one.do(b"b") == b"B"


def test_a_child_is_replaced_when_it_has_done_its_share() -> None:
    with child("process", share=2) as one:
        pids = [int(one.do(b"HOME").split()[0]) for _ in range(4)]
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_what_it_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    with child("print_") as one:
        assert one.do(b"Mrs B") == b"printed"
    assert capfd.readouterr() == ("", "")


def test_it_writes_no_file(tmp_path: Path) -> None:
    with child("write") as one:
        assert one.do(str(tmp_path / "left").encode()) == b"refused"
    assert not any(path.read_bytes() for path in tmp_path.iterdir())


def test_it_may_be_allowed_threads() -> None:
    with child("thread", alone=False) as one:
        assert one.do(b"") == b"two"


def test_work_that_does_not_exist_does_not_start() -> None:
    with child("nowhere") as one, pytest.raises(CrashedError):
        one.do(b"")


def test_it_ends_when_its_parent_is_killed() -> None:
    program = (
        "import sys, threading; from upheld.lib.children import LimitedChild\n"
        "one = LimitedChild('tests.build.labour:sleep'); one.do(b'0'); print(one.pid, flush=True)\n"
        "one.do(b'60')"
    )
    environment = {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    eventually(lambda: not is_running(pid))
