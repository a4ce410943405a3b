"""`upheld demo` as people run it: whole although one was killed before it, and left alone afterwards."""

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow


def test_it_is_whole_and_says_what_it_is(demo_register: Deployment) -> None:
    lines = demo_register.export()
    assert len(lines) > 1_150
    assert all(line["demo"] is True for line in lines)


def test_what_is_there_is_left_alone(demo_register: Deployment) -> None:
    before = demo_register.export()
    again = demo_register.run("demo")
    assert again.returncode == 1
    assert "holds something already" in again.stderr
    demo_register.do("demo", "--if-missing")
    assert demo_register.export() == before
    assert "All is well" in demo_register.do("check")
