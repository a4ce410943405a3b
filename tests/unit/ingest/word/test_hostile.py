"""Files made to do harm: a sentence within four seconds of work and 300 MB, and the next file is read as ever."""

import io
import os
import signal
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.build.hostile import HARD, HARM
from tests.build.word import p, r, word_file
from tests.build.word_reading import read, refusal
from upheld.ingest.sources.word.reader import LIMITS, MAX_FILE, read_word, word_child
from upheld.ingest.sources.word.refused import RefusedError

pytestmark = pytest.mark.slow

MB = 1024 * 1024
GOOD = word_file(p(r("The Council lost her papers.")))


@pytest.fixture(autouse=True)
def _fresh_child() -> Iterator[None]:
    """The most memory that a child has had is counted from its start; a busy machine gives it longer for its work."""
    word_child().close()
    word_child().limits = replace(LIMITS, seconds=60)
    yield
    word_child().close()
    word_child().limits = LIMITS


def outcome(data: bytes) -> str:
    """How reading the file ends: `read`, or the code of its refusal."""
    try:
        return "read" if read(data).pieces else "empty"
    except RefusedError as refused:
        return refused.code


def test_the_limits_are_those_that_are_promised() -> None:
    assert LIMITS.memory <= 300 * MB
    assert LIMITS.seconds < 5
    assert LIMITS.processor_seconds < 5


@pytest.mark.slow
@pytest.mark.parametrize("name", HARM)
def test_it_is_refused_in_words(name: str) -> None:
    make, sentence = HARM[name]
    data = make()
    refused = refusal(data)
    assert sentence in refused.reason
    assert word_child().peak < 150 * MB
    assert read(GOOD).pieces[0].text == "The Council lost her papers."


@pytest.mark.slow
@pytest.mark.parametrize("name", HARD)
def test_what_is_merely_hard_is_read_or_given_up_in_time(name: str) -> None:
    data = HARD[name]()
    assert outcome(data) in {"read", "too-large", "too-slow"}
    assert word_child().peak <= 300 * MB
    assert read(GOOD).pieces[0].text == "The Council lost her papers."


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(RefusedError, match="larger than 50 MB"):
        read_word(io.BytesIO(b"PK\x03\x04" + bytes(MAX_FILE)))


def test_a_child_that_was_killed_is_replaced() -> None:
    read(GOOD)
    os.kill(word_child().pid, signal.SIGKILL)
    os.waitid(os.P_PID, word_child().pid, os.WEXITED | os.WNOWAIT)
    assert read(GOOD).pieces[0].text == "The Council lost her papers."


def test_one_child_reads_many_files() -> None:
    read(GOOD)
    pid = word_child().pid
    for _ in range(20):
        read(GOOD)
    assert word_child().pid == pid


@pytest.mark.parametrize("cut", [291, *(pytest.param(cut, marks=pytest.mark.slow) for cut in range(0, 1000, 97))])
def test_a_damaged_file_is_refused_or_read_and_nothing_else(cut: int) -> None:
    data = bytearray(GOOD)
    at = cut * len(data) // 1000
    data[at : at + 7] = b"\xff\x00PK\x03<!"
    assert outcome(bytes(data)) in {"read", "damaged", "not-word", "zip", "entities", "encrypted", "archive", "bomb"}
