"""A share of `make fuzz`: whatever is asked, there are results, help or a sentence."""

import os

import pytest

from tests.build.deployment import Deployment


@pytest.mark.slow
def test_hostile_and_odd_queries_are_answered(demo_register: Deployment) -> None:
    count = int(os.environ.get("UPHELD_TEST_FUZZ", "150"))
    code = f"import sys; sys.argv = ['', '{count}', '3']; from tests.fuzz.search import main; main()"
    with demo_register.python(code) as process:
        printed = process.communicate()[0]
    assert process.returncode == 0, printed
    assert "longest engine time" in printed
